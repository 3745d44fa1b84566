/** What a search has found. */
import { type Html, html } from '../html.js';
import type { Found } from '../search/search-index.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { linkTo } from './term.js';

/** Things that are shown. */
const mostShown = 50;

/** The name that made it be found, where it is not the one that is shown. */
function otherName({ title, names }: Found, text: string): string | undefined {
  const wanted = text.toLowerCase();
  return names.split('\n').find((name) => name !== title && name.toLowerCase().includes(wanted));
}

function showFound(found: Found, { view, text, base }: { view: View; text: string; base: string }): Html {
  const other = otherName(found, text);
  const place = found.kind === 'Country' || found.kind === 'Region' || found.kind === 'CountryGroup';
  const path = found.iri.startsWith(base) ? found.iri.slice(base.length) : found.iri;
  const data = place
    ? html` · <a href="/?${new URLSearchParams({ place: path }).toString()}">${view.say('search.data')}</a>`
    : undefined;
  return html`<li>${linkTo(base, found.iri, found.title)}${other === undefined ? undefined : html` (${other})`} <small>${view.say(`kind.${found.kind}`, { count: 1 })}</small>${data}</li>`;
}

export function searchPage(view: View, text: string, found: readonly Found[], base: string): Html {
  const { say } = view;
  const title = say('search.title', { query: text === '' ? 'none' : 'some', text });
  const items = found.slice(0, mostShown).map((one) => showFound(one, { view, text, base }));
  const outcome =
    text === ''
      ? undefined
      : found.length === 0
        ? html`<p>${say('search.none', { text })}</p>`
        : html`<p>${say('search.count', { count: found.length })}</p><ul class="found">${items}</ul>`;
  return layout(`${title} – migraph`, html`<h1>${title}</h1>\n${outcome}\n<p>${say('search.hint')}</p>`, view);
}
