/** The organisations of one note: those the gazetteer knows and those the text names by its own words. */
import { slugify } from '../iris.js';
import type { Passage } from '../notes/note.js';
import type { AgencyEntry, AgencyName, Gazetteers } from './gazetteer.js';
import { holdsWord } from './pattern-of.js';
import { isInCapitals } from './recognisers/in-capitals.js';
import { shortName } from './short-names.js';

/** An organisation, or a unit of one. One object per organisation and note. */
export interface Organisation {
  readonly slug: string;
  readonly type: 'Agency' | 'Unit';
  /** The gazetteer's entry, where it is a known one. */
  readonly entry?: AgencyEntry;
  /** As the text names it; the longest form it uses. */
  label: string;
  acronym: string | undefined;
  parent: Organisation | undefined;
}

/** No body is nested deeper; a text that chains a thousand divisions draws no chart of an organisation. */
const deepest = 12;

/** What an organisation is a part of, the nearest first. */
export function* wholesOf({ parent }: Organisation): Generator<Organisation> {
  let up = parent;
  for (let n = 0; n < deepest && up !== undefined; n++, up = up.parent) yield up;
}

export function isWithin(part: Organisation, whole: Organisation): boolean {
  for (const one of wholesOf(part)) if (one === whole) return true;
  return false;
}

/** Whether it can have no parts of its own any more: so no chain of parts comes back to its beginning unseen. */
export const isDeepest = (organisation: Organisation): boolean => [...wholesOf(organisation)].length === deepest;

/** All organisations that a note names, found again by name, acronym or slug. */
export interface Directory {
  known(entry: AgencyEntry): Organisation;
  /** The organisation of an entry, if the note has named it. */
  present(entry: AgencyEntry): Organisation | undefined;
  /** An organisation of the text's own words; `parent` where the words tell it is a unit. */
  named(label: string, unit: boolean): Organisation;
  /** Lets an acronym that the text defines stand for an organisation. */
  define(acronym: string, organisation: Organisation): void;
  /** What an acronym means in this note; undefined where the text does not define it. */
  meaning(acronym: string): Organisation | undefined;
  /** Notes that the text has just named an organisation by these words, its name or acronym; those of the gazetteer's alone count. */
  touch(organisation: Organisation, spelled: string | undefined): void;
  /** Whether the note names it anywhere, as far as it was read. */
  isNamed(organisation: Organisation): boolean;
  /** What "the Institute" means: of those that the words may mean, or whose name holds the noun, the one named last. */
  latest(candidates: readonly Organisation[], noun: string): Organisation | undefined;
  /** Who was named last. */
  last(): Organisation | undefined;
  /**
   * Whom "the former" and "the latter" mean, or "both banks": the two that the text has announced by the noun, else the two
   * named last, of those that bear it where any do; a body is left out that one of them is a part of.
   */
  pair(noun?: string): readonly [former: Organisation, latter: Organisation] | undefined;
  /** "Two banks hold the data": the two that are named next are the two banks. */
  announce(noun: string): void;
  /** The only organisation named so far whose name holds a noun, else the only one that was called so; undefined where there are none or several. */
  only(noun: string): Organisation | undefined;
  /** "Afrobarometer, a network of …": what the text says that somebody is. */
  call(organisation: Organisation, noun: string): void;
  /** The organisation that says "we"; undefined where nobody does. */
  self: Organisation | undefined;
  /** The passages that show it. */
  selfClues: readonly Passage[];
  /** Whom the text names first of all. */
  readonly first: Organisation | undefined;
  /** Whose name alone is the first line of the text. */
  letterhead: Organisation | undefined;
  /** Who is said at its head to have written the text; the first one counts. */
  introduce(author: Organisation | undefined): void;
  /** Tells of the next passage; an author, a signature, or else the organisation a text begins with, is who says "we". */
  hear(signature: Organisation | undefined, firstPersons: number): void;
  /** Begins a second reading: names stay known, as the text spells them, but nothing was named just now. */
  restart(): void;
}

/** Parts that are institutions of their own. */
const standsForItself =
  /\b(?:Institut\p{L}*|Cent(?:re|er)|School|College|Faculty|Laboratory|Observatory|Agency|Archives?)\b/u;

/** "The two institutions" are the bodies that the parts just named belong to. */
const institutionOf = (one: Organisation): Organisation =>
  standsForItself.test(one.label) ? one : ([...wholesOf(one)].at(-1) ?? one);
const isOfWholes = /^(?:institutions|bodies|agencies|organi[sz]ations|ministries|universities)$/;

/** No more than a reader would look back for. */
const mostRecent = 40;
/** Whom a text that says "we" names first is its author where one of so many passages does it; a review's authors name none. */
const openingPassages = 4;

export function createDirectory(gazetteers: Gazetteers): Directory {
  const bySlug = new Map<string, Organisation>();
  const byName = new Map<string, Organisation>();
  const byAcronym = new Map<string, Organisation>();
  /** By its name without its country; undefined where several countries have one. */
  const byShortName = new Map<string, Organisation | undefined>();
  const learnShortName = (organisation: Organisation, name = organisation.label): void => {
    const short = shortName(gazetteers, name);
    if (short === undefined) return;
    const other = byShortName.has(short) && byShortName.get(short) !== organisation;
    byShortName.set(short, other ? undefined : organisation);
  };
  const named = new Set<Organisation>();
  /** The latest first. */
  const recent: Organisation[] = [];
  let announced: { readonly noun: string; readonly bodies: Organisation[] } | undefined;
  let firstPersons = 0;
  /** Passages so far. */
  let heard = 0;
  /** Whether the text begins with the one that it names first, or says "we" beside him. */
  let opensText: boolean | undefined;
  let signature: Organisation | undefined;
  let author: Organisation | undefined;
  /** Whom the text names first of all. */
  let first: Organisation | undefined;
  /** How the text spells those that the gazetteer knows. */
  const spellings = new Map<Organisation, Set<string>>();
  /** Which organisation holds a noun in its name; undefined where several do. */
  const byNoun = new Map<string, Organisation | undefined>();
  /** Of which organisation the text says that it is such a one; undefined where of several. */
  const byKind = new Map<string, Organisation | undefined>();
  const learnNouns = (organisation: Organisation): void => {
    for (const noun of organisation.label.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
      const bearer = byNoun.get(noun);
      if (bearer === undefined && !byNoun.has(noun)) byNoun.set(noun, organisation);
      else if (bearer !== undefined && bearer !== organisation) byNoun.set(noun, undefined);
    }
  };
  const learnSpelling = (organisation: Organisation, spelled: string): void => {
    const all = spellings.get(organisation) ?? new Set();
    spellings.set(organisation, all);
    if (all.has(spelled)) return;
    all.add(spelled);
    learnShortName(organisation, spelled);
  };
  const known = (entry: AgencyEntry): Organisation => {
    const present = bySlug.get(entry.slug);
    if (present !== undefined) return present;
    const parentEntry = entry.parent === undefined ? undefined : gazetteers.agencyEntries.get(entry.parent);
    const organisation: Organisation = {
      slug: entry.slug,
      type: entry.type,
      entry,
      label: entry.label,
      acronym: entry.acronym,
      parent: undefined,
    };
    bySlug.set(entry.slug, organisation);
    byName.set(entry.label.toLowerCase(), organisation);
    learnShortName(organisation);
    if (parentEntry !== undefined) organisation.parent = known(parentEntry);
    return organisation;
  };
  /** How many bear a slug with no number or a smaller one: counting anew each time takes quadratic time. */
  const bearers = new Map<string, number>();
  const freeSlug = (stem: string): string => {
    for (let n = bearers.get(stem) ?? 1; ; n++) {
      const slug = n === 1 ? stem : `${stem}-${n}`;
      if (bySlug.has(slug)) continue;
      if (n > 1) bearers.set(stem, n + 1);
      return slug;
    }
  };
  const directory: Directory = {
    known,
    self: undefined,
    letterhead: undefined,
    selfClues: [],
    get first() {
      return first;
    },
    present: (entry) => bySlug.get(entry.slug),
    named(label, unit) {
      const key = label.toLowerCase();
      const bare = key.replace(/^the /, '');
      const present = byName.get(key) ?? byName.get(bare) ?? byShortName.get(bare);
      if (present !== undefined) {
        // "DOCK BOARD" at the head is "Dock Board" from then on.
        if (present.entry === undefined && isInCapitals(present.label) && /\s/.test(label) && !isInCapitals(label))
          present.label = label;
        return present;
      }
      const slug = freeSlug(slugify(label) || 'organisation');
      const organisation: Organisation = {
        slug,
        type: unit ? 'Unit' : 'Agency',
        label,
        acronym: undefined,
        parent: undefined,
      };
      bySlug.set(slug, organisation);
      byName.set(key, organisation);
      learnShortName(organisation);
      return organisation;
    },
    define(acronym, organisation) {
      if (!byAcronym.has(acronym)) byAcronym.set(acronym, organisation);
      organisation.acronym = acronym;
    },
    meaning: (acronym) => byAcronym.get(acronym),
    touch(organisation, spelled) {
      if (!named.has(organisation)) {
        learnNouns(organisation);
        named.add(organisation);
      }
      first ??= organisation;
      if (organisation.entry !== undefined && spelled !== undefined) learnSpelling(organisation, spelled);
      if (announced !== undefined) learnAnnounced(announced.bodies, organisation);
      if (recent[0] === organisation) return;
      const at = recent.indexOf(organisation);
      if (at !== -1) recent.splice(at, 1);
      else if (recent.length === mostRecent) recent.pop();
      recent.unshift(organisation);
    },
    isNamed: (organisation) => named.has(organisation),
    latest(candidates, noun) {
      return recent.find((organisation) => candidates.includes(organisation) || holdsWord(organisation.label, noun));
    },
    last: () => recent[0],
    pair(noun) {
      const [first, second] = announced?.noun === noun ? (announced?.bodies ?? []) : [];
      if (first !== undefined && second !== undefined) return [first, second];
      const one = noun?.replace(/ies$/, 'y').replace(/s$/, '');
      const bearing = one === undefined ? [] : recent.slice(0, 6).filter(({ label }) => holdsWord(label, one));
      const near = bearing.length > 1 ? bearing : recent.slice(0, 4);
      const few = isOfWholes.test(noun ?? '') ? [...new Set(near.map(institutionOf))] : near;
      const [latter, former] = few.filter((body) => !few.some((other) => isWithin(other, body)));
      return former === undefined || latter === undefined ? undefined : [former, latter];
    },
    announce(noun) {
      announced = { noun, bodies: [] };
    },
    only(noun) {
      const key = noun.toLowerCase();
      return byNoun.has(key) ? byNoun.get(key) : byKind.get(key);
    },
    call(organisation, noun) {
      const other = byKind.has(noun) && byKind.get(noun) !== organisation;
      byKind.set(noun, other ? undefined : organisation);
    },
    introduce(named) {
      if (named?.type === 'Agency') author ??= named;
    },
    hear(signed, count) {
      heard += 1;
      if (first !== undefined) opensText ??= heard <= openingPassages || count > 0;
      firstPersons += count;
      signature = signed ?? signature;
    },
    restart() {
      recent.length = 0;
      announced = undefined;
      // A letter that says "we" and is signed: the signature tells who; else whom the text begins with.
      if (directory.self === undefined && (firstPersons >= 2 || author !== undefined))
        directory.self = author ?? (firstPersons >= 3 ? signature : undefined) ?? (opensText ? first : undefined);
      for (const [organisation, spelled] of spellings) organisation.label = labelOf(organisation, spelled);
      spellings.clear();
    },
  };
  return directory;
}

/** Adds one that is none of the two yet, and no part or whole of the first. */
function learnAnnounced(bodies: Organisation[], one: Organisation): void {
  if (bodies.length < 2 && !bodies.some((other) => other === one || isWithin(one, other) || isWithin(other, one)))
    bodies.push(one);
}

/** The gazetteer's label where the text has it, else the longest name that the text has, else its acronym. */
function labelOf({ label }: Organisation, spelled: ReadonlySet<string>): string {
  if (spelled.has(label)) return label;
  const names = [...spelled].filter((name) => /\s/.test(name) || !/^[\p{Lu}\d.-]+$/u.test(name));
  return (
    names.reduce((longest, name) => (name.length > longest.length ? name : longest), '') || [...spelled][0] || label
  );
}

/** Of the organisations a gazetteer phrase may mean, the one the text defines, or the first. */
export function chooseAgency(
  names: readonly AgencyName[],
  directory: Directory,
  spelled: string,
): Organisation | undefined {
  const defined = directory.meaning(spelled);
  if (defined !== undefined) return defined;
  const [name] = names;
  if (name === undefined || name.kind === 'back-reference') return undefined;
  if (!name.ambiguous) return directory.known(name.agency);
  // Several organisations bear this name: the one that the text has named otherwise, or none.
  return names
    .map(({ agency }) => directory.present(agency))
    .find((organisation) => organisation !== undefined && directory.isNamed(organisation));
}
