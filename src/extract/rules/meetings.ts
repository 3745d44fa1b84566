/** Finds meetings: those that a list names, that a sentence describes, and names that the day and the town behind them tell. */
import { findAll } from '../../notes/find-all.js';
import { type Mention, mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import { nameHeads } from '../recognisers/name-heads.js';
import type { Rule, Scene } from '../scene.js';
import { headType } from './classify.js';
import { findEventDate, nameEvent } from './events.js';
import { readThemes } from './subject-matter.js';

const name = 'events';

/** Whether a title or a name that is read elsewhere stands in a stretch. */
const named = ({ reading }: Scene, start: number, end: number): boolean =>
  reading.mentions.some(
    (mention) =>
      (mention.kind === 'title' || (mention.kind === 'name' && mention.value.class === 'event')) &&
      mention.start < end &&
      mention.end > start,
  );

function write(scene: Scene, start: number, end: number): void {
  const label = scene.reading.text.slice(start, end).replace(/\s+/g, ' ').trim();
  scene.taken.push({ start, end });
  const subject = nameEvent(scene, { label, start, end, ownership: findOwnership(scene, { start, end }) });
  if (subject !== undefined) readThemes(scene, subject, start, end);
}

const hasDay = ({ value }: Mention<'date'>): boolean => value.from.length > 7;

/** "12–13 April 2018, Asunción: Title (convened by …)": the day opens the line. */
function readDayFirst(scene: Scene, listed: boolean): boolean {
  const { text, mentions } = scene.reading;
  const date = mentionsOf(mentions, 'date').find((mention) => mention.start <= 1);
  if (date === undefined || !hasDay(date)) return false;
  const gap = /^(?:,\s[^:.;]{2,60})?(?::|\s[–—])\s["“„«*_]{0,2}(?=[\p{Lu}\d])/u.exec(text.slice(date.end));
  if (gap === null) return false;
  const start = date.end + gap[0].length;
  const title = mentionsOf(mentions, 'title').find((mention) => mention.start <= start && mention.end > start);
  const stop = text.slice(start).search(/\s\(|[,;.](?:\s|$)/);
  const end = title?.end ?? (stop === -1 ? text.length : start + stop);
  if (!listed && !eventNoun.test(text.slice(start, end + 60))) return false;
  if (title === undefined && named(scene, start, end)) {
    scene.taken.push({ start: end, end: text.length });
    return true;
  }
  write(scene, title === undefined ? start : title.start + 1, title === undefined ? end : title.end - 1);
  // "25th Harbour Seminar, “Tides”": what else the line tells is told of this meeting.
  scene.taken.push({ start, end: text.length });
  return true;
}

/** "Webinar, 20 September 2022: | Getting Started with the File.": what kind of meeting, then the day. */
function readKindFirst(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const kind =
    /^(?:Webinar|Workshop|Seminar|Conference|Meeting|Course|Training|Round ?table|Panel|Lecture|Launch)s?(?:,|:|\s[–—-])\s/u.exec(
      text,
    );
  const date = mentionsOf(mentions, 'date').find((mention) => mention.start === kind?.[0].length);
  const gap =
    date !== undefined && hasDay(date)
      ? /^(?:,\s[^:.;]{2,50})?(?::|\s[–—])\s["“„«*_]{0,2}(?=\p{Lu})/u.exec(text.slice(date.end))
      : null;
  if (date === undefined || gap === null) return false;
  const start = date.end + gap[0].length;
  const stop = text.slice(start).search(/["”»*_]?(?:[.;](?:\s|$)|\s\()/);
  write(scene, start, stop === -1 ? text.length : start + stop);
  return true;
}

/** "Presentation of the second round: Praia, 18 December 2023": the name opens the line, town and day follow. */
function readNameFirst(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const date = mentionsOf(mentions, 'date').find(hasDay);
  if (date === undefined || date.start < 8 || !/^\p{Lu}/u.test(text) || named(scene, 0, date.start)) return false;
  const stop = text.slice(0, date.start).search(/[,:(]/);
  const end = stop === -1 ? date.start : stop;
  const words = text.slice(0, end).trimEnd();
  if (words.split(/\s+/).length < 2 || finite.test(text.slice(0, date.start)) || headType(words) === 'Dataset')
    return false;
  const own = mentionsOf(mentions, 'organisation').some(
    (mention) => mention.start === 0 && mention.end >= words.length,
  );
  if (own) return false;
  write(scene, 0, words.length);
  return true;
}

const finite = /\b(?:is|are|was|were|has|have|had|will|may|can|publishes|published|released)\b/;
const eventNouns = [...nameHeads].filter(([, kind]) => kind === 'event').map(([head]) => head);
const eventNoun = new RegExp(
  String.raw`\b(?:${eventNouns.join('|')}|session|webinar|hearing|course|school|round table)\b`,
  'i',
);

function readListed(scene: Scene): boolean {
  const { block, opens, topic } = scene;
  if (!opens || scene.garbled || (block.kind !== 'item' && block.kind !== 'paragraph')) return false;
  const listed = scene.heading?.says === 'Event' || topic.list?.announces === 'events';
  return (
    readDayFirst(scene, listed) || readKindFirst(scene) || (listed && block.kind === 'item' && readNameFirst(scene))
  );
}

const kinds =
  '(?:meeting|workshop|conference|seminar|round table|roundtable|symposium|consultation|training course|side event|summit|colloquium|webinar|session|congress|hearing|summer school|winter school)';
/** "an expert workshop", "its eighth congress", "the previous workshop": the words that belong to the meeting's label. */
const described = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Oo]ne|[Tt]his)\s)(?<label>(?<modifiers>(?:\p{Ll}[\p{L}-]{1,20}\s){0,3}?)${kinds})(?![\p{L}-])`,
  'gu',
);
/** What it is on: " on tidal data", " in Geneva on tidal data", " of the Dock Board", " for users of the file". */
const subjectOf =
  /^(?:\s(?:in|at)\s\p{Lu}[\p{L}\s]{1,30}(?=\son\s\p{Ll}))?\s(?:on|of|for|with)\s(?!\d)[^.;()]{3,140}?(?=,(?!\s\p{Ll}[\p{Ll}\s-]{2,30}(?:,|\sand\s))|[.;]|\s\(|\s(?:was|were|is|are|will|would|took|held|organi[sz]ed|convened|hosted|which|that|followed|attended|met|ended|jointly|has|had|in (?=[\d\p{Lu}])|at (?=(?:the\s)?\p{Lu})|on (?=\d)|from (?=\d))|$)/u;

/** "The summit of the mountain was reached": nothing that is done with a meeting. */
const suffers =
  /^\s(?:was|were|is|are)\s(?!(?:held|convened|organi[sz]ed|hosted|attended|opened|closed|called|chaired|arranged|planned|foreseen|scheduled|announced|postponed|cancell?ed|moved|devoted|dedicated|entitled|titled|followed|preceded|conducted|run|given|led|supported|funded|financed|sponsored|paid|invited|facilitated|concluded|adjourned|resumed|prepared|co-?\p{Ll}+|jointly|also|again|then)\b)\p{Ll}+(?:ed|wn|lt|pt|ught)\b/u;

function readDescribed(scene: Scene): void {
  const { text, mentions } = scene.reading;
  for (const match of findAll(text, described)) {
    const words = match.groups?.['label'] ?? '';
    const end = match.index + match[0].length;
    const start = end - words.length;
    const near = (mention: Mention): boolean => mention.start >= start - 60 && mention.start <= end + 160;
    const dated = mentionsOf(mentions, 'date').some(near);
    const placed = mentionsOf(mentions, 'place').some((place) => place.value.kind === 'city' && near(place));
    if (!dated && !placed) continue;
    // "the workshop *Title*", "the conference Numbers with a Face": it has a name.
    const next = mentions.some(
      (mention) =>
        (mention.kind === 'name' || mention.kind === 'title') && mention.start >= end && mention.start - end < 6,
    );
    // "An online seminar, Counting Rafts, was held": that was read.
    const isApposed = scene.taken.some((span) => /^,\s["“*_]{0,2}$/.test(text.slice(end, Math.max(end, span.start))));
    if (next || isApposed) continue;
    const tail = subjectOf.exec(text.slice(end))?.[0] ?? '';
    const bare = tail === '' && match.groups?.['modifiers'] === '';
    // "at its meeting in Oslo", "the session was opened": whose or which, another sentence tells.
    if (bare && !(dated && /^\s(?:was|were|is|will be|took)\b|^\s(?:in|at)\s/.test(text.slice(end)))) continue;
    if (bare && /\b(?:[Ii]ts|[Oo]ur|[Tt]heir|[Tt]his|[Tt]he)\s$/.test(text.slice(Math.max(0, start - 8), start)))
      continue;
    if (named(scene, start, end + tail.length) || suffers.test(text.slice(end + tail.length, end + tail.length + 40)))
      continue;
    write(scene, start, end + tail.length);
  }
}

const capitals = String.raw`\p{Lu}[\p{L}'-]*(?:\s(?:\p{Lu}[\p{L}'-]*|\d{4}|of|on|and|in|for|the|to|at|de|&))*`;
/** "Title of the meeting, held from 17 to 19 January 2005": a line of a list of meetings. */
const heldLine =
  /^["“*_]{0,2}(\p{Lu}[^.;:]{7,200}?)["”*_]{0,2},\s(?:which\s)?(?:was\s)?(?:to be\s)?(?:held|convened|organi[sz]ed|hosted)\s(?:from|on|in|at|by|between|jointly)\b/u;
/** "The Working Party on Migration met in …", "… Council meets on …": what meets is a meeting. */
const meets = new RegExp(
  String.raw`(?:^|[\s(])(?:(?:[Tt]he|[Aa]n?)\s)?(?:(?:next|last|first|annual|joint|regional)\s)?(${capitals})\s(?:met|meets|will meet|(?:was|were|is|are|will be|is to be)\s(?:held|convened|organi[sz]ed)|(?:took|takes|will take) place)\s(?=in|on|at|from|between|again)`,
  'gu',
);

/** "the regional conference Migration Data for Small Islands in Victoria": a title without marks behind its kind. */
const kindBefore = new RegExp(
  String.raw`\b(?:meeting|conference|workshop|seminar|forum|symposium|summit|panel|[Ss]ide event|[Ww]ebinar)\s(${capitals})(?=,?\s(?:in|on|at|was|is|will)\s|,\s\p{Lu}[\p{L}\s]{2,30},\s\d{1,2}\s)`,
  'gu',
);

const kindApposed = new RegExp(
  String.raw`^(?:An?|The|Our)\s(?:[\p{Ll}-]+\s){0,3}?${kinds},\s["“*_]{0,2}(?=\p{Lu})`,
  'u',
);

function readHeld(scene: Scene): void {
  const { text, mentions } = scene.reading;
  if (
    scene.block.kind === 'heading' ||
    scene.block.kind === 'row' ||
    !/\b(?:met|meets?|held|hosted|convened|organi[sz]ed|place|conference|workshop|meeting|seminar|forum|symposium|summit|panel)\b/.test(
      text,
    )
  )
    return;
  const taken = (start: number, end: number): boolean =>
    mentions.some(
      (mention) =>
        (mention.kind === 'title' || (mention.kind === 'name' && mention.value.class === 'event')) &&
        mention.start < end &&
        mention.end > start,
    );
  const held = scene.opens ? heldLine.exec(text)?.[1] : undefined;
  // "Reports the Crew Survey, held in Lima in 2012": a survey is held, too.
  const whole =
    held !== undefined && /\b(?:survey|census|panel|poll|interviews|elections?)$/i.test(held) ? undefined : held;
  // "An online seminar, Counting Rafts, was held on …": its kind stands before its name.
  const line = whole?.replace(kindApposed, '');
  const aboutData = mentionsOf(mentions, 'name').some(
    (mention) => mention.value.class === 'dataset' && mention.start < (line?.length ?? 0),
  );
  const found =
    line !== undefined &&
    !aboutData &&
    !/^\p{L}+\sthe\s/u.test(line) &&
    !/\b(?:is|are|was|were|will|has|have|its|their)\b/.test(line)
      ? [{ label: line, start: text.indexOf(line) }]
      : [];
  for (const match of [...findAll(text, meets), ...findAll(text, kindBefore)]) {
    const label = match[1] ?? '';
    if (headType(label) === 'Dataset') continue;
    found.push({ label, start: match.index + match[0].indexOf(label) });
  }
  for (const { label, start } of found) {
    const end = start + label.length;
    if (label.split(/\s+/).length < 2 || taken(start, end) || findEventDate(scene, start, end) === undefined) continue;
    scene.taken.push({ start, end });
    nameEvent(scene, {
      label: label.replace(/\s+/g, ' '),
      start,
      end,
      ownership: findOwnership(scene, { start, end }),
    });
  }
}

/** "our Data Clinic in Madrid on 2 December 2021", "the Harbour Assembly (Geneva, 19–24 May 2008)": the town and the day tell. */
const datedName =
  /(?<![\p{L}-])(?:the|our|its|their|a|an|at)\s(?:(?:[\p{Ll}]+-)?(?:\p{Ll}+(?:st|nd|rd|th))\s)?(?<label>\p{Lu}[\p{L}'-]*(?:\s(?:\p{Lu}[\p{L}'-]*|of|on|and|for)){0,6}\s\p{Lu}[\p{L}'-]*)(?=\s(?:in|at)\s\p{Lu}[\p{L}\s,]{1,40}\s(?:on|from)\s\d|\s\(\p{Lu}[\p{L}\s,]{1,40},\s\d{1,2}[\d\s–-]*\s?\p{Lu})/gu;

/** What `datedName` looks ahead for, in its shortest form. */
const dayBehind = /\s(?:on|from)\s\d|,\s\d/;

function readDatedNames(scene: Scene): void {
  const { text, mentions } = scene.reading;
  for (const match of findAll(text, datedName)) {
    const label = match.groups?.['label'] ?? '';
    const end = match.index + match[0].length;
    const start = end - label.length;
    const body = mentions.some(
      (mention) =>
        (mention.kind === 'organisation' ||
          mention.kind === 'name' ||
          mention.kind === 'title' ||
          mention.kind === 'place') &&
        mention.start < end &&
        mention.end > start &&
        mention.foundBy !== 'head-noun',
    );
    const type = headType(label);
    if (body || (type !== undefined && type !== 'Event') || findEventDate(scene, start, end) === undefined) continue;
    write(scene, start, end);
  }
}

const hint = new RegExp(`${eventNoun.source}|meeting|side event`, 'i');

export const readEvents: Rule = {
  name,
  apply(scene) {
    if (readListed(scene)) return false;
    readHeld(scene);
    if (scene.block.kind === 'heading' || scene.block.kind === 'row') return false;
    if (hint.test(scene.reading.text)) readDescribed(scene);
    if (/\d{4}/.test(scene.reading.text) && dayBehind.test(scene.reading.text)) readDatedNames(scene);
    return false;
  },
};
