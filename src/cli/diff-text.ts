/** Differences between two readings, as lines for people. */

import type { Change, Changed, Difference } from './compare-things.js';
import { countOf } from './counts.js';
import type { Thing, Things } from './thing.js';

export const plurals: Readonly<Record<Difference['type'], readonly [string, string]>> = {
  Agency: ['agency', 'agencies'],
  Unit: ['unit', 'units'],
  Dataset: ['dataset', 'datasets'],
  Publication: ['publication', 'publications'],
  Series: ['series', 'series'],
  Project: ['project', 'projects'],
  Event: ['event', 'events'],
};

/** So many values of one property are shown. */
const mostShown = 6;
/** What is told of a thing that is new or gone. */
const telling = ['owner', 'years', 'places', 'date'] as const;

const list = (values: readonly string[]): string =>
  values.length <= mostShown
    ? values.join(', ')
    : `${values.slice(0, mostShown).join(', ')} and ${values.length - mostShown} more`;

/** Dataset "…" (owner …, years …) */
function describeThing({ type, label, said }: Thing): string {
  const told = telling.flatMap((property) => {
    const values = [...(said.get(property)?.values() ?? [])].sort();
    return values.length === 0 ? [] : [`${property} ${list(values)}`];
  });
  return `${type} “${label}”${told.length === 0 ? '' : ` (${told.join('; ')})`}`;
}

/** years 1960–2004 → 1960–2005 · places +KEN, UGA -SWE */
function describeChange({ property, lost, added }: Change): string {
  if (lost.length === 1 && added.length === 1) return `${property} ${lost[0]} → ${added[0]}`;
  const parts = [added.length > 0 ? `+${list(added)}` : '', lost.length > 0 ? `-${list(lost)}` : ''];
  return `${property} ${parts.filter((part) => part !== '').join(' ')}`;
}

const describeChanged = ({ before, changes }: Changed): string =>
  `${before.type} “${before.label}”: ${changes.map(describeChange).join('; ')}`;

function* describeDifference({ type, added, changed, lost }: Difference): Generator<string> {
  const [one, many] = plurals[type];
  yield `  +${countOf(added.length, one, many)}, ${changed.length} changed, ${lost.length} lost\n`;
  for (const thing of added) yield `  + ${describeThing(thing)}\n`;
  for (const one of changed) yield `  ~ ${describeChanged(one)}\n`;
  for (const thing of lost) yield `  - ${describeThing(thing)}\n`;
}

export function* describeDiff(before: Things, after: Things, differences: readonly Difference[]): Generator<string> {
  yield `${before.source} → ${after.source}\n`;
  if (differences.length === 0)
    yield `no difference: ${countOf(after.things.length, 'thing')} in ${countOf(after.notes.length, 'note')}\n`;
  let note: string | undefined;
  for (const difference of differences) {
    if (difference.note !== note) yield `\n${difference.note}\n`;
    note = difference.note;
    yield* describeDifference(difference);
  }
}
