/** Tells what became of a mention: whether any statement of the ledger was made of it. */
import type { Passage } from '../notes/note.js';
import type { Period } from './claim.js';
import { labelKey } from './label-key.js';
import type { Entry, Ledger, Subject } from './ledger.js';
import type { Mention } from './mention.js';

export interface Uses {
  /** Whether a dataset or project is spoken of in a passage. */
  speaksOfData(passage: Passage): boolean;
  /** `taken`, or what it was taken for instead of what it may be; undefined: nothing was made of it. */
  of(mention: Mention, passage: Passage): string | undefined;
}

interface Said {
  readonly subject: Subject;
  readonly entry: Entry;
}

const isData = ({ type }: Subject): boolean => type === 'Dataset' || type === 'Project';
const names: readonly Entry['property'][] = ['label', 'alias', 'acronym', 'identifier', 'description', 'seriesNumber'];

export function createUses({ subjects }: Ledger): Uses {
  const named = new Map<Passage, Subject[]>();
  const said = new Map<Passage, Said[]>();
  const keys = new Set<string>();
  for (const subject of subjects) {
    keys.add(subject.key);
    for (const passage of subject.passages) append(named, passage, subject);
    for (const entry of subject.statements) {
      if (names.includes(entry.property)) keys.add(labelKey(String(entry.object)));
      for (const passage of entry.passages) append(said, passage, { subject, entry });
    }
  }
  const of: Uses['of'] = (mention, passage) => {
    const here = said.get(passage) ?? [];
    switch (mention.kind) {
      case 'title':
      case 'name': {
        const key = labelKey(mention.value.text.replace(/\s\([\p{Lu}-]+\)$/u, ''));
        const akin = (other: string): boolean => other.includes(key) || key.includes(other);
        const taken = keys.has(key) || named.get(passage)?.some((subject) => akin(subject.key));
        return taken ? 'taken' : undefined;
      }
      case 'years':
        return useOfYears(mention.value.periods, here);
      case 'date':
        return useOfYears([{ start: Number(mention.value.from.slice(0, 4)), end: null }], here);
      default:
        return here.some(({ entry }) => saysPlace(entry, mention)) ? 'taken' : undefined;
    }
  };
  return {
    of,
    speaksOfData: (passage) =>
      (named.get(passage)?.some(isData) ?? false) ||
      (said.get(passage)?.some(({ subject }) => isData(subject)) ?? false),
  };
}

function append<T>(map: Map<Passage, T[]>, passage: Passage, value: T): void {
  const values = map.get(passage);
  if (values === undefined) map.set(passage, [value]);
  else values.push(value);
}

/** Years of the data are taken; those of a dataset's own history are told as such. */
function useOfYears(periods: readonly Period[], here: readonly Said[]): string | undefined {
  const years = new Set(periods.map(({ start }) => start));
  let history: string | undefined;
  for (const { subject, entry } of here) {
    if (entry.property === 'period' && years.has(entry.object.start)) return 'taken';
    if (entry.property === 'round' && years.has(entry.object.period.start)) return 'taken';
    if (entry.property !== 'published' && entry.property !== 'modified') continue;
    if (!years.has(Number(entry.object.slice(0, 4)))) continue;
    if (!isData(subject)) return 'taken';
    history = entry.property === 'published' ? 'read as the date it was founded' : 'read as the date of an update';
  }
  return history;
}

function saysPlace(entry: Entry, mention: Mention): boolean {
  if (mention.kind === 'count') return entry.property === 'countryCount' || entry.property === 'round';
  if (mention.kind === 'corridor') return entry.property === 'corridor';
  if (mention.kind !== 'place') return false;
  const { value } = mention;
  switch (entry.property) {
    case 'country':
      return value.kind === 'country' && entry.object.code === value.code;
    case 'corridor':
      return value.kind === 'country' && [entry.object.from, entry.object.to].includes(value.code);
    case 'region':
      return (
        (value.kind === 'region' && entry.object.key === value.code) ||
        (value.kind === 'group' && entry.object.key === value.slug)
      );
    case 'place':
      return value.kind === 'city' || (value.kind === 'country' && entry.object.country === value.code);
    default:
      return false;
  }
}
