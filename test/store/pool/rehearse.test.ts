/** Rehearsing: it ends in time, or when it is told, and over any graph. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { rehearse } from '../../../src/store/pool/rehearse.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const graphs = {
  'of one statement': '<urn:a> <urn:b> "c" .',
  'of blank nodes alone': '[] <urn:b> [ <urn:c> 1 ] .',
  'without statements': '',
  'of named graphs and triple terms':
    '<urn:g> { <urn:a> <urn:b> <<( <urn:a> <urn:b> "c" )>> , <urn:a> . <urn:a> <urn:b> 2 }',
};

describe('queries are rehearsed', () => {
  for (const [what, text] of Object.entries(graphs))
    it(`over a graph ${what}, and nothing fails`, async () => {
      const store = openEmbedded(await parseRdf(text, 'trig', 'urn:x'), readConfig({}));
      let asked = 0;
      await rehearse(store, 10_000, () => {
        asked += 1;
        return asked < 100;
      });
      expect(asked).to.equal(/^<urn/.test(text) ? 100 : 0);
    });
  it('not at all where even the first takes too long', async () => {
    const config = { ...readConfig({}), queryDeadline: 1e-9 };
    const store = openEmbedded(await parseRdf(graphs['of one statement'], 'trig', 'urn:x'), config);
    await rehearse(store, 10_000, () => true);
  });
});
