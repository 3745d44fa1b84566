/** What came on a connection, held against HTTP/1.1 by hand: whole answers one after another, or a fault. */

export interface Answers {
  readonly statuses: readonly number[];
  /** What is wrong with the last. */
  readonly fault?: string;
}

const statusLine = /^HTTP\/1\.1 ([1-5]\d\d) [\t\x20-\x7e]*$/;
const headerLine = /^[!#$%&'*+.^_`|~\w-]+:[\t\x20-\x7e\x80-\xff]*$/;

/** Behind the body in chunks; undefined where it is none, or not whole. */
function behindChunks(text: string, from: number): number | undefined {
  for (let at = from; ; ) {
    const end = text.indexOf('\r\n', at);
    const size = /^[\da-f]+$/i.exec(text.slice(at, end))?.[0];
    if (end < 0 || size === undefined) return undefined;
    const next = end + 2 + Number.parseInt(size, 16);
    if (text.slice(next, next + 2) !== '\r\n') return undefined;
    if (/^0+$/.test(size)) return next + 2;
    at = next + 2;
  }
}

const fieldOf = (lines: readonly string[], name: string): string | undefined =>
  lines
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();

/** Where the body ends; a reason where it is not whole. Without a length it goes on to the end of the connection. */
function behindBody(text: string, from: number, status: number, lines: readonly string[]): number | string {
  if (status < 200 || status === 204 || status === 304) return from;
  if (fieldOf(lines, 'transfer-encoding') === 'chunked') return behindChunks(text, from) ?? 'chunks that are not whole';
  const length = fieldOf(lines, 'content-length');
  if (length === undefined) return text.length;
  if (!/^\d+$/.test(length)) return `a length of "${length}"`;
  // An answer to HEAD says how long its body would be.
  if (from === text.length || text.startsWith('HTTP/1.1 ', from)) return from;
  return from + Number(length) > text.length ? `${text.length - from} bytes of ${length}` : from + Number(length);
}

/** `text`: a character for each byte. */
export function readAnswers(text: string): Answers {
  const statuses: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\r\n\r\n', at);
    if (end < 0) return { statuses, fault: `a head that does not end: ${JSON.stringify(text.slice(at, at + 200))}` };
    const [first = '', ...lines] = text.slice(at, end).split('\r\n');
    const status = Number(statusLine.exec(first)?.[1]);
    if (Number.isNaN(status)) return { statuses, fault: `no status line: ${JSON.stringify(first.slice(0, 200))}` };
    const wrong = lines.find((line) => !headerLine.test(line));
    if (wrong !== undefined) return { statuses, fault: `no header: ${JSON.stringify(wrong.slice(0, 200))}` };
    statuses.push(status);
    const next = behindBody(text, end + 4, status, lines);
    if (typeof next === 'string') return { statuses, fault: next };
    at = next;
  }
  return { statuses };
}
