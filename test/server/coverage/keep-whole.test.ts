/** Of lists that were cut short, only datasets of which all was read are counted. */
import { expect } from 'chai';
import { rdf, type Term } from '../../../src/rdf.js';
import { keepWhole } from '../../../src/server/coverage/keep-whole.js';

const row = (dataset: Term): ReadonlyMap<string, Term> => new Map([['dataset', dataset]]);
const of = (...names: string[]) => names.map((name) => row(rdf.namedNode(`urn:${name}`)));
const datasets = new Map(['urn:a', 'urn:b', 'urn:c'].map((iri) => [iri, iri]));
const kept = (...lists: Parameters<typeof keepWhole>[1]): string[] => [...keepWhole(datasets, lists, 3).keys()];

describe('lists that are too long to be read', () => {
  it('leave all datasets where they were read whole', () => {
    expect(kept(of('a', 'b'), of('c'))).to.deep.equal(['urn:a', 'urn:b', 'urn:c']);
  });
  it('leave those before the one that the first of them ends in', () => {
    expect(kept(of('a', 'b', 'c'), of('a', 'b', 'b'), of('a'))).to.deep.equal(['urn:a']);
  });
  it('leave none where they end among those without an IRI', () => {
    const blank = row(rdf.blankNode('x'));
    expect(kept([blank, blank, blank])).to.deep.equal([]);
  });
  it('say nothing of datasets behind those that are counted', () => {
    expect(kept(of('b', 'c', 'd'))).to.deep.equal(['urn:a', 'urn:b', 'urn:c']);
  });
});
