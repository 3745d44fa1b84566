/** ORDER BY over ids: the order of the terms themselves, whole or as far as a LIMIT looks. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { rdf, type Term } from '../../../src/rdf.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { Dictionary } from '../../../src/store/snapshot/dictionary.js';
import { orderTerms } from '../../../src/store/values/order-terms.js';
import { createRandom } from '../../random.js';

const texts = [
  '',
  'a',
  'a b',
  'a!',
  'a"',
  'a#',
  'a\\',
  'a\n',
  'ab',
  'a\u00e9',
  'a\uffee',
  'a\u{10000}',
  'A',
  'b',
  '\u0001',
];
const terms: readonly string[] = [
  ...texts.map((text) => JSON.stringify(text)),
  ...texts.map((text) => `${JSON.stringify(text)}@en`),
  '"a"@fr',
  '"a"@ar--rtl',
  ...['http://e/', 'http://e/a', 'http://e/a/b', 'http://e/a#b', 'http://e/ab', 'http://e/é'].map((iri) => `<${iri}>`),
  ...['1', '1.0', '1e0', '01', '-5', '10', '2', '"NaN"^^xsd:double', '"x"^^xsd:integer', 'true', 'false'],
  ...['"1990"^^xsd:gYear', '"1989"^^xsd:gYear', '"1990-01-01"^^xsd:date', '"P1D"^^xsd:duration', '"a"^^<urn:t>'],
  '<<( <urn:a> <urn:b> "c" )>>',
  '_:x',
];
const prologue = 'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';

async function openRows(seed: number, length: number) {
  const random = createRandom(seed);
  const rows = Array.from(
    { length },
    (_, n) => `<urn:s${n}> <urn:p> ${random.pick(terms)} ; <urn:q> ${random.pick(terms)} .`,
  );
  const quads = await parseRdf(
    `${prologue.replace('PREFIX', '@prefix').trim()} .\n${rows.join('\n')}`,
    'turtle',
    'urn:x',
  );
  return openEmbedded(quads, { ...readConfig({}), unionDefaultGraph: true });
}

describe('the order of rows', () => {
  it('of two terms in the dictionary is theirs', async () => {
    const text = terms.map((term, n) => `<urn:s${n}> <urn:p> ${term} .`).join('\n');
    const quads = await parseRdf(`@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n${text}`, 'turtle', 'urn:x');
    const dictionary = new Dictionary(collectColumns(quads));
    const later = dictionary.add(rdf.literal('a'.repeat(3)));
    let compared = 0;
    for (const { object: a } of quads)
      for (const { object: b } of quads) {
        const order = dictionary.order(dictionary.find(a), dictionary.find(b));
        if (order === undefined) continue;
        compared += 1;
        expect(Math.sign(order), `${a.value} ${b.value}`).to.equal(Math.sign(orderTerms(a, b)));
      }
    expect(compared).to.be.greaterThan(100);
    expect(dictionary.order(later, dictionary.find(rdf.literal('a')))).to.equal(undefined);
  });

  it('is the same whole and cut off, up and down, by one key and by several', async () => {
    for (const [seed, length] of [
      [1, 30],
      [2, 400],
      [3, 1500],
    ] as const) {
      const store = await openRows(seed, length);
      const rowsOf = async (order: string, limit: string): Promise<(Term | undefined)[][]> => {
        const query = `${prologue}SELECT ?s ?a ?b { ?s <urn:p> ?a ; <urn:q> ?b } ORDER BY ${order} ${limit}`;
        const result = await store.query(query);
        const rows: (Term | undefined)[][] = [];
        if (result.kind === 'bindings')
          for await (const row of result.rows) rows.push(['s', 'a', 'b'].map((name) => row.get(name)));
        return rows;
      };
      for (const order of ['?a ?s', 'DESC(?a) ?s', '?a DESC(?b) ?s', 'STR(?a) ?b ?s', 'DESC(?missing) ?b ?s']) {
        const whole = await rowsOf(order, '');
        expect(whole.length).to.equal(length);
        for (const [start, count] of [
          [0, 1],
          [0, 7],
          [5, 20],
          [length - 2, 10],
          [0, 1200],
        ] as const) {
          const some = await rowsOf(order, `LIMIT ${count} OFFSET ${start}`);
          const names = (rows: (Term | undefined)[][]) => rows.map(([s]) => s?.value);
          expect(names(some), order).to.deep.equal(names(whole.slice(start, start + count)));
        }
        const [column, sign] = order.startsWith('DESC(?a)') ? [1, -1] : order.startsWith('?a') ? [1, 1] : [2, 0];
        if (sign !== 0)
          for (const [n, row] of whole.entries())
            if (n > 0) expect(sign * orderTerms(whole[n - 1]?.[column], row[column]), order).to.be.at.most(0);
      }
    }
  });
});
