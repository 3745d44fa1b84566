/** Even an algebra that got past all checks makes the engine read and fetch nothing. */
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { rdf } from '../../../src/rdf.js';
import { startClock } from '../../../src/store/clock.js';
import { evaluate } from '../../../src/store/engine.js';
import { createGraphs } from '../../../src/store/graphs.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';

describe('the engine', () => {
  const variable = (name: string) => rdf.variable(name);
  const pattern = {
    ...rdf.quad(variable('s') as never, variable('p') as never, variable('o') as never),
    type: 'pattern',
  };
  const file = pathToFileURL(`${packageRoot}/ontology/migration.ttl`).href;
  for (const iri of [file, `${packageRoot}/ontology/migration.ttl`, 'http://127.0.0.1:9/'])
    it(`reads nothing from <${iri.replace(packageRoot, '…')}>`, async () => {
      const clock = startClock(5);
      const operation = {
        type: 'project',
        variables: [variable('s')],
        input: {
          type: 'service',
          name: rdf.namedNode(iri),
          silent: false,
          input: { type: 'bgp', patterns: [pattern] },
        },
      };
      const query = { kind: 'bindings', variables: ['s'], operation, dataset: undefined, baseIri: undefined } as const;
      const view = createGraphs(collectColumns([]), 'http://e/review/', false).view(undefined, clock.isOver);
      let outcome: unknown;
      try {
        const result = await evaluate({ query, view, clock });
        outcome = 0;
        if (result.kind === 'bindings') for await (const row of result.rows) outcome = row;
      } catch (error) {
        outcome = error;
      }
      clock.stop();
      expect(outcome).to.be.instanceOf(Error);
    });
});
