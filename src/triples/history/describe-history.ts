/** Describes the history in the graph: a record of each thing with its dates, and what each build changed. */
import type { Iris } from '../../iris.js';
import { type Literal, type NamedNode, type Quad, rdf } from '../../rdf.js';
import { as, dcat, dct, foaf, prov, rdfs, rdfTerms, xsd } from '../../vocabularies.js';
import type { ChangeRecord } from './change-record.js';
import { thingsAfter } from './next-change.js';

/** A kind of change, of one thing by one build. */
type Change = readonly [type: NamedNode, path: string, name: string];

const changesOf = (record: ChangeRecord): Change[] => [
  ...Object.entries(record.new).map(([path, { name }]): Change => [as.Create, path, name]),
  ...Object.entries(record.changed).map(([path, { name }]): Change => [as.Update, path, name]),
  ...Object.entries(record.gone).map(([path, name]): Change => [as.Delete, path, name]),
];

const moment = (date: string): Literal => rdf.literal(date, xsd.dateTime);

function describeBuild(record: ChangeRecord, iris: Iris): Quad[] {
  const build = iris.build(record.build);
  const date = moment(record.date);
  const changes = changesOf(record).flatMap(([type, path, name]) => {
    const change = iris.change(record.build, path);
    return [
      rdf.quad(change, rdfTerms.type, type),
      rdf.quad(change, as.object, iris.thing(path)),
      rdf.quad(change, as.published, date),
      rdf.quad(change, rdfs.label, rdf.literal(name)),
      rdf.quad(change, prov.wasGeneratedBy, build),
    ];
  });
  return [rdf.quad(build, rdfTerms.type, prov.Activity), rdf.quad(build, prov.endedAtTime, date), ...changes];
}

/** When each thing that there is was first described, and last otherwise than before. */
function datesOf(records: readonly ChangeRecord[]): Map<string, { issued: string; modified: string }> {
  const dates = new Map<string, { issued: string; modified: string }>();
  for (const { date, new: added, changed, gone } of records) {
    for (const path of Object.keys(added)) dates.set(path, { issued: date, modified: date });
    for (const path of Object.keys(changed))
      dates.set(path, { issued: dates.get(path)?.issued ?? date, modified: date });
    for (const path of Object.keys(gone)) dates.delete(path);
  }
  return dates;
}

function describeRecord(path: string, dates: { issued: string; modified: string }, iris: Iris): Quad[] {
  const record = iris.record(path);
  return [
    rdf.quad(record, rdfTerms.type, dcat.CatalogRecord),
    rdf.quad(record, foaf.primaryTopic, iris.thing(path)),
    rdf.quad(record, dct.issued, moment(dates.issued)),
    rdf.quad(record, dct.modified, moment(dates.modified)),
    ...(path.startsWith('dataset/') ? [rdf.quad(iris.catalogue(), dcat.record, record)] : []),
  ];
}

/** What stands in the place of things that are gone, and are not there again. */
function describeReplaced(records: readonly ChangeRecord[], iris: Iris): Quad[] {
  const things = thingsAfter(records);
  const replaced = new Map(records.flatMap((record) => Object.entries(record.replaced)));
  return [...replaced].flatMap(([old, now]) =>
    things.has(old) ? [] : [rdf.quad(iris.thing(old), dct.isReplacedBy, iris.thing(now))],
  );
}

/** In no order; no quads where there is no history. */
export function describeHistory(records: readonly ChangeRecord[], iris: Iris): Quad[] {
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    rdf.quad(iris.catalogue(), dct.issued, moment(first.date)),
    rdf.quad(iris.catalogue(), dct.modified, moment(last.date)),
    ...[...datesOf(records)].flatMap(([path, dates]) => describeRecord(path, dates, iris)),
    ...records.flatMap((record) => describeBuild(record, iris)),
    ...describeReplaced(records, iris),
  ];
}
