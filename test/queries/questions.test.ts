/** Every question: a whole header, defaults that are those of its query, an answer on any graph, and soon. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../src/config.js';
import { createIris } from '../../src/iris.js';
import { bindQuestion } from '../../src/questions/bind.js';
import { readQuestions } from '../../src/questions/read.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open.js';
import { type ParsedQuery, parseQuery } from '../../src/store/parse/parse-query.js';
import { ask, readBuilt } from './ask.js';

const config = readConfig({});
const iris = createIris(config.base);
const questions = readQuestions();
const fixture = join(packageRoot, 'test', 'fixtures', 'graphs', 'harbour.trig');

describe('questions', () => {
  let harbour: GraphStore;
  let nothing: GraphStore;
  before(async function () {
    this.timeout(60_000);
    await readBuilt();
    harbour = await openStore({ file: fixture, config });
    nothing = await openStore({ quads: [], config });
  });
  after(async () => {
    await harbour.close();
    await nothing.close();
  });

  it('are fifteen at least, each with a title of its own', () => {
    expect(questions.length).to.be.at.least(15);
    expect(new Set(questions.map(({ title }) => title)).size).to.equal(questions.length);
  });

  for (const { name, question, title, keywords, parameters, query } of questions) {
    describe(name, () => {
      it('has a header that people can read', () => {
        expect(question).to.match(/^[A-Z].{20,}\?$/);
        expect(title).to.match(/^[A-Z].{5,60}$/);
        expect(keywords.length).to.be.at.least(2);
        expect(keywords).to.not.include('');
      });

      it('runs as it is with the defaults of its header', () => {
        const { bindings } = bindQuestion({ name, question, title, keywords, parameters, query }, {}, iris);
        // Bound variables are no longer those of the text's shape.
        const plain = ({ shape: _, ...parsed }: ParsedQuery) => parsed;
        expect(plain(parseQuery(query))).to.deep.equal(plain(parseQuery(query, { bindings })));
      });

      it('asks for rows in an order, with a statement of what it counts on', () => {
        expect(parseQuery(query).kind).to.equal('bindings');
        expect(query).to.match(/^ORDER BY /m);
      });

      it('answers on any graph', async () => {
        for (const store of [harbour, nothing]) expect(await ask(name, {}, store)).to.be.an('array');
      });

      it('finds something in the note, within a second', async () => {
        expect(await ask(name)).to.not.be.empty;
        const start = performance.now();
        await ask(name);
        expect(performance.now() - start).to.be.below(1000);
      });
    });
  }
});
