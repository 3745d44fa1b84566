/** The surroundings of a thing: a picture of what it is bound to, and the table that says the same. */
import type { Term } from '../../rdf.js';
import { drawGraph, type Group, type Node } from '../graph-view/draw-graph.js';
import type { Bond, Neighbourhood } from '../graph-view/neighbourhood.js';
import { type Html, html } from '../html.js';
import { pagePath } from '../local-path.js';
import type { View } from '../view/view.js';
import { sayFirst } from './entity/words.js';
import { layout } from './layout.js';
import { shortName } from './term.js';
import { tongueOf } from './tongue.js';

/** Things of one property that are drawn; the table has some more, the thing's page all. */
const mostDrawn = 6;

interface Shown {
  readonly view: View;
  readonly base: string;
  readonly iri: string;
  readonly surroundings: Neighbourhood;
}

/** Where its surroundings are drawn: our own things by their path under the base. */
export const graphPath = (base: string, iri: string): string =>
  `/graph-view?${new URLSearchParams({ iri: iri.startsWith(base) ? iri.slice(base.length) : iri })}`;

/** In the words of the pages, else by the name that the graph has for it. */
function sayProperties({ base, view, surroundings }: Shown, { direction, properties }: Bond): string {
  const kind = direction === 'out' ? 'property' : 'relation';
  const words = properties.map((iri) => {
    const name = shortName(base, iri);
    return sayFirst(view, `entity.${kind}.${name}`) ?? surroundings.names.get(iri)?.text ?? name;
  });
  return [...new Set(words)].join(', ');
}

function textOf({ base, surroundings }: Shown, term: Term): string {
  if (term.termType !== 'NamedNode') return `_:${term.value}`;
  return surroundings.names.get(term.value)?.text ?? shortName(base, term.value);
}

function nodeOf(shown: Shown, term: Term): Node {
  const name = shown.surroundings.names.get(term.value);
  const href = term.termType === 'NamedNode' ? graphPath(shown.base, term.value) : undefined;
  return { text: textOf(shown, term), href, tongue: name && tongueOf(shown.view, name.language) };
}

/** The last box tells of those that are not drawn. */
function groupOf(shown: Shown, bond: Bond): Group {
  const { count, others } = bond;
  const drawn = others.slice(0, count > mostDrawn ? mostDrawn - 1 : mostDrawn).map((term) => nodeOf(shown, term));
  const rest: Node = {
    text: shown.view.say('graph.more', { count: count - drawn.length }),
    href: pagePath(shown.base, shown.iri),
    isRest: true,
  };
  return { label: sayProperties(shown, bond), nodes: count > drawn.length ? [...drawn, rest] : drawn };
}

function listed(shown: Shown, { count, others }: Bond): Html {
  const { view, surroundings } = shown;
  const items = others.map((term, n) => {
    const tongue = tongueOf(view, surroundings.names.get(term.value)?.language);
    const text = textOf(shown, term);
    const link =
      term.termType === 'NamedNode'
        ? html`<a href="${pagePath(shown.base, term.value)}"${tongue}>${text}</a>`
        : html`${text}`;
    return html`${n === 0 ? '' : ', '}${link}`;
  });
  const rest = count - others.length;
  return rest > 0 && others.length > 0 ? html`${items} ${view.say('graph.more', { count: rest })}` : html`${items}`;
}

function showTable(shown: Shown): Html {
  const { say } = shown.view;
  const { bonds, undrawn } = shown.surroundings;
  const row = (
    bond: Bond,
  ): Html => html`<tr><th scope="row">${sayProperties(shown, bond)}</th><td>${say(`graph.${bond.direction}`)}</td><td>${bond.count}</td><td>${listed(shown, bond)}</td></tr>
`;
  return html`<details id="table"><summary>${say('graph.table')}</summary>
<table><caption>${say('graph.caption')}</caption><thead><tr><th scope="col">${say('graph.property')}</th><th scope="col">${say('graph.direction')}</th><th scope="col">${say('graph.count')}</th><th scope="col">${say('graph.things')}</th></tr></thead><tbody>
${[...bonds, ...undrawn].map(row)}</tbody></table></details>`;
}

export function graphViewPage(shown: Shown): Html {
  const { view, iri, base, surroundings } = shown;
  const { say } = view;
  const name = surroundings.name?.text ?? shortName(base, iri);
  const groups = (side: Bond['direction']): Group[] =>
    surroundings.bonds.filter(({ direction }) => direction === side).map((bond) => groupOf(shown, bond));
  const title = say('graph.title', { name });
  const centre: Node = { text: name, href: pagePath(base, iri), tongue: tongueOf(view, surroundings.name?.language) };
  const drawing = { label: title, centre, incoming: groups('in'), outgoing: groups('out') };
  const undrawn = surroundings.undrawn.reduce((sum, { count }) => sum + count, 0);
  return layout(
    `${title} – migraph`,
    html`<h1>${title}</h1>
<p class="lead">${say('graph.lead')} <a href="${pagePath(base, iri)}">${say('graph.page')}</a></p>
${surroundings.bonds.length === 0 ? html`<p>${say('graph.alone')}</p>` : drawGraph(drawing)}
${undrawn === 0 ? undefined : html`<p class="source">${say('graph.undrawn', { count: undrawn })}</p>`}
${showTable(shown)}`,
    view,
    html`<link rel="stylesheet" href="/ui/graph.css">
`,
  );
}
