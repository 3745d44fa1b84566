/** Reads lists of tables by their codes, which have no header: "migr_resfirst  First permits by reason; 2008-2022". */
import type { Row } from '../../notes/table-rows.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { readCell } from './cells.js';

import { cleanName } from './names-of-things.js';
import { readMeasures } from './subject-matter.js';
import { nameThing } from './things.js';

const name = 'table-row';
const tableCode = /^(?=[\w.-]*[_\d])[\p{L}][\w.-]{2,23}$/u;

/** Reads a row that a code opens, where the heading says that tables are listed; tells whether it is one. */
export function readCodeRow(scene: Scene, row: Row): boolean {
  const [key, cell] = row.cells;
  const { text } = scene.reading;
  if (key === undefined || cell === undefined || row.cells.length !== 2 || scene.heading?.says !== 'Dataset')
    return false;
  const acronym = text.slice(key.start, key.end);
  const words = text.slice(cell.start, cell.end);
  if (!tableCode.test(acronym) || !/^\p{Lu}\p{L}*\s/u.test(words)) return false;
  const label = cleanName(words.split(/[;:]\s|\.(?:\s|$)/)[0] ?? words);
  const start = cell.start;
  const end = start + label.length;
  const ownership = findOwnership(scene, { start, end });
  const subject = nameThing(scene, { type: 'Dataset', label, start, end, ownership, rule: name, acronym });
  readCell(scene, subject, { column: 'coverage', start: end, end: cell.end, words: words.slice(label.length) });
  readMeasures(scene, subject, label);
  return true;
}
