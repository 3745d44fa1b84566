/** Builds the graph of notes in memory and asks it which datasets it has: `node examples/query-graph.mjs FILE…` */
import {
  buildGraph,
  createAgencyLike,
  extractClaims,
  openStore,
  readConfig,
  readGazetteers,
  readNote,
  readOntology,
} from 'migraph';

const config = readConfig();
const gazetteers = readGazetteers();
const agencyLike = createAgencyLike(gazetteers);
const extractions = process.argv.slice(2).map((file) => extractClaims(readNote(file, { agencyLike }), gazetteers));
const { quads } = await buildGraph({
  extractions,
  gazetteers,
  ontology: readOntology(),
  catalogue: [],
  curation: [],
  config,
});

const store = await openStore({ quads, config });
try {
  const answer = await store.query(`
    PREFIX dcat: <http://www.w3.org/ns/dcat#>
    PREFIX dct: <http://purl.org/dc/terms/>
    SELECT DISTINCT ?dataset ?title { ?dataset a dcat:Dataset ; dct:title ?title } ORDER BY ?title ?dataset`);
  if (answer.kind === 'bindings')
    for await (const row of answer.rows) console.log(`${row.get('title').value} <${row.get('dataset').value}>`);
} finally {
  await store.close();
}
