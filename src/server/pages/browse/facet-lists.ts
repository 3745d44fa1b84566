/** The values that a view can be narrowed to, each with how many it would leave. */
import { createIris } from '../../../iris.js';
import { findValue, lacks } from '../../browse/choose.js';
import { countLacks, countValues, countYears } from '../../browse/count-values.js';
import { type FacetName, facets, type LackName, textOf } from '../../browse/facets.js';
import { type Name, nameIn } from '../../browse/names.js';
import type { Selection } from '../../browse/select.js';
import { type Html, html } from '../../html.js';
import type { View } from '../../view/view.js';
import { withLack, withoutPart, withValue, withYears } from './addresses.js';
import { inTongue } from './tongue.js';

/** Values that are shown at once, and with all others that can be unfolded. */
const [mostAtOnce, mostAtAll] = [8, 300];

interface Value {
  readonly name: Html | string;
  readonly count: number;
  readonly address: string;
  readonly isChosen: boolean;
}

function showValue(view: View, { name, count, address, isChosen }: Value): Html {
  const number = new Intl.NumberFormat(view.language).format(count);
  return html`<li><a href="${address}" rel="nofollow"${isChosen ? html` aria-current="true"` : undefined}><span>${name}</span> <small>${number}</small></a></li>`;
}

function showList(view: View, title: string, values: readonly Value[]): Html | undefined {
  if (values.length === 0) return undefined;
  const [first, others] = [values.slice(0, mostAtOnce), values.slice(mostAtOnce, mostAtAll)];
  const left = values.length - mostAtOnce;
  return html`<section><h3>${title}</h3>
<ul>${first.map((value) => showValue(view, value))}</ul>
${others.length === 0 ? undefined : html`<details><summary>${view.say('browse.moreValues', { count: left })}</summary><ul>${others.map((value) => showValue(view, value))}</ul>${left > others.length ? html`<p><small>${view.say('browse.tooMany', { count: others.length })}</small></p>` : undefined}</details>`}
</section>
`;
}

/** What a value is called: how an owner was found is said in our own words. */
export function nameOfValue({ index }: Selection, view: View, name: FacetName, iri: string): Name {
  const { type } = facets[name];
  if (type !== 'attribution') return nameIn(index.valueNames.get(iri), view.language, iri);
  const key = iri.split('#').at(-1) ?? '';
  const isOurs = ['Stated', 'Heading', 'Inferred'].includes(key);
  return { text: isOurs ? view.say(`browse.owner.${key}`) : key, language: '' };
}

/** A click on what is chosen takes it back. */
function valuesOf(selection: Selection, view: View, name: FacetName, base: string): Value[] {
  const { index, chosen, choice } = selection;
  const wanted = choice.values.get(name);
  const current = wanted && findValue(index, name, wanted.iris);
  const iris = createIris(base);
  const { compare } = new Intl.Collator(view.language);
  return [...countValues(index, chosen, name)]
    .map(([iri, count]) => ({ iri, count, name: nameOfValue(selection, view, name, iri) }))
    .sort(
      (a, b) =>
        Number(b.iri === current) - Number(a.iri === current) || b.count - a.count || compare(a.name.text, b.name.text),
    )
    .map(({ iri, count, name: called }) => ({
      name: inTongue(view, called),
      count,
      isChosen: iri === current,
      address: iri === current ? withoutPart(view, name) : withValue(view, name, textOf(facets[name], iri, iris)),
    }));
}

function decades({ index, chosen, choice }: Selection, view: View): Value[] {
  return [...countYears(index, chosen)].reverse().map(([decade, count]) => {
    const isChosen = choice.spans.some(({ start, end }) => start === decade && end === decade + 9);
    const address = isChosen ? withoutPart(view, 'years') : withYears(view, decade, decade + 9);
    return { name: `${decade}–${decade + 9}`, count, isChosen, address };
  });
}

/** Of what nothing of the kind has, that it is missing tells nothing. */
function isTelling(index: Selection['index'], lack: LackName): boolean {
  const isWithout = lacks(index, lack);
  return !index.iris.every((_, number) => isWithout(number));
}

function lackValues({ index, chosen, choice }: Selection, view: View): Value[] {
  const counts = [...countLacks(index, chosen)].filter(([lack]) => isTelling(index, lack));
  return counts.map(([lack, count]) => {
    const isChosen = choice.without === lack;
    const name = view.say(`browse.lack.${lack}`, { kind: index.kind.id });
    return { name, count, isChosen, address: isChosen ? withoutPart(view, 'without') : withLack(view, lack) };
  });
}

export function facetLists(selection: Selection, view: View, base: string): Html {
  const { kind } = selection.index;
  const lists = kind.facets.map((name) =>
    showList(view, view.say(`browse.facet.${name}`, { kind: kind.id }), valuesOf(selection, view, name, base)),
  );
  const years = kind.hasYears ? showList(view, view.say('browse.years'), decades(selection, view)) : undefined;
  const lacks = showList(view, view.say('browse.without'), lackValues(selection, view));
  return html`${lists.flatMap((list) => list ?? [])}${years}${lacks}`;
}
