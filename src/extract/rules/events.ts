/** Reads meetings: their name, date, place and who convened them. A place of a meeting is no coverage. */
import { findAll } from '../../notes/find-all.js';
import { labelKey } from '../label-key.js';
import { type Ledger, type Ownership, type Subject, say, told } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { findOwnership, rowAt } from '../owners.js';
import { insideOf } from '../recognisers/recognise.js';
import type { Rule, Scene } from '../scene.js';
import { headType } from './classify.js';
import { readThemes } from './coverage.js';

const name = 'events';

interface EventName {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly ownership: Ownership;
}

/** The ISO date or span of an event at a stretch of the passage: behind it first, else right before. */
export function findEventDate(scene: Scene, start: number, end: number): string | undefined {
  const { text, mentions } = scene.reading;
  const inside = insideOf(scene.reading, { start, end }, 'date')[0];
  if (inside !== undefined) return isoOf(inside);
  const dates = mentionsOf(mentions, 'date');
  const behind = dates.find(
    (date) =>
      date.start >= end &&
      text.slice(end, date.start).length < 130 &&
      !/[;]|\.\s\p{Lu}/u.test(text.slice(end, date.start)) &&
      !/\b(?:published|issued|report)\b/i.test(text.slice(end, date.start)),
  );
  if (behind !== undefined) return isoOf(behind);
  const ahead = dates.findLast(
    (date) =>
      date.end <= start && text.slice(date.end, start).length < 90 && !/[;]|\.\s/.test(text.slice(date.end, start)),
  );
  if (ahead !== undefined && /^(?:\s(?:\p{L}|\s){0,60}|,\s.{0,80}|:\s["“„»*]?)$/u.test(text.slice(ahead.end, start)))
    return isoOf(ahead);
  const year = mentionsOf(mentions, 'years').find(
    (years) =>
      years.value.form === 'single' &&
      ((years.end <= start && /^\s(?:\p{Lu}[\p{L}-]*\s){0,3}$/u.test(text.slice(years.end, start))) ||
        (years.start >= end &&
          /^(?:,?\s(?:(?:was\s)?held\s)?(?:in\s(?:\p{Lu}\p{L}+,?\s){0,4})?(?:in\s)?|\s\((?:\p{Lu}\p{L}+,\s){0,3})$/u.test(
            text.slice(end, years.start),
          ))),
  );
  const within = insideOf(scene.reading, { start, end }, 'years').find((years) => years.value.form === 'single');
  const found = year ?? within;
  return found === undefined ? undefined : String(found.value.periods[0]?.start);
}

const isoOf = (date: Mention<'date'>): string =>
  date.value.to === undefined ? date.value.from : `${date.value.from}/${date.value.to}`;

/** Cities and countries behind the name, before the clause ends: "held in Rabat", ", Marrakech, Morocco, 11–12 May". */
function readPlace(scene: Scene, subject: Subject, end: number): void {
  const { text, mentions } = scene.reading;
  const stop = text.slice(end).search(/[.;](?:\s|$)/);
  const until = Math.min(stop === -1 ? text.length : end + stop, end + 160);
  const places = mentionsOf(mentions, 'place').filter((place) => place.start >= end && place.end <= until);
  const city = places.find(
    (place) => place.value.kind === 'city' && /(?:\b(?:in|at)\s|,\s|\s)$/.test(text.slice(0, place.start)),
  );
  const country = places.find(
    (place) =>
      place.value.kind === 'country' &&
      /(?:\bin\s|,\s)(?:the\s)?$/.test(text.slice(Math.max(0, place.start - 8), place.start)),
  );
  if (city !== undefined)
    say(
      subject,
      'place',
      {
        text: text.slice(city.start, city.end),
        ...(country?.value.kind === 'country' ? { country: country.value.code } : {}),
      },
      scene.passage,
      name,
    );
  if (
    country?.value.kind === 'country' &&
    (city !== undefined ||
      /\b(?:held|hosted|took place|convened|meeting|organi[sz]ed)\b[^.;]{0,80}\bin\s(?:the\s)?$/i.test(
        text.slice(0, country.start),
      ))
  ) {
    if (city === undefined)
      say(
        subject,
        'place',
        { text: text.slice(country.start, country.end), country: country.value.code },
        scene.passage,
        name,
      );
    say(subject, 'country', { code: country.value.code, role: 'about' }, scene.passage, name);
  }
}

/** "UNFPA-IOM Expert Group Meeting": the conveners right before the name are part of it. */
function withConveners(scene: Scene, event: EventName): EventName {
  const { text, mentions } = scene.reading;
  const all = mentionsOf(mentions, 'organisation');
  let { start } = event;
  for (let at = all.findLastIndex((mention) => mention.end <= start); at >= 0; at--) {
    const mention = all[at];
    if (
      mention === undefined ||
      !/^\s?[-/–]?\s?$/.test(text.slice(mention.end, start)) ||
      text.slice(mention.end, start) === ''
    )
      break;
    start = mention.start;
  }
  return start === event.start
    ? event
    : {
        ...event,
        start,
        label: text
          .slice(start, event.end)
          .replace(/\s+/g, ' ')
          .replace(/\s\([A-Z]+\)$/, ''),
      };
}

/** Whether only the kind of meeting is named, and none in particular. */
const plural =
  /^(?:expert|regional|international|annual|national|technical|other|several|ministerial)?\s?(?:meetings|conferences|workshops|seminars|consultations|forums|fora|dialogues|panels)$/i;

/** Writes an event into the ledger; two meetings of one name on two dates are two. */
export function nameEvent(scene: Scene, bare: EventName): Subject | undefined {
  const event = withConveners(scene, bare);
  if (plural.test(event.label)) return undefined;
  const date = findEventDate(scene, event.start, event.end);
  const { subject, label } = identify(scene, event, date);
  say(subject, label === subject.label ? 'label' : 'alias', label, scene.passage, name);
  if (date !== undefined && told(subject, 'published') === undefined)
    say(subject, 'published', date, scene.passage, name);
  readConveners(scene, subject, event.end);
  readPlace(scene, subject, event.end);
  readThemes(scene, subject, event.start, event.end);
  return subject;
}

/** "…, New York, 6-7 February 2007, UNITAR, IOM and the …": the conveners behind the date. */
function readConveners(scene: Scene, subject: Subject, end: number): void {
  const { text, mentions } = scene.reading;
  if (subject.ownership.attribution === 'stated' && subject.ownership.organisations.length > 1) return;
  const date = mentionsOf(mentions, 'date').find((mention) => mention.start >= end);
  const all = mentionsOf(mentions, 'organisation');
  const at =
    date === undefined
      ? -1
      : all.findIndex(
          (mention) => mention.start >= date.end && /^,\s(?:the\s)?$/.test(text.slice(date.end, mention.start)),
        );
  if (at !== -1) subject.ownership = { organisations: rowAt(text, all, at), attribution: 'stated', clues: [] };
}

/** The same meeting under a shorter or longer name, by all its words but years and "United Nations". */
function bareName(label: string): string {
  return labelKey(label)
    .replace(/\b(?:(?:19|20)\d{2}|united nations|un|the)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** So many things back a meeting is looked for under another form of its name. */
const meetingMemory = 400;

interface Meetings {
  /** How many subjects of the ledger were looked at. */
  read: number;
  /** Bare name → the place of the latest meeting of that name among the subjects. */
  latest: Map<string, number>;
}
const meetings = new WeakMap<Ledger, Meetings>();

/** The latest meeting of a bare name, unless it was named too long ago. */
function latestMeeting(ledger: Ledger, bare: string): Subject | undefined {
  const { subjects } = ledger;
  const known = meetings.get(ledger) ?? { read: 0, latest: new Map<string, number>() };
  meetings.set(ledger, known);
  const oldest = subjects.length - meetingMemory;
  if (known.latest.size > 4 * meetingMemory)
    known.latest = new Map([...known.latest].filter(([, place]) => place >= oldest));
  for (; known.read < subjects.length; known.read++) {
    const subject = subjects[known.read];
    if (subject?.type === 'Event') known.latest.set(bareName(subject.label), known.read);
  }
  const place = known.latest.get(bare);
  return place === undefined || place < oldest ? undefined : subjects[place];
}

/** The event that a name stands for: one known already unless its date is another. */
function identify(scene: Scene, event: EventName, date: string | undefined): { subject: Subject; label: string } {
  const { ledger, passage } = scene;
  const bare = bareName(event.label);
  const present = bare.split(' ').length < 3 ? ledger.recall(['Event'], event.label) : latestMeeting(ledger, bare);
  if (present !== undefined && (date === undefined || agree(told(present, 'published'), date))) {
    if (present.passages.length < 8 && !present.passages.includes(passage)) present.passages.push(passage);
    return { subject: present, label: event.label };
  }
  const label = present?.label === event.label ? `${event.label} (${date})` : event.label;
  return { subject: ledger.subject('Event', label, event.ownership, passage, name), label };
}

/** One date may say less than the other, but not something else. */
function agree(known: string | undefined, date: string): boolean {
  return known === undefined || known.startsWith(date) || date.startsWith(known);
}

const kinds =
  '(?:meeting|workshop|conference|seminar|round table|roundtable|symposium|consultation|training course|side event|summit|colloquium)';
/** "a meeting in Santo Domingo on …", "an expert workshop on … held in …": an event without a name of its own. */
const described = new RegExp(
  String.raw`\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne|first|second|third|fourth|annual)\s((?:\p{Ll}[\p{L}-]{1,20}\s){0,3}?${kinds})\s(?=(?:in|on|at|of|for|held|with|convened|organi[sz]ed|was|took)\b)`,
  'gu',
);

function readDescribed(scene: Scene): void {
  const { text, mentions } = scene.reading;
  for (const match of findAll(text, described)) {
    const kindAt = match.index + match[0].length - 1 - (match[1]?.length ?? 0);
    const end = match.index + match[0].length - 1;
    const near = (mention: Mention): boolean => mention.start >= kindAt - 60 && mention.start <= end + 160;
    const dated = mentions.some((mention) => mention.kind === 'date' && near(mention));
    const placed = mentions.some(
      (mention) => mention.kind === 'place' && mention.value.kind === 'city' && near(mention),
    );
    if (!dated && !placed) continue;
    if (
      mentions.some(
        (mention) =>
          (mention.kind === 'name' || mention.kind === 'title') && mention.start >= end && mention.start - end < 6,
      )
    )
      continue;
    const tail =
      /^\s(?:(?:in|at)\s\p{Lu}[\p{L}\s]{1,30}\s)?(?:on|of|for|with)\s[^.;()]{3,140}?(?=,?\s(?:was|were|is|took|held|at the|which|organi[sz]ed|convened)\b|,?\s(?:in (?=[\d\p{Lu}])|on (?=\d)|from (?=\d))|[.;()]|$)/u.exec(
        text.slice(end),
      );
    const label = text
      .slice(kindAt, end + (tail?.[0].length ?? 0))
      .replace(/\s+/g, ' ')
      .trim();
    const subject = nameEvent(scene, {
      label,
      start: kindAt,
      end,
      ownership: findOwnership(scene, { start: kindAt, end }),
    });
    if (subject !== undefined) readThemes(scene, subject, kindAt, kindAt + label.length);
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
  String.raw`\b(?:meeting|conference|workshop|seminar|forum|symposium|summit|panel)\s(${capitals})(?=,?\s(?:in|on|at|was|is|will)\s)`,
  'gu',
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
  const line = scene.opens ? heldLine.exec(text)?.[1] : undefined;
  const found =
    line !== undefined && !/\b(?:is|are|was|were|will|has|have)\b/.test(line)
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

export const readEvents: Rule = {
  name,
  apply(scene) {
    readHeld(scene);
    if (
      /meeting|workshop|conference|seminar|round ?table|symposium|consultation|course|event|summit|colloquium/i.test(
        scene.reading.text,
      )
    )
      readDescribed(scene);
    return false;
  },
};
