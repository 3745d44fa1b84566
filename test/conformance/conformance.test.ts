/** The W3C suites keep their floor, wherever they are at hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
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

  it('stands in the README as it is', () => {
    const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
    const rows = Object.entries(readFloor()).map(([name, { passed, of }]) => `| ${name} | ${passed} | ${of} |`);
    expect(rows.filter((row) => !readme.includes(row))).to.deep.equal([]);
  });

  it('has a floor for every suite, and for no other', () => {
    expect(Object.keys(readFloor()).sort()).to.deep.equal(suites.map(({ name }) => name).sort());
  });
});
