/** Our store and oxigraph say the same, or it is known why not; `npm run differential` asks for more. */
import { expect } from 'chai';
import { findDifference } from './compare-outcomes.js';
import { type Engine, type Engines, type Outcome, openEngines } from './engines.js';
import { explanations } from './explanations.js';
import { judge } from './judge.js';
import { openExtremes } from './open-extremes.js';
import { runDifferential } from './run-differential.js';

const known = [...explanations, openExtremes];

/** As an engine answers that has lost a row, or has it twice. */
const damage =
  (engine: Engine, change: <T>(rows: readonly T[]) => readonly T[]): Engine =>
  async (query) => {
    const answer: Outcome = await engine(query);
    return answer.kind === 'bindings' ? { ...answer, rows: change(answer.rows) } : answer;
  };

describe('asked the same, our store and oxigraph', () => {
  let engines: Engines;
  before(async () => {
    engines = await openEngines();
  });

  it('say the same to 300 queries, or it is known why not', async () => {
    const findings = await runDifferential(engines, 0, 300);
    expect(findings.filter(({ judgement }) => judgement.kind === 'unexplained')).to.deep.equal([]);
    expect(findings.filter(({ judgement }) => judgement.kind === 'same').length).to.be.greaterThan(270);
  });

  describe('differ', () => {
    for (const { name, section, because, example } of known)
      it(`where ${name} (${section})`, async () => {
        expect(because).to.match(/\.$|: both are right\.$/);
        expect(findDifference(await engines.ours(example), await engines.theirs(example))).not.to.equal(undefined);
        expect(await judge(example, engines)).to.deep.equal({ kind: 'explained', by: [name] });
      });

    for (const { name, example } of known)
      it(`and a fault of ours is not taken for: ${name}`, async () => {
        for (const change of [
          <T>(rows: readonly T[]) => rows.slice(1),
          <T>(rows: readonly T[]) => [...rows, ...rows],
        ]) {
          const { ours, oursByValue } = engines;
          const broken = { ...engines, ours: damage(ours, change), oursByValue: damage(oursByValue, change) };
          expect((await judge(example, broken)).kind).not.to.equal('explained');
        }
      });

    it('in names that are all different', () => {
      expect(new Set(known.map(({ name }) => name)).size).to.equal(known.length);
    });
  });
});
