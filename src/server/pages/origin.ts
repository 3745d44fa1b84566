/** On the page of a thing: from which catalogues what is said of it was taken, where it does not come from a note. */
import type { Binding } from '../../serialise/results.js';
import { type Html, html } from '../html.js';
import { linkTo, showTerm } from './term.js';

/** Nothing where nothing was. */
export function showOrigin(base: string, rows: readonly Binding[]): Html | undefined {
  const items = rows.flatMap((row) => {
    const [graph, source, taken, licence] = ['import', 'source', 'taken', 'licence'].map((name) => row.get(name));
    if (graph === undefined || source === undefined || taken === undefined) return [];
    const under =
      licence === undefined ? 'which states no licence' : html`under the licence ${showTerm(base, licence)}`;
    const when = html`<time datetime="${taken.value}">${taken.value.slice(0, 10)}</time>`;
    return [
      html`<li>${showTerm(base, source)}, ${under}, on ${when}; <a href="/graphs?graph=${encodeURIComponent(graph.value)}">all of it</a> is ${linkTo(base, graph.value)}</li>`,
    ];
  });
  return items.length === 0
    ? undefined
    : html`<h2>Taken from another catalogue</h2>
<p>What these say of it was taken as it stands, and not read from a note here.</p>
<ul class="origin">${items}</ul>`;
}
