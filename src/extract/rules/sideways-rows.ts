/** Reads tables that are set sideways: a thing in each column, and what is said of it row by row: "| | Raft Survey | Quay Panel |", "| Owner | … |". */
import type { Row } from '../../notes/table-rows.js';
import { type Subject, say } from '../ledger.js';
import { contextOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { readCell } from './cells.js';
import { headType } from './classify.js';
import { columnOf } from './columns.js';
import { isTitle } from './data-entries.js';
import { cleanName, splitAcronym } from './names-of-things.js';
import { ownershipOfCell, saysNothing } from './owner-cell.js';

const name = 'sideways-row';
const corner =
  /^(?:|attributes?|features?|items?|characteristics?|aspects?|fields?|property|properties|elements?|criteri(?:on|a))$/i;

/** Whether the header names things: titles, most of them data by their own word, none of them a label of a column. */
export function isSideways({ header }: Row): boolean {
  const [first = '', ...names] = header.map((words) => words.replace(/[*_]/g, '').trim());
  if (!corner.test(first) || names.length < 2) return false;
  const areTitles = names.every((words) => isTitle(words) && ['name', 'source', undefined].includes(columnOf(words)));
  return areTitles && names.filter((words) => headType(words) === 'Dataset').length * 2 >= names.length;
}

function subjectOf(scene: Scene, header: string): Subject | undefined {
  const { label, acronym } = splitAcronym(cleanName(header));
  const { head } = scene.topic.table;
  if (label.length < 3 || head === undefined) return undefined;
  const subject = scene.ledger.subject('Dataset', label, contextOwnership(scene), head, name);
  say(subject, 'label', label, head, name);
  if (acronym !== undefined) say(subject, 'acronym', acronym, head, name);
  return subject;
}

/** Reads a row into the things above its cells; tells whether it is one of such a table. */
export function readSidewaysRow(scene: Scene, row: Row): boolean {
  if (!isSideways(row)) return false;
  const [first, ...cells] = row.cells;
  if (row.heads || first === undefined) return true;
  const column = columnOf(scene.reading.text.slice(first.start, first.end));
  if (column === undefined || column === 'name' || column === 'other') return true;
  for (const { start, end, column: at } of cells) {
    const words = scene.reading.text.slice(start, end).replace(/[*]/g, '').trim();
    const subject = subjectOf(scene, row.header[at] ?? '');
    if (subject === undefined || words === '' || saysNothing.test(words)) continue;
    const cell = { column, start, end, words };
    if (column === 'owner') subject.ownership = ownershipOfCell(scene, cell);
    else readCell(scene, subject, cell);
  }
  return true;
}
