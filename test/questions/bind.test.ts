/** Binding values to parameters: typed terms in the place of defaults, and one line for what is no such value. */
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { createIris } from '../../src/iris.js';
import { bindQuestion } from '../../src/questions/bind.js';
import type { ParameterType } from '../../src/questions/question.js';
import { parseQuestion } from '../../src/questions/read.js';
import { type Quad, rdf } from '../../src/rdf.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open.js';

const base = 'https://graph.example/';
const iris = createIris(base);

/** A question with one parameter, which it gives back. */
const echo = (type: ParameterType, standard: string, term: string) =>
  parseQuestion(
    'echo',
    `# title: Echo\n# question: What is it?\n# parameter: it ${type} ${standard} — it\n# keywords: echo\nSELECT ?it { VALUES ?it { ${term} } }`,
  );
const bind = (type: ParameterType, value: string, standard = '1') =>
  bindQuestion(echo(type, standard, '1'), { it: value }, iris).bindings['it'];

describe('binding a question', () => {
  const good: readonly (readonly [ParameterType, string, string])[] = [
    ['country', 'NLD', `${base}country/NLD`],
    ['country', 'nld', `${base}country/NLD`],
    ['country', `${base}country/NLD`, `${base}country/NLD`],
    ['country', 'https://other.example/country/NLD', 'https://other.example/country/NLD'],
    ['year', '0987', '987'],
    ['region', '150', `${base}region/150`],
    ['region', 'ferry-states', `${base}region/ferry-states`],
    ['theme', 'sea-crossings', `${base}theme/sea-crossings`],
    ['agency', 'Ministry-of-Waves', `${base}agency/ministry-of-waves`],
    ['text', ' "quoted" } # ', '"quoted" } #'],
    ['measure', 'net-migration', 'https://w3id.org/migraph/ontology#NetMigration'],
  ];
  for (const [type, value, term] of good)
    it(`takes ${type} ${value}`, () => expect(bind(type, value)).to.include({ value: term }));

  it('gives years as integers, texts as plain strings', () => {
    expect(bind('year', '1985')).to.deep.equal(
      rdf.literal('1985', rdf.namedNode('http://www.w3.org/2001/XMLSchema#integer')),
    );
    expect(bind('text', 'Delft')).to.deep.equal(rdf.literal('Delft'));
  });

  const bad: readonly (readonly [ParameterType, string])[] = [
    ['country', 'Netherlands'],
    ['country', ''],
    ['country', 'NLD> } DROP ALL #'],
    ['country', `${base}country/NLD/../../agency/x`],
    ['year', '85'],
    ['year', '1985 } UNION { ?s ?p ?o'],
    ['year', '-500'],
    ['region', '15'],
    ['region', 'a>b'],
    ['theme', 'x> ; <y'],
    ['agency', 'ministry of waves'],
    ['agency', '../country/NLD'],
    ['text', ''],
    ['text', 'two\nlines'],
    ['text', 'x'.repeat(201)],
    ['measure', 'stocks'],
    ['measure', 'constructor'],
  ];
  for (const [type, value] of bad)
    it(`refuses ${type} ${JSON.stringify(value.slice(0, 40))} in one line`, () =>
      expect(() => bind(type, value)).to.throw(Error, /^it: "[^\n]*" is not [^\n]+$/));

  it('refuses a parameter that there is not', () => {
    const question = echo('year', '1985', '1985');
    expect(() => bindQuestion(question, { when: '1985' }, iris)).to.throw('echo has no parameter "when": it has it');
    const inherited = JSON.parse('{"__proto__": "1985"}') as Record<string, string>;
    expect(() => bindQuestion(question, inherited, iris)).to.throw('no parameter "__proto__"');
  });

  it('binds the default where nothing is given, under the base that is set', () => {
    const { bindings } = bindQuestion(echo('country', 'NLD', '<https://w3id.org/migraph/country/NLD>'), {}, iris);
    expect(bindings['it']).to.deep.equal(rdf.namedNode(`${base}country/NLD`));
  });

  describe('and asking it', () => {
    let store: GraphStore;
    const triple = (n: number): Quad =>
      rdf.quad(rdf.namedNode(`${base}s/${n}`), rdf.namedNode(`${base}p`), rdf.literal(`secret ${n}`));
    before(async () => {
      store = await openStore({ quads: [triple(1), triple(2)], config: { ...readConfig({}), base } });
    });
    after(() => store.close());

    async function answer(query: string, bindings: Parameters<typeof store.query>[1]): Promise<string[][]> {
      const result = await store.query(query, bindings);
      if (result.kind !== 'bindings') throw new Error('not rows');
      const rows: string[][] = [];
      for await (const row of result.rows) rows.push(result.variables.map((name) => row.get(name)?.value ?? ''));
      return rows;
    }

    for (const attack of [
      '" } UNION { ?s ?p ?it } #',
      "' } } ; DROP ALL",
      '\\" } { ?s ?p ?it } VALUES ?x { "',
      '\\u0022 } UNION { ?s ?p ?it } #',
      '?it',
      '$it',
      '<https://graph.example/s/1>',
    ])
      it(`a text stays a text: ${attack}`, async () => {
        const { query, bindings } = bindQuestion(echo('text', 'x', '"x"'), { it: attack }, iris);
        expect(await answer(query, { bindings })).to.deep.equal([[attack]]);
      });

    it('every block of the parameter is bound, and nothing else', async () => {
      const query = `SELECT ?it ?n ?o {
        { VALUES ?it { "x" } ?s ?p ?o FILTER (STRENDS(?o, ?it)) BIND ("inside" AS ?n) }
        UNION { VALUES ?it { "x" } VALUES ?n { "one" "two" } }
        UNION { { SELECT ?it (COUNT(*) AS ?n) { VALUES ?it { "x" } ?s ?p ?o } GROUP BY ?it } }
        UNION { VALUES (?it ?n) { ("x" "pair") } }
      }`;
      const rows = await answer(query, { bindings: { it: rdf.literal('2') } });
      expect(rows).to.have.deep.members([
        ['2', 'inside', 'secret 2'],
        ['2', 'one', ''],
        ['2', 'two', ''],
        ['2', '2', ''],
        ['x', 'pair', ''],
      ]);
    });

    it('a variable without a default is replaced wherever it stands', async () => {
      const rows = await answer('SELECT ?o { ?it ?p ?o }', { bindings: { it: rdf.namedNode(`${base}s/1`) } });
      expect(rows).to.deep.equal([['secret 1']]);
    });
  });
});
