/** What builds change, recorded line by line, and what the graph says of it. */
import { expect } from 'chai';
import { createIris } from '../../../src/iris.js';
import { type Quad, rdf } from '../../../src/rdf.js';
import { type ChangeRecord, parseHistory, serialiseRecord } from '../../../src/triples/history/change-record.js';
import { describeHistory } from '../../../src/triples/history/describe-history.js';
import { findChange, thingsAfter } from '../../../src/triples/history/next-change.js';
import { readVersions } from '../../../src/triples/history/versions.js';
import { as, dcat, dct, foaf, mig, prov, rdfs, rdfTerms } from '../../../src/vocabularies.js';

const iris = createIris('https://w3id.org/migraph/');
const [monday, tuesday, friday] = ['2001-01-01T08:00:00Z', '2001-01-02T08:00:00Z', '2001-01-05T08:00:00Z'];
const things = (entries: Readonly<Record<string, readonly [name: string, hash: string]>>) =>
  new Map(Object.entries(entries).map(([path, [name, hash]]) => [path, { name, hash }]));

/** Builds one after the other. */
function record(...builds: readonly (readonly [date: string, things: ReturnType<typeof things>])[]): ChangeRecord[] {
  const records: ChangeRecord[] = [];
  for (const [date, found] of builds) {
    const change = findChange(records, found, date);
    if (change !== undefined) records.push(change);
  }
  return records;
}

describe('findChange', () => {
  const first = things({ 'dataset/tides': ['Tides', 'a'], 'agency/mow': ['Ministry of Waves', 'b'] });

  it('finds all new at first, and nothing where nothing has changed', () => {
    const records = record([monday, first]);
    expect(records).to.have.length(1);
    expect(records[0]).to.include({ build: 1, date: monday });
    expect(Object.keys(records[0]?.new ?? {})).to.deep.equal(['dataset/tides', 'agency/mow']);
    expect(findChange(records, first, tuesday)).to.equal(undefined);
  });

  it('tells new, changed and gone apart', () => {
    const second = things({ 'dataset/tides': ['Tides', 'a2'], 'dataset/ferries': ['Ferries', 'c'] });
    const [, change] = record([monday, first], [tuesday, second]);
    expect(change).to.deep.equal({
      build: 2,
      date: tuesday,
      new: { 'dataset/ferries': { name: 'Ferries', hash: 'c' } },
      changed: { 'dataset/tides': { name: 'Tides', hash: 'a2' } },
      gone: { 'agency/mow': 'Ministry of Waves' },
      replaced: {},
    });
  });

  it('knows a thing again by its name under another path, of the same kind, where there is no doubt', () => {
    const [, change] = record([monday, first], [tuesday, things({ 'dataset/mow-tides': ['TIDES', 'a'] })]);
    expect(change?.replaced).to.deep.equal({ 'dataset/tides': 'dataset/mow-tides' });
    const doubtful = things({ 'dataset/x': ['Tides', 'a'], 'dataset/y': ['Tides', 'a'] });
    expect(record([monday, first], [tuesday, doubtful])[1]?.replaced).to.deep.equal({});
    const otherKind = things({ 'publication/tides': ['Tides', 'a'] });
    expect(record([monday, first], [tuesday, otherKind])[1]?.replaced).to.deep.equal({});
  });

  it('does not grow younger with a clock that was put back', () => {
    expect(record([tuesday, first], [monday, things({})])[1]?.date).to.equal(tuesday);
  });
});

describe('parseHistory', () => {
  const records = record([monday, things({ 'dataset/a': ['A', '1'] })], [tuesday, things({ 'dataset/b': ['B', '2'] })]);

  it('reads what was written, to the same state', () => {
    const read = parseHistory(records.map(serialiseRecord).join(''), 'h.jsonl');
    expect(read).to.deep.equal(records);
    expect([...thingsAfter(read)]).to.deep.equal([['dataset/b', { name: 'B', hash: '2' }]]);
  });

  const lines = records.map(serialiseRecord);
  const faults: readonly (readonly [what: string, text: string, message: string])[] = [
    ['a line that was cut off', `${lines[0]}{"build":2,`, 'h.jsonl:2: is no JSON'],
    ['a line that is missing', lines[1] ?? '', 'h.jsonl:1: "build" is to be 1'],
    [
      'a date that is none',
      lines[0]?.replace(monday, '2001-13-01T08:00:00Z') ?? '',
      'h.jsonl:1: "date" is to be a time',
    ],
    ['time running backwards', `${lines[0]}${lines[1]?.replace('2001', '2000')}`, 'h.jsonl:2: "date" is before'],
    ['a version without a hash', lines[0]?.replace('"hash"', '"h"') ?? '', 'h.jsonl:1: "new" is to give'],
    ['a path that is none', lines[0]?.replace('dataset/a', 'dataset a') ?? '', 'h.jsonl:1: "new" is to give'],
  ];
  for (const [what, text, message] of faults)
    it(`refuses ${what}`, () => expect(() => parseHistory(text, 'h.jsonl')).to.throw(message));
});

describe('readVersions', () => {
  const tides = iris.entity('dataset', 'tides');
  const round = iris.coverage('tides', 1);
  const said = (base: string, years: string, place: string): Quad[] => {
    const under = createIris(base);
    return [
      rdf.quad(under.entity('dataset', 'tides'), rdfTerms.type, mig.Dataset),
      rdf.quad(under.entity('dataset', 'tides'), rdfs.label, rdf.literal('Tides', 'en')),
      rdf.quad(under.entity('dataset', 'tides'), mig.hasCoverage, under.coverage('tides', 1)),
      rdf.quad(under.coverage('tides', 1), dct.temporal, under.period(years)),
      rdf.quad(under.entity('dataset', 'tides'), prov.wasQuotedFrom, under.passage('n', Number(place), 99)),
      rdf.quad(under.claim('x'), rdfTerms.subject, under.entity('dataset', 'tides')),
    ];
  };
  const versionOf = (quads: readonly Quad[], base = iris.base) =>
    readVersions(quads, createIris(base)).get('dataset/tides');

  it('gives things their name, and nothing else a version', () => {
    expect([...readVersions(said(iris.base, '1990', '5'), iris).keys()]).to.deep.equal(['dataset/tides']);
    expect(versionOf(said(iris.base, '1990', '5'))?.name).to.equal('Tides');
    expect(tides.value).to.match(/dataset\/tides$/);
  });

  it('changes with what is said of a thing, in its rounds too', () => {
    const before = versionOf(said(iris.base, '1990', '5'));
    expect(versionOf(said(iris.base, '1991', '5'))?.hash).not.to.equal(before?.hash);
    expect(
      versionOf([...said(iris.base, '1990', '5'), rdf.quad(round, dct.spatial, iris.country('ISL'))])?.hash,
    ).not.to.equal(before?.hash);
  });

  it('does not change with the place in the note, the order, or the base of the names', () => {
    const before = versionOf(said(iris.base, '1990', '5'));
    expect(versionOf(said(iris.base, '1990', '7'))).to.deep.equal(before);
    expect(versionOf(said(iris.base, '1990', '5').reverse())).to.deep.equal(before);
    const elsewhere = 'https://data.example/';
    expect(versionOf(said(elsewhere, '1990', '5'), elsewhere)).to.deep.equal(before);
  });
});

describe('describeHistory', () => {
  const tides = { 'dataset/tides': ['Tides', 'a'] } as const;
  const records = record(
    [monday, things({ ...tides, 'dataset/old': ['Ferries', 'b'], 'agency/mow': ['Waves', 'c'] })],
    [tuesday, things({ 'dataset/tides': ['Tides', 'a2'], 'dataset/new': ['Ferries', 'b'] })],
    [
      friday,
      things({ 'dataset/tides': ['Tides', 'a2'], 'dataset/new': ['Ferries', 'b'], 'agency/mow': ['Waves', 'c'] }),
    ],
  );
  const quads = describeHistory(records, iris);
  const sayingOf = (path: string, property: Quad['predicate']): string | undefined =>
    quads.find(({ subject, predicate }) => subject.value === iris.base + path && predicate.equals(property))?.object
      .value;

  it('dates the catalogue and a record of each thing', () => {
    expect([dct.issued, dct.modified].map((property) => sayingOf('catalog', property))).to.deep.equal([monday, friday]);
    expect(sayingOf('record/dataset/tides', foaf.primaryTopic)).to.equal(`${iris.base}dataset/tides`);
    expect([dct.issued, dct.modified].map((property) => sayingOf('record/dataset/tides', property))).to.deep.equal([
      monday,
      tuesday,
    ]);
    expect(sayingOf('record/agency/mow', dct.issued), 'came again').to.equal(friday);
    expect(sayingOf('record/dataset/old', dct.issued)).to.equal(undefined);
    expect(quads.filter(({ predicate }) => predicate.equals(dcat.record))).to.have.length(2);
  });

  it('says what each build changed', () => {
    expect(sayingOf('change/1/dataset/tides', rdfTerms.type)).to.equal(as.Create.value);
    expect(sayingOf('change/2/dataset/tides', rdfTerms.type)).to.equal(as.Update.value);
    expect(sayingOf('change/2/dataset/old', rdfTerms.type)).to.equal(as.Delete.value);
    expect(sayingOf('change/2/dataset/old', rdfs.label)).to.equal('Ferries');
    expect(sayingOf('change/2/dataset/old', as.published)).to.equal(tuesday);
    expect(sayingOf('change/2/dataset/old', prov.wasGeneratedBy)).to.equal(`${iris.base}build/2`);
  });

  it('says what stands in the place of what is gone, and nothing where there is no history', () => {
    expect(sayingOf('dataset/old', dct.isReplacedBy)).to.equal(`${iris.base}dataset/new`);
    expect(describeHistory([], iris)).to.deep.equal([]);
  });
});
