/** The page of the graph as a whole: how large it is, and how many things of each class it holds. */

import { type Html, html } from '../html.js';
import { readRows } from '../read-rows.js';
import { formatsFor } from '../request.js';
import type { Services } from '../services.js';
import { isMessage } from '../view/messages.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { linkTo } from './term.js';

interface ClassCount {
  readonly iri: string;
  readonly count: number;
}

async function readClasses(services: Services): Promise<ClassCount[]> {
  const rows = await readRows(services, 'pages/classes', {});
  return rows.map((row) => ({ iri: row.get('class')?.value ?? '', count: Number(row.get('count')?.value ?? 0) }));
}

async function readSize(services: Services): Promise<number> {
  const [row] = await readRows(services, 'pages/size', {}, 1);
  return Number(row?.get('triples')?.value ?? 0);
}

/** What things of a class are called, where there is a word for it. */
function wordFor({ say }: View, { iri, count }: ClassCount): string {
  const key = `kind.${iri.split(/[#/]/).at(-1)}`;
  return isMessage(key) ? say(key, { count }) : '';
}

export async function voidPage(services: Services, view: View): Promise<Html> {
  const { base } = services.config;
  const { say } = view;
  const [classes, triples] = await Promise.all([
    services.memory('classes', () => readClasses(services)),
    services.memory('triples', () => readSize(services)),
  ]);
  const number = new Intl.NumberFormat(view.language);
  const rows = classes.map(
    (one) =>
      html`<tr><th scope="row">${linkTo(base, one.iri)}</th><td>${wordFor(view, one)}</td><td>${number.format(one.count)}</td></tr>\n`,
  );
  const links = formatsFor('graph').map(({ extension }) => html`<a href="/void.${extension}">${extension}</a> `);
  return layout(
    `${say('void.title')} – migraph`,
    html`<h1>${say('void.title')}</h1>
<p class="lead">${say('void.lead', { triples })}</p>
<p>${say('void.as')} ${links}</p>
<p><a href="/dump/">${say('dump.title')}</a> · <a href="/sparql">SPARQL</a> · <a href="/ontology">${say('nav.ontology')}</a></p>
<div class="wide" tabindex="0" role="group" aria-label="${say('void.classes')}"><table><caption>${say('void.classes')}</caption>
<thead><tr><th scope="col">${say('void.class')}</th><th scope="col">${say('void.word')}</th><th scope="col">${say('void.count')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`,
    view,
  );
}
