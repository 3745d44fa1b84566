/** Writes a titled or named thing into the ledger with what its title itself tells: year, places it is about, acronym, themes. */
import type { EntityType } from '../claim.js';
import { type Ownership, type Subject, say, told } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { withPartners } from '../owners.js';
import { readAcronym } from '../recognisers/acronyms.js';
import type { Scene } from '../scene.js';
import { sayPlace } from './data-places.js';
import { findPublished, isForthcoming } from './dates-of.js';
import { readMeasures, readThemes } from './subject-matter.js';

export interface Thing {
  readonly type: EntityType;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly ownership: Ownership;
  readonly rule: string;
  readonly acronym?: string;
  /** Its year, where the rule knows it; null: it has none, whatever stands around it. */
  readonly year?: string | null;
}

/** "Household Survey 2020/21", "Health Database 2010–2018": a range that ends a name is of the data, a year that of a survey. */
const yearsOfName =
  /(?:\s|,\s|\s\()((?:19|20)\d{2}\s?[-–/]\s?(?:\d{2}|(?:19|20)\d{2})|(?<=\b(?:Survey|Census|Study|Panel|Module)[\s,(]{1,2})(?:19|20)\d{2})\)?$/;

/** The subject of a thing named in this passage; what its words tell is said of it at once. */
export function nameThing(scene: Scene, thing: Thing): Subject {
  const { ledger, passage, reading } = scene;
  // Who wrote one number has no part in the series.
  const ownership = thing.type === 'Series' ? thing.ownership : withPartners(scene, thing.ownership, thing);
  const subject = ledger.subject(thing.type, thing.label, ownership, passage, thing.rule);
  say(subject, 'label', thing.label, passage, thing.rule);
  const acronym = thing.acronym ?? (thing.type === 'Dataset' ? acronymBehind(scene, thing) : undefined);
  if (acronym !== undefined) say(subject, 'acronym', acronym, passage, thing.rule);
  if (thing.end > thing.start) scene.named.push({ subject, start: thing.start, end: thing.end });
  if (thing.type === 'Publication' || thing.type === 'Dataset' || thing.type === 'Project')
    readPlacesOfName(scene, subject, thing);
  if (thing.type === 'Publication') readPublication(scene, subject, thing);
  if (thing.type === 'Dataset') {
    readMeasures(scene, subject, thing.label);
    const year = yearsOfName.exec(thing.label)?.[1] ?? thing.year;
    if (typeof year === 'string') readDatasetYear(scene, subject, year);
  }
  readThemes(scene, subject, thing.start, thing.end);
  if (thing.type === 'Dataset' || thing.type === 'Project') readThemes(scene, subject, 0, reading.text.length);
  return subject;
}

const foreign = /^\s\((?<short>\p{Lu}{4,10}|\p{Ll}-\p{Lu}\p{Ll}{2,9}|\p{Lu}{3,8}\s\p{Lu}\p{Ll}{2,10})\)/u;

/** "Arrivals and Departures (AD)", "the Integrated System for Returned Crews (SIAMIR)", "(EMIF Norte)": what data with a name are called in short, where it is nobody's. */
function acronymBehind({ reading: { text, mentions } }: Scene, { start, end }: Thing): string | undefined {
  const name = text.slice(start, end);
  if (!/^\p{Lu}[\p{L}-]+\s.*\p{Lu}/u.test(name)) return undefined;
  const behind = text.slice(end, end + 70).replace(/^["”*_]{1,2}/, '');
  const short = foreign.exec(behind)?.groups?.['short'] ?? readAcronym(behind, name)?.acronym;
  const isSomebody = mentionsOf(mentions, 'organisation').some((one) => one.start >= end && one.start <= end + 4);
  return isSomebody ? undefined : short;
}

/** A census or survey named with its year has that year for its data. */
function readDatasetYear(scene: Scene, subject: Subject, year: string): void {
  const [from = '', to] = year.split(/[-/–]/);
  const start = Number(from);
  const end = to === undefined ? start : to.length === 2 ? Number(from.slice(0, 2) + to) : Number(to);
  say(subject, 'period', { start, end: Math.max(start, end) }, scene.passage, 'year-in-name');
}

/** "Labour Force Survey of Nepal", "Herders between Mali and Mauritania": the places of a name, those of bodies it names left out. */
function readPlacesOfName(scene: Scene, subject: Subject, thing: Thing): void {
  const { reading } = scene;
  const named = [...reading.inside, ...reading.mentions].filter(
    (mention) => mention.start >= thing.start && mention.end <= thing.end,
  );
  const bodies = mentionsOf(named, 'organisation');
  const role = thing.type === 'Publication' ? 'about' : thing.type === 'Project' ? 'study' : 'covered';
  for (const mention of named)
    if (
      (mention.kind === 'place' || mention.kind === 'corridor') &&
      !bodies.some((body) => mention.start >= body.start && mention.end <= body.end)
    )
      sayPlace(scene, subject, mention, role, 'title');
}

function readPublication(scene: Scene, subject: Subject, thing: Thing): void {
  const { passage, reading } = scene;
  const published = thing.year === undefined ? findPublished(scene, thing) : thing.year;
  if (typeof published === 'string' && told(subject, 'published') === undefined)
    say(subject, 'published', published, passage, 'publication-date');
  if (isForthcoming(reading.text, thing)) say(subject, 'status', 'forthcoming', passage, 'publication-date');
}
