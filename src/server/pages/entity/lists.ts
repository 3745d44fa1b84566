/** What has to do with a thing: each list with its length and its first things, and a page of one list. */
import type { Item, List } from '../../entity/read-lists.js';
import { type Html, html } from '../../html.js';
import { addressWith, type View } from '../../view/view.js';
import { showThing, yearsText } from './things.js';
import { relationWord, sayWith } from './words.js';

export interface ShownList {
  readonly list: List;
  readonly items: readonly Item[];
}

function showItem(view: View, base: string, item: Item, { list, thing }: { list: List; thing: string }): Html {
  const owners = item.owners
    .filter(({ iri }) => iri !== thing && iri !== item.via?.iri)
    .map((owner) => showThing(view, base, owner));
  const isDataset = list.kind === 'Dataset';
  const isUndated = isDataset && item.years === undefined;
  // Of data it matters which years they are on, of anything else when it was.
  const [date, years] = isDataset ? [undefined, item.years] : [item.date, item.date ? undefined : item.years];
  const notes = [
    ...owners,
    ...(item.via === undefined ? [] : [sayWith(view, 'entity.via', { whole: showThing(view, base, item.via) })]),
    ...(item.number === undefined ? [] : [html`${view.say('entity.number', { number: item.number })}`]),
    ...(date === undefined ? [] : [html`${date}`]),
    ...(years === undefined ? [] : [html`${yearsText(view, years)}`]),
    ...(isUndated ? [html`${view.say('answer.noYears')}`] : []),
  ];
  const details = notes.map((note, n) => (n === 0 ? note : html` · ${note}`));
  return html`<li>${showThing(view, base, item)}${notes.length === 0 ? undefined : html` <small>${details}</small>`}</li>
`;
}

function heading(view: View, { kind, property, query, count }: List): Html {
  const number = new Intl.NumberFormat(view.language).format(count);
  return html`<b>${number}</b> ${view.say(`kind.${kind}`, { count })} <span class="relation">${relationWord(view, property ?? query)}</span>`;
}

export function showList(view: View, base: string, { list, items }: ShownList, thing: string): Html {
  const rest = list.count - items.length;
  const all = html`<p><a href="${addressWith(view, { list: list.key, page: '' })}">${view.say('entity.all', { count: list.count })}</a></p>`;
  return html`<section class="list"><h3>${heading(view, list)}</h3>
<ul>${items.map((item) => showItem(view, base, item, { list, thing }))}</ul>${rest > 0 ? all : undefined}</section>`;
}

/** Pages before and after; both where there are any. */
function showPages(view: View, page: number, count: number): Html | undefined {
  if (count === 1) return undefined;
  const link = (to: number, key: 'prev' | 'next'): Html =>
    html`<a href="${addressWith(view, { page: to === 1 ? '' : String(to) })}" rel="${key}">${view.say(`page.${key}`)}</a> `;
  return html`<nav class="pages" aria-label="${view.say('page.label')}"><p>${view.say('page.of', { page, count })} ${page > 1 ? link(page - 1, 'prev') : undefined}${page < count ? link(page + 1, 'next') : undefined}</p></nav>`;
}

/** One list alone; `page` from 1. */
export function showListPage(
  view: View,
  base: string,
  { shown, thing, page, pages }: { shown: ShownList; thing: string; page: number; pages: number },
): Html {
  const { list, items } = shown;
  return html`<p><a href="${addressWith(view, { list: '', page: '' })}">${view.say('entity.back')}</a></p>
<section class="list"><h2>${heading(view, list)}</h2>
<ul>${items.map((item) => showItem(view, base, item, { list, thing }))}</ul>
${showPages(view, page, pages)}</section>`;
}
