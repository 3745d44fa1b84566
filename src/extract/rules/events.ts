/** Writes a meeting into the ledger: its name, date, place and who convened it. A place of a meeting is no coverage. */
import { labelKey } from '../label-key.js';
import { isTold, type Ledger, type Ownership, type Subject, say, told } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { rowAt } from '../owners.js';
import { insideOf } from '../recognisers/recognise.js';
import type { Scene } from '../scene.js';
import { ownershipOfMeeting } from './meeting-owners.js';
import { readThemes } from './subject-matter.js';

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
  if (putOff.test(text.slice(end, end + 200))) return undefined;
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
  if (
    ahead !== undefined &&
    /^(?:\s(?:\p{L}|\s){0,60}|\s(?:in|at)\s[\p{L}\s]{2,40},\s(?:at|during)\s[^,.;:]{2,50}|,\s.{0,80}|:\s["“„»*]?)$/u.test(
      text.slice(ahead.end, start),
    )
  )
    return isoOf(ahead);
  const [first] = dates;
  // "On 3 May 2006 the Dock Board, the Port Union and others held a |": the day opens the sentence.
  if (
    first !== undefined &&
    /^(?:On|From)\s$/.test(text.slice(0, first.start)) &&
    meets.test(text.slice(first.end, start))
  )
    return isoOf(first);
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

/** ", foreseen for Dakar in April 2020, had to be put off": it was not then. */
const putOff =
  /^["”»*_]{0,2},?\s[^.;]{0,30}\b(?:foreseen|planned|scheduled|due|announced|expected)\b[^.;]{0,100}\b(?:put off|postponed|cancelled|called off|moved)\b/;

const meets =
  /^[^.;:]{0,220}\b(?:held|organi[sz]ed|convened|hosted|opened|co-organi[sz]ed)\s(?:an?|the|its|their|our)\s(?:\p{Ll}+\s){0,3}$/u;

/** One day, or the first and the last. */
export const isoOf = (date: Mention<'date'>): string =>
  date.value.to === undefined ? date.value.from : `${date.value.from}/${date.value.to}`;

/** Cities and countries behind the name, before the clause ends: "held in Rabat", ", Marrakech, Morocco, 11–12 May". */
function readPlace(scene: Scene, subject: Subject, end: number): void {
  const { text, mentions } = scene.reading;
  const stop = text.slice(end).search(/[.;](?:\s|$)/);
  const until = Math.min(stop === -1 ? text.length : end + stop, end + 160);
  const places = mentionsOf(mentions, 'place').filter((place) => place.start >= end && place.end <= until);
  const city = places.find((place) => place.value.kind === 'city' && /\s/.test(text[place.start - 1] ?? ''));
  const country = places.find(
    (place) =>
      place.value.kind === 'country' &&
      /(?:\bin\s|,\s)(?:the\s)?$/.test(text.slice(Math.max(0, place.start - 8), place.start)),
  );
  // "at Antigua, Guatemala": a town that no gazetteer knows.
  const town = /\b(?:in|at)\s(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}),\s(?:the\s)?$/u.exec(
    text.slice(end, country?.start ?? end),
  )?.[1];
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
      town !== undefined ||
      /\b(?:held|hosted|took place|convened|meeting|organi[sz]ed)\b[^.;]{0,80}\bin\s(?:the\s)?$/i.test(
        text.slice(0, country.start),
      ))
  ) {
    if (city === undefined)
      say(
        subject,
        'place',
        { text: town ?? text.slice(country.start, country.end), country: country.value.code },
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

/** "Eighth Session | of the Committee of Harbours": a meeting that only its number tells is named by whose it is. */
const ordinal =
  /^(?:[\p{L}-]+(?:st|nd|rd|th)|First|Second|Third|\d+(?:st|nd|rd|th)|[IVXL]+)\s(?:(?:Annual|Regular|Ordinary|Biennial|General|Special|Extraordinary)\s)?(?:Meeting|Session|Conference|Congress|Assembly|Forum)$/iu;

function withBody(scene: Scene, event: EventName): EventName {
  const { text, mentions } = scene.reading;
  if (!ordinal.test(event.label)) return event;
  const body = mentionsOf(mentions, 'organisation').find(
    (mention) => mention.start >= event.end && /^\sof\s(?:the\s)?$/.test(text.slice(event.end, mention.start)),
  );
  if (body === undefined) return event;
  const more = /^(?:\s\p{Lu}[\p{L}-]+)*/u.exec(text.slice(body.end))?.[0].length ?? 0;
  const label = text
    .slice(event.start, body.end + more)
    .replace(/\s+/g, ' ')
    .replace(/\s\([A-Z-]+\)$/, '');
  return { ...event, end: body.end + more, label };
}

/** Whether only the kind of meeting is named, and none in particular. */
const plural =
  /^(?:expert|regional|international|annual|national|technical|other|several|ministerial)?\s?(?:meetings|conferences|workshops|seminars|consultations|forums|fora|dialogues|panels)$/i;

/** Writes an event into the ledger; two meetings of one name on two dates are two. */
export function nameEvent(scene: Scene, bare: EventName): Subject | undefined {
  const named = withBody(scene, withConveners(scene, bare));
  const event = { ...named, ownership: ownershipOfMeeting(scene, named, named.ownership) };
  if (plural.test(event.label)) return undefined;
  const date = findEventDate(scene, event.start, event.end);
  const { subject, label } = identify(scene, event, date);
  say(subject, label === subject.label ? 'label' : 'alias', label, scene.passage, name);
  if (date !== undefined && told(subject, 'published') === undefined)
    say(subject, 'published', date, scene.passage, name);
  readConveners(scene, subject, event.end);
  readPlace(scene, subject, event.end);
  readThemes(scene, subject, event.start, event.end);
  scene.named.push({ subject, start: event.start, end: event.end });
  return subject;
}

/** "…, New York, 6-7 February 2007, UNITAR, IOM and the …": the conveners behind the date. */
function readConveners(scene: Scene, subject: Subject, end: number): void {
  const { text, mentions } = scene.reading;
  if (isTold(subject.ownership) && subject.ownership.organisations.length > 1) return;
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
