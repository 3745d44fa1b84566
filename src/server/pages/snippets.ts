/** How a program asks the same: lines for the shell, JavaScript, Python and R, to be copied as they are. */
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';

export interface Snippet {
  readonly language: string;
  readonly code: string;
}

/** JSON's strings are strings of all three languages. */
const quote = (text: string): string => JSON.stringify(text);

/** For an address that is percent-encoded: it holds no quotes. */
export function snippetsFor(address: string): Snippet[] {
  return [
    { language: 'curl', code: `curl '${address}'` },
    {
      language: 'JavaScript',
      code: `const response = await fetch(${quote(address)});\nconst csv = await response.text();`,
    },
    { language: 'Python', code: `import pandas\ntable = pandas.read_csv(${quote(address)})` },
    { language: 'R', code: `table <- read.csv(${quote(address)})` },
  ];
}

/** A line that ends a here-document, and is not in it. */
function endOf(text: string): string {
  let end = 'SPARQL';
  while (text.split('\n').includes(end)) end += '_';
  return end;
}

/** For a query, sent to the endpoint. */
export function querySnippets(endpoint: string, query: string): Snippet[] {
  const end = endOf(query);
  return [
    {
      language: 'curl',
      code: `curl '${endpoint}' -H 'Accept: text/csv' --data-urlencode query@- <<'${end}'\n${query}\n${end}`,
    },
    {
      language: 'JavaScript',
      code: `const query = ${quote(query)};
const response = await fetch(${quote(endpoint)}, {
  method: 'POST',
  headers: { Accept: 'application/sparql-results+json' },
  body: new URLSearchParams({ query }),
});
const { results } = await response.json();`,
    },
    {
      language: 'Python',
      code: `import io, pandas, requests
query = ${quote(query)}
answer = requests.post(${quote(endpoint)}, data={"query": query}, headers={"Accept": "text/csv"})
table = pandas.read_csv(io.StringIO(answer.text))`,
    },
    {
      language: 'R',
      code: `library(httr2)
query <- ${quote(query)}
answer <- request(${quote(endpoint)}) |> req_headers(Accept = "text/csv") |> req_body_form(query = query) |> req_perform()
table <- read.csv(text = resp_body_string(answer))`,
    },
  ];
}

export const showSnippets = ({ say }: View, snippets: readonly Snippet[]): Html =>
  html`<details class="snippets"><summary>${say('snippets.title')}</summary>
${snippets.map(({ language, code }) => html`<h3>${language}</h3>\n<pre tabindex="0"><code>${code}</code></pre>\n`)}</details>`;
