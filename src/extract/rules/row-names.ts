/** Finds by which words a row of a table names its thing: those of its cell of names, or of a file its source or what it holds. */
import type { CellRead } from './cells.js';
import { headType } from './classify.js';
import { cleanName, splitAcronym } from './names-of-things.js';

const fileName = /^[\w./~-]+\.\w{2,6}$/;

interface CellName {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Where its source names both, whose it is. */
  readonly owner?: CellRead;
}

/** What names data behind their owner, whatever is known of the word: "Daily Border Counts". */
const countHead = /\s(?:Counts?|Records|Figures|Files?|Panel|Returns|Statistics)$/;

/** "Dock Board, Crew Register (CR)" beneath "Source": whose a file was, and what. */
function nameInSource(cells: readonly CellRead[]): CellName | undefined {
  const source = cells.find(({ column }) => column === 'source');
  const [, body = '', words = ''] = /^(\p{Lu}.{1,80}?),\s(\p{Lu}.{5,})$/u.exec(source?.words ?? '') ?? [];
  const { label } = splitAcronym(words);
  if (source === undefined || (headType(label) !== 'Dataset' && !countHead.test(label))) return undefined;
  const start = source.end - words.length;
  const owner = { ...source, column: 'owner', end: source.start + body.length, words: body } as const;
  return { words, start, end: source.end, owner };
}

/** The words of the cell and where they stand; of a file, its source or what it holds. */
export function nameOf(cells: readonly CellRead[], named: CellRead): CellName {
  const { start, end } = named;
  const words = cleanName(named.words);
  if (!fileName.test(words.split(/['"]?,\s/)[0] ?? '')) return { words, start, end };
  const sourced = nameInSource(cells);
  if (sourced !== undefined) return sourced;
  const holds = cells.find((cell) => cell.column === 'theme' && /^\p{Lu}/u.test(cell.words));
  if (holds === undefined) return { words, start, end };
  const held = holds.words.split(/[,;:.](?:\s|$)/)[0] ?? holds.words;
  return { words: cleanName(held), start: holds.start, end: Math.min(holds.end, holds.start + held.length) };
}
