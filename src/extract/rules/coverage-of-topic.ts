/** Gives the years, places and numbers of a sentence to the data that it speaks of. */
import type { CountryCount, EntityType, Period } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Rule, Scene } from '../scene.js';
import { continuesTopic } from './continues-topic.js';
import { readCounts, readPlaces } from './data-places.js';
import { speaksOfData } from './data-speech.js';
import { yearsOf } from './data-times.js';
import { isCoverageYear, readYears } from './data-years.js';
import { markOfNote } from './footnote-marks.js';
import { readHistory } from './history.js';
import { readBreakdown, readMeasures, readThemes } from './subject-matter.js';

const name = 'coverage';
const covered: readonly EntityType[] = ['Dataset', 'Project', 'Series'];

/** The dataset or project that a stretch of the passage is about: named before it in the sentence, else in it, else the topic. */
function subjectsHere(scene: Scene): { subject: Subject; start: number }[] {
  const here: { subject: Subject; start: number }[] = [];
  for (const mention of scene.reading.mentions) {
    if (mention.kind !== 'name' && mention.kind !== 'title') continue;
    const subject = scene.ledger.recall(covered, mention.value.text.replace(/\s\([A-Z-]+\)$/, ''));
    if (subject?.passages.includes(scene.passage)) here.push({ subject, start: mention.start });
  }
  // Data and projects without a name in capitals: "a register of seamen".
  for (const { subject, start } of scene.named)
    if (
      subject.type !== 'Series' &&
      covered.includes(subject.type) &&
      !here.some((one) => one.subject === subject && one.start === start)
    )
      here.push({ subject, start });
  return here.sort((a, b) => a.start - b.start);
}

/** "a rider to the Labour Force Survey", "drawn from the register": named beside what the sentence is about. */
const besides =
  /\b(?:attached to|rider to|part of|component of|based on|taken from|drawn from|linked to|matched (?:to|with)|compared with|derived from|supplement (?:to|of)|extension of|successor (?:of|to)|unlike|replac\w+|confused with|sample frame|frame of)\s(?:the|its|an?|our)?\s?["“*„»«]{0,2}$/i;

/** What the passage is about leaves out what it only names beside it; the topic then stays with what it is about. */
function mainSubjects(
  scene: Scene,
  here: { subject: Subject; start: number }[],
): { subject: Subject; start: number }[] {
  const main = here.filter(({ start }) => !besides.test(scene.reading.text.slice(Math.max(0, start - 40), start)));
  const [first] = main;
  if (first === undefined || main.length === here.length) return here;
  if (!main.some(({ subject }) => subject === scene.topic.subject) && first.subject.type !== 'Series')
    scene.topic.subject = first.subject;
  return main;
}

/** Rounds: each number of countries with the period that stands behind it. */
function readRounds(scene: Scene, subject: Subject): boolean {
  const { text, mentions } = scene.reading;
  const periods = mentionsOf(mentions, 'years').filter((years) => isCoverageYear(scene, years, true));
  const ranges = periods.flatMap((years) =>
    years.value.periods.map((period) => ({ period, start: years.start, end: years.end })),
  );
  const counts = mentionsOf(mentions, 'count');
  const reported = /\breported\sby\b/.test(text);
  if (ranges.length < 2 || counts.length === 0 || (!reported && counts.length < 2)) return false;
  const lists = periods.filter((years) => years.value.periods.length > 1);
  const forward = (counts[0]?.start ?? 0) > (ranges[0]?.start ?? 0);
  for (const { period, start } of ranges) {
    // "for the 1990 round (1985–1994) from 18 countries": the number may stand behind its period as well.
    const count = forward
      ? counts.find((other) => other.start >= start)
      : counts.findLast((other) => other.end <= start);
    const other = forward
      ? undefined
      : ranges.find(
          (range) =>
            range.start < start &&
            count !== undefined &&
            range.start > count.end &&
            !lists.some((list) => list.start === start),
        );
    addRound(scene, subject, period, other === undefined ? count?.value : undefined);
  }
  return true;
}

function addRound(scene: Scene, subject: Subject, period: Period, countryCount: CountryCount | undefined): void {
  say(subject, 'round', { period, ...(countryCount === undefined ? {} : { countryCount }) }, scene.passage, 'rounds');
  say(subject, 'period', period, scene.passage, 'rounds');
}

type Located = Mention<'place' | 'corridor'>;

/** The subject that a span belongs to: the latest one named before it, else the first behind it. */
function nearestSubject(
  text: string,
  here: readonly { subject: Subject; start: number }[],
  at: number,
): Subject | undefined {
  const before = here.findLast((entry) => entry.start <= at);
  const [first] = here;
  if (before !== undefined || first === undefined) return before?.subject;
  // What stands in a clause of its own before the name is not said of it.
  return text.slice(at, first.start).includes(';') ? undefined : first.subject;
}

/** Places of a meeting, an author's address and the like were read by other rules; a place inside an event's clause is its. */
function isOfEvent(scene: Scene, at: number): boolean {
  const { text, mentions } = scene.reading;
  const event = mentions.findLast(
    (mention) =>
      mention.end <= at &&
      ((mention.kind === 'name' && mention.value.class === 'event') ||
        (mention.kind === 'title' && scene.ledger.recall(['Event'], mention.value.text) !== undefined)),
  );
  if (event !== undefined && !/[;]/.test(text.slice(event.end, at)) && at - event.end < 120) return true;
  return (
    /\b(?:meeting|workshop|conference|seminar|symposium|consultation|summit)\s[^.;]{0,60}$/i.test(
      text.slice(Math.max(0, at - 80), at),
    ) && !/\bdata\b/i.test(text.slice(Math.max(0, at - 40), at))
  );
}

/** "… of four countries:": the items beneath say what these data cover. */
function noteList({ topic, passage }: Scene, here: readonly { subject: Subject }[]): void {
  const [only, ...more] = here;
  if (topic.list?.passage === passage && only !== undefined && more.length === 0)
    topic.list = { ...topic.list, of: only.subject };
}

function give(
  scene: Scene,
  subject: Subject,
  years: readonly Mention<'years'>[],
  places: readonly Located[],
  strong: boolean,
): void {
  // A series' single years are mostly those of its volumes.
  const mine = subject.type === 'Series' ? years.filter(({ value }) => value.form === 'range') : years;
  if (subject.type === 'Series' || !readRounds(scene, subject)) readYears(scene, subject, mine, strong);
  readPlaces(scene, subject, places);
}

/** A note at the foot of a table goes on about the data whose row bears its mark. */
function takeUpFootnote(scene: Scene): boolean {
  const { topic, blockIndex } = scene;
  if (!scene.opens) return topic.block === blockIndex;
  const mark = markOfNote(scene.reading.text);
  const subject = mark === undefined ? undefined : topic.footnotes.get(mark);
  if (subject === undefined || (subject.type !== 'Dataset' && subject.type !== 'Project')) return false;
  topic.subject = subject;
  topic.block = blockIndex;
  topic.item = false;
  return true;
}

export const readCoverage: Rule = {
  name,
  apply(scene) {
    const { reading, block } = scene;
    if (scene.topic.block === scene.blockIndex) scene.topic.item = block.kind === 'item';
    if (block.kind === 'row' || scene.garbled) return false;
    if (block.kind === 'footnote' && !takeUpFootnote(scene)) return false;
    const here = mainSubjects(scene, subjectsHere(scene));
    const topic = scene.topic.subject;
    // A clause of its own before the first name goes on about the topic as well.
    const free = here[0] === undefined || reading.text.slice(0, here[0].start).includes(';');
    const onTopic = topic !== undefined && free && (topic.passages.includes(scene.passage) || continuesTopic(scene));
    if (onTopic && topic !== undefined && !here.some((entry) => entry.subject === topic))
      here.unshift({ subject: topic, start: 0 });
    if (here.length === 0) return false;
    noteList(scene, here);
    const isOfData =
      speaksOfData(reading.text) ||
      here.some(({ subject }) => subject.type === 'Project' || subject.passages.includes(scene.passage));
    if (!isOfData) {
      readHistory(scene, here);
      return false;
    }
    const subjects = new Set(here.map((entry) => entry.subject));
    for (const subject of subjects) {
      const mine = (mention: { start: number }): boolean =>
        nearestSubject(reading.text, here, mention.start) === subject && !isOfEvent(scene, mention.start);
      const places = reading.mentions.filter(
        (mention): mention is Located =>
          (mention.kind === 'place' || mention.kind === 'corridor') && mine(mention) && !isBesidesData(scene, mention),
      );
      give(scene, subject, yearsOf(scene).filter(mine), places, true);
      if (subjects.size === 1) {
        if (
          ![...subject.statements].some((entry) => entry.property === 'round' && entry.passages.includes(scene.passage))
        )
          readCounts(scene, subject);
        if (subject.type === 'Dataset') {
          readBreakdown(scene, subject);
          readMeasures(scene, subject, reading.text);
        }
        readThemes(scene, subject, 0, reading.text.length);
      }
    }
    readHistory(scene, here);
    return false;
  },
};

/** Percentages of something by region, shares and examples speak of the world, not of what data cover. */
function isBesidesData(scene: Scene, mention: Located): boolean {
  const before = scene.reading.text.slice(Math.max(0, mention.start - 60), mention.start);
  return /\b(?:per cent|percent|%|affiliated with|focus on|as in|similar to|compared (?:with|to)|financed by|funded by|paid (?:for )?by|supported by|commissioned by|on behalf of|with the (?:help|support|assistance) of|in cooperation with|in collaboration with)\b[^.;]*$/i.test(
    before,
  );
}
