/** The W3C suites keep their floor, wherever they are at hand. */
import { expect } from 'chai';
import { belowFloor, readFloor } from './floor.js';
import { runSuite } from './suite.js';
import { suites } from './suites.js';
import { listOthers } from './table.js';
import { w3cFolder, whyWithout } from './w3c-folder.js';

describe('conformance', function () {
  this.timeout(300_000);

  if (w3cFolder === undefined) it(`is tested only with the suites at hand: ${whyWithout}`);
  else
    for (const suite of suites)
      it(`${suite.name}: as many tests pass as ever did`, async () => {
        const report = await runSuite(suite);
        const fault = belowFloor(report, readFloor());
        expect(fault, listOthers([report]).join('\n')).to.equal(undefined);
      });

  it('has a floor for every suite, and for no other', () => {
    expect(Object.keys(readFloor()).sort()).to.deep.equal(suites.map(({ name }) => name).sort());
  });
});
