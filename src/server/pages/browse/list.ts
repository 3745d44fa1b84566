/** The things of a page of a view, each with what it says of owner, years, places and subjects. */
import { createIris } from '../../../iris.js';
import { type FacetName, facets, textOf } from '../../browse/facets.js';
import { nameIn } from '../../browse/names.js';
import type { Selection } from '../../browse/select.js';
import { showSpan } from '../../browse/spans.js';
import { saidOf } from '../../browse/table.js';
import { type Html, html } from '../../html.js';
import type { View } from '../../view/view.js';
import { linkTo } from '../term.js';
import { inTongue } from './tongue.js';

/** Values of each that are shown. */
const mostShown = 5;

interface Context {
  readonly selection: Selection;
  readonly view: View;
  readonly base: string;
}

/** A few, and how many there are besides. */
function few(view: View, items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined;
  const shown = items.slice(0, mostShown).map((item, n) => html`${n === 0 ? '' : ', '}${item}`);
  const left = items.length - shown.length;
  return html`${shown}${left === 0 ? undefined : html` ${view.say('browse.andMore', { count: left })}`}`;
}

function namesOf({ selection, view, base }: Context, facet: FacetName, number: number): Html | undefined {
  const { valueNames } = selection.index;
  const items = saidOf(selection, facet, number).map((iri) => {
    const name = nameIn(valueNames.get(iri), view.language, iri);
    return inTongue(view, name, facet === 'agency' || facet === 'series' ? linkTo(base, iri, name.text) : name.text);
  });
  return few(view, items);
}

function yearsOf({ selection, view }: Context, number: number): Html | undefined {
  const { index } = selection;
  if (!index.kind.hasYears) return undefined;
  const spans = index.spans[number] ?? [];
  if (spans.length > 0)
    return few(
      view,
      spans.map((span) => html`${showSpan(span)}`),
    );
  return html`<span class="unstated">${view.say('browse.lack.years', { kind: index.kind.id })}</span>`;
}

/** How many datasets there are of it, which the view of the datasets shows. */
function datasetsOf({ selection, view, base }: Context, number: number): Html | undefined {
  const { kind, datasets, iris } = selection.index;
  const count = datasets?.[number];
  if (count === undefined || kind.datasetsBy === undefined) return undefined;
  const text = view.say('browse.datasets', { count });
  if (count === 0) return html`<span class="unstated">${text}</span>`;
  const value = textOf(facets[kind.datasetsBy], iris[number] ?? '', createIris(base));
  return html`<a href="/datasets?${new URLSearchParams({ [kind.datasetsBy]: value }).toString()}">${text}</a>`;
}

/** Where an owner had to be inferred, the reader should know. */
function warning({ selection, view }: Context, number: number): Html | undefined {
  const found = selection.index.facets.get('owner')?.said[number] ?? [];
  if (found.length === 0 || !found.every((iri) => iri.endsWith('#Inferred'))) return undefined;
  return html`<span class="unstated">${view.say('answer.owner.Inferred')}</span>`;
}

function showThing(context: Context, number: number): Html {
  const { selection, view, base } = context;
  const { index } = selection;
  const iri = index.iris[number] ?? '';
  const name = nameIn(index.names[number], view.language, iri);
  const kind = index.kind.id;
  const label = (facet: FacetName): string => view.say(`browse.facet.${facet}`, { kind });
  const facts = (['agency', 'group', 'series', 'country', 'region', 'theme', 'measure'] as const)
    .filter((facet) => index.kind.facets.includes(facet))
    .map((facet) => ({ title: label(facet), text: namesOf(context, facet, number) }));
  facts.splice(1, 0, { title: view.say('browse.years'), text: yearsOf(context, number) });
  const shown = [...facts, { title: view.say('browse.kind.datasets'), text: datasetsOf(context, number) }].flatMap(
    ({ title, text }) => (text === undefined ? [] : [html`<div><dt>${title}</dt><dd>${text}</dd></div>`]),
  );
  return html`<li>${inTongue(view, name, html`<h2>${linkTo(base, iri, name.text)}</h2>`)}
<dl>${shown}</dl>${warning(context, number)}</li>
`;
}

export const listThings = (context: Context, numbers: readonly number[], start: number): Html =>
  html`<ol class="browse-list" start="${start}">${numbers.map((number) => showThing(context, number))}</ol>`;
