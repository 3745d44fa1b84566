/** Reads bibliographic lines without markup: "Title, AGENCY, AGENCY (year)", "AGENCY (year). Title", with the meeting they come from. */
import { say, told } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import { contextOwnership, saidOf, withPartners } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { nameEvent } from './events.js';
import { type Entry, listsPublications, readEntry } from './reference-entry.js';
import { readSeries } from './series.js';
import { nameThing } from './things.js';

const name = 'listed-publications';
const bracket = /\(((?:19|20)\d{2})[a-z]?\)|\((forthcoming|in press|in preparation)\)/i;
/** A sentence, not a reference: it has a finite verb in front of the bracket. */
const sentence =
  /\b(?:is|are|was|were|has|have|had|will|can|may|covers|contains|includes|publishes|published|provides|maintains|conducts|collects|organized|organised|adopted|prepared|produced)\b/;

/** A capitalised name behind ", " or " and the ". */
const inRow = /^(?:,\s|\sand\s)(?:the\s)?((?:\p{Lu}[\p{L}-]+\s(?:(?:on|of|for|and|the)\s){0,2}){0,7}\p{Lu}[\p{L}-]+)$/u;

/** The organisations that stand, in a row, right before an offset; other capitalised names between commas count as such. */
function ownersBefore(scene: Scene, end: number, floor: number): { owners: Organisation[]; start: number } {
  const { text, mentions } = scene.reading;
  const all = mentionsOf(mentions, 'organisation').filter((mention) => mention.end <= end + 1);
  const owners: Organisation[] = [];
  let start = end;
  for (let guard = 0; guard < 8; guard++) {
    const gapBefore = text.slice(0, start).replace(/(?:[\s,;:&/.–-]|\band\b|\bwith\b|\b[Tt]he\b)+$/, '');
    const mention = all.find(
      (other) => other.end >= gapBefore.length && other.start < gapBefore.length && other.start >= floor,
    );
    if (mention !== undefined) {
      owners.unshift(mention.value);
      start = mention.start;
      continue;
    }
    // ", Research Programme (2004)", " and the Hague Process (2008)": what stands in a row with an organisation is one.
    const neighbour = all.findLast((other) => other.end < gapBefore.length && other.end > floor);
    const rest = neighbour === undefined ? null : inRow.exec(gapBefore.slice(neighbour.end));
    if (neighbour === undefined || rest?.[1] === undefined) break;
    owners.unshift(scene.directory.named(rest[1], false));
    start = gapBefore.length - rest[1].length;
  }
  return { owners, start };
}

/** Cuts ", United Nations Headquarters, 12 October 2004" off a title: where and when its meeting was. */
function titleEnd(scene: Scene, start: number, end: number): number {
  const { text, mentions } = scene.reading;
  let to = end;
  const trim = (): void => {
    while (to > start && /[\s,.;:–-]/.test(text[to - 1] ?? '')) to--;
  };
  trim();
  for (let guard = 0; guard < 5; guard++) {
    const tail = mentions.find(
      (mention): mention is Mention<'date' | 'place' | 'organisation'> =>
        (mention.kind === 'date' || mention.kind === 'place' || mention.kind === 'organisation') &&
        mention.end === to &&
        mention.start > start + 10 &&
        /,\s$/.test(text.slice(Math.max(0, mention.start - 2), mention.start)),
    );
    const bare =
      tail === undefined
        ? /,\s(?:\p{Lu}[\p{L}-]+\s){0,3}(?:Headquarters|Hall|Palais des Nations)$/u.exec(text.slice(start, to))
        : null;
    if (tail === undefined && bare === null) break;
    to = tail === undefined ? start + (bare?.index ?? 0) : tail.start;
    trim();
  }
  // "… Expert Group Meeting New York": a city without a comma before it.
  const city = mentionsOf(mentions, 'place').find(
    (mention) => mention.end === to && mention.value.kind === 'city' && mention.start > start + 10,
  );
  if (
    city !== undefined &&
    /\b(?:Meeting|Conference|Workshop|Seminar|Forum|Panel|Summit)\s$/.test(
      text.slice(Math.max(0, city.start - 16), city.start),
    )
  ) {
    to = city.start;
    trim();
  }
  return to;
}

interface Reference {
  readonly start: number;
  readonly end: number;
  readonly owners: readonly Organisation[];
  readonly year: string | undefined;
  /** Where the bracket with the year ends. */
  readonly close: number;
}

function readReference(scene: Scene): Reference | undefined {
  const { text } = scene.reading;
  if (text.length > 600) return undefined;
  const match = bracket.exec(text);
  if (match === null || match.index < 3 || sentence.test(text.slice(0, match.index))) return undefined;
  const year = match[1];
  const first = text.slice(0, match.index);
  const start = first.length - first.trimStart().length;
  const { owners, start: ownersStart } = ownersBefore(scene, match.index, start);
  if (owners.length === 0) return undefined;
  if (ownersStart <= start + 4) return undefined;
  const end = titleEnd(scene, start, ownersStart);
  if (end - start < 8 || !/^["“'*_]?[\p{Lu}\p{N}]/u.test(text.slice(start))) return undefined;
  return { start, end, owners, year, close: match.index + match[0].length };
}

/** The meeting a document comes from, when the line gives a day: named in the title, or of the same title. */
function readMeeting(scene: Scene, reference: Reference, label: string): void {
  const { text, mentions } = scene.reading;
  const dated = mentions.some((mention) => mention.kind === 'date' && mention.value.from.length > 7);
  if (!dated) return;
  const ownership = { organisations: reference.owners, attribution: 'stated', clues: [] } as const;
  const named = mentionsOf(mentions, 'name').find(
    (mention) => mention.value.class === 'event' && mention.start >= reference.start && mention.start < reference.end,
  );
  const ofMeeting = named !== undefined && named.start > reference.start + 4;
  if (
    named === undefined &&
    !/\b(?:Panel|Round ?[Tt]able|Meeting|Conference|Workshop|Seminar|Forum|Symposium|Summit|Dialogue|Hearing|Session)\b/.test(
      text.slice(reference.start, reference.end),
    )
  )
    return;
  const conveners = ofMeeting
    ? mentionsOf(mentions, 'organisation').filter(
        (mention) =>
          mention.end <= named.start + 1 &&
          mention.start > reference.start &&
          /^\s?[-/–]?\s?(?:\p{Lu}+\s?)?$/u.test(text.slice(mention.end, named.start)),
      )
    : [];
  const event = nameEvent(scene, {
    label: ofMeeting ? named.value.text : label,
    start: ofMeeting ? named.start : reference.start,
    end: ofMeeting ? Math.min(named.end, reference.end) : reference.end,
    ownership:
      conveners.length > 0 ? { ...ownership, organisations: conveners.map((mention) => mention.value) } : ownership,
  });
  const document = scene.ledger.recall(['Publication'], label);
  if (event !== undefined && document !== undefined) say(event, 'relation', document, scene.passage, name);
}

/** "Elsewhere: AGENCY, “Title”, 2016; AGENCY, “Title”, 2015": several entries in one passage, or one. */
function readEntries(scene: Scene, sure: boolean): boolean {
  const { text } = scene.reading;
  if (text.length > 1200) return false;
  const whole = readEntry(scene, 0, text.length);
  const parts = text.split(/(?<=\d\)?);\s/);
  const entries: Entry[] = [];
  if (parts.length > 1) {
    let from = 0;
    for (const part of parts) {
      const entry = readEntry(scene, from, from + part.length);
      if (entry !== undefined) entries.push(entry);
      from += part.length + 2;
    }
  }
  if (entries.length < 2) {
    if (whole === undefined || (sure && !whole.sure)) return false;
    entries.splice(0, entries.length, whole);
  }
  for (const entry of entries) writeEntry(scene, entry);
  // What else the passage names is read by the rules behind; the entry itself is read.
  const more = mentionsOf(scene.reading.mentions, 'title').some(
    (title) =>
      !entries.some((entry) => title.start >= entry.start && title.end <= entry.end) &&
      scene.topic.publication !== undefined &&
      told(scene.topic.publication, 'partOf')?.label !== title.value.text,
  );
  if (more) scene.taken.push(...entries.map(({ start, end }) => ({ start, end })));
  return !more;
}

function writeEntry(scene: Scene, entry: Entry): void {
  const { start, end, label, owners, year } = entry;
  const said = saidOf(scene, entry);
  const context = said ?? contextOwnership(scene);
  const subject = nameThing(scene, {
    type: 'Publication',
    label,
    start,
    end,
    ownership: entry.stated ? { organisations: owners, attribution: 'stated', clues: [] } : context,
    rule: name,
    year: year ?? null,
  });
  const reference = { start, end, owners, year, close: entry.close };
  readAbout(scene, subject, reference);
  readMeeting(scene, reference, label);
  if (entry.number === undefined) readSeries(scene, subject, start, entry.close, true);
  else say(subject, 'seriesNumber', entry.number, scene.passage, name);
  if (
    told(subject, 'partOf') === undefined &&
    scene.topic.series !== undefined &&
    (entry.number !== undefined || headsSeries(scene))
  )
    say(subject, 'partOf', scene.topic.series, scene.passage, 'series-heading');
  const series = told(subject, 'partOf');
  if (
    !entry.stated &&
    said === undefined &&
    series !== undefined &&
    'ownership' in series &&
    series.ownership.organisations.length > 0
  )
    subject.ownership = withPartners(scene, series.ownership, entry);
  scene.topic.publication = subject;
}

/** "Boats of Old, May 2004. Rafts of Old, Port Papers, No. 3, 2005.": titles that stand in one paragraph, each a sentence without a verb. */
function isNextOfRow(scene: Scene): boolean {
  const { block, passage, reading, topic } = scene;
  if (block.kind !== 'paragraph' || !listsPublications(scene) || sentence.test(reading.text)) return false;
  // "Geneva: Dock Board, 2004." goes on with the entry before it.
  const title = /^["“]?(?:\p{Lu}|\d{4}\s)[^.,]{14,}/u.exec(reading.text)?.[0] ?? '';
  const starts = reading.mentions.some(
    ({ kind, start }) => (kind === 'organisation' || kind === 'place') && start <= 4,
  );
  return !starts && title.split(' ').length > 3 && (topic.publication?.passages.at(-1)?.block ?? -1) === passage.block;
}

export const readListedPublications: Rule = {
  name,
  apply(scene) {
    if (
      !(scene.opens || isNextOfRow(scene)) ||
      scene.garbled ||
      (scene.block.kind !== 'paragraph' && scene.block.kind !== 'item' && scene.block.kind !== 'footnote')
    )
      return false;
    const reference = readReference(scene);
    if (readEntries(scene, reference !== undefined)) return true;
    if (reference === undefined) return false;
    const { text } = scene.reading;
    if (
      mentionsOf(scene.reading.mentions, 'title').some(
        (title) =>
          title.value.style !== 'plain' && title.start >= reference.start - 2 && title.end <= reference.end + 2,
      )
    )
      return false;
    const label = text.slice(reference.start, reference.end).replace(/\s+/g, ' ');
    writeEntry(scene, { ...reference, label, stated: true, number: undefined, sure: false });
    return true;
  },
};

/** Whether the heading right above is the name of a series. */
function headsSeries(scene: Scene): boolean {
  const { series } = scene.topic;
  return series !== undefined && scene.heading !== undefined && series.passages.includes(scene.heading.passage);
}

/** Countries that the title names; not those of the meeting's place. */
function readAbout(scene: Scene, subject: Parameters<typeof say>[0], reference: Reference): void {
  for (const mention of [...scene.reading.mentions, ...scene.reading.inside]) {
    if (mention.kind !== 'place' || mention.start < reference.start || mention.end > reference.end) continue;
    if (mention.value.kind === 'country')
      say(subject, 'country', { code: mention.value.code, role: 'about' }, scene.passage, 'title');
    if (mention.value.kind === 'region')
      say(
        subject,
        'region',
        { key: mention.value.code, text: scene.reading.text.slice(mention.start, mention.end) },
        scene.passage,
        'title',
      );
  }
}
