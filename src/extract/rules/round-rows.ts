/** Reads tables whose rows are the rounds, or the countries, of the data spoken of: "Wave 1 | 2010 | Fiji, Samoa". */
import type { Row } from '../../notes/table-rows.js';
import type { Subject } from '../ledger.js';
import type { Scene } from '../scene.js';
import { readCell } from './cells.js';
import { type Column, columnOf } from './columns.js';

/** What a row may be one of, by the header of its first column. */
const keys =
  /^(?:|waves?|rounds?|survey rounds?|phases?|sweeps?|censuses|hosts?|(?:host |reporting )?countr(?:y|ies)|where)$/i;
/** What a row with nothing above its first cell may be one of. */
const roundName = /^(?:wave|round|phase|sweep|baseline|pilot|endline|follow-?up|first|second|third|fourth|fifth)\b/i;
/** The years of data, and not of what else has dates: "Date of accession". */
const ofRounds =
  /\b(?:years?|rounds?|waves?|periods?|field ?work|time span|time coverage|interview(?:ing|s)? (?:dates?|period))\b/i;
const told: ReadonlySet<Column> = new Set<Column>([
  'years',
  'fieldwork',
  'places',
  'origin',
  'destination',
  'coverage',
]);

/** What the columns say of the rounds of something; none where the table has things of its own. */
function columnsOf({ header }: Row): (Column | undefined)[] {
  const [key = '', ...others] = header.map((label) => label.replace(/[*_:]/g, '').trim());
  const dated = others.some((label) => ofRounds.test(label) && ['years', 'fieldwork'].includes(columnOf(label) ?? ''));
  const found = header.map(columnOf).map((column) => (column !== undefined && told.has(column) ? column : undefined));
  const named = others.some((label) => ['name', 'source', 'owner', 'published'].includes(columnOf(label) ?? ''));
  if (!keys.test(key) || !dated || named) return [];
  // Where nothing else tells the years of a round, the months in the field do.
  const yearly = others.some((label) => columnOf(label) === 'years');
  return found.map((column) => (column === 'fieldwork' && !yearly ? 'years' : column));
}

/** The data that stand right above the table: those spoken of last, in the block before it or the one before that. */
function subjectAbove({ topic, blockIndex }: Scene): Subject | undefined {
  const { subject } = topic;
  if (subject === undefined || (subject.type !== 'Dataset' && subject.type !== 'Project')) return undefined;
  return blockIndex - topic.block <= 3 && topic.elsewhere?.block !== topic.block ? subject : undefined;
}

/** Reads a row into the data above; tells whether it is one of their rounds or countries. */
export function readRoundRow(scene: Scene, row: Row): boolean {
  const { table } = scene.topic;
  if (row.heads) table.of = columnsOf(row).length > 0 ? subjectAbove(scene) : undefined;
  const { of } = table;
  if (of === undefined) return false;
  const columns = columnsOf(row);
  if (row.heads || columns.length === 0) return columns.length > 0;
  const [first] = row.cells;
  const key = first === undefined ? '' : scene.reading.text.slice(first.start, first.end).trim();
  if (columns[0] === undefined && !roundName.test(key)) return false;
  for (const { start, end, column } of row.cells) {
    const says = columns[column];
    if (says !== undefined)
      readCell(scene, of, { column: says, start, end, words: scene.reading.text.slice(start, end).trim() });
  }
  return true;
}
