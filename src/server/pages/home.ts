/** The home page. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../config.js';
import { profiles } from '../../export/profiles.js';
import { readQueryText } from '../../export/query-text.js';
import { prefixes } from '../../vocabularies.js';
import { type Html, html } from '../html.js';
import type { Services } from '../services.js';
import { layout } from './layout.js';
import { queryForm } from './query.js';

/** One column of the rows by another. */
async function readCounts({ store }: Services): Promise<Map<string, string>> {
  const counts = new Map<string, string>();
  const classes = await store.query(readQueryText('pages/counts'));
  if (classes.kind === 'bindings')
    for await (const row of classes.rows) counts.set(row.get('class')?.value ?? '', row.get('count')?.value ?? '');
  const size = await store.query(readQueryText('pages/size'));
  if (size.kind === 'bindings') for await (const row of size.rows) counts.set('', row.get('triples')?.value ?? '0');
  return counts;
}

/** What the classes are called, in the order in which they are shown. */
const kinds: readonly (readonly [string, string])[] = [
  ['Agency', 'agencies'],
  ['AgencyUnit', 'units of agencies'],
  ['Dataset', 'datasets'],
  ['Publication', 'publications'],
  ['Series', 'series'],
  ['Project', 'projects'],
  ['Event', 'events'],
  ['Country', 'countries'],
  ['Region', 'regions'],
  ['Note', 'notes'],
  ['Claim', 'statements with their sentence'],
];

/** The questions in `queries/questions/`: what each asks, and its text. */
function readQuestions(): { title: string; query: string }[] {
  const files = readdirSync(join(packageRoot, 'queries', 'questions')).filter((file) => file.endsWith('.rq'));
  return files.sort().map((file) => {
    const query = readQueryText(`questions/${file.slice(0, -3)}`);
    const title = /^#\W*(?:question|title)\s*:\s*(.+)$/im.exec(query)?.[1] ?? file;
    return { title: title.trim(), query };
  });
}

const doors = html`<ul>
<li><a href="/sparql">/sparql</a> – ask any question in SPARQL; programs find the service description there</li>
<li><a href="/catalog">/catalog</a> – the catalogue, as <a href="/catalog.jsonld">JSON-LD</a>, <a href="/catalog.ttl">Turtle</a>, <a href="/catalog.rdf">RDF/XML</a> or <a href="/catalog.nt">N-Triples</a>, by the profile ${profiles.map(({ id }) => html`<code>${id}</code> `)}</li>
<li><a href="/ontology">/ontology</a> – the terms, as <a href="/ontology.ttl">Turtle</a> or <a href="/ontology.jsonld">JSON-LD</a>, and the <a href="/ontology/context.jsonld">JSON-LD context</a></li>
<li><a href="/harvest">/harvest</a> – for harvesters: every door with its command, how well the catalogue keeps to its profiles, and a <a href="/validate">validator</a></li>
<li><a href="/dump/">/dump/</a> – the whole graph and its tables as files</li>
<li><a href="/healthz">/healthz</a> – whether the store answers</li>
</ul>`;

export async function homePage(services: Services): Promise<Html> {
  const counts = await readCounts(services);
  const held = kinds.flatMap(([name, text]) => {
    const count = counts.get(prefixes.mig + name);
    return count === undefined ? [] : [html`<li><b>${count}</b> ${text}</li>`];
  });
  const questions = readQuestions().map(
    ({ title, query }) => html`<li><a href="/sparql?query=${encodeURIComponent(query)}">${title}</a></li>`,
  );
  return layout(
    'migraph – who holds which migration data',
    html`<h1>Who holds which migration data</h1>
<p>A knowledge graph, read from notes on who collects and publishes data about migration. Every statement leads to the exact sentence it stands in, and says how its owner was found. Things are named under <code>${services.config.base}</code>; this server answers for those names by their path.</p>
<h2>What the graph holds</h2>
<ul class="counts"><li><b>${counts.get('') ?? '0'}</b> triples</li>${held}</ul>
<h2>Ways in</h2>
${doors}
${
  questions.length === 0
    ? undefined
    : html`<h2>Questions it answers</h2>
<ul>${questions}</ul>`
}
<h2>Ask</h2>
${queryForm('SELECT ?dataset ?title\nWHERE {\n  ?dataset a <http://www.w3.org/ns/dcat#Dataset> ;\n    <http://purl.org/dc/terms/title> ?title\n}\nORDER BY ?title')}`,
  );
}
