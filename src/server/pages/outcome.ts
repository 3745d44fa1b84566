/** What came of a query, as part of a page: a table, yes or no, a graph, or what is wrong. */
import { type Html, html } from '../html.js';
import { plainView, type View } from '../view/view.js';
import { showChart } from './chart.js';
import type { JsonRow, JsonTerm } from './json-row.js';
import { showResultMap } from './result-map.js';
import { linkTo } from './term.js';

/** The first rows of a table, and how many there are in all. */
export interface ShownRows {
  readonly variables: readonly string[];
  readonly rows: readonly JsonRow[];
  readonly count: number;
}

function showCell(base: string, term: JsonTerm | undefined): Html {
  if (term === undefined) return html``;
  if (typeof term.value !== 'string') return html`<code>${JSON.stringify(term.value)}</code>`;
  return term.type === 'uri' ? linkTo(base, term.value) : html`${term.value}`;
}

export function showTable(base: string, { variables, rows, count }: ShownRows, view: View = plainView()): Html {
  const lines = rows.map(
    (row) => html`<tr>${variables.map((name) => html`<td>${showCell(base, row[name])}</td>`)}</tr>\n`,
  );
  const all = view.say('query.rows', { count, shown: rows.length, isCut: count > rows.length ? 'yes' : 'no' });
  return html`<div class="wide"><table><caption>${all}</caption>
<thead><tr>${variables.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${lines}</tbody></table></div>
${showChart(view, base, { variables, rows })}${showResultMap(base, { variables, rows }, view)}`;
}

export const showTruth = ({ say }: View, truth: boolean): Html =>
  html`<p><b>${say(truth ? 'query.yes' : 'query.no')}</b></p>`;

export const showGraph = (turtle: string): Html => html`<pre>${turtle}</pre>`;

export const showFailure = (message: string): Html => html`<p class="failure" role="alert">${message}</p>`;
