/** Where rules write down what a note says: one subject per thing, one entry per statement, each with its passages. */
import type { Passage } from '../notes/note.js';
import type { Attribution, ClaimObjects, Entity, EntityType, Property } from './claim.js';
import { labelKey } from './label-key.js';
import type { Organisation } from './organisations.js';
import { Statements } from './statements.js';

/** Who a thing belongs to, and how that was found. */
export interface Ownership {
  readonly organisations: readonly Organisation[];
  readonly attribution: Attribution;
  /** The passages that tell it, besides the one the thing stands in. */
  readonly clues: readonly Passage[];
  /** Who stands right above, as over the items of a list: two things of one name beneath two bodies are two. */
  readonly apart?: true;
  /** Those among them whom a sentence of its own states, where the others were found by a heading or inferred. */
  readonly joined?: readonly { readonly organisation: Organisation; readonly passage: Passage }[];
}

/** An object that is an entity is, until the end, a subject or an organisation. */
export type Draft<P extends Property> = ClaimObjects[P] extends Entity ? Subject | Organisation : ClaimObjects[P];

export type Entry = {
  [P in Property]: {
    readonly property: P;
    readonly object: Draft<P>;
    passages: readonly Passage[];
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
  readonly statements: Statements<Entry>;
  /** Passages that name it. */
  readonly passages: Passage[];
  readonly rule: string;
}

/** A thing that a text names a thousand times is shown by a few passages. */
const mostPassages = 8;

/** A label that more owners' things bear is looked up among the latest: ten thousand offices may each have a "register". */
const mostBearers = 50;

/** Adds a statement about a subject; the same statement twice is one with two passages. */
export function say<P extends Property>(
  subject: Subject,
  property: P,
  object: Draft<P>,
  passage: Passage,
  rule: string,
): void {
  subject.statements.add(property, object, passage, rule);
}

/** The first object said of a property. */
export function told<P extends Property>(subject: Subject, property: P): Draft<P> | undefined {
  for (const entry of subject.statements) if (entry.property === property) return entry.object as Draft<P>;
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

/** Whether some sentence says whose the thing is, for one of its owners at least. */
export const isTold = ({ attribution, joined }: Ownership): boolean => attribution === 'stated' || joined !== undefined;

const strengthOf = (ownership: Ownership): number => strength[isTold(ownership) ? 'stated' : ownership.attribution];

/** Whether the sentence itself says whose the thing is, or the item above it, and not a heading or a sentence before. */
export const isStated = ({ attribution, clues, apart }: Ownership): boolean =>
  attribution === 'stated' && (clues.length === 0 || apart === true);

/** Whether two mentions of one label are one thing: the same owner, or a title long enough to have only one bearer. */
function isSame(present: Subject, key: string, ownership: Ownership): boolean {
  if (sameOwner(present.ownership, ownership)) return true;
  const distinctive = key.split(' ').length >= (present.type === 'Dataset' ? 3 : 4);
  return distinctive && !(isStated(present.ownership) && isStated(ownership));
}

/** Characters: "3.2 " before the name in a line of its own, " (AR)" behind it. */
const besideName = 8;

/** "Aliens Register", and right beneath "The Aliens Register is kept by the Board": what the sentence says outweighs the surroundings. */
const saysWhose = ({ key, ownership, passages: [line] }: Subject, own: Ownership, { block }: Passage): boolean =>
  line !== undefined &&
  block - line.block === 1 &&
  isStated(own) &&
  own.organisations.length > 0 &&
  !isStated(ownership) &&
  labelKey(line.text).length <= key.length + besideName;

/** How far back a short form refers, in things that were named. */
const shortMemory = 60;

export function createLedger(): Ledger {
  /** By type, then by key: the things that bear the label. */
  const byLabel = new Map<EntityType, Map<string, Subject[]>>();
  const subjects: Subject[] = [];
  const bearersOf = (type: EntityType, key: string): readonly Subject[] => byLabel.get(type)?.get(key) ?? [];
  const enter = (subject: Subject): Subject => {
    const labels = byLabel.get(subject.type) ?? new Map<string, Subject[]>();
    const bearers = labels.get(subject.key);
    if (bearers === undefined) labels.set(subject.key, [subject]);
    else bearers.push(subject);
    byLabel.set(subject.type, labels);
    subjects.push(subject);
    return subject;
  };
  return {
    subjects,
    subject(type, label, ownership, passage, rule) {
      const key = labelKey(label);
      const bearers = bearersOf(type, key).slice(-mostBearers);
      const present =
        bearers.find((subject) => isSame(subject, key, ownership)) ??
        bearers.find((subject) => saysWhose(subject, ownership, passage));
      if (present === undefined)
        return enter({ type, label, key, ownership, statements: new Statements(), passages: [passage], rule });
      if (present.passages.length < mostPassages && !present.passages.includes(passage)) present.passages.push(passage);
      const stronger =
        strengthOf(ownership) > strengthOf(present.ownership) ||
        (saysWhose(present, ownership, passage) && !sameOwner(present.ownership, ownership));
      if (ownership.organisations.length > 0 && (present.ownership.organisations.length === 0 || stronger))
        present.ownership = ownership;
      return present;
    },
    recall(types, words) {
      const key = labelKey(words);
      if (key.length < 2) return undefined;
      for (const type of types) {
        const exact = bearersOf(type, key).at(-1);
        if (exact !== undefined) return exact;
      }
      // The beginning of a label, the label in the singular, or an acronym.
      const beginning = `${key} `;
      const plural = `${key}s`;
      const acronym = words.trim();
      for (let n = subjects.length - 1; n >= Math.max(0, subjects.length - shortMemory); n--) {
        const subject = subjects[n];
        if (subject === undefined || !types.includes(subject.type)) continue;
        if (subject.key === plural || subject.key.startsWith(beginning) || told(subject, 'acronym') === acronym)
          return subject;
      }
      return undefined;
    },
  };
}
