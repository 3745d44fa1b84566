/** SPARQL, queries and updates, spoilt: parsed the same with its constants set apart as without, or refused in one line with its place. */
import type { Term } from '../../../src/rdf.js';
import { writeTerm } from '../../../src/serialise/terms.js';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseQuery, parseUpdate } from '../../../src/store/parse/parse-query.js';
import { parseSparql, parseText } from '../../../src/store/parse/parse-sparql.js';
import { queryLimits } from '../../../src/store/parse/query-limits.js';
import { prologue } from '../../differential/data.js';
import type { Random } from '../../random.js';
import { type FuzzTarget, type Outcome, probing } from '../fuzz-target.js';
import { lineFault, reasonFault } from '../one-line.js';
import { createSpoiler } from '../spoil.js';
import { spoilQuery } from './queries.js';
import { sparqlTokens } from './sample-queries.js';

const updates = [
  `${prologue} INSERT DATA { :a :p :b . GRAPH :g1 { :a :v 1 , "x"@en , "é"^^xsd:string } } ; DELETE DATA { :a :p :b }`,
  `${prologue} WITH :g1 DELETE { ?a :p ?b } INSERT { ?a :q ?b . GRAPH :g2 { ?a :r [] } } USING :g2 USING NAMED :g3 WHERE { ?a :p ?b FILTER(?b != :c) }`,
  `${prologue} DELETE WHERE { ?a :p ?b . GRAPH ?g { ?b :q ?a } } ; CLEAR SILENT GRAPH :g1 ; DROP ALL ; CREATE GRAPH :g4 ;`,
  'COPY DEFAULT TO <http://e/g1> ; MOVE SILENT <http://e/g1> TO GRAPH <http://e/g2> ; ADD <http://e/g2> TO DEFAULT ; LOAD SILENT <http://e/x> INTO GRAPH <http://e/y>',
  `BASE <http://e/x/> ${prologue} INSERT { <a> ?p <<( ?s :p "x"@ar--rtl )>> } WHERE { VALUES (?s ?p) { (:a :p) (UNDEF :q) } }`,
];

const spoilUpdate = createSpoiler({
  samples: updates,
  tokens: sparqlTokens,
  more: ['USING', 'NAMED', 'SILENT', 'INTO', 'TO', ';', '_:b', '?x', '\\u0041', '<\\u0020>', "'''", 'SERVICE'],
  kinds: [/^[A-Z]{2,}$/, /^[?$]\w/, /^:\w/, /^["']/, /^</, /^[{}().;,[\]]$/],
  brackets: [
    ['{', '}'],
    ['(', ')'],
    ['<<( :a :p ', ' )>>'],
    ['!', ''],
  ],
});

const generate = (random: Random): Uint8Array => (random.chance(70) ? spoilQuery(random) : spoilUpdate(random));

/** As the doors do: what is no query may be an update. */
function parse(text: string): string {
  try {
    return parseQuery(text, { baseIri: 'http://e/base' }).kind;
  } catch (error) {
    if (!(error instanceof QueryFault) || !/it is empty or an update$/.test(error.message)) throw error;
  }
  parseUpdate(text, { baseIri: 'http://e/base' });
  return 'update';
}

function faultOf({ message, line, column }: QueryFault, text: string): string | undefined {
  if (column !== undefined && !(Number.isInteger(column) && column >= 1 && column <= text.length + 1))
    return `column ${column}`;
  return reasonFault(message) ?? lineFault(line, text);
}

/** Terms of two factories look alike so. */
function plainTerm(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('termType' in value)) return value;
  const term = value as Term;
  if (term.termType === 'Quad') return { quad: [term.subject, term.predicate, term.object, term.graph] };
  // The parser numbers what has no label, on and on.
  const isNumbered = term.termType === 'BlankNode' || (term.termType === 'Variable' && /^g_\d+$/.test(term.value));
  return { term: isNumbered ? '' : writeTerm(term), type: term.termType };
}

/** Without what was parsed before, and without setting constants apart. */
function shapeFault(text: string): string | undefined {
  const [quickly, plainly] = [parseSparql(text, undefined, queryLimits.updateLength), parseText(text, undefined)].map(
    ({ operation, variables }) => JSON.stringify({ operation, variables }, plainTerm),
  );
  return quickly === plainly
    ? undefined
    : `parsed as\n${quickly?.slice(0, 1500)}\nand not as\n${plainly?.slice(0, 1500)}`;
}

function probe(input: Uint8Array): Outcome {
  const text = Buffer.from(input).toString();
  try {
    return { kind: parse(text), fault: /\b(?:BASE|UUID|BNODE|RAND|NOW)\b/i.test(text) ? undefined : shapeFault(text) };
  } catch (error) {
    if (!(error instanceof QueryFault)) return { kind: 'failed', fault: String((error as Error).stack) };
    return { kind: error.kind, fault: faultOf(error, text) };
  }
}

export const sparql: FuzzTarget = { name: 'sparql', share: 50, generate, open: probing(probe) };
