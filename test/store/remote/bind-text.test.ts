/** Values in the text of a query mean what they mean in its algebra. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { rdf, type Term } from '../../../src/rdf.js';
import { writeTerm } from '../../../src/serialise/terms.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { bindText } from '../../../src/store/remote/bind-text.js';

const iri = rdf.namedNode('http://e/x');

/** Terms of one kind are of several classes. */
const write = (tree: unknown): string =>
  JSON.stringify(tree, (_, node) =>
    typeof node?.termType === 'string' && node.termType !== 'Quad' ? writeTerm(node) : node,
  );

describe('Values in the text of a query', () => {
  const cases: [string, string, Readonly<Record<string, Term | readonly Term[]>>, string][] = [
    ['take the place of a variable', 'ASK { ?s ?p ?value }', { value: iri }, 'ASK { ?s ?p <http://e/x> }'],
    [
      'take the place of a default',
      'SELECT ?s { VALUES ?s { UNDEF } ?s ?p ?o }',
      { s: [iri, rdf.literal('a } b')] },
      'SELECT ?s { VALUES ?s { <http://e/x> "a } b" } ?s ?p ?o }',
    ],
    ['may be none', 'SELECT ?s { VALUES ?s {<a>} ?s ?p ?o }', { s: [] }, 'SELECT ?s { VALUES ?s {  } ?s ?p ?o }'],
    [
      'leave strings, IRIs, comments and longer names alone',
      'SELECT * { ?s <http://e/?s> "?s", \'?s\', ?so # ?s\n }',
      { s: iri },
      'SELECT * { <http://e/x> <http://e/?s> "?s", \'?s\', ?so # ?s\n }',
    ],
    [
      'leave what is named in the head alone',
      'SELECT ?s (STR(?s) AS ?t) WHERE { ?s ?p ?o } GROUP BY ?s',
      { s: iri },
      'SELECT ?s (STR(<http://e/x>) AS ?t) WHERE { <http://e/x> ?p ?o } GROUP BY ?s',
    ],
    [
      'are escaped',
      'ASK { ?s ?p ?o }',
      { o: rdf.literal('x" } ; DROP ALL #\n', 'en') },
      'ASK { ?s ?p "x\\" } ; DROP ALL #\\n"@en }',
    ],
  ];
  for (const [what, query, bindings, wanted] of cases)
    it(what, () => {
      expect(bindText(query, bindings)).to.equal(wanted);
    });
  it('are no blank nodes, and not several where there is no default', () => {
    expect(() => bindText('ASK { ?s ?p ?o }', { s: rdf.blankNode('b') })).to.throw(/blank node/);
    expect(() => bindText('ASK { ?s ?p ?o }', { s: [iri, iri] })).to.throw(/VALUES/);
  });

  const folders = ['dump', 'facets', 'feeds', 'pages', 'profiles', 'questions', 'tables'];
  for (const folder of folders)
    for (const file of readdirSync(join(packageRoot, 'queries', folder)).filter((name) => name.endsWith('.rq')))
      it(`are those of the algebra in ${folder}/${file}`, () => {
        const query = readFileSync(join(packageRoot, 'queries', folder, file), 'utf8');
        const names = new Set(
          [...query.replace(/^#.*$/gm, '').matchAll(/VALUES\s+[?$](\w+)\s*\{/gi)].map(([, name = '']) => name),
        );
        for (const name of names) {
          const bindings = { [name]: [iri, rdf.literal('a "quoted" } text', 'fr')] };
          const asText = parseQuery(bindText(query, bindings));
          const asTerms = parseQuery(query, { bindings });
          expect(write(asText.operation), name).to.equal(write(asTerms.operation));
        }
      });
});
