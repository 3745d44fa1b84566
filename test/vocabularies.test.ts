/** The terms that the code writes and those that the ontology defines are the same. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../src/config.js';
import { readTurtle } from '../src/shapes/read-turtle.js';
import { mig, prefixes, rdfTerms } from '../src/vocabularies.js';

describe('vocabularies', () => {
  const files = ['migration.ttl', 'concepts.ttl'].map((name) => join(packageRoot, 'ontology', name));
  const defined = files
    .flatMap((file) => readTurtle(file))
    .filter(({ subject, predicate }) => subject.value.startsWith(prefixes.mig) && predicate.equals(rdfTerms.type))
    .map(({ subject }) => subject.value);

  it('lists every term of the ontology, and no other', () => {
    const listed = Object.values(mig).map((term) => term.value);
    expect([...new Set(listed)].sort()).to.deep.equal([...new Set(defined)].sort());
  });

  it('gives each namespace one prefix', () => {
    expect(new Set(Object.values(prefixes)).size).to.equal(Object.keys(prefixes).length);
  });
});
