/** The page of a view: its kind among the others, what it is narrowed to, its things, and what else it can be narrowed to. */

import { choosing, readOnce } from '../../browse/choice.js';
import { type Kind, kindIds } from '../../browse/kinds.js';
import type { Selection } from '../../browse/select.js';
import { usualOrder, writeOrder } from '../../browse/sort.js';
import { type Html, html } from '../../html.js';
import { HttpFault } from '../../http-fault.js';
import { formatsFor, readCount } from '../../request.js';
import type { Services } from '../../services.js';
import { addressWith, type View } from '../../view/view.js';
import type { WebLink } from '../../web-links.js';
import { layout } from '../layout.js';
import { allOf, asFile, withValue } from './addresses.js';
import { answerLink, chips, leftOut, partsOf } from './chips.js';
import { facetLists } from './facet-lists.js';
import { listThings } from './list.js';

/** Things on a page, unless it is said how many; and how many there may be. */
const [usualSize, largestSize] = [50, 500];

interface Part {
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

function readPart({ parameters }: View, { things }: Selection): Part {
  const [page, size] = [readCount(parameters, 'page') ?? 1, readCount(parameters, 'limit') ?? usualSize];
  if (size > largestSize) throw new HttpFault(400, `limit is at most ${largestSize}`);
  const pages = Math.max(1, Math.ceil(things.length / size));
  if (page > pages) throw new HttpFault(404, `there is no page ${page}: the last is ${pages}`);
  return { page, pages, size };
}

const tabs = (view: View, { id: own }: Kind): Html =>
  html`<nav class="kinds" aria-label="${view.say('browse.kinds')}"><ul>${kindIds.map(
    (id) =>
      html`<li><a href="${allOf(view, id)}"${id === own ? html` aria-current="page"` : undefined}>${view.say(`browse.kind.${id}`)}</a></li>`,
  )}</ul></nav>`;

/** What else is chosen goes with the words and the years. */
function form(view: View, { hasYears }: Kind): Html {
  const { say, parameters, path } = view;
  const field = (name: string): string => readOnce(parameters, name) ?? '';
  const fields = ['q', ...(hasYears ? ['from', 'to'] : [])];
  const hidden = [...choosing, 'sort', 'limit', 'lang'].flatMap((name) =>
    fields.includes(name) || field(name) === ''
      ? []
      : [html`<input type="hidden" name="${name}" value="${field(name)}">`],
  );
  const year = (name: 'from' | 'to'): Html =>
    html`<p><label for="b-${name}">${say(`browse.${name}`)}</label>
<input id="b-${name}" name="${name}" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" size="5" value="${field(name)}"></p>`;
  return html`<form class="ask" action="${path}" method="get">${hidden}
<p class="wide-field"><label for="b-q">${say('browse.q')}</label>
<input id="b-q" name="q" type="search" maxlength="200" value="${field('q')}"></p>
${hasYears ? html`${year('from')}${year('to')}` : undefined}
<p><button>${say('browse.apply')}</button></p></form>`;
}

/** Each order; the present one turned round. */
function orders(view: View, { index, order }: Selection): Html {
  const { say } = view;
  const links = index.kind.sorts.map((by) => {
    const isNow = by === order.by;
    const next = isNow ? { by, isDown: !order.isDown } : usualOrder(by);
    const arrow = isNow ? html` <span aria-hidden="true">${order.isDown ? '↓' : '↑'}</span>` : undefined;
    const name = say(`browse.sort.${by}`);
    const label = isNow
      ? html` aria-current="true" title="${say(order.isDown ? 'browse.down' : 'browse.up')}"`
      : undefined;
    return html`<li><a href="${withValue(view, 'sort', writeOrder(next))}" rel="nofollow"${label}>${name}${arrow}</a></li>`;
  });
  return html`<nav class="orders" aria-label="${say('browse.sort')}"><span>${say('browse.sort')}</span><ul>${links}</ul></nav>`;
}

const files = [...formatsFor('bindings').filter(({ id }) => id === 'csv'), ...formatsFor('graph')];

const fileNames = new Map([
  ['csv', 'CSV'],
  ['turtle', 'Turtle'],
  ['ntriples', 'N-Triples'],
  ['jsonld', 'JSON-LD'],
  ['rdfxml', 'RDF/XML'],
  ['trig', 'TriG'],
  ['nquads', 'N-Quads'],
]);

function fileLinks(view: View, { index, things }: Selection): Html | undefined {
  if (things.length === 0) return undefined;
  const links = files.map(
    ({ id, extension }) =>
      html` <a href="${asFile(view, index.kind.id, extension)}" rel="nofollow">${fileNames.get(id) ?? id}</a>`,
  );
  return html`<p class="files">${view.say('browse.as', { count: things.length })}${links}</p>`;
}

const pageAt = (view: View, page: number): string => addressWith(view, { page: page === 1 ? '' : String(page) });

function pager(view: View, { page, pages }: Part): Html | undefined {
  if (pages === 1) return undefined;
  const link = (to: number, key: 'prev' | 'next'): Html =>
    html`<a href="${pageAt(view, to)}" rel="${key}">${view.say(`page.${key}`)}</a> `;
  return html`<nav class="pages" aria-label="${view.say('page.label')}"><p>${page > 1 ? link(page - 1, 'prev') : undefined}${view.say('page.of', { page, count: pages })} ${page < pages ? link(page + 1, 'next') : undefined}</p></nav>`;
}

function linksOf(view: View, { page, pages }: Part, { index }: Selection): WebLink[] {
  const relation = (name: string, to: number): WebLink[] =>
    to < 1 || to > pages || pages === 1 ? [] : [{ relation: name, href: pageAt(view, to) }];
  const others = files.map(({ extension, mediaType }) => ({
    relation: 'alternate',
    href: asFile(view, index.kind.id, extension),
    type: mediaType,
  }));
  return [
    ...relation('first', 1),
    ...relation('prev', page - 1),
    ...relation('next', page + 1),
    ...relation('last', pages),
    ...others,
  ];
}

function total(view: View, { index, things }: Selection): string {
  const [count, all] = [things.length, index.iris.length];
  if (all === 0) return view.say('browse.empty');
  if (count === 0) return view.say('browse.none', { total: all });
  return count === all ? view.say('browse.all', { total: all }) : view.say('browse.count', { count, total: all });
}

/** `links`: to other pages and formats, by their paths. */
export function browsePage(services: Services, view: View, selection: Selection): { text: string; links: WebLink[] } {
  const { base } = services.config;
  const { kind } = selection.index;
  const part = readPart(view, selection);
  const start = (part.page - 1) * part.size;
  const shown = selection.things.slice(start, start + part.size);
  const title = view.say(`browse.kind.${kind.id}`);
  const main = html`${tabs(view, kind)}
<h1>${title}</h1>
${form(view, kind)}
<div class="browse"><div>
${chips(selection, view)}
<p class="total" role="status">${total(view, selection)}</p>
${leftOut(selection, view)}
${answerLink(selection, view, base)}
<p class="to-facets"><a href="#facets">${view.say('browse.facets')}</a></p>
${shown.length === 0 ? undefined : html`${orders(view, selection)}\n${listThings({ selection, view, base }, shown, start + 1)}`}
${pager(view, part)}
${fileLinks(view, selection)}
</div>
<aside id="facets" class="facets"><h2>${view.say('browse.facets')}</h2>
${facetLists(selection, view, base)}</aside></div>`;
  const head = html`<link rel="stylesheet" href="/ui/browse.css">`;
  return {
    text: layout(
      `${[title, ...partsOf(selection, view).map(({ text }) => text)].join(' · ')} – migraph`,
      main,
      view,
      head,
    ).text,
    links: linksOf(view, part, selection),
  };
}
