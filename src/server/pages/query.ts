/** The query form, and the page that shows an answer; neither needs a script. */
import { type Html, html } from '../html.js';
import { layout } from './layout.js';
import { linkTo } from './term.js';

const choices: readonly (readonly [string, string])[] = [
  ['', 'a page'],
  ['csv', 'CSV (tables)'],
  ['json', 'JSON (tables)'],
  ['xml', 'XML (tables)'],
  ['tsv', 'TSV (tables)'],
  ['turtle', 'Turtle (graphs)'],
  ['jsonld', 'JSON-LD (graphs)'],
  ['ntriples', 'N-Triples (graphs)'],
];

export const queryForm = (query: string): Html => html`<form action="/sparql" method="get">
<label for="query">A query in SPARQL</label>
<textarea id="query" name="query" rows="12" spellcheck="false" required>${query}</textarea>
<p><label for="format">Answer as</label> <select id="format" name="format">${choices.map(([id, text]) => html`<option value="${id}">${text}</option>`)}</select> <button type="submit">Ask</button></p>
</form>`;

/** A term of the JSON results format. */
interface JsonTerm {
  readonly type: string;
  readonly value: string | object;
  readonly 'xml:lang'?: string;
}

export type JsonRow = Readonly<Record<string, JsonTerm>>;

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

export function showTable(base: string, { variables, rows, count }: ShownRows): Html {
  const lines = rows.map(
    (row) => html`<tr>${variables.map((name) => html`<td>${showCell(base, row[name])}</td>`)}</tr>\n`,
  );
  const all = count > rows.length ? `${count} rows, of which the first ${rows.length} are shown` : `${count} rows`;
  return html`<div class="wide"><table><caption>${all}</caption>
<thead><tr>${variables.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${lines}</tbody></table></div>`;
}

export const showTruth = (truth: boolean): Html => html`<p><b>${truth ? 'Yes' : 'No'}</b></p>`;

export const showGraph = (turtle: string): Html => html`<pre>${turtle}</pre>`;

export const showFailure = (message: string): Html => html`<p class="failure" role="alert">${message}</p>`;

/** The form with its query, and what came of it. */
export const queryPage = (query: string, outcome?: Html): Html =>
  layout(
    'Query – migraph',
    html`<h1>Query</h1>
${outcome}
${queryForm(query)}
<p>Programs ask at the same address: <code>GET /sparql?query=…</code> or <code>POST</code>, with <code>Accept</code> or <code>format=</code>.</p>`,
  );
