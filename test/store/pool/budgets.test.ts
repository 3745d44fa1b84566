/** What a client may use: charged, refused, filled again. */
import { expect } from 'chai';
import type { QueryFault } from '../../../src/store/graph-store.js';
import { createBudgets, leastCharge } from '../../../src/store/pool/budgets.js';

describe('budgets', () => {
  let clock = 0;
  const make = (perMinute: number) => createBudgets(perMinute, () => clock);
  const refused = (check: () => void): QueryFault | undefined => {
    try {
      check();
    } catch (error) {
      return error as QueryFault;
    }
    return undefined;
  };

  it('run out, say when to come again, and fill by themselves', () => {
    const budgets = make(30);
    budgets.charge('a', 31);
    const fault = refused(() => budgets.check('a'));
    expect([fault?.kind, fault?.retryAfter]).to.deep.equal(['over-budget', 2]);
    expect(refused(() => budgets.check('b'))).to.equal(undefined);
    clock += 3;
    expect(refused(() => budgets.check('a'))).to.equal(undefined);
  });
  it('count floods of cheap queries', () => {
    const budgets = make(1);
    for (let i = 0; i < 1 / leastCharge; i += 1) budgets.charge('a', 0);
    expect(refused(() => budgets.check('a'))?.kind).to.equal('over-budget');
  });
  it('never hold more than a minute of work, and never limit ourselves', () => {
    const budgets = make(30);
    clock += 3600;
    budgets.charge('a', 30.001);
    budgets.charge(undefined, 1e6);
    expect(refused(() => budgets.check('a'))?.kind).to.equal('over-budget');
    expect(refused(() => budgets.check(undefined))).to.equal(undefined);
  });
});
