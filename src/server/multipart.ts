/** The parts of a form with files (RFC 7578), of bytes that were read whole. */
import { parseParameterised } from './header-values.js';
import { HttpFault } from './http-fault.js';

export interface FormPart {
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const maxParts = 100;
const maxHeaderBytes = 8 * 1024;
const lineEnd = '\r\n';

const broken = (reason: string): HttpFault => new HttpFault(400, `the form is broken: ${reason}`);

function parseHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split(lineEnd)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function parsePart(bytes: Buffer): FormPart {
  if (bytes.indexOf(lineEnd) === 0) return { headers: new Map(), body: bytes.subarray(2) };
  const end = bytes.indexOf(lineEnd + lineEnd);
  if (end < 0) throw broken('the headers of a part have no end');
  if (end > maxHeaderBytes) throw broken('the headers of a part are too long');
  return { headers: parseHeaders(bytes.toString('latin1', 0, end)), body: bytes.subarray(end + 4) };
}

interface Boundary {
  readonly start: number;
  /** Behind its line. */
  readonly end: number;
  readonly isLast: boolean;
}

/** A line that only begins like the boundary is none. */
function findBoundary(bytes: Buffer, mark: string, from: number): Boundary {
  for (let start = bytes.indexOf(mark, from); start >= 0; start = bytes.indexOf(mark, start + 1)) {
    const behind = start + mark.length;
    const end = bytes.indexOf(lineEnd, behind);
    if (bytes.toString('latin1', behind, behind + 2) === '--') return { start, end: bytes.length, isLast: true };
    // Spaces may follow it (RFC 2046, section 5.1.1).
    if (end >= 0 && end - behind < 100 && /^[ \t]*$/.test(bytes.toString('latin1', behind, end)))
      return { start, end: end + 2, isLast: false };
  }
  throw broken('its last boundary is missing');
}

/** Throws an {@link HttpFault} for what is no form. */
export function parseMultipart(bytes: Buffer, contentType: string): FormPart[] {
  const boundary = parseParameterised(contentType).parameters.get('boundary') ?? '';
  if (!/^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(boundary)) throw broken('its media type names no boundary');
  // The first boundary may stand at the very beginning.
  const all = Buffer.concat([Buffer.from(lineEnd), bytes]);
  const mark = `${lineEnd}--${boundary}`;
  const parts: FormPart[] = [];
  let boundaryLine = findBoundary(all, mark, 0);
  while (!boundaryLine.isLast) {
    if (parts.length === maxParts) throw broken(`it has more than ${maxParts} parts`);
    // A boundary may follow at once, on the end of this line.
    const next = findBoundary(all, mark, boundaryLine.end - 2);
    parts.push(parsePart(all.subarray(boundaryLine.end, Math.max(next.start, boundaryLine.end))));
    boundaryLine = next;
  }
  return parts;
}
