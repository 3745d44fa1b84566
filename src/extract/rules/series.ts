/** Reads the series a title belongs to and its number there: "(MRS 24)", "Working Paper No. 29", "(Demographic Reports 2004:5)". */
import { findAll } from '../../notes/find-all.js';
import { type Ownership, type Subject, say, told } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { findOwnership, saidOf } from '../owners.js';
import {
  findSeriesReference,
  parseEdition,
  parseNumberOf,
  parseSeriesInFront,
} from '../recognisers/series-references.js';
import type { Rule, Scene } from '../scene.js';
import { nameThing } from './things.js';

const name = 'series';
/** In running prose a series stands in the clause of its title; in an entry, anywhere behind it. */
const inClause = /^[^.;()]{0,90}$/;
const inEntry = /^[^;]{0,200}$/;

/** Says of a title, by what stands before and behind it, which series it is in and with which number. */
export function readSeries(scene: Scene, subject: Subject, start: number, end: number, entry = false): void {
  const text = (from: number, to: number): string =>
    scene.reading.text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const found =
    parseSeriesInFront(text(start - 110, start)) ??
    findSeriesReference(text(end, end + 260), entry ? inEntry : inClause);
  if (found === undefined) return;
  const series =
    found.name === undefined ? scene.topic.series : recallSeries(scene, subject, found.name, found.periodical);
  if (found.number !== undefined) say(subject, 'seriesNumber', found.number, scene.passage, name);
  if (series !== undefined) say(subject, 'partOf', series, scene.passage, name);
  // "Quay Papers no. 7 … *Tides* (no. 8)": the next number is of the same.
  if (series !== undefined && found.number !== undefined) scene.topic.series = series;
}

/** The series of a name, known already or named only by what it numbers. */
function recallSeries(scene: Scene, member: Subject, words: string, periodical: boolean): Subject {
  // "… the series Quay Studies: Methods and Tools": all of its title, past the colon.
  const whole = mentionsOf(scene.reading.mentions, 'title').find(({ value }) => value.text.startsWith(`${words}: `));
  if (whole !== undefined) return recallSeries(scene, member, whole.value.text, periodical);
  const present = scene.ledger.recall(['Series'], words);
  if (present !== undefined) return present;
  const start = Math.max(0, scene.reading.text.indexOf(words));
  // The name behind the number is read with it: no rule behind reads "Papers" alone, as somebody else's.
  scene.taken.push({ start, end: start + words.length });
  return nameThing(scene, {
    type: 'Series',
    label: words,
    start,
    end: start + words.length,
    ownership:
      ownerInName(scene, words) ??
      saidOf(scene, { start, end: start + words.length }) ??
      (periodical ? nobody : member.ownership),
    rule: name,
  });
}

const nobody: Ownership = { organisations: [], attribution: 'stated', clues: [] };

/** "ILO Working Papers", "Harbour Institute Briefs": a series that bears its owner's name. */
function ownerInName(scene: Scene, words: string): Ownership | undefined {
  const known = scene.reading.inside
    .concat(scene.reading.mentions)
    .filter((mention): mention is Mention<'organisation'> => mention.kind === 'organisation')
    .find(
      ({ start, end }) =>
        (words.startsWith(scene.reading.text.slice(start, end)) && end - start < words.length) ||
        // "number 7 of the Board's Quay Papers".
        /^['’]s?\s$/.test(scene.reading.text.slice(end, scene.reading.text.indexOf(words))),
    );
  const owner = known?.value ?? scene.directory.meaning(words.split(' ')[0] ?? '');
  return owner === undefined ? undefined : { organisations: [owner], attribution: 'stated', clues: [] };
}

/** "The 2015 report had as its subject *Title*": a number of the series that the paragraph speaks of, with its year. */
export function readEdition(scene: Scene, subject: Subject, start: number): void {
  const { topic, reading, blockIndex, passage } = scene;
  const edition = parseEdition(reading.text.slice(0, start));
  if (edition === undefined || topic.series?.passages.at(-1)?.block !== blockIndex) return;
  say(subject, 'partOf', topic.series, passage, name);
  if (edition.year !== undefined) say(subject, 'published', edition.year, passage, name);
}

/** A title that stands in a sentence about a series, or in the list beneath it, is a member without a number. */
export function joinSeries(scene: Scene, subject: Subject, start: number): void {
  const current = scene.topic.series;
  if (current === undefined || told(subject, 'partOf') !== undefined || !current.passages.includes(scene.passage))
    return;
  const before = scene.reading.text.slice(0, start);
  if (
    /\b(?:titles?(?: as)?|includ(?:e|es|ing)|volumes?|issues?|numbers?|such as|examples?|among (?:them|others)|latest)\b/i.test(
      before,
    )
  )
    say(subject, 'partOf', current, scene.passage, 'series-members');
}

/** " was published as number 4 of the Quay Papers": said of a title that is in no series yet. */
export function readNumberOf(scene: Scene, subject: Subject, words: string): void {
  const found = told(subject, 'partOf') === undefined ? parseNumberOf(words) : undefined;
  if (found?.number === undefined || found.name === undefined) return;
  say(subject, 'seriesNumber', found.number, scene.passage, name);
  say(subject, 'partOf', recallSeries(scene, subject, found.name, false), scene.passage, name);
}

/** "The report, No. 12 of the Quay Papers, …", "It came out as no. 3 of …": of the title that the sentence before told of. */
const pointsBack =
  /^(?:It|(?:The|This|That)\s(?:\p{Ll}+\s)?(?:report|paper|study|book|guide|brief|volume|publication|note))(?=,|\s)/u;

export const readNumberOfTopic: Rule = {
  name: 'series-number',
  apply(scene) {
    const { publication } = scene.topic;
    const { text } = scene.reading;
    const opening = pointsBack.exec(text)?.[0];
    if (publication !== undefined && opening !== undefined)
      readNumberOf(scene, publication, text.slice(opening.length, opening.length + 260));
    return false;
  },
};

const capitals = String.raw`\p{Lu}[\p{L}-]*(?:\s(?:\p{Lu}[\p{L}-]*|in|of|on|and|the|for|y|de|et|du|la|le|des)){0,9}`;
/** "in the series Población y Desarrollo", ", published twice a year": a series by the words beside its name. */
const named: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:(?:series|journal|newsletter|periodical|yearbook|bulletin)\s(?:called\s|entitled\s|titled\s)?|(?:an?|the|our|its)\s(?:[\p{Ll}-]+\s){0,2}(?:journal|newsletter|periodical|yearbook|bulletin),\s(?:the\s)?)(?<label>${capitals}(?<!\s(?:in|of|on|and|the|for)))(?=[\s,.;:]|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<label>${capitals}\s\p{Lu}[\p{L}-]+),\s(?:which is\s|which appears\s)?(?:published|issued|released|appearing|a (?:\p{Ll}+\s)?(?:journal|newsletter|periodical|bulletin|yearbook|magazine|series))\b(?:\s(?:annually|quarterly|monthly|weekly|yearly|biannually|biennially|every|twice|(?:two|three|four|five|six) times))?`,
    'gu',
  ),
];

/** "Crews by Age, | Sex and Flag, released each May": the end of a row that began before. */
const ofRow = /\bby\s(?:\p{Lu}[\p{L}-]*,\s){1,4}$/u;

const hint =
  /series|journal|newsletter|periodical|yearbook|bulletin|magazine|, (?:which is )?(?:published|issued|released|appearing)/;

export const readNamedSeries: Rule = {
  name,
  apply(scene) {
    const { text, mentions } = scene.reading;
    if (scene.block.kind === 'heading' || scene.block.kind === 'row' || !hint.test(text)) return false;
    for (const pattern of named) {
      for (const match of findAll(text, pattern)) {
        const label = match.groups?.['label'];
        if (label === undefined || label.length < 5) continue;
        if (/, (?:published|issued|released)$/.test(match[0])) continue;
        const start = match.index + match[0].indexOf(label);
        if (ofRow.test(text.slice(Math.max(0, start - 60), start))) continue;
        const taken = mentions.some(
          (mention) =>
            (mention.kind === 'title' || mention.kind === 'name') &&
            mention.start < start + label.length &&
            mention.end > start,
        );
        if (taken) continue;
        scene.topic.series = nameThing(scene, {
          type: 'Series',
          label,
          start,
          end: start + label.length,
          ownership: findOwnership(scene, { start, end: start + label.length }),
          rule: name,
        });
      }
    }
    return false;
  },
};
