/** Where rules write down what a note says: one subject per thing, one entry per statement, each with its passages. */
import type { Passage } from '../notes/note.js';
import type { Attribution, ClaimObjects, Entity, EntityType, Property } from './claim.js';
import type { Organisation } from './organisations.js';

/** Who a thing belongs to, and how that was found. */
export interface Ownership {
  readonly organisations: readonly Organisation[];
  readonly attribution: Attribution;
  /** The passages that tell it, besides the one the thing stands in. */
  readonly clues: readonly Passage[];
}

/** An object that is an entity is, until the end, a subject or an organisation. */
export type Draft<P extends Property> = ClaimObjects[P] extends Entity ? Subject | Organisation : ClaimObjects[P];

export type Entry = {
  [P in Property]: {
    readonly property: P;
    readonly object: Draft<P>;
    readonly passages: Passage[];
    readonly rule: string;
  };
}[Property];

/** A thing that the note names, while it is being read. */
export interface Subject {
  readonly type: EntityType;
  readonly label: string;
  /** Its `labelKey`. */
  readonly key: string;
  ownership: Ownership;
  readonly entries: Map<string, Entry>;
  /** Passages that name it. */
  readonly passages: Passage[];
  readonly rule: string;
}

/** One passage is enough for a statement that a text repeats a thousand times; a few show that it does. */
const mostPassages = 8;

/** A label that more owners' things bear is looked up among the latest: ten thousand offices may each have a "register". */
const mostBearers = 50;

/** Letters and digits only, the article gone: what two spellings of one title have in common. */
export function labelKey(label: string): string {
  return label
    .toLowerCase()
    .replace(/^(?:the|a|an)\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function objectKey(object: unknown): string {
  if (typeof object !== 'object' || object === null) return String(object);
  if ('entries' in object) return `${(object as Subject).type}:${(object as Subject).key}`;
  if ('slug' in object && 'acronym' in object) return `organisation:${(object as Organisation).slug}`;
  // One subject is one statement, whatever words it is called by next.
  if ('slug' in object && 'text' in object) return `theme:${(object as { slug: string }).slug}`;
  return JSON.stringify(object);
}

/** Adds a statement about a subject; the same statement twice is one with two passages. */
export function say<P extends Property>(
  subject: Subject,
  property: P,
  object: Draft<P>,
  passage: Passage,
  rule: string,
): void {
  const key = `${property} ${objectKey(object)}`;
  const present = subject.entries.get(key);
  if (present === undefined) subject.entries.set(key, { property, object, passages: [passage], rule } as Entry);
  else if (present.passages.length < mostPassages && !present.passages.includes(passage))
    present.passages.push(passage);
}

/** The first object said of a property. */
export function told<P extends Property>(subject: Subject, property: P): Draft<P> | undefined {
  for (const entry of subject.entries.values()) if (entry.property === property) return entry.object as Draft<P>;
  return undefined;
}

export interface Ledger {
  /** The thing of a type, label and owner; the same one as before where they agree. */
  subject(type: EntityType, label: string, ownership: Ownership, passage: Passage, rule: string): Subject;
  /** The latest subject of these types whose label begins with, or is the acronym of, these words. */
  recall(types: readonly EntityType[], words: string): Subject | undefined;
  readonly subjects: readonly Subject[];
}

const sameOwner = (a: Ownership, b: Ownership): boolean =>
  a.organisations.length === 0 ||
  b.organisations.length === 0 ||
  a.organisations.some((one) => b.organisations.some((two) => one === two || one.parent === two || two.parent === one));

/** A stated owner outweighs one by heading, and that an inferred one. */
const strength: Readonly<Record<Attribution, number>> = { stated: 2, heading: 1, inferred: 0 };

/** Whether the sentence itself says whose the thing is, and not a heading or a sentence before. */
const isStated = ({ attribution, clues }: Ownership): boolean => attribution === 'stated' && clues.length === 0;

/** Whether two mentions of one label are one thing: the same owner, or a title long enough to have only one bearer. */
function isSame(present: Subject, key: string, ownership: Ownership): boolean {
  if (sameOwner(present.ownership, ownership)) return true;
  const distinctive = key.split(' ').length >= (present.type === 'Dataset' ? 3 : 4);
  return distinctive && !(isStated(present.ownership) && isStated(ownership));
}

/** Whether words are the beginning of a label, or the label in the singular. */
const isShortOf = (key: string, label: string): boolean => label.startsWith(`${key} `) || label === `${key}s`;

export function createLedger(): Ledger {
  const byLabel = new Map<string, Subject[]>();
  const subjects: Subject[] = [];
  return {
    subjects,
    subject(type, label, ownership, passage, rule) {
      const key = labelKey(label);
      const bearers = byLabel.get(`${type} ${key}`) ?? [];
      const present = bearers.slice(-mostBearers).find((subject) => isSame(subject, key, ownership));
      if (present !== undefined) {
        if (present.passages.length < mostPassages && !present.passages.includes(passage))
          present.passages.push(passage);
        const stronger = strength[ownership.attribution] > strength[present.ownership.attribution];
        if (ownership.organisations.length > 0 && (present.ownership.organisations.length === 0 || stronger))
          present.ownership = ownership;
        return present;
      }
      const subject: Subject = { type, label, key, ownership, entries: new Map(), passages: [passage], rule };
      bearers.push(subject);
      byLabel.set(`${type} ${key}`, bearers);
      subjects.push(subject);
      return subject;
    },
    recall(types, words) {
      const key = labelKey(words);
      if (key.length < 2) return undefined;
      for (const type of types) {
        const exact = byLabel.get(`${type} ${key}`)?.at(-1);
        if (exact !== undefined) return exact;
      }
      // Only the latest few: a short form refers back to what was just named.
      for (let n = subjects.length - 1; n >= Math.max(0, subjects.length - 60); n--) {
        const subject = subjects[n];
        if (subject === undefined || !types.includes(subject.type)) continue;
        if (isShortOf(key, subject.key) || told(subject, 'acronym') === words.trim()) return subject;
      }
      return undefined;
    },
  };
}
