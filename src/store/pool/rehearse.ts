/** Queries of the usual kinds, over what there is: V8 compiles what they run through before somebody waits for it. */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { EmbeddedStore } from '../embedded.js';
import { QueryFault } from '../graph-store.js';
import { parseQuery } from '../parse/parse-query.js';

/** Little work each, however large the graph is; the number makes each a text of its own. */
const usual = (thing: string, property: string, n: number): readonly string[] => [
  `SELECT ?p ?o { ${thing} ?p ?o } LIMIT ${n}`,
  `SELECT ?o ?x { ${thing} ${property} ?o OPTIONAL { ?o ?q ?x } } ORDER BY ?o LIMIT ${n}`,
  `SELECT ?p (COUNT(?o) AS ?n) (MIN(?o) AS ?m) { ${thing} ?p ?o } GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT ${n}`,
  `SELECT DISTINCT ?p { { ${thing} ?p ?o } UNION { ${thing} ${property} ?p } FILTER (CONTAINS(STR(?p), "${n}")) } LIMIT 9`,
  `SELECT ?t { VALUES ?p { ${property} } ${thing} ?p ?o FILTER NOT EXISTS { ?o ?p ${n} } BIND (STR(?o) AS ?t) }`,
  `SELECT ?o { ${thing} ${property}/${property}* ?o FILTER (?o != ${n}) } LIMIT 9`,
  `SELECT ?g ?o { GRAPH ?g { ${thing} ${property} ?o } } LIMIT ${n}`,
  `CONSTRUCT { ?o ${property} ${thing} } { ${thing} ${property} ?o } LIMIT ${n}`,
  `SELECT ?o (COUNT(DISTINCT ?p) AS ?n) { ${thing} ?p ?o . ${thing} ${property} ?x } GROUP BY ?o HAVING (COUNT(*) > ${n})`,
  `SELECT ?o ?n { { SELECT ?o (COUNT(*) AS ?n) { ${thing} ?p ?o } GROUP BY ?o } ${thing} ${property} ?o } LIMIT ${n}`,
  `SELECT ?o { ${thing} ?p ?o MINUS { ${thing} ${property} ?o } FILTER (REGEX(STR(?o), "${n}", "i") || ?o > ${n}) }`,
  `DESCRIBE ${thing}`,
  `ASK { ${thing} ${property} ?o FILTER (?o = ${n}) }`,
];

const wanted = { bindings: 'json', boolean: 'json', graph: 'ntriples' } as const;

async function ask(store: EmbeddedStore, query: string): Promise<void> {
  try {
    const { chunks } = await store.answer(parseQuery(query), wanted);
    for await (const _ of chunks);
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
  }
}

/** The names of something that is said, where it has names. */
async function findStatement(store: EmbeddedStore): Promise<readonly [string, string] | undefined> {
  try {
    const result = await store.query('SELECT ?s ?p { ?s ?p ?o FILTER (ISIRI(?s)) } LIMIT 1');
    if (result.kind !== 'bindings') return undefined;
    for await (const row of result.rows) return [`<${row.get('s')?.value}>`, `<${row.get('p')?.value}>`];
  } catch (error) {
    // On a machine that is busy even this may take too long: then nothing is rehearsed.
    if (!(error instanceof QueryFault)) throw error;
  }
  return undefined;
}

/** Milliseconds after which more of it makes little difference. */
export const rehearsal = 800;

/** For so many milliseconds at most, and no longer than `goesOn` says. */
export async function rehearse(store: EmbeddedStore, milliseconds: number, goesOn: () => boolean): Promise<void> {
  const started = performance.now();
  const [thing, property] = (await findStatement(store)) ?? [];
  if (thing === undefined || property === undefined) return;
  for (let n = 1; ; n += 1)
    for (const query of usual(thing, property, n)) {
      if (performance.now() - started > milliseconds || !goesOn()) return;
      await ask(store, query);
      await yieldToOthers();
    }
}
