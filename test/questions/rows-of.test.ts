/** The columns of every question, and its rows in parts. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../src/config.js';
import { createIris } from '../../src/iris.js';
import { bindQuestion } from '../../src/questions/bind.js';
import { readQuestions } from '../../src/questions/read.js';
import { columnsOf, partOf } from '../../src/questions/rows-of.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open.js';

const config = readConfig({});
const iris = createIris(config.base);

describe('the rows of a question', () => {
  let store: GraphStore;
  before(async () => {
    store = await openStore({ file: join(packageRoot, 'test', 'fixtures', 'graphs', 'harbour.trig'), config });
  });
  after(() => store.close());

  async function rowsOf(query: string, bindings: ReturnType<typeof bindQuestion>['bindings']): Promise<string[]> {
    const { body } = await store.respond(query, { bindings: 'tsv' }, { bindings });
    let text = '';
    for await (const chunk of body) text += Buffer.from(chunk).toString('utf8');
    return text.trimEnd().split('\n');
  }

  for (const question of readQuestions())
    it(`${question.name}: columns, and parts that are the whole`, async () => {
      const { query, bindings } = bindQuestion(question, {}, iris);
      const [head = '', ...all] = await rowsOf(query, bindings);
      expect(columnsOf(query).map((name) => `?${name}`)).to.deep.equal(head.split('\t'));
      const parts: string[] = [];
      for (let offset = 0; offset < all.length + 2; offset += 2)
        parts.push(...(await rowsOf(partOf(query, { limit: 2, offset }), bindings)).slice(1));
      expect(parts.sort()).to.deep.equal(all.sort());
    });

  it('is ordered where it was not', async () => {
    const query = 'SELECT ?x { VALUES ?x { 3 1 2 } }';
    expect(await rowsOf(partOf(query, { limit: 2, offset: 1 }), {})).to.deep.equal(['?x', '2', '3']);
  });
});
