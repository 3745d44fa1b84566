/** Gives the years, places and numbers of a sentence to the data that it speaks of. */
import type { CountryCount, Period } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Rule, Scene } from '../scene.js';
import {
  isCoverageYear,
  readBreakdown,
  readCounts,
  readMeasures,
  readPlaces,
  readThemes,
  readYears,
} from './coverage.js';

const name = 'coverage';
const anaphor =
  /^(?:(?:the|this|these|that|those|its|their|all|both)\s(?:[\p{L}-]+\s){0,3}?(?:data|database|dataset|data set|survey|surveys|statistics|figures|estimates|compilation|information|register|census|censuses|series|records|collection|archive|coverage|sample|questionnaire|microdata|panel|project|programme|study|tables?|indicator|files?|round|rounds|wave|waves|results|reference period|time series|interviews|holdings|observations|module|inventory|portal|tool|matrix|fieldwork|field time|pilot|categories|researchers)|it|they|data|statistics|figures|estimates|information|records|coverage|series|tables|results|(?:\p{L}+\s){0,2}rounds?|reference (?:period|area|years?)|fieldwork|field ?(?:time|work|period)|interviews|the following countries|geographic(?:al)? coverage|time coverage|countries covered|years covered|period covered|coverage of)\b/iu;
const dataSpeech =
  /\b(?:data|statistics|covers?|covered|covering|coverage|records?|recorded|recording|collects?|collected|estimates?|series|census(?:es)?|surveys?|figures|available|interview\w*|enumerated|reported|reporting|respondents|sample|observations|microdata|time series|rounds?|waves?|implemented|piloted|fielded|conducted|answered|replied|responded|participat\w+|contribut\w+|take part|joined|holds?|contains?|includes?|counts|lists|names|registered|observed|measures|contracts|permits|applications|moves|figures|asked|starts?)\b/i;

/** The dataset or project that a stretch of the passage is about: named before it in the sentence, else in it, else the topic. */
function subjectsHere(scene: Scene): { subject: Subject; start: number }[] {
  const here: { subject: Subject; start: number }[] = [];
  for (const mention of scene.reading.mentions) {
    if (mention.kind !== 'name' && mention.kind !== 'title') continue;
    const subject = scene.ledger.recall(
      ['Dataset', 'Project', 'Series'],
      mention.value.text.replace(/\s\([A-Z-]+\)$/, ''),
    );
    if (subject?.passages.includes(scene.passage)) here.push({ subject, start: mention.start });
  }
  return here;
}

/** Whether the passage goes on about the topic: in its paragraph, in its list items, or by a word that points back. */
function continuesTopic(scene: Scene): boolean {
  const { topic, block, blockIndex, reading } = scene;
  if (topic.subject === undefined) return false;
  if (topic.item && block.kind === 'item' && topic.block !== blockIndex && scene.opens) return false;
  if (topic.block === blockIndex) return true;
  const continues = anaphor.test(reading.text) || (block.kind === 'item' && topic.list === undefined && !scene.cut);
  if (continues) {
    topic.block = blockIndex;
    topic.item = false;
  }
  return continues;
}

/** Rounds: each number of countries with the period that stands behind it. */
function readRounds(scene: Scene, subject: Subject): boolean {
  const { text, mentions } = scene.reading;
  const periods = mentionsOf(mentions, 'years').filter((years) =>
    isCoverageYear(text, years.start, years.end, true, true),
  );
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

/** Days and months as years of the data: "between April and September 2012", "since January 1995". */
function yearsOf(scene: Scene): Mention<'years'>[] {
  const { text, mentions } = scene.reading;
  const years: Mention<'years'>[] = mentionsOf(mentions, 'years');
  let last: { mention: Mention<'years'>; end: number } | undefined;
  for (const date of mentionsOf(mentions, 'date')) {
    const start = Number(date.value.from.slice(0, 4));
    if (
      last !== undefined &&
      /^\s?(?:to|until|and|through|[-–])\s?$/.test(text.slice(last.end, date.start)) &&
      start >= (last.mention.value.periods[0]?.start ?? start)
    ) {
      // "from March 2002 to February 2004"
      years.splice(years.indexOf(last.mention), 1, {
        ...last.mention,
        end: date.end,
        value: { periods: [{ start: last.mention.value.periods[0]?.start ?? start, end: start }], form: 'range' },
      });
      last = undefined;
      continue;
    }
    const since =
      /\b(?:since|from)\s(?:the\s)?$/i.test(text.slice(Math.max(0, date.start - 10), date.start)) &&
      !/^\s(?:to|until|through|[-–])/.test(text.slice(date.end));
    const mention: Mention<'years'> = {
      kind: 'years',
      start: date.start,
      end: date.end,
      value: { periods: [{ start, end: since ? null : start }], form: since ? 'open' : 'single' },
      foundBy: 'date',
    };
    years.push(mention);
    last = { mention, end: date.end };
  }
  return years.sort((a, b) => a.start - b.start);
}

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

function give(
  scene: Scene,
  subject: Subject,
  years: readonly Mention<'years'>[],
  places: readonly Located[],
  strong: boolean,
): void {
  if (subject.type !== 'Series' && !readRounds(scene, subject)) readYears(scene, subject, years, strong);
  readPlaces(scene, subject, places);
}

export const readCoverage: Rule = {
  name,
  apply(scene) {
    const { reading, block } = scene;
    if (scene.topic.block === scene.blockIndex) scene.topic.item = block.kind === 'item';
    if (block.kind === 'row' || block.kind === 'footnote' || scene.garbled) return false;
    const here = subjectsHere(scene);
    const topic = scene.topic.subject;
    const onTopic =
      topic !== undefined && (topic.passages.includes(scene.passage) || (here.length === 0 && continuesTopic(scene)));
    if (onTopic && topic !== undefined && !here.some((entry) => entry.subject === topic) && here.length === 0)
      here.push({ subject: topic, start: 0 });
    if (here.length === 0) return false;
    const speaksOfData =
      dataSpeech.test(reading.text) ||
      here.some(({ subject }) => subject.type === 'Project' || subject.passages.includes(scene.passage));
    if (!speaksOfData) {
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
  return /\b(?:per cent|percent|%|affiliated with|focus on|as in|similar to|compared (?:with|to)|financed by|funded by|in cooperation with|in collaboration with)\b[^.;]*$/i.test(
    before,
  );
}

/** Foundation, revision, end: what happened to the dataset itself. */
function readHistory(scene: Scene, here: readonly { subject: Subject; start: number }[]): void {
  const { text, mentions } = scene.reading;
  const [first] = here;
  if (first === undefined || first.subject.type === 'Project') return;
  const { subject } = first;
  for (const mention of mentions) {
    if (mention.kind !== 'years' && mention.kind !== 'date') continue;
    const iso =
      mention.kind === 'date'
        ? mention.value.from
        : mention.value.form === 'single'
          ? String(mention.value.periods[0]?.start)
          : undefined;
    if (iso === undefined) continue;
    const before = text.slice(Math.max(0, mention.start - 60), mention.start);
    const after = text.slice(mention.end, mention.end + 90);
    if (
      /\b(?:last\s(?:updated?|revised)|(?:most recent|latest|last) (?:update|revision)|updated?|revised|modified)\s(?:\p{L}+\s){0,2}(?:in|on|of|was|as of)?\s?$/iu.test(
        before,
      )
    )
      say(subject, 'modified', iso, scene.passage, 'history');
    else if (
      subject.type === 'Dataset' &&
      /\b(?:established|founded|created|launched|set up|introduced|inaugurated|initiated)\s(?:by\s[^,;.]{3,50}\s)?(?:in|on)\s$/i.test(
        before,
      )
    )
      say(subject, 'published', iso, scene.passage, 'history');
    else if (
      subject.type === 'Dataset' &&
      /^\s?In\s$/.test(before.slice(-4)) &&
      /^,?\s[^.;]{0,80}?\b(?:established|founded|created|launched|set up|introduced|inaugurated|initiated)\s(?:an?|the|its|one)\b/i.test(
        after,
      )
    )
      say(subject, 'published', iso, scene.passage, 'history');
  }
  if (
    /\bused to (?:compile|collect|publish|maintain|produce|conduct)\b|\b(?:was|were|has been|have been|is)\s(?:\p{L}+\s)?(?:discontinued|suspended|terminated|abolished|closed|phased out)\b|\bno longer\s(?:\p{L}+\s)?(?:updated|maintained|compiled|published|collected)\b/iu.test(
      text,
    )
  )
    say(subject, 'status', 'discontinued', scene.passage, 'history');
  const often =
    /\b(?:annually|quarterly|monthly|weekly|daily|biennially|twice a year|(?:two|three|four|five|six) times a year|every (?:(?:two|three|four|five|ten) )?(?:years?|months?|quarters?)|once a year|yearly)\b/i.exec(
      text,
    );
  if (often !== null) say(subject, 'periodicity', often[0], scene.passage, 'history');
}
