/** The benchmark is sound: its engines give the same answers, and its tables say what was measured. What it measures is no test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { serve } from '../server/serve.js';
import { catalogueLines } from './catalogue.js';
import { median } from './compare-engines.js';
import { digest } from './digest.js';
import { comunica } from './engines/comunica.js';
import type { Engine } from './engines/engine.js';
import { migraph } from './engines/migraph.js';
import { oxigraphEngine } from './engines/oxigraph.js';
import { remote } from './engines/remote.js';
import { queries } from './queries.js';
import { geometricMean, ratiosTo } from './ratios.js';
import { writeReport } from './report.js';

const size = 4_000;

describe('the benchmark', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'migraph-bench-'));
  const file = join(folder, 'catalogue.nq');
  const engines = new Map<string, Engine>();
  let datasets = 0;
  before(async () => {
    const lines = [...catalogueLines(size)];
    datasets = lines.filter((line) => line.endsWith('ontology#Dataset> .\n')).length;
    writeFileSync(file, lines.join(''));
    engines.set('migraph', await migraph.open((await migraph.prepare?.(file)) ?? file));
    engines.set('oxigraph', await oxigraphEngine.open(file));
    engines.set('comunica', await comunica.open(file));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has a catalogue that is the same each time, as large as asked for', () => {
    expect([...catalogueLines(size)]).to.deep.equal([...catalogueLines(size)]);
    expect(new Set([...engines.values()].map((engine) => engine.size())).size).to.equal(1);
    expect(engines.get('migraph')?.size()).to.be.within(size, size + 50);
  });
  it('asks of every kind, and never twice in the same words', () => {
    expect(queries.length).to.be.at.least(30);
    const texts = queries.flatMap(({ text }) => [0, 1, 2].map((round) => text(round, datasets)));
    expect(new Set(texts).size).to.equal(texts.length);
  });
  for (const query of queries)
    it(`gets the same answer everywhere: ${query.name}`, async () => {
      for (const round of [0, 1]) {
        const answers: unknown[] = [];
        for (const engine of engines.values()) {
          const found = digest(await engine.answer(query.text(round, datasets), query.kind), query.kind);
          answers.push(query.anyRows ? found.rows : found);
        }
        expect(answers[1]).to.deep.equal(answers[0]);
        // Comunica compares years as texts of an unknown kind.
        if (query.name !== 'issued within ten years') expect(answers[2]).to.deep.equal(answers[0]);
      }
    });
  it('finds something by most of its queries', async () => {
    const engine = engines.get('migraph') as Engine;
    const found = await Promise.all(
      queries.map(async ({ text, kind }) => digest(await engine.answer(text(0, datasets), kind), kind).rows),
    );
    expect(found.filter((rows) => rows > 0).length).to.be.greaterThan(queries.length * 0.7);
  });
  it('asks a store elsewhere the same, and gets the same answers', async () => {
    const served = await serve(file, { MIGRAPH_UNION_DEFAULT_GRAPH: 'false' });
    try {
      const elsewhere = await remote(`${served.origin}/sparql`).open('');
      const [here] = [engines.get('migraph') as Engine];
      expect(elsewhere.size()).to.equal(here.size());
      for (const { text, kind, anyRows } of queries.filter((_, n) => n % 3 === 0)) {
        const found = [here, elsewhere].map(async (engine) =>
          digest(await engine.answer(text(2, datasets), kind), kind),
        );
        const [ours, theirs] = await Promise.all(found);
        expect(anyRows ? theirs?.rows : theirs).to.deep.equal(anyRows ? ours?.rows : ours);
      }
      const refused = await elsewhere.answer('SELECT nonsense', 'rows').catch((error: Error) => error.message);
      expect(refused).to.match(/answered 400/);
    } finally {
      await served.close();
    }
  });
  it('tells medians and ratios, in tables', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).to.deep.equal([2, 2.5]);
    const timing = (ours: number, theirs: number | undefined) => ({
      name: `q${ours}`,
      timings: {
        migraph: { median: ours, rows: 7 },
        oxigraph: theirs === undefined ? { failure: '> 30 s' } : { median: theirs },
      },
      different: [],
    });
    const comparison = { size, loads: {}, queries: [timing(1, 2), timing(4, 2), timing(3, undefined)] };
    expect(ratiosTo('oxigraph', comparison, 30).map(({ ratio }) => ratio)).to.deep.equal([0.5, 2, 0.1]);
    expect(geometricMean(ratiosTo('best', { ...comparison, queries: [timing(1, 2), timing(4, 2)] }, 30))).to.be.closeTo(
      1,
      1e-9,
    );
    const report = writeReport({ comparisons: [comparison], servers: [], limit: 30, versions: { oxigraph: '0' } });
    expect(report).to.include('| q3 | 7 |').and.include('> 30 s');
  });
});
