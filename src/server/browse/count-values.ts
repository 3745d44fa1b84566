/** How many things there are with each value of a facet, under all that is chosen but of the facet itself. */
import { lacksOf, type PartName } from './choice.js';
import { type Chosen, lacks } from './choose.js';
import { type FacetName, facets, type LackName } from './facets.js';
import type { KindIndex } from './kind-index.js';
import { countDecades, firstYear, lastYear } from './spans.js';

/** Values that something has, with their counts: what would be found with that value. */
export function countValues(index: KindIndex, chosen: Chosen, name: FacetName): Map<string, number> {
  const counts = new Map<string, number>();
  const { only } = facets[name];
  const fits = chosen.fittingBut([name]);
  for (const [value, things] of index.facets.get(name)?.having ?? []) {
    if (only !== undefined && index.regions.has(value) !== (only === 'regions')) continue;
    let count = 0;
    for (const number of things) if (fits(number)) count += 1;
    if (count > 0) counts.set(value, count);
  }
  return counts;
}

/** The parts of a choice that a thing without something cannot fit. */
export function partsAgainst(lack: LackName): PartName[] {
  if (lack === 'years') return ['years', 'without'];
  const named = Object.values(facets).filter((facet) => facet.lack === lack);
  return [...named.map(({ name }) => name), 'without'];
}

/** How many would be found that lack something, with nothing chosen that they cannot have. */
export function countLacks(index: KindIndex, chosen: Chosen): Map<LackName, number> {
  const counts = new Map<LackName, number>();
  for (const lack of lacksOf(index.kind)) {
    const [isWithout, fits] = [lacks(index, lack), chosen.fittingBut(partsAgainst(lack))];
    let count = 0;
    for (let number = 0; number < index.iris.length; number += 1) if (isWithout(number) && fits(number)) count += 1;
    if (count > 0) counts.set(lack, count);
  }
  return counts;
}

/** Decades, by their first year. */
export function countYears(index: KindIndex, chosen: Chosen): Map<number, number> {
  const fits = chosen.fittingBut(['years']);
  const spans = index.spans.filter((_, number) => fits(number));
  const all = index.spans.flat();
  return countDecades(spans, { start: firstYear(all), end: lastYear(all) });
}
