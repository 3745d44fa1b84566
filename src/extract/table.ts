/** Reads a gazetteer file: tab-separated, a header line, `#` comments, and errors that name the line. */
import { readFileSync } from 'node:fs';

/** One line of a table. `fail` throws an Error `file:line: reason`. */
export interface Row<C extends string> {
  readonly cells: Readonly<Record<C, string>>;
  fail(reason: string): never;
}

/** The rows of a file whose header is exactly `columns`; only cells of `mayBeEmpty` may be empty. Throws `file:line: reason`. */
export function readTable<C extends string>(
  path: string,
  columns: readonly C[],
  mayBeEmpty: readonly C[] = [],
): Row<C>[] {
  const failAt = (line: number) => (reason: string) => {
    throw new Error(`${path}:${line}: ${reason}`);
  };
  const rows: Row<C>[] = [];
  let header: string | undefined;
  for (const [index, line] of readLines(path).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const fail: Row<C>['fail'] = failAt(index + 1);
    if (header === undefined) {
      header = line;
      if (line !== columns.join('\t')) fail(`the header must be ${columns.join(', ')} (separated by tabs)`);
      continue;
    }
    const texts = line.split('\t').map((text) => text.trim());
    if (texts.length !== columns.length) fail(`${texts.length} columns where ${columns.length} are expected`);
    const cells = Object.fromEntries(columns.map((column, i) => [column, texts[i] ?? ''])) as Record<C, string>;
    const missing = columns.find((column) => cells[column] === '' && !mayBeEmpty.includes(column));
    if (missing !== undefined) fail(`"${missing}" is empty`);
    rows.push({ cells, fail });
  }
  if (header === undefined) failAt(1)('there is no header line');
  return rows;
}

function readLines(path: string): string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).split(/\r?\n/);
  } catch (cause) {
    const reason =
      cause instanceof TypeError ? 'not UTF-8' : `cannot be read (${(cause as NodeJS.ErrnoException).code})`;
    throw new Error(`${path}:1: ${reason}`, { cause });
  }
}
