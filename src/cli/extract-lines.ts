/** `migraph extract --jsonl`: a stream of documents, one a line, and what each of them says, one a line. */
import { open } from 'node:fs/promises';
import { createAgencyLike, extractClaims } from '../extract/extract.js';
import { type Gazetteers, readGazetteers } from '../extract/gazetteer.js';
import { toJson } from '../extract/to-json.js';
import { parseNote } from '../notes/read.js';
import { inputFolders } from './build-inputs.js';
import { countOf } from './counts.js';
import { failureLine } from './failure.js';
import { type Line, splitLines } from './split-lines.js';
import { writeOut } from './write-out.js';

/** The longest line that is read, in bytes. */
export const maxLineBytes = 64 * 1024 * 1024;

/** What a line gives that holds no document. */
export interface BadLine {
  /** null where the line does not even tell its name. */
  readonly doc: string | null;
  readonly error: string;
  readonly line: number;
}

type Parsed = { readonly doc: string; readonly text: string } | Pick<BadLine, 'doc' | 'error'>;

/** One line → the document it holds, or why it holds none. */
export function parseDocument(line: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { doc: null, error: 'is no JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { doc: null, error: 'is no JSON object with "doc" and "text"' };
  const { doc, text } = value as Readonly<Record<string, unknown>>;
  if (typeof doc !== 'string') return { doc: null, error: `"doc" is ${doc === undefined ? 'missing' : 'no string'}` };
  if (typeof text !== 'string') return { doc, error: `"text" is ${text === undefined ? 'missing' : 'no string'}` };
  if (text.trim() === '') return { doc, error: `"text" ${text === '' ? 'is empty' : 'holds white space only'}` };
  if (text.includes('\0')) return { doc, error: '"text" holds a NUL character, so it is no text' };
  return { doc, text };
}

/** Gives what one line says, as JSON; by nothing else, so that lines may go to a thousand machines in any order. */
export function createLineReader(gazetteers: Gazetteers): (line: Line) => string | BadLine {
  const agencyLike = createAgencyLike(gazetteers);
  return (line) => {
    if ('fault' in line) return { doc: null, error: line.fault, line: line.n };
    const parsed = parseDocument(line.text);
    if ('error' in parsed) return { ...parsed, line: line.n };
    const { doc, text } = parsed;
    try {
      const note = parseNote('line', text, { agencyLike }, '"text"');
      return JSON.stringify(toJson(doc, note, extractClaims(note, gazetteers)));
    } catch (error) {
      // One text that we cannot read is no reason to lose the others.
      return { doc, error: failureLine(error).replace(/^"text":\d+: /, '"text" '), line: line.n };
    }
  };
}

async function openInput(file: string | undefined): Promise<AsyncIterable<Buffer>> {
  if (file === undefined) return process.stdin;
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error(`${file}:1: is a folder, not a file of lines`);
    return handle.createReadStream();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new Error(`${file}:1: ${code === 'ENOENT' ? 'no such file' : `cannot be opened (${code})`}`, { cause });
  }
}

/** Exit code 1 where any line was bad; all others have been answered all the same. */
export async function runExtractLines(file: string | undefined): Promise<void> {
  const lines = splitLines(await openInput(file), maxLineBytes);
  const readLine = createLineReader(readGazetteers(inputFolders.gazetteers));
  let [read, bad] = [0, 0];
  let first: BadLine | undefined;
  const answer = async function* (): AsyncGenerator<string> {
    for await (const line of lines) {
      const result = readLine(line);
      read++;
      if (typeof result !== 'string') {
        bad++;
        first ??= result;
      }
      yield `${typeof result === 'string' ? result : JSON.stringify(result)}\n`;
    }
  };
  await writeOut(answer());
  if (first === undefined) return;
  const most = `${bad.toLocaleString('en')} of ${countOf(read, 'line')} could not be read`;
  process.stderr.write(`${file ?? 'stdin'}:${first.line}: ${first.error} (${most}; each has its "error")\n`);
  process.exitCode = 1;
}
