/** What has to be known beyond a claim to state it: its note, the gazetteers, and what else is said of its subject. */
import type { Entity, Extraction, Period } from '../extract/claim.js';
import type { Gazetteers } from '../extract/gazetteer.js';
import type { Iris } from '../iris.js';
import type { NamedNode } from '../rdf.js';
import { languageOf } from './note.js';

export interface Scope {
  readonly iris: Iris;
  readonly language: string;
  readonly gazetteers: Gazetteers;
  /** Whether several agencies own the thing, none of them a part of another. */
  hasJointOwners(subject: Entity): boolean;
  /** Whether several numbers of countries are given, so that each needs a coverage of its own. */
  hasSeveralCounts(subject: Entity): boolean;
  /** The coverage of a subject with this content; the same content, from whichever note, is the same coverage. */
  coverage(subject: Entity, content: unknown): NamedNode;
}

/** Numbers coverages in the order in which they are asked for; shared by all notes of a build. */
export type CoverageNumbers = Map<string, Map<string, number>>;

const keyOf = ({ type, slug }: Entity) => `${type}/${slug}`;

export interface ScopeInput {
  readonly extraction: Extraction;
  readonly gazetteers: Gazetteers;
  readonly iris: Iris;
  readonly coverages: CoverageNumbers;
}

export function createScope({ extraction, gazetteers, iris, coverages }: ScopeInput): Scope {
  const owners = new Map<string, Set<string>>();
  const counts = new Map<string, Set<string>>();
  for (const { subject, property, object } of extraction.claims) {
    if (property === 'owner') addTo(owners, keyOf(subject), object.slug);
    if (property === 'countryCount') addTo(counts, keyOf(subject), JSON.stringify(object));
  }
  /** The agencies and units that an agent is part of, as the note and the gazetteer say. */
  const ancestors = (slug: string, seen = new Set<string>()): Set<string> => {
    const stated = [...(owners.get(`Unit/${slug}`) ?? []), gazetteers.agencyEntries.get(slug)?.parent ?? ''];
    for (const parent of stated.filter((parent) => parent !== '' && !seen.has(parent)))
      ancestors(parent, seen.add(parent));
    return seen;
  };
  const areJoint = (all: ReadonlySet<string>): boolean => {
    const wholes = new Set([...all].flatMap((slug) => [...ancestors(slug)]));
    return [...all].filter((slug) => !wholes.has(slug)).length > 1;
  };
  const joint = new Set([...owners].filter(([, all]) => areJoint(all)).map(([key]) => key));
  return {
    iris,
    gazetteers,
    language: languageOf(extraction.note),
    hasJointOwners: (subject) => joint.has(keyOf(subject)),
    hasSeveralCounts: (subject) => (counts.get(keyOf(subject))?.size ?? 0) > 1,
    coverage(subject, content) {
      // Datasets have the plain path; a project of the same name must not share it.
      const slug = subject.type === 'Dataset' ? subject.slug : `${subject.type.toLowerCase()}-${subject.slug}`;
      const numbers = coverages.get(slug) ?? new Map<string, number>();
      coverages.set(slug, numbers);
      const key = JSON.stringify(content);
      const n = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, n);
      return iris.coverage(slug, n);
    },
  };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** The years of a date or of `start/end`, as a period; undefined where there is none. */
export function periodOfDate(text: string): Period | undefined {
  const years = text.split('/').map((part) => Number(/^(\d{4})(?:-|$)/.exec(part)?.[1]));
  const [start = Number.NaN, end = start] = years;
  return Number.isInteger(start) && Number.isInteger(end) ? { start, end } : undefined;
}
