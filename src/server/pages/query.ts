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

export interface JsonResults {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

/** Rows that a page shows; all of them are in the other formats. */
const shownRows = 1000;

function showCell(base: string, term: JsonTerm | undefined): Html {
  if (term === undefined) return html``;
  if (typeof term.value !== 'string') return html`<code>${JSON.stringify(term.value)}</code>`;
  return term.type === 'uri' ? linkTo(base, term.value) : html`${term.value}`;
}

function showTable(base: string, { head, results }: JsonResults): Html {
  const rows = results?.bindings ?? [];
  const variables = head.vars ?? [];
  const lines = rows
    .slice(0, shownRows)
    .map((row) => html`<tr>${variables.map((name) => html`<td>${showCell(base, row[name])}</td>`)}</tr>\n`);
  const all =
    rows.length > shownRows ? `${rows.length} rows, of which the first ${shownRows} are shown` : `${rows.length} rows`;
  return html`<div class="wide"><table><caption>${all}</caption>
<thead><tr>${variables.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${lines}</tbody></table></div>`;
}

/** An answer: a table, yes or no, or a graph as Turtle. */
export const showResults = (base: string, results: JsonResults): Html =>
  results.boolean === undefined ? showTable(base, results) : html`<p><b>${results.boolean ? 'Yes' : 'No'}</b></p>`;

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
