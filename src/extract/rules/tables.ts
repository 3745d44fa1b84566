/** Reads table rows: one thing a row, named by one cell; the header tells what the others say of it. */
import type { Row } from '../../notes/table-rows.js';
import type { EntityType } from '../claim.js';
import { type Ownership, type Subject, say, told } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { readCalendarRow } from './calendar-rows.js';
import { type CellRead, readCell } from './cells.js';
import { headType } from './classify.js';
import { readCodeRow } from './code-lists.js';
import { type Column, readHeader } from './columns.js';
import { readUprightRow } from './fields.js';
import { plainMark } from './footnote-marks.js';
import { readHistory } from './history.js';
import { splitAcronym, withoutRemark } from './names-of-things.js';
import { ownershipOfCell, saysNothing } from './owner-cell.js';
import { readRoundRow } from './round-rows.js';
import { nameOf } from './row-names.js';
import { readSidewaysRow } from './sideways-rows.js';
import { readMeasures } from './subject-matter.js';
import { nameThing } from './things.js';

const name = 'table-row';
const placed: ReadonlySet<Column> = new Set<Column>(['places', 'coverage', 'origin', 'destination']);

/** What the header of the column of names says that they are. */
const typesByLabel: readonly { readonly type: EntityType; readonly words: RegExp }[] = [
  { type: 'Publication', words: /\b(?:publications?|reports?|papers?|documents?|books?|articles?)\b/i },
  { type: 'Event', words: /\b(?:meetings?|events?|conferences?|workshops?|seminars?)\b/i },
  { type: 'Project', words: /\b(?:projects?|programmes?|activit(?:y|ies))\b/i },
  {
    type: 'Dataset',
    words:
      /\b(?:data\s?sets?|data\s?bases?|data|surveys?|census(?:es)?|registers?|collections?|indicators?|statistics?|sources?|tables?|holdings?|files?|stud(?:y|ies)|operations?)\b/i,
  },
];

/** What the rows are: by the header of the name column, the head noun of the name, the other columns, or the heading above. */
function typeOf(
  scene: Scene,
  nameHeader: string,
  label: string,
  known: readonly (Column | undefined)[],
): EntityType | undefined {
  const own = headType(label);
  const byLabel = typesByLabel.find(({ words }) => words.test(nameHeader))?.type;
  if (byLabel === 'Publication' && own === 'Series') return 'Series';
  if (byLabel !== undefined) return byLabel;
  if (own !== undefined) return own;
  const said = scene.heading?.says;
  if (said !== undefined) return said;
  const has = (...columns: readonly Column[]): boolean => columns.some((column) => known.includes(column));
  if (has('venue')) return 'Event';
  if (has('author', 'series') && !has('places', 'coverage')) return 'Publication';
  if (has('years', 'places', 'coverage', 'first-year')) return 'Dataset';
  return has('published') ? 'Publication' : undefined;
}

/** The mark of a footnote at the end of a cell: "[2]", "^a", "²", "*", "b/", "(b)", "(²)". */
const footnoteMark =
  /\s?(?:\[\^?(\w{1,3})\]|\^(\w{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ]{1,3})|(\*{1,3}|[†‡§])|\b([a-z]|\d{1,2})\/|\(([a-z]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\))$/u;

/** The cells of a row that a header names; footnote marks are taken off. */
function readCells(
  { passage, reading, topic }: Scene,
  row: Row,
  header: readonly (Column | undefined)[],
): { cells: CellRead[]; marks: string[] } {
  const marks: string[] = [];
  const cells = row.cells.flatMap(({ start, end, column: at, inherited }): CellRead[] => {
    if (!inherited) topic.table.rows.set(at, passage);
    const column = header[at];
    const whole = reading.text.slice(start, end);
    const mark = /^\*.*\*$/.test(whole) ? null : footnoteMark.exec(whole);
    const key = mark?.slice(1).find((group) => group !== undefined);
    if (key !== undefined && !inherited) marks.push(plainMark(key));
    if (column === undefined) return [];
    const words = (mark === null ? whole : whole.slice(0, mark.index)).replace(/[*]/g, '').trim();
    return [{ column, start, end, words, from: inherited ? topic.table.rows.get(at) : undefined }];
  });
  return { cells, marks };
}

function ownershipOfRow(scene: Scene, cells: readonly CellRead[], named: CellRead): Ownership {
  const owner =
    cells.find(({ column, words }) => column === 'owner' && words !== '') ??
    cells.find(({ column }) => column === 'owner');
  const ownership = owner === undefined ? ownershipBeside(scene, cells, named) : ownershipOfCell(scene, owner);
  const partner = cells.find(({ column, words }) => column === 'partner' && words !== '' && !saysNothing.test(words));
  if (partner === undefined) return ownership;
  const partners = ownershipOfCell(scene, partner).organisations;
  return { ...ownership, organisations: [...new Set([...ownership.organisations, ...partners])] };
}

/**
 * Without a column for owners: an author that is an organisation, a source that is one, or one under a label that nobody
 * knows ("Desk"); else what the words of the row tell.
 */
function ownershipBeside(scene: Scene, cells: readonly CellRead[], named: CellRead): Ownership {
  const all = mentionsOf(scene.reading.mentions, 'organisation');
  const isOrganisation = (cell: CellRead): boolean =>
    all.some(({ start, end }) => start >= cell.start && end <= cell.end + 1 && end - start >= cell.words.length * 0.5);
  const beside = (['author', 'source', 'unknown'] as const)
    .flatMap((column) => cells.filter((cell) => cell.column === column))
    .find(isOrganisation);
  const source = beside ?? cells.find((cell) => cell.column === 'source' && isNameOfBody(scene, cell));
  return source === undefined ? findOwnership(scene, named) : ownershipOfCell(scene, source);
}

/** "Saver Global" beneath "Source": capitals that name no data and no place. */
const isNameOfBody = ({ reading: { mentions } }: Scene, { start, end, words }: CellRead): boolean =>
  /^\p{Lu}[\p{L}&.-]*(?:\s(?:(?:of|for|and|the)\s)?\p{Lu}[\p{L}&.-]*){1,4}(?<!s)$/u.test(words) &&
  headType(words) === undefined &&
  !mentions.some((mention) => mention.kind !== 'theme' && mention.start < end && mention.end > start);

/** A row with one cell that is a place or an organisation, or is set in bold, names the group of the rows beneath it. */
function isGroup({ reading }: Scene, row: Row): boolean {
  const filled = row.cells.filter(({ start, end }) => end > start);
  const [only] = filled;
  if (only === undefined || filled.length > 1 || row.cells.length < 3) return false;
  const words = reading.text.slice(only.start, only.end);
  const covered = reading.mentions.some(
    ({ kind, start, end }) => (kind === 'place' || kind === 'organisation') && end - start >= words.length * 0.6,
  );
  return covered || /^(?:\*\*.*\*\*|__.*__|[^\p{Ll}]{4,})$/u.test(words);
}

/** What the name of its group says of a row that does not say it itself. */
function readGroup({ topic, passage }: Scene, subject: Subject, cells: readonly CellRead[]): void {
  const { group } = topic.table;
  if (group === undefined) return;
  const placed = cells.some(({ column, words }) => (column === 'places' || column === 'coverage') && words !== '');
  for (const { kind, value } of group.mentions) {
    if (kind === 'place' && value.kind === 'country' && !placed && subject.type !== 'Event')
      for (const evidence of [passage, group.passage])
        say(
          subject,
          'country',
          { code: value.code, role: subject.type === 'Publication' ? 'about' : 'covered' },
          evidence,
          name,
        );
    if (kind === 'organisation' && !cells.some(({ column }) => column === 'owner'))
      subject.ownership = { organisations: [value], attribution: 'heading', clues: [group.passage] };
  }
}

/** "Nepali workers placed in Qatar and Oman": what the file holds tells its countries, where no column does. */
function readContent(
  scene: Scene,
  subject: Subject,
  cells: readonly CellRead[],
  header: readonly (Column | undefined)[],
): void {
  if (subject.type !== 'Dataset' || header.some((column) => column !== undefined && placed.has(column))) return;
  if (told(subject, 'country') !== undefined || told(subject, 'region') !== undefined) return;
  for (const cell of cells) if (cell.column === 'theme') readCell(scene, subject, { ...cell, column: 'places' });
}

/** What a folder beside the data holds: "docs/ | Questionnaires, codebooks, technical notes". */
const aboutDocuments =
  /^(?:questionnaires?|codebooks?|documentation|documents|manuals?|guides?|licen[cs]es?|scripts?|code|technical notes|read ?me)\b/i;

/** "Arrivals by month (tables)", "Going Home (report)": what kind of thing it is, in brackets behind the name. */
function splitKind(words: string): { readonly name: string; readonly kind: EntityType | undefined } {
  const match = /^(.{3,}?)\s\(([\p{Ll}\s-]{3,30})\)$/u.exec(words);
  const remark = match?.[2];
  const kind = remark === undefined ? undefined : typesByLabel.find((entry) => entry.words.test(remark))?.type;
  return kind === undefined || match?.[1] === undefined ? { name: words, kind: undefined } : { name: match[1], kind };
}

/** "Permits of Stay (Dock Board)": the bracket of a name that is somebody and no acronym of it. */
function splitOwner(
  scene: Scene,
  words: string,
  named: CellRead,
): { readonly name: string; readonly owner: CellRead | undefined } {
  const match = /^(.{3,}?)\s\(([^()]{4,})\)$/u.exec(words);
  const inside = match?.[2] ?? '';
  if (match?.[1] === undefined || !/\s/.test(inside)) return { name: words, owner: undefined };
  const start = scene.reading.text.indexOf(`(${inside})`, named.start) + 1;
  const end = start + inside.length;
  const isSomebody = mentionsOf(scene.reading.mentions, 'organisation').some(
    (mention) => mention.start >= start && mention.end <= end && mention.end - mention.start >= inside.length * 0.6,
  );
  return start > 0 && isSomebody
    ? { name: match[1], owner: { column: 'owner', start, end, words: inside } }
    : { name: words, owner: undefined };
}

/** "World Bank | 226 | 1960–2000": whose data they are, and none by name. */
const isSomebody = ({ reading }: Scene, { start, end }: { start: number; end: number }): boolean =>
  mentionsOf(reading.mentions, 'organisation').some((mention) => mention.start === start && mention.end === end);

/** Reads the row into a thing; undefined where it names none. */
function readRow(scene: Scene, row: Row, header: readonly (Column | undefined)[]): Subject | undefined {
  const { cells, marks } = readCells(scene, row, header);
  const named = cells.find(({ column, words }) => column === 'name' && words !== '');
  if (named === undefined || saysNothing.test(named.words)) return undefined;
  if (/\/['`]?$/.test(named.words) && cells.some(({ words }) => aboutDocuments.test(words))) return undefined;
  const { words, start, end, owner: sourced } = nameOf(cells, named);
  const { name: whole, owner } =
    sourced !== undefined || header.includes('owner')
      ? { name: words, owner: sourced }
      : splitOwner(scene, words, named);
  const { name: bare, kind } = splitKind(whole);
  const { label, acronym } = splitAcronym(withoutRemark(bare));
  const type = kind ?? typeOf(scene, row.header[header.indexOf('name')] ?? '', label, header);
  if (type === undefined || label.length < 3 || !/\p{L}/u.test(label)) return undefined;
  if (type === 'Dataset' && kind === undefined && isSomebody(scene, { start, end: start + words.length }))
    return undefined;
  const ownership = owner === undefined ? ownershipOfRow(scene, cells, named) : ownershipOfCell(scene, owner);
  const subject = nameThing(scene, {
    type,
    label,
    start,
    end,
    ownership,
    rule: name,
    ...(acronym === undefined ? {} : { acronym }),
  });
  for (const cell of cells) if (cell.column !== 'unknown') readCell(scene, subject, cell);
  // "Niue (2011, 2017); Palau (2015)": years beside the countries, where they have no column that tells them.
  if (told(subject, 'period') === undefined && subject.type === 'Dataset')
    for (const cell of cells) if (cell.column === 'places') readCell(scene, subject, { ...cell, column: 'coverage' });
  readContent(scene, subject, cells, header);
  readGroup(scene, subject, cells);
  readLink(scene, subject, named);
  if (
    type === 'Publication' &&
    scene.topic.series !== undefined &&
    !header.includes('series') &&
    header.includes('number')
  )
    say(subject, 'partOf', scene.topic.series, scene.passage, name);
  readMeasures(scene, subject, label);
  for (const mark of marks) scene.topic.footnotes.set(mark, subject);
  return subject;
}

/** "[Register](https://…)": the address of what the row names. */
function readLink(scene: Scene, subject: Subject, { start, end }: CellRead): void {
  const href = mentionsOf(scene.reading.mentions, 'title').find(
    (mention) => mention.value.href !== undefined && mention.start >= start - 1 && mention.end <= end + 1,
  )?.value.href;
  if (href !== undefined) say(subject, 'landingPage', href, scene.passage, name);
}

export const readTables: Rule = {
  name,
  apply(scene) {
    const { row } = scene.block;
    if (row === undefined) return false;
    const { table } = scene.topic;
    if (row.heads) {
      table.rows.clear();
      table.group = undefined;
      table.whole = undefined;
      table.data = [];
      table.together = undefined;
      table.head = scene.passage;
    }
    // A row longer than a passage may be is read by its first part: the cells' offsets are into the whole row.
    if (
      !scene.opens ||
      readSidewaysRow(scene, row) ||
      readUprightRow(scene, row) ||
      readCodeRow(scene, row) ||
      readCalendarRow(scene, row) ||
      readRoundRow(scene, row) ||
      row.heads
    )
      return true;
    if (isGroup(scene, row)) table.group = { passage: scene.passage, mentions: scene.reading.mentions };
    else {
      const subject = readRow(scene, row, readHeader(row.header));
      if (subject?.type === 'Dataset') {
        readHistory(scene, [{ subject, start: 0 }]);
        table.data.push(subject);
        table.last = scene.blockIndex;
      }
    }
    return true;
  },
};
