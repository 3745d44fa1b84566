/** What comes of one query: the same, or a difference with its explanation, or without one. */
import { findDifference } from './compare-outcomes.js';
import type { Engines } from './engines.js';
import { type Explanation, explanations } from './explanations.js';
import { areExtremesOpen, openExtremes } from './open-extremes.js';

export type Judgement =
  | { readonly kind: 'same' | 'refused by both' }
  | { readonly kind: 'explained'; readonly by: readonly string[] }
  | { readonly kind: 'unexplained'; readonly difference: string };

/** All that these explanations change, one after the other, and who of them changes anything. */
function applyAll(query: string, engines: Engines, some: readonly Explanation[]) {
  const by: Explanation[] = [];
  let [toUs, toThem] = [query, query];
  for (const one of some) {
    const [we, they] = [one.readAsTheirs?.(toUs, engines) ?? toUs, one.reword?.(toThem) ?? toThem];
    // What is held by value is so in the data too, even where the query has no such literal.
    if (we !== toUs || they !== toThem || one.overHeldData) by.push(one);
    [toUs, toThem] = [we, they];
  }
  return { toUs, toThem, by };
}

/** Whether the two say the same once what these explanations speak of is out of the way. */
async function agree(query: string, engines: Engines, some: readonly Explanation[]): Promise<boolean> {
  const { toUs, toThem, by } = applyAll(query, engines, some);
  if (by.length < some.length) return false;
  const ours = some.some(({ overHeldData }) => overHeldData) ? engines.oursByValue : engines.ours;
  return findDifference(await ours(toUs), await engines.theirs(toThem)) === undefined;
}

/** One that is enough, or else two, or else all that the query gives occasion to. */
export async function explain(
  query: string,
  engines: Engines,
  known: readonly Explanation[] = explanations,
): Promise<readonly string[]> {
  const { by } = applyAll(query, engines, known);
  const pairs = by.flatMap((one, n) => by.slice(n + 1).map((two) => [one, two]));
  for (const some of [...by.map((one) => [one]), ...pairs, by])
    if (await agree(query, engines, some)) return some.map(({ name }) => name);
  return [];
}

export async function judge(query: string, engines: Engines): Promise<Judgement> {
  const [ours, theirs] = [await engines.ours(query), await engines.theirs(query)];
  const difference = findDifference(ours, theirs);
  if (difference === undefined) return { kind: ours.kind === 'refused' ? 'refused by both' : 'same' };
  const by = await explain(query, engines);
  if (by.length > 0) return { kind: 'explained', by };
  if (await areExtremesOpen(query, engines)) return { kind: 'explained', by: [openExtremes.name] };
  return { kind: 'unexplained', difference };
}
