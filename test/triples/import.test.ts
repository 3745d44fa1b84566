/** What is said of a catalogue that was taken from elsewhere. */
import { expect } from 'chai';
import n3 from 'n3';
import { createIris } from '../../src/iris.js';
import type { Quad } from '../../src/rdf.js';
import { serialiseNQuads } from '../../src/serialise/quads.js';
import { describeImport, findStatedLicence, type ImportedCatalogue } from '../../src/triples/import.js';

const iris = createIris('https://w3id.org/migraph/');
const parse = (text: string): Quad[] =>
  new n3.Parser({ blankNodePrefix: '' }).parse(
    `PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX : <https://sea.example/> ${text}`,
  ) as unknown as Quad[];
const imported = (text: string, more: Partial<ImportedCatalogue> = {}): ImportedCatalogue => ({
  slug: 'sea',
  source: 'https://sea.example/catalog.ttl',
  fetched: '2026-02-03T04:05:06.000Z',
  sha256: 'ab12',
  quads: parse(text),
  ...more,
});
const about = (text: string, more?: Partial<ImportedCatalogue>): string[] =>
  serialiseNQuads(describeImport(imported(text, more), iris).about)
    .replaceAll('https://w3id.org/migraph/', '/')
    .replace(/http[^ ]*[/#](?=\w+>)/g, '')
    .trim()
    .split('\n')
    .sort();
const members = (text: string): string[] =>
  about(text).filter((line) => /<(?:catalog|dataset|type)>/.test(line) && !line.includes('Entity'));

describe('an import', () => {
  it('has its source, its time and its licence, from its file alone', () => {
    expect(about(':x a dcat:Catalog .', { licence: 'https://sea.example/free' })).to.include.members([
      '</graph/import/sea> <type> <Entity> .',
      '</graph/import/sea> <label> "sea" .',
      '</graph/import/sea> <hadPrimarySource> <https://sea.example/catalog.ttl> .',
      '</graph/import/sea> <source> <https://sea.example/catalog.ttl> .',
      '</graph/import/sea> <license> <free> .',
      '</graph/import/sea> <generatedAtTime> "2026-02-03T04:05:06.000Z"^^<dateTime> .',
      '</graph/import/sea> <sha256> "ab12" .',
    ]);
  });

  it('says in words what is no IRI', () => {
    const lines = about(':x a dcat:Catalog .', { source: 'sea.ttl', licence: 'Ask the harbour' });
    expect(lines)
      .to.include('</graph/import/sea> <source> "sea.ttl" .')
      .and.to.include('</graph/import/sea> <copyrightNotice> "Ask the harbour" .');
    expect(lines.join()).not.to.match(/hadPrimarySource|license/);
  });

  it('has blank nodes named under our base, in a graph of its own', () => {
    const { quads } = describeImport(imported(':x dct:publisher _:b1n0 . _:b1n0 dct:title "y" .'), iris);
    expect(quads.map(({ subject, object, graph }) => [subject.value, object.value, graph.value])).to.deep.equal([
      [
        'https://sea.example/x',
        'https://w3id.org/migraph/.well-known/genid/b1n0',
        'https://w3id.org/migraph/graph/import/sea',
      ],
      ['https://w3id.org/migraph/.well-known/genid/b1n0', 'y', 'https://w3id.org/migraph/graph/import/sea'],
    ]);
  });

  it('makes its outermost catalogues members of ours', () => {
    const nested =
      ':a a dcat:Catalog ; dcat:catalog :b . :b a dcat:Catalog ; dcat:dataset :d . :d a dcat:Dataset . :c a dcat:Catalog .';
    expect(members(nested)).to.deep.equal(['</catalog> <catalog> <a> .', '</catalog> <catalog> <c> .']);
    const circle = ':a a dcat:Catalog ; dcat:catalog :b . :b a dcat:Catalog ; dcat:catalog :a .';
    expect(members(circle)).to.deep.equal(['</catalog> <catalog> <a> .', '</catalog> <catalog> <b> .']);
  });

  it('has a catalogue of ours for datasets that are in none', () => {
    expect(members(':a a dcat:Catalog ; dcat:dataset :d . :d a dcat:Dataset . :e a dcat:Dataset .')).to.deep.equal([
      '</catalog> <catalog> </import/sea> .',
      '</catalog> <catalog> <a> .',
      '</import/sea> <dataset> <e> .',
      '</import/sea> <type> <Catalog> .',
    ]);
  });

  it('does not make our catalogue a member of itself', () => {
    expect(members('<https://w3id.org/migraph/catalog> a dcat:Catalog .')).to.deep.equal([]);
  });

  it('has the licence that its catalogue states, not that of a dataset', () => {
    const licences =
      ':a a dcat:Catalog ; dcat:dataset :d ; dct:license :free . :d a dcat:Dataset ; dct:license :dear .';
    expect(findStatedLicence(parse(licences))).to.equal('https://sea.example/free');
    expect(
      findStatedLicence(parse(':a a dcat:Catalog ; dct:license [ dct:title "x" ] . :d dct:license :dear .')),
    ).to.equal(undefined);
  });
});
