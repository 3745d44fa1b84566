/** Where the pages before and after this one are. */
import { type Html, html } from '../html.js';
import { addressWith, type View } from '../view/view.js';

/** Nothing where there is one page alone. */
export function pageLinks(view: View, page: number, last: number): Html | undefined {
  if (last === 1) return undefined;
  const link = (number: number, key: 'prev' | 'next'): Html =>
    html`<a href="${addressWith(view, { page: number === 1 ? '' : String(number) })}" rel="${key}">${view.say(`page.${key}`)}</a> `;
  return html`<nav class="pages" aria-label="${view.say('page.label')}"><p>${page > 1 ? link(page - 1, 'prev') : undefined}${view.say('page.of', { page, count: last })} ${page < last ? link(page + 1, 'next') : undefined}</p></nav>`;
}
