/** Makes one thing of what several parts of a text say of it. */
import type { EntityJson } from './to-json.js';

const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** Each once, by all it holds. */
function uniqueByText<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** The hull of both; years stay years. */
function mergeTemporal(one: EntityJson['temporal'], other: EntityJson['temporal']): EntityJson['temporal'] {
  if (one === null || other === null) return one ?? other;
  return {
    start: Math.min(one.start, other.start),
    end: one.end === null || other.end === null ? null : Math.max(one.end, other.end),
    years: unique([...one.years, ...other.years]).sort((a, b) => a - b),
    qualifier: one.qualifier ?? other.qualifier,
  };
}

/** An owner that had to be inferred gives way to one that is told. */
function ownerOf(one: EntityJson, other: EntityJson): Pick<EntityJson, 'agencies' | 'inferred'> {
  const told = [one, other].filter(({ agencies }) => agencies.length > 0);
  const sure = told.filter(({ inferred }) => !inferred);
  const [first] = sure;
  if (first !== undefined) return { agencies: unique(sure.flatMap(({ agencies }) => agencies)), inferred: false };
  return { agencies: told[0]?.agencies ?? [], inferred: told.length > 0 };
}

/** `one` stands first in the text. The name in the graph is that with the owner in it. */
export function mergeThings(one: EntityJson, other: EntityJson): EntityJson {
  const { agencies, inferred } = ownerOf(one, other);
  const named = one.agencies.length === 0 && agencies.length > 0 ? other : one;
  return {
    id: named.id,
    type: named.type,
    label: one.label,
    aliases: unique([...one.aliases, other.label, ...other.aliases]).filter((alias) => alias !== one.label),
    agencies,
    temporal: mergeTemporal(one.temporal, other.temporal),
    rounds: uniqueByText([...one.rounds, ...other.rounds]),
    countries: unique([...one.countries, ...other.countries]),
    countryRoles: { ...one.countryRoles, ...other.countryRoles },
    corridors: uniqueByText([...one.corridors, ...other.corridors]),
    regions: unique([...one.regions, ...other.regions]),
    countryCount: one.countryCount ?? other.countryCount,
    published: one.published ?? other.published,
    series: one.series ?? other.series,
    seriesNumber: one.seriesNumber ?? other.seriesNumber,
    themes: unique([...one.themes, ...other.themes]),
    landingPage: one.landingPage ?? other.landingPage,
    contact: one.contact ?? other.contact,
    status: one.status ?? other.status,
    evidence: unique([...one.evidence, ...other.evidence]),
    inferred,
  };
}
