/** Shapes: what is parsed with stand-ins and filled is what is parsed as it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { isTerm } from '../../../src/store/parse/algebra.js';
import { parseText } from '../../../src/store/parse/parse-sparql.js';
import { fillShape, shapeOf } from '../../../src/store/parse/query-shapes.js';
import { queries } from '../../bench/queries.js';
import { prologue } from '../../differential/data.js';
import { generateQuery } from '../../differential/generate-query.js';
import { createRandom } from '../../random.js';

/** Terms by what they are, whoever made them; names that a parser makes up by the order in which they come. */
function plain(node: unknown, made = new Map<string, string>()): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((one) => plain(one, made));
  if (isTerm(node) && node.termType !== 'Quad') {
    const { termType, value } = node;
    if (termType !== 'Literal' && /^(?:var|[eg]_)\d+$/.test(value)) {
      made.set(value, made.get(value) ?? `made ${made.size}`);
      return { termType, value: made.get(value) };
    }
    const { language, direction, datatype } = node as unknown as Record<string, unknown>;
    return termType === 'Literal'
      ? { termType, value, language, direction: direction || '', datatype: plain(datatype) }
      : { termType, value };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value, made)]));
}

function expectSame(query: string): void {
  const shape = shapeOf(query);
  if (shape === undefined) return;
  const filled = fillShape(parseText(shape.text, 'http://base.example/').operation, shape.constants);
  expect(plain(filled), query).to.deep.equal(plain(parseText(query, 'http://base.example/').operation));
}

function canBeParsed(query: string): boolean {
  try {
    parseText(query, undefined);
    return true;
  } catch {
    return false;
  }
}

const shapeText = (query: string): string | undefined => shapeOf(query)?.text;

describe('the shape of a query', () => {
  it('is the same for the same question about another thing', () => {
    const ask = (iri: string, word: string, year: number, page: number): string =>
      `# ${word}\nSELECT * { <${iri}> ?p ?o FILTER (?o > ${year} && ?o != "${word}"@en) } LIMIT 20 OFFSET ${page}`;
    expect(shapeText(ask('http://e/a', 'a', 1990, 0))).to.equal(shapeText(ask('http://e/b', 'bé', 2001, 40)));
    for (const { name, text } of queries) expect(shapeText(text(4, 100)), name).to.equal(shapeText(text(7, 100)));
  });
  for (const [what, gap] of [
    ['blanks', ' '.repeat(200)],
    ['lines', '\n'.repeat(30)],
    ['a comment', ' # a comment of more than twenty letters\n'],
  ] as const)
    it(`keeps what parsing depends on also behind ${what}`, () => {
      for (const text of [
        `PREFIX e:${gap}<http://e/> SELECT * { ?s a e:C }`,
        `BASE${gap}<http://e/> SELECT * { ?s a <C> , <http://e/D> }`,
        `SELECT * { ?s ?p "1"^^${gap}<http://www.w3.org/2001/XMLSchema#integer> }`,
        `SELECT (<http://www.w3.org/2001/XMLSchema#integer>${gap}("1") AS ?x) {}`,
      ]) {
        expect(shapeOf(text), text).to.not.equal(undefined);
        expectSame(text);
      }
    });
  it('tells one constant that stands twice from two', () => {
    const ask = (a: string, b: string): string => `ASK { <http://e/${a}> ?p <http://e/${b}> }`;
    expect(shapeText(ask('a', 'a'))).to.equal(shapeText(ask('b', 'b')));
    expect(shapeText(ask('a', 'b'))).not.to.equal(shapeText(ask('a', 'a')));
  });
  it('keeps what parsing depends on', () => {
    for (const kept of [
      'PREFIX a: <http://e/> ASK { a:b ?p ?o }',
      'BASE <http://e/> ASK { <b> ?p ?o }',
      "ASK { ?s ?p '1'^^<http://e/t> }",
      'ASK { ?s ?p ?o FILTER <http://e/f>(?o) }',
      "ASK { ?s ?p 'a' }",
      'ASK { ?s ?p "a\\tb" }',
      'ASK { ?s ?p """a""" }',
      'ASK { ?s ?p 1.5, 1e3, -2, +3 }',
      'ASK { <http://e/a/../b> ?p ?o2 }',
      'PREFIX a: <http://e/> ASK { a:b\\#1 ?p ?o }',
    ])
      expect(shapeOf(kept), kept).to.deep.equal({ text: kept, constants: [] });
  });
  it('there is none of updates, of separators, and of what looks like one', () => {
    for (const query of [
      'INSERT DATA { <http://e/a> <http://e/b> 1 }',
      'SELECT (GROUP_CONCAT(?a; SEPARATOR = "; ") AS ?b) { ?a ?p ?o }',
      'ASK { <urn:x-stand-in:0> ?p 900000000000000 }',
    ])
      expect(shapeOf(query), query).to.equal(undefined);
  });
  it('with its constants is what the text says', () => {
    for (const { text } of queries) for (const round of [1, 2]) expectSame(text(round, 100));
    const folder = join(packageRoot, 'queries', 'questions');
    for (const file of readdirSync(folder)) expectSame(readFileSync(join(folder, file), 'utf8'));
    for (const query of [
      'SELECT (?a + 1 AS ?b) (SUBSTR("abc", 2,1) AS ?c) { VALUES (?a ?d) { (1 <http://e/a>) (UNDEF "x"@en) ("y" 2) } } LIMIT 3 OFFSET 4',
      'SELECT ?s FROM <http://e/g> FROM NAMED <http://e/h> { GRAPH <http://e/h> { ?s <http://e/p>/<http://e/q>*|!(<http://e/r>|^<http://e/p>) "z"@ar--rtl } }',
      'CONSTRUCT { ?s <http://e/p> "w"^^<http://e/t>, 12 } { ?s ?p <<( <http://e/a> <http://e/b> "v" )>> SERVICE <http://e/s> { ?s ?p 3 } }',
      'DESCRIBE <http://e/a> <http://e/b>',
      'ASK { ?s?p?o FILTER(?s<?p && ?o>5||5<=?s) }',
      'SELECT ?o { ?s ?p ?o, 5. ?s ?q 6 . } GROUP BY ?o HAVING (COUNT(*) > 7) ORDER BY (?o = 8) LIMIT 9',
    ])
      expectSame(query);
    const generated = Array.from({ length: 1500 }, (_, seed) => `${prologue} ${generateQuery(createRandom(seed))}`);
    const right = generated.filter(canBeParsed);
    expect(right.length).to.be.greaterThan(1000);
    right.forEach(expectSame);
  });
});
