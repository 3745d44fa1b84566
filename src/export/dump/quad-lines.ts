/** Rows of quads as TSV → lines of N-Quads, in the order of their code points, each once. */

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Numbers stand bare in TSV. */
function unabridge(cell: string): string {
  if (!/^[+\-.\d]/.test(cell)) return cell;
  const type = /e/i.test(cell) ? 'double' : cell.includes('.') ? 'decimal' : 'integer';
  return `"${cell}"^^<${xsd}${type}>`;
}

/** Subject, predicate, object and perhaps a graph; tabs and line ends within terms are escaped. */
function toLine(row: string): string {
  const [subject = '', predicate = '', object = '', graph = ''] = row.split('\t');
  return `${subject} ${predicate} ${unabridge(object)}${graph === '' ? '' : ` ${graph}`} .\n`;
}

/**
 * The lines, a byte a character, so that they take half the room and sort as RDFC-1.0 has it: by code points, not by the
 * units of UTF-16. What begins with a question mark is the head of a table.
 */
export async function readQuadLines(tsv: AsyncIterable<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  let rest = '';
  for await (const chunk of tsv) {
    const rows = (rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')).split('\n');
    rest = rows.pop() ?? '';
    for (const row of rows) if (row !== '' && !row.startsWith('?')) lines.push(toLine(row));
  }
  return sortLines(lines);
}

export function sortLines(lines: string[]): string[] {
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return lines.filter((line, at) => line !== lines[at - 1]);
}
