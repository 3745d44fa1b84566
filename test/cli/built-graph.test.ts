/** A built graph that is not as it was built is not served: it is made anew. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { migraph, temporaryFolder } from './run-migraph.js';

describe('a built graph', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const [out, note] = [join(folder, 'var'), join(folder, 'letter.txt')];
  const env = { MIGRAPH_OUT: out, MIGRAPH_IMPORTS: join(folder, 'imports') };
  const graph = join(out, 'graph.nq');
  const ask = () => migraph(['query', 'ASK { ?s ?p ?o FILTER(CONTAINS(STR(?o), "The UNHCR maintains")) }'], { env });
  let good: Buffer;
  before(async () => {
    writeFileSync(note, 'The UNHCR maintains a database of refugees.\n');
    expect((await migraph(['build', '--notes', note], { env })).code).to.equal(0);
    good = readFileSync(graph);
  });

  for (const [what, spoil] of [
    [
      'one byte was changed',
      () => writeFileSync(graph, good.toString().replaceAll('UNHCR maintains', 'UNHCR mainteins')),
    ],
    [
      'it is of a build that was broken off',
      () => writeFileSync(graph, good.subarray(0, good.lastIndexOf('\n', good.length / 2) + 1)),
    ],
  ] as const)
    it(`is made anew where ${what}`, async () => {
      spoil();
      // Else it would be what a server makes its snapshot from.
      rmSync(join(out, 'graph.snapshot'));
      const { code, stdout, complaints } = await ask();
      expect([code, stdout.trim().split('\r\n')]).to.deep.equal([0, ['boolean', 'true']]);
      expect(complaints[0]).to.match(/graph\.nq: is not as it was built; it is made anew$/);
      expect(readFileSync(graph).equals(good)).to.equal(true);
      expect((await ask()).complaints).to.deep.equal([]);
    });
});
