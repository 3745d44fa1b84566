/** The suite of the entailment regimes, which we do not claim: its tests are listed, with the reason, and not run. */
import { readManifest } from '../manifest.js';
import type { Suite } from '../suite.js';

const reason = 'the store entails nothing: it claims no regime but simple entailment';

export const entailmentSuite: Suite = {
  name: 'SPARQL 1.1 Entailment Regimes',
  standard: 'http://www.w3.org/TR/sparql11-entailment/',
  async open() {
    const entries = await readManifest('sparql/sparql11/entailment/manifest.ttl');
    return entries.map(({ iri }) => ({ iri, skipped: reason, run: async () => {} }));
  },
};
