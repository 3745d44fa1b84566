/** On the page of a thing: from which catalogues what is said of it was taken, where it does not come from a note. */
import type { Binding } from '../../serialise/results.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { sayWith } from './entity/words.js';
import { linkTo, showTerm } from './term.js';

/** Nothing where nothing was. */
export function showOrigin(view: View, base: string, rows: readonly Binding[]): Html | undefined {
  const { say } = view;
  const items = rows.flatMap((row) => {
    const [graph, source, taken, licence] = ['import', 'source', 'taken', 'licence'].map((name) => row.get(name));
    if (graph === undefined || source === undefined || taken === undefined) return [];
    const under =
      licence === undefined
        ? html`${say('origin.noLicence')}`
        : sayWith(view, 'origin.licence', { licence: showTerm(base, licence) });
    const when = html`<time datetime="${taken.value}">${taken.value.slice(0, 10)}</time>`;
    const all = html`<a href="/graphs?graph=${encodeURIComponent(graph.value)}">${say('origin.all')}</a>`;
    return [html`<li>${showTerm(base, source)}, ${under}, ${when}; ${all}: ${linkTo(base, graph.value)}</li>`];
  });
  return items.length === 0
    ? undefined
    : html`<section><h2>${say('origin.title')}</h2>
<p>${say('origin.hint')}</p>
<ul class="origin">${items}</ul></section>`;
}
