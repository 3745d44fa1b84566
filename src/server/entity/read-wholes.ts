/** Where a thing fits in: the unit and its agency, the series, the region and the world; from the whole down to the thing. */
import type { NamedNode } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';
import { readNames } from '../view/names.js';
import type { NamedThing } from './named-thing.js';

/** Steps up, and ways up, that are shown. */
const [mostSteps, mostWays] = [8, 6];

/** All ways up from the thing, without going in circles; the thing itself is not in them. */
function waysUp(wholes: ReadonlyMap<string, readonly string[]>, thing: string): string[][] {
  const climb = (at: string, seen: readonly string[]): string[][] => {
    const next = (wholes.get(at) ?? []).filter((whole) => whole !== thing && !seen.includes(whole));
    if (next.length === 0 || seen.length === mostSteps) return seen.length === 0 ? [] : [[...seen].reverse()];
    return next.flatMap((whole) => climb(whole, [...seen, whole]));
  };
  const ways = climb(thing, []).slice(0, 50);
  // Who publishes a series publishes what is in it: the longer way says both.
  const isPartOf = (way: readonly string[], other: readonly string[]): boolean =>
    other.length > way.length && way.every((step) => other.includes(step));
  return ways.filter((way) => !ways.some((other) => isPartOf(way, other))).slice(0, mostWays);
}

export async function readWholes(
  services: Services,
  thing: NamedNode,
  { language, asking }: { readonly language: Language; readonly asking: Asking },
): Promise<NamedThing[][]> {
  const wholes = new Map<string, string[]>();
  for (const row of await readRows(services, 'pages/entity-wholes', { ...asking, bindings: { thing } })) {
    const [part, whole] = [row.get('part')?.value ?? '', row.get('whole')];
    if (whole?.termType === 'NamedNode') wholes.set(part, [...(wholes.get(part) ?? []), whole.value]);
  }
  const ways = waysUp(wholes, thing.value);
  const names = await readNames(services, [...new Set(ways.flat())], { language, asking });
  return ways.map((way) => way.map((iri) => ({ iri, name: names.get(iri) })));
}
