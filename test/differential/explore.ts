/** Explores by hand. */

import { viewComputed } from '../conformance/compare/computed-numbers.js';
import { isIsomorphic } from '../conformance/compare/isomorphic.js';
import { expectSame } from '../conformance/results/answer.js';
import { mapColumns } from '../conformance/results/columns.js';
import { openEngines } from './answers.js';
import { generateQuery } from './generate-query.js';
import { createRandom } from './random.js';

void isIsomorphic;
const engines = await openEngines();
const [from = '0', count = '100'] = process.argv.slice(2);
let same = 0,
  both = 0;
const diffs: string[] = [];
for (let n = Number(from); n < Number(from) + Number(count); n += 1) {
  const query = generateQuery(createRandom(n));
  const [a, b] = [await engines.ours(query), await engines.theirs(query)];
  if (a.kind === 'refused' && b.kind === 'refused') {
    both += 1;
    continue;
  }
  if (a.kind === 'refused' || b.kind === 'refused') {
    diffs.push(
      `${n}: ${a.kind === 'refused' ? 'WE refuse: ' + a.reason : 'THEY refuse: ' + (b as { reason: string }).reason.slice(0, 200)}\n   ${query}`,
    );
    continue;
  }
  try {
    expectSame(
      mapColumns(a, (_, t) => viewComputed(t)),
      mapColumns(b, (_, t) => viewComputed(t)),
    );
    same += 1;
  } catch (e) {
    diffs.push(`${n}: ${(e as Error).message.slice(0, 600)}\n   ${query}`);
  }
}
console.log(diffs.join('\n'));
console.log({ same, both, differ: diffs.length });
process.exit(0);
