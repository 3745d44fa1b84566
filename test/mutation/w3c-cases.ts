/** Each W3C test of queries as a test of mocha's, so that one of them can be run alone. */
import { sparqlSuites } from '../conformance/suites/sparql.js';
import { w3cFolder } from '../conformance/w3c-folder.js';

const suites = w3cFolder === undefined ? [] : sparqlSuites.filter(({ name }) => !/Update|Federated/.test(name));
for (const { name, open } of suites) {
  const cases = await open();
  describe(name, () => {
    for (const { iri, skipped, run } of cases) if (skipped === undefined) it(iri, run);
  });
}
