/** Hostile query texts are turned away in time that grows with their length alone; ordinary ones pass. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';

/** How long it takes to turn a text away, in milliseconds, and why it was. */
function turnAway(query: string): { kind: string; time: number } {
  const started = performance.now();
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QueryFault) return { kind: error.kind, time: performance.now() - started };
    throw error;
  }
  return { kind: 'parsed', time: performance.now() - started };
}

const times = (text: string, length: number): string => text.repeat(Math.floor(length / text.length));

describe('query limits', () => {
  const hostile: Record<string, string> = {
    'an IRI that is not closed': `SELECT * { ?s <${times('a', 90_000)}`,
    'one long word': `SELECT * { ?s ?p ${times('a', 90_000)}`,
    'words joined by dots': `SELECT * { ${times(`${'a'.repeat(255)}.`, 90_000)}`,
    'escaped quotes': `SELECT * { ${times("'\\", 90_000)}`,
    'a long string that is not closed': `SELECT * { ?s ?p """${times('a"', 90_000)}`,
    'nested groups': `SELECT * ${times('{', 40_000)}${times('}', 40_000)}`,
    'nested brackets': `SELECT * { FILTER${times('(', 40_000)}1${times(')', 40_000)} }`,
    negations: `SELECT * { FILTER(${times('!', 90_000)}true) }`,
    'nested quoted triples': `SELECT * { ${times('<< ?a ?b ', 90_000)}`,
    'a long sum': `SELECT (1${times('+1', 90_000)} AS ?x) {}`,
    'a long path': `SELECT * { ?s ${times('<http://e/p>/', 20_000)}<http://e/p> ?o }`,
    'many patterns': `SELECT * { ${times('?a ?b ?c . ', 20_000)} }`,
    'many branches with patterns': `SELECT * { {} ${times('UNION { ?a ?b ?c } ', 20_000)} }`,
    'a branch with many patterns': `SELECT * { { ?a ?b ?c } UNION { ${times('?a ?b ?c . ', 2_000)} } }`,
    'too many characters': `SELECT * { ?s ?p "${times('a', 200_000)}" }`,
  };
  for (const [what, query] of Object.entries(hostile))
    it(`turns away ${what}`, () => {
      const { kind, time } = turnAway(query);
      expect(kind).to.be.oneOf(['too-long', 'malformed']);
      expect(time).to.be.lessThan(2000);
    });

  const ordinary: Record<string, string> = {
    'a long list of values': `SELECT * { VALUES ?x { ${times('<http://e/a> ', 50_000)} } }`,
    'branches that together have more patterns than may be joined': `SELECT * { {} ${times('UNION { ?a ?b ?c } ', 4_000)} }`,
    'a long text': `SELECT * { ?s ?p "${times('word ', 50_000)}" }`,
    'a comment of one long word': `ASK {} # ${times('a', 50_000)}`,
    'a local name with an escaped quote': "PREFIX ex: <http://e/> ASK { ex:it\\'s ?p 'x' }",
    'a comparison beside a string': `ASK { ?s ?p ?o FILTER(?o<'b' || ?o>"a") }`,
    'a template with more triples than a pattern may have': `CONSTRUCT { ${times('?s <http://e/p> ?o . ', 4000)} } WHERE { ?s ?p ?o }`,
  };
  for (const [what, query] of Object.entries(ordinary))
    it(`lets ${what} pass`, () => {
      expect(turnAway(query).kind).to.equal('parsed');
    });
});
