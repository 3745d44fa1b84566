/** Over ids and by Comunica our store says the same; `npm run differential -- --two-paths` asks for more. */
import { expect } from 'chai';
import type { Engine } from './engines.js';
import { openPaths, type Paths, runTwoPaths } from './two-paths.js';

/** As the store would answer with a fault in one of its ways: a row too many. */
const damaged =
  (engine: Engine): Engine =>
  async (query) => {
    const answer = await engine(query);
    return answer.kind === 'bindings' ? { ...answer, rows: [...answer.rows, ...answer.rows.slice(0, 1)] } : answer;
  };

describe('asked over ids and by Comunica, our store', () => {
  let paths: Paths;
  before(async () => {
    paths = await openPaths();
  });

  it('says the same to 300 queries', async () => {
    const findings = await runTwoPaths(paths, 0, 300);
    expect(findings.filter(({ judgement }) => judgement.kind === 'different')).to.deep.equal([]);
    expect(findings.filter(({ judgement }) => judgement.kind === 'over ids').length).to.be.greaterThan(220);
  });

  it('is caught where it does not', async () => {
    const findings = await runTwoPaths({ ...paths, overIds: damaged(paths.overIds) }, 0, 30);
    expect(findings.filter(({ judgement }) => judgement.kind === 'different').length).to.be.greaterThan(5);
  });
});
