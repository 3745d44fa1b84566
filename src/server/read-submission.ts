/** What somebody wants validated: RDF as the body, or a form with a file or a text in it. */
import type { Request, Response } from 'express';
import { guessFormat } from '../store/rdf/parse-rdf.js';
import { parseParameterised } from './header-values.js';
import { HttpFault } from './http-fault.js';
import { type FormPart, parseMultipart } from './multipart.js';
import { bodyType, readBody, requireUtf8 } from './read-body.js';
import { formatOfPart, requireUploadFormat } from './upload.js';

export interface SubmittedText {
  /** Id of a graph format. */
  readonly format: string;
  /** UTF-8. */
  readonly body: Uint8Array;
  /** Fields of the form besides. */
  readonly fields: ReadonlyMap<string, string>;
}

const dispositionOf = ({ headers }: FormPart): ReadonlyMap<string, string> =>
  parseParameterised(headers.get('content-disposition') ?? '').parameters;

/** A file goes before a text; a browser sends an empty one where none was chosen. */
function readForm(parts: readonly FormPart[]): SubmittedText {
  const fields = new Map<string, string>();
  let file: FormPart | undefined;
  for (const part of parts) {
    const disposition = dispositionOf(part);
    if (!disposition.has('filename')) fields.set(disposition.get('name') ?? '', requireUtf8(part.body).toString());
    else if (part.body.length > 0) file ??= part;
  }
  if (file !== undefined) return { format: formatOfPart(file.headers), body: requireUtf8(file.body), fields };
  const text = fields.get('text') ?? '';
  if (text.trim() === '') throw new HttpFault(400, 'the form has neither a file nor a text to be validated');
  return { format: guessFormat(text), body: Buffer.from(text), fields };
}

/** Throws an {@link HttpFault} for what cannot be read; what is in it is found out elsewhere. */
export async function readSubmission(
  [request, response]: readonly [Request, Response],
  limit: number,
): Promise<SubmittedText> {
  const { type } = bodyType(request);
  if (type === 'multipart/form-data') {
    const body = await readBody(request, response, limit);
    return readForm(parseMultipart(body, request.headers['content-type'] ?? ''));
  }
  const format = requireUploadFormat(type, true);
  const body = requireUtf8(await readBody(request, response, limit));
  if (body.length === 0) throw new HttpFault(400, 'there is nothing to be validated: send RDF as the body');
  return { format, body, fields: new Map() };
}
