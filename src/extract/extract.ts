/** Reads the claims of a note: recognisers over every passage, then the rules in their order. */

import { narrow } from '../notes/narrow.js';
import type { Passage } from '../notes/note.js';
import type { NoteReading } from '../notes/read.js';
import type { Extraction } from './claim.js';
import { createCountrySections } from './country-sections.js';
import { rememberEntry, takeUpDetails } from './entry-details.js';
import type { Gazetteers } from './gazetteer.js';
import { createHeadingLevels } from './heading-levels.js';
import { createLedger, type Ledger } from './ledger.js';
import { mentionsOf } from './mention.js';
import { createDirectory, type Directory, type Organisation } from './organisations.js';
import { foldParts } from './owner-site.js';
import { readSections } from './read-sections.js';
import { recognise } from './recognisers/recognise.js';
import { createScanner, type Scan } from './recognisers/scan.js';
import { createRejections, noRejections, type Rejections } from './rejections.js';
import { createRepeats } from './repeats.js';
import { readBarredDetails } from './rules/barred-details.js';
import { readContacts } from './rules/contacts.js';
import { readCoverage } from './rules/coverage-of-topic.js';
import { readDataCitations } from './rules/data-citations.js';
import { readDatasets } from './rules/datasets.js';
import { readDocuments } from './rules/documents.js';
import { readFields } from './rules/fields.js';
import { readFootnotes } from './rules/footnotes.js';
import { goesOnWithList, headingSays } from './rules/heading-says.js';
import { readHeadings } from './rules/headings.js';
import { readIssues } from './rules/issues.js';
import { readListedPublications } from './rules/listed-publications.js';
import { readLists } from './rules/lists.js';
import { readMeetingHead } from './rules/meeting-head.js';
import { readMeetingToldOn } from './rules/meeting-told-on.js';
import { readEvents } from './rules/meetings.js';
import { cleanName } from './rules/names-of-things.js';
import { readOrganisations } from './rules/organisations.js';
import { readOwnership } from './rules/ownership.js';
import { readProjects } from './rules/projects.js';
import { readNamedSeries, readNumberOfTopic } from './rules/series.js';
import { readStatus } from './rules/status.js';
import { readTables } from './rules/tables.js';
import { readTitles } from './rules/titles.js';
import type { Heading, Rule, Scene, Topic } from './scene.js';
import { type Settled, settleLedger } from './settle.js';
import type { Section } from './settle-sections.js';
import { findAntecedent } from './speakers.js';

/** In this order: who speaks, what a list is of, what is named, and last what the data named so far cover. */
const rules: readonly Rule[] = [
  readOrganisations,
  readLists,
  readMeetingHead,
  readTables,
  readBarredDetails,
  readFields,
  readDataCitations,
  readListedPublications,
  readDatasets,
  readNumberOfTopic,
  readNamedSeries,
  readEvents,
  readTitles,
  readMeetingToldOn,
  readHeadings,
  readDocuments,
  readProjects,
  readOwnership,
  readCoverage,
  readIssues,
  readStatus,
  readFootnotes,
  readContacts,
];

/** Of a longer row only the first part is read, as of any passage. */
const longestRow = 4000;

/** Whether a line is an organisation's name and nothing else; for the reader of headings. */
export function createAgencyLike(gazetteers: Gazetteers): (line: string) => boolean {
  return (line) => {
    const bare = line.replace(/\s\([A-Z][A-Za-z-]{1,11}\)$/, '');
    return (
      gazetteers.cutAgency(bare) !== undefined ||
      gazetteers.agencies.find(bare).some((match) => match.start <= 4 && match.end >= bare.length - 2) ||
      /\([A-Z]{2,10}\)$/.test(line)
    );
  };
}

/** The passages as they are read. */
const wordsOfAll = (note: NoteReading): readonly string[] => note.cuts.map((_, n) => wordsOf(note, n));

/** A passage as it is read: in one line, whatever its wrapped lines are indented by; a row of a table cell by cell. */
function wordsOf(note: NoteReading, n: number): string {
  const cut = note.cuts[n];
  const block = note.blocks[note.note.passages[n]?.block ?? -1];
  if (cut === undefined) return '';
  if (block?.row !== undefined && cut.start === block.start) return narrow(block.row.words.slice(0, longestRow));
  return narrow(note.reading.slice(cut.start, cut.end).replace(/\n[ \t]+|[\n\t]/g, ' '));
}

/** Whom "the Institute" means before anybody else: whose text it is. */
const hostOf = (section: Section, { self }: Directory): Organisation | undefined =>
  section.owner ?? self ?? section.principal?.organisation;

/** So far beneath an item its details are looked at, in characters. */
const detailsSeen = 400;

/** Of which years data are: a span, rounds, or how often; "new director since 2019" is said of anything. */
const datedAsData =
  /\b(?:19|20)\d\d(?:\/\d\d)?\s?(?:[–-]|to)\s?(?:(?:19|20)\d\d|present|date)\b|\b(?:rounds?|waves?|years?|monthly|weekly|quarterly|yearly|annual(?:ly)?|daily|registered|interviewed|counted)\b[^.;]{0,40}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d, (?:monthly|weekly|quarterly|yearly|annual(?:ly)?|daily)\b/i;

/** "● Raft Flow Monitoring", and beneath it "- since June 2020, weekly". */
function hasDatedDetails({ blocks, reading }: NoteReading, at: number): boolean {
  const [item, next] = [blocks[at], blocks[at + 1]];
  if (item?.kind !== 'item' || next?.kind !== 'item' || next.level <= item.level) return false;
  const after = blocks.slice(at + 2, at + 8).find(({ kind, level }) => kind !== 'item' || level <= item.level);
  const end = Math.min(after?.start ?? reading.length, next.start + detailsSeen);
  return datedAsData.test(reading.slice(next.start, end));
}

/** Keeps whom the passage was about: the next one may say "its". */
function rememberNamed({ topic, passage, blockIndex: block, reading }: Scene): void {
  const found = findAntecedent(reading.text, foldParts(reading.text, mentionsOf(reading.mentions, 'organisation')));
  if (found !== undefined) topic.named = { ...found, passage, block };
}

/** So many things back "the journal" or "it" may point. */
const mostSpoken = 8;

/** Keeps what the passage named, the first thing of the latest passage first. */
function rememberThings({ topic, passage, blockIndex: block, named }: Scene): void {
  if (named.length === 0) return;
  const here = [...new Set([...named].sort((a, b) => a.start - b.start).map(({ subject }) => subject))];
  const fresh = here.map((subject) => ({ subject, passage, block }));
  topic.things = [...fresh, ...topic.things.filter(({ subject }) => !here.includes(subject))].slice(0, mostSpoken);
}

/** All that a note says. Pure: the same note and gazetteers give the same claims in the same order. */
export function extractClaims(note: NoteReading, gazetteers: Gazetteers): Extraction {
  const rejections = createRejections();
  const { ledger, entities, claimsAbout } = readPassages(note, gazetteers, rejections);
  return {
    note: note.note,
    entities,
    claims: entities.flatMap(claimsAbout),
    damaged: note.note.damaged,
    rejected: rejections.settle(ledger),
  };
}

/**
 * The same, thing by thing and without what was rejected: for notes that say more than there is room for at once. What the
 * `head` of a text calls by name is known in a later part of it.
 */
export function readThings(note: NoteReading, gazetteers: Gazetteers, head?: NoteReading): Settled {
  return readPassages(note, gazetteers, noRejections, head);
}

/** Second walk: every recogniser and every rule over each passage. */
function readPassages(
  note: NoteReading,
  gazetteers: Gazetteers,
  rejections: Rejections,
  head?: NoteReading,
): Settled & { ledger: Ledger } {
  const directory = createDirectory(gazetteers);
  const scan = createScanner(gazetteers);
  if (head !== undefined) readSections(head, wordsOfAll(head), (text) => scan(text), directory);
  const words = wordsOfAll(note);
  const { sectionOf } = readSections(note, words, scan, directory);
  const ledger = createLedger();
  const topic: Topic = {
    subject: undefined,
    block: -1,
    item: false,
    entry: undefined,
    holder: undefined,
    elsewhere: undefined,
    before: undefined,
    record: undefined,
    field: undefined,
    makers: undefined,
    opening: undefined,
    sheet: undefined,
    speaker: undefined,
    named: undefined,
    things: [],
    addressee: undefined,
    series: undefined,
    publication: undefined,
    list: undefined,
    footnotes: new Map(),
    counting: undefined,
    table: {
      head: undefined,
      rows: new Map(),
      group: undefined,
      whole: undefined,
      of: undefined,
      data: [],
      last: undefined,
      together: undefined,
    },
  };
  const repeats = createRepeats();
  const faultsIn = createFaultFinder(note);
  let heading: Scene['heading'];
  const levels = createHeadingLevels();
  const countries = createCountrySections();
  let lastBlock = -1;
  note.cuts.forEach((cut, n) => {
    const passage = note.note.passages[n];
    const block = passage === undefined ? undefined : note.blocks[passage.block];
    if (passage === undefined || block === undefined) return;
    const section = sectionOf(passage.block);
    const faults = faultsIn(cut);
    const text = words[n] ?? '';
    const opens = passage.block !== lastBlock;
    const dated = opens && hasDatedDetails(note, passage.block);
    // What stands above or beneath an item is no matter of its words.
    const isNested = dated || topic.entry !== undefined || topic.holder !== undefined;
    const readAll = (): void => {
      const scanned = scan(text, n);
      const scene: Scene = {
        passage,
        reading: recognise({ scan: scanned, directory, owner: hostOf(section, directory) }),
        block,
        blockIndex: passage.block,
        opens,
        dated,
        section,
        heading,
        cut: faults.some((fault) => fault === 'cut' || fault === 'headless'),
        garbled: faults.includes('garbled'),
        taken: [],
        named: [],
        topic,
        ledger,
        gazetteers,
        directory,
        reject: rejections.reject,
      };
      if (opens) countries.hear({ text, places: scanned.places, passage }, block);
      takeUpDetails(scene);
      for (const rule of rules) if (rule.apply(scene)) break;
      rememberEntry(scene);
      rememberNamed(scene);
      rememberThings(scene);
      for (const { subject } of scene.named) countries.name(subject, passage.block);
      rejections.look(scene, scanned.agencies);
    };
    if (isNested) readAll();
    else repeats.read({ text, owner: section.owner, opens, block: passage.block }, topic, readAll);
    lastBlock = passage.block;
    if (block.kind !== 'heading') return;
    heading = { ...headingAt(cleanName(text), scan(text, n), passage, heading), under: levels.under(block.level) };
    levels.open(block.level, heading.says, heading.text);
    countries.open({ text, places: scan(text, n).places, passage, level: block.level });
  });
  countries.settle();
  return { ledger, ...settleLedger(ledger, directory.isNamed) };
}

/** A heading, with what it announces. */
function headingAt(
  text: string,
  { agencies, places }: Scan,
  passage: Passage,
  above: Scene['heading'],
): Omit<Heading, 'under'> {
  const isNamed = [...agencies, ...places].some(({ start, end }) => end - start >= text.length * 0.6);
  const own = headingSays(text);
  return { text, passage, says: own ?? (goesOnWithList(text, isNamed) ? above?.says : undefined) };
}

/** Tells the faults that overlap a passage; passages are asked for in the order of the text. */
function createFaultFinder({ damage }: NoteReading): (cut: { start: number; end: number }) => string[] {
  let from = 0;
  return ({ start, end }) => {
    while (from < damage.length && (damage[from]?.end ?? 0) <= start) from++;
    const faults: string[] = [];
    for (let at = from; at < damage.length && (damage[at]?.start ?? 0) < end; at++) {
      const found = damage[at];
      if (found !== undefined && found.end > start) faults.push(found.fault);
    }
    return faults;
  };
}
