/** The RDF in the body of a request: read within a limit, known by its media type, and handed on unparsed. */
import type { Request, Response } from 'express';
import { type Format, formats } from '../formats.js';
import type { RdfText, Upload } from '../store/graph-store.js';
import { parseParameterised } from './header-values.js';
import { HttpFault } from './http-fault.js';
import { type FormPart, parseMultipart } from './multipart.js';
import { bodyType, readBody, requireUtf8 } from './read-body.js';

const graphFormats: readonly Format[] = formats.filter(({ carries }) => carries.includes('graph'));
/** What may be sent, for the headers that tell. */
export const uploadTypes: readonly string[] = graphFormats.map(({ mediaType }) => mediaType);

const formOfFiles = 'multipart/form-data';

function formatOf(type: string): string | undefined {
  const format = graphFormats.find((one) => one.mediaType === type || one.alsoKnownAs.includes(type));
  return format?.id;
}

export function requireUploadFormat(type: string, isForm: boolean): string {
  const format = formatOf(type);
  if (format !== undefined) return format;
  const taken = [...uploadTypes, ...(isForm ? [formOfFiles] : [])].join(', ');
  throw new HttpFault(415, `RDF comes as ${taken}, not ${type === '' ? 'a body without a media type' : type}`, {
    Accept: taken,
  });
}

/** By its media type; where the client knew none, by the name of the file. */
export function formatOfPart(headers: FormPart['headers']): string {
  const { value: type, parameters } = parseParameterised(headers.get('content-type') ?? '');
  const charset = parameters.get('charset')?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') throw new HttpFault(415, `a file is to be UTF-8, not ${charset}`);
  const name = parseParameterised(headers.get('content-disposition') ?? '').parameters.get('filename') ?? '';
  const byName = graphFormats.find(({ extension }) => name.toLowerCase().endsWith(`.${extension}`));
  if ((type === '' || type === 'application/octet-stream') && byName !== undefined) return byName.id;
  return requireUploadFormat(type, false);
}

/** A file of a form; a field without a file is none (RFC 7578, section 4.2). */
const toText = ({ headers, body }: FormPart): RdfText => ({ format: formatOfPart(headers), text: requireUtf8(body) });

/** Throws an {@link HttpFault} for what cannot be read; what is in it is for the store to find out. */
export async function readUpload(
  [request, response]: readonly [Request, Response],
  { baseIri, limit, mayBeForm }: { readonly baseIri: string; readonly limit: number; readonly mayBeForm: boolean },
): Promise<Upload> {
  // A part of a graph must not take the place of all of it (RFC 9110, section 14.5).
  if (request.headers['content-range'] !== undefined) throw new HttpFault(400, 'a part of a body cannot be written');
  const { type } = bodyType(request);
  if (type === formOfFiles && mayBeForm) {
    const parts = parseMultipart(await readBody(request, response, limit), request.headers['content-type'] ?? '');
    return { parts: parts.map(toText), baseIri };
  }
  const format = requireUploadFormat(type, mayBeForm);
  return { parts: [{ format, text: requireUtf8(await readBody(request, response, limit)) }], baseIri };
}
