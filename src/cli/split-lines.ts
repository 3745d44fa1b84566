/** Splits a stream of bytes into lines: each whole, in UTF-8, however the chunks fall; never more than one in memory. */

/** A line that holds more than white space; `n` counts all lines from 1. */
export type Line = { readonly n: number } & ({ readonly text: string } | { readonly fault: string });

const newline = 10;
const megabyte = 1024 * 1024;

/** Bytes → text; what is no UTF-8 is a fault. A byte order mark goes, and so does the CR of a CRLF. */
function decodeLine(bytes: Buffer): { text: string } | { fault: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim() };
  } catch {
    return { fault: 'is not valid UTF-8' };
  }
}

/** The lines of a stream; blank ones are counted and passed over. A line over `maxBytes` is a fault and is not kept. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let n = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const end = (): Line | undefined => {
    const [bytes, tooLong] = [Buffer.concat(parts), length > maxBytes];
    [parts, length, n] = [[], 0, n + 1];
    if (tooLong) return { n, fault: `is longer than ${maxBytes / megabyte} MB` };
    const line = decodeLine(bytes);
    return 'text' in line && line.text === '' ? undefined : { n, ...line };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, at));
      from = at + 1;
      const line = end();
      if (line !== undefined) yield line;
    }
    add(chunk.subarray(from));
  }
  // A last line without a newline is a line.
  const last = length > 0 ? end() : undefined;
  if (last !== undefined) yield last;
}
