/** Reads table rows: the header tells which column names the thing, its owner, years, countries, topic and address. */
import type { EntityType } from '../claim.js';
import { type Ownership, type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { headingSays, headType } from './classify.js';
import { readPlaces } from './data-places.js';
import { readMeasures } from './subject-matter.js';
import { nameThing } from './things.js';

const name = 'table-row';

type Column =
  | 'name'
  | 'owner'
  | 'years'
  | 'published'
  | 'places'
  | 'theme'
  | 'link'
  | 'series'
  | 'number'
  | 'acronym'
  | 'frequency'
  | 'status'
  | 'event-date'
  | 'place'
  | 'founded'
  | 'updated';

/** By the words of its header, in this order: the first that fits. */
const columns: readonly { readonly column: Column; readonly words: RegExp }[] = [
  { column: 'updated', words: /last (?:update|revis)|updated/i },
  { column: 'frequency', words: /frequen|periodicity/i },
  { column: 'status', words: /status/i },
  { column: 'link', words: /\b(?:url|link|website|web|access|address|online)\b/i },
  { column: 'acronym', words: /^(?:acronym|abbrev\w*|code|short name)$/i },
  { column: 'founded', words: /found|established|created|launched/i },
  {
    column: 'owner',
    words:
      /agency|organi[sz]ation|institut|provider|producer|owner|publisher|responsible|custodian|compiler|holder|maintain|creator|author|\bby\b|authority|convenor|convener|organi[sz]er|office|body|who\b/i,
  },
  { column: 'published', words: /publi(?:shed|cation (?:year|date))|^year of (?:publication|issue)|release|issued/i },
  { column: 'years', words: /\byears?\b|period|time|temporal|since|dates?\b|reference|rounds?/i },
  {
    column: 'places',
    words: /countr|area|geograph|spatial|region|coverage|reporters?|territor|scope|where|population covered/i,
  },
  { column: 'number', words: /^(?:no\.?|number|nr\.?|#|issue|vol\.?)$/i },
  { column: 'series', words: /^series$/i },
  { column: 'place', words: /venue|place|location|city/i },
  {
    column: 'name',
    words:
      /data\s?set|data\s?base|\bname\b|title|survey|source|collection|publication|report|meeting|event|project|series|register|product|holding|resource|study|indicator|table|statistic|file/i,
  },
  { column: 'theme', words: /topic|subject|theme|measure|content|variable|type|concept|domain/i },
];

export function readHeader(header: readonly string[], single = false): (Column | undefined)[] {
  const found = header.map((cell) => columns.find((entry) => entry.words.test(cell.replace(/[*_]/g, '')))?.column);
  if (!single && !found.includes('name')) {
    const free = found.findIndex(
      (column, n) => column === undefined || (n === 0 && (column === 'theme' || column === 'owner')),
    );
    // A table without a column for names is a table of something else, unless its first column is free for them.
    if (free === 0) found[0] = 'name';
  }
  return found;
}

/** What the rows are: by the header of the name column, the head noun of the name, or the heading above. */
function typeOf(
  scene: Scene,
  nameHeader: string,
  label: string,
  known: readonly (Column | undefined)[],
): EntityType | undefined {
  const own = headType(label);
  if (/publication|report|title of (?:the )?(?:publication|document)/i.test(nameHeader))
    return own === 'Series' ? 'Series' : 'Publication';
  if (/meeting|event|conference/i.test(nameHeader)) return 'Event';
  if (/project/i.test(nameHeader)) return 'Project';
  if (/data|survey|register|collection|indicator|statistic|source|table|holding|file|study/i.test(nameHeader))
    return 'Dataset';
  if (own !== undefined) return own;
  const said = headingSays(scene.heading?.text);
  if (said !== undefined) return said;
  return known.includes('years') || known.includes('places')
    ? 'Dataset'
    : known.includes('published')
      ? 'Publication'
      : undefined;
}

export interface CellRead {
  readonly column: Column;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function within(cell: CellRead) {
  return (mention: Mention): boolean => mention.start >= cell.start - 1 && mention.end <= cell.end + 1;
}

export function ownershipOfCell(scene: Scene, owner: CellRead | undefined): Ownership {
  if (owner === undefined || owner.words === '' || /^[-–—"″]$/.test(owner.words)) return contextOwnership(scene);
  const organisations = mentionsOf(scene.reading.mentions, 'organisation')
    .filter(within(owner))
    .map((mention) => mention.value);
  if (organisations.length > 0) return { organisations: [...new Set(organisations)], attribution: 'stated', clues: [] };
  const words = owner.words.replace(/[*_]/g, '');
  if (!/^\p{Lu}/u.test(words) || words.length > 120) return contextOwnership(scene);
  const parts = words.split(/\s?(?:;|\/|,|\sand\s)\s?/).filter((part) => /^\p{Lu}/u.test(part));
  return { organisations: parts.map((part) => scene.directory.named(part, false)), attribution: 'stated', clues: [] };
}

export function readCell(scene: Scene, subject: Subject, cell: CellRead): void {
  const { passage, reading } = scene;
  const mine = within(cell);
  if (cell.column === 'years' && subject.type !== 'Publication' && subject.type !== 'Event')
    for (const years of mentionsOf(reading.mentions, 'years').filter(mine))
      for (const period of years.value.periods) say(subject, 'period', period, passage, name);
  if (
    (cell.column === 'published' || (cell.column === 'years' && subject.type === 'Publication')) &&
    subject.type !== 'Dataset'
  )
    readDate(scene, subject, mine);
  if (subject.type === 'Event' && (cell.column === 'years' || cell.column === 'published'))
    readDate(scene, subject, mine);
  if (cell.column === 'founded') readDate(scene, subject, mine);
  if (cell.column === 'updated')
    for (const years of mentionsOf(reading.mentions, 'years').filter(mine))
      say(subject, 'modified', String(years.value.periods[0]?.start), passage, name);
  if (cell.column === 'places' || cell.column === 'name') {
    const places = reading.mentions.filter(
      (mention): mention is Mention<'place' | 'corridor'> =>
        (mention.kind === 'place' || mention.kind === 'corridor') && mine(mention),
    );
    if (cell.column === 'places' || subject.type === 'Publication') readPlaces(scene, subject, places);
    for (const count of mentionsOf(reading.mentions, 'count').filter(mine))
      say(subject, 'countryCount', count.value, passage, name);
    for (const extent of mentionsOf(reading.mentions, 'extent').filter(mine))
      say(subject, 'extent', extent.value, passage, name);
    if (/^(?:global|world(?:wide)?|all countries|the world)$/i.test(cell.words))
      say(subject, 'extent', 'EachCountryOrArea', passage, name);
  }
  if (cell.column === 'series' && /^\p{Lu}/u.test(cell.words)) readSeriesCell(scene, subject, cell.words);
  if (cell.column === 'number' && /^[A-Z]?\d{1,4}$/.test(cell.words))
    say(subject, 'seriesNumber', cell.words, passage, name);
  if (cell.column === 'acronym' && /^[A-Z][A-Za-z-]{1,11}$/.test(cell.words))
    say(subject, 'acronym', cell.words, passage, name);
  if (cell.column === 'frequency' && cell.words !== '') say(subject, 'periodicity', cell.words, passage, name);
  if (cell.column === 'status' && /discontinued|closed|ended|terminated|forthcoming|planned/i.test(cell.words))
    say(subject, 'status', /forthcoming|planned/i.test(cell.words) ? 'forthcoming' : 'discontinued', passage, name);
  if (cell.column === 'link')
    for (const link of mentionsOf(reading.mentions, 'link').filter(mine))
      say(subject, 'landingPage', link.value, passage, name);
  for (const theme of mentionsOf(reading.mentions, 'theme').filter(mine))
    say(subject, 'theme', { slug: theme.value.slug, text: theme.value.label }, passage, name);
}

/** "Migration Outlook, No. 46": the series and the number in it. */
function readSeriesCell(scene: Scene, subject: Subject, words: string): void {
  const number = /,?\s(?:No|no|Nr|Vol|vol)\.?\s?(\w{1,6})$/.exec(words);
  const label = (number === null ? words : words.slice(0, number.index)).replace(/[*_]/g, '').trim();
  const series = nameThing(scene, {
    type: 'Series',
    label,
    start: 0,
    end: 0,
    ownership: subject.ownership,
    rule: name,
  });
  say(subject, 'partOf', series, scene.passage, name);
  if (number?.[1] !== undefined) say(subject, 'seriesNumber', number[1], scene.passage, name);
}

function readDate(scene: Scene, subject: Subject, mine: (mention: Mention) => boolean): void {
  const date = mentionsOf(scene.reading.mentions, 'date').find(mine);
  const year = mentionsOf(scene.reading.mentions, 'years').find(mine);
  const iso =
    date === undefined
      ? year?.value.periods[0]?.start.toString()
      : subject.type === 'Event' && date.value.to !== undefined
        ? `${date.value.from}/${date.value.to}`
        : date.value.from;
  if (iso !== undefined) say(subject, 'published', iso, scene.passage, name);
}

export const readTables: Rule = {
  name,
  apply(scene) {
    const { block, reading } = scene;
    const { row } = block;
    if (row === undefined) return false;
    // A row longer than a passage may be is read by its first part: the cells' offsets are into the whole row.
    if (row.heads || !scene.opens) return true;
    const header = readHeader(row.header);
    const cells: CellRead[] = row.cells.flatMap(({ start, end, column: at }) => {
      const column = header[at];
      return column === undefined ? [] : [{ column, start, end, words: reading.text.slice(start, end) }];
    });
    const named = cells.find((cell) => cell.column === 'name' && cell.words !== '');
    if (named === undefined) return true;
    const index = header.indexOf('name');
    const words = named.words
      .replace(/\[([^\]]*)\]\([^)]*\)/, '$1')
      .replace(/[*_]/g, '')
      .trim();
    const acronym = /^(.{4,}?)\s\(([A-Z][A-Za-z-]{1,11})\)$/.exec(words);
    const label = (acronym?.[1] ?? words).replace(/^["“]|["”]$/g, '');
    const type = typeOf(scene, row.header[index] ?? '', label, header);
    if (type === undefined || label.length < 3 || !/\p{L}/u.test(label)) return true;
    const ownership = ownershipOfCell(
      scene,
      cells.find((cell) => cell.column === 'owner'),
    );
    const subject = nameThing(scene, {
      type,
      label,
      start: named.start,
      end: named.end,
      ownership,
      rule: name,
      ...(acronym?.[2] === undefined ? {} : { acronym: acronym[2] }),
    });
    for (const cell of cells) readCell(scene, subject, cell);
    const title = mentionsOf(reading.mentions, 'title').find(
      (mention) => mention.value.href !== undefined && within(named)(mention),
    );
    if (title?.value.href !== undefined) say(subject, 'landingPage', title.value.href, scene.passage, name);
    readMeasures(scene, subject, label);
    return true;
  },
};
