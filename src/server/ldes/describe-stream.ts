/** The pages of the event stream as RDF: LDES and TREE around changes in the terms of Activity Streams, as DCAT-AP Feeds has them. */
import type { Moment } from '../../export/moment.js';
import { createIris } from '../../iris.js';
import { type NamedNode, type Quad, type Quad_Graph, type Quad_Object, type Quad_Subject, rdf } from '../../rdf.js';
import { as, dct, ldes, rdfTerms, tree, xsd } from '../../vocabularies.js';
import type { Event, Stream, StreamPage } from './stream.js';

export interface StreamAddress {
  readonly base: string;
  /** Where this server was asked: pages are named by their addresses. */
  readonly origin: string;
}

const time = (moment: Moment) => rdf.literal(moment, xsd.dateTime);

/** Of a root, a node, and what is told of them. */
const addresses = ({ origin, base }: StreamAddress) => ({
  stream: createIris(base).eventStream(),
  root: rdf.namedNode(`${origin}/ldes`),
  shape: rdf.namedNode(`${origin}/ldes/shape#Change`),
  retention: rdf.namedNode(`${origin}/ldes#retention`),
  page: (moment: Moment, number = 1) =>
    rdf.namedNode(`${origin}/ldes/${moment}${number === 1 ? '' : `?page=${number}`}`),
});

type Statement = readonly [subject: Quad_Subject, predicate: NamedNode, object: Quad_Object];

const statementsToQuads = (statements: readonly Statement[]): Quad[] =>
  statements.map(([subject, predicate, object]) => rdf.quad(subject, predicate, object));

interface Bound {
  readonly from: NamedNode;
  readonly to: NamedNode;
  readonly type: NamedNode;
  readonly value: Moment;
}

/** A relation says of all members behind it that they are so late, or not so late. */
function relation({ from, to, type, value }: Bound): Statement[] {
  const name = type.value.replace(/^.*#/, '');
  const [, place = ''] = /\/ldes\/?(.*)$/.exec(to.value) ?? [];
  const iri = rdf.namedNode(`${from.value}#${name}-${place.replace('?', '-')}`);
  return [
    [from, tree.relation, iri],
    [iri, rdfTerms.type, type],
    [iri, tree.node, to],
    [iri, tree.path, as.published],
    [iri, tree.value, time(value)],
  ];
}

/** The root: what the stream is, which of its changes are kept, and the way to all of them. */
export function describeRoot({ moments }: Stream, title: string, address: StreamAddress): Quad[] {
  const { stream, root, shape, retention, page } = addresses(address);
  const about: Statement[] = [
    [stream, rdfTerms.type, ldes.EventStream],
    [stream, dct.title, rdf.literal(title)],
    [stream, ldes.timestampPath, as.published],
    [stream, ldes.versionOfPath, as.object],
    [stream, ldes.versionCreatePath, rdfTerms.type],
    [stream, ldes.versionCreateObject, as.Create],
    [stream, ldes.versionUpdatePath, rdfTerms.type],
    [stream, ldes.versionUpdateObject, as.Update],
    [stream, ldes.versionDeletePath, rdfTerms.type],
    [stream, ldes.versionDeleteObject, as.Delete],
    [stream, tree.shape, shape],
    [stream, tree.view, root],
    [root, rdfTerms.type, tree.Node],
    [root, ldes.retentionPolicy, retention],
    [retention, rdfTerms.type, ldes.RetentionPolicy],
    [retention, rdfTerms.type, ldes.LatestVersionSubset],
    // The name that it has now, and the one that it had.
    [retention, ldes.versionAmount, rdf.literal('1', xsd.integer)],
    [retention, ldes.amount, rdf.literal('1', xsd.integer)],
  ];
  const relations = moments.flatMap((moment, i): Statement[] => {
    const ends = { from: root, to: page(moment) };
    const next = moments[i + 1];
    return [
      ...relation({ ...ends, type: tree.GreaterThanOrEqualToRelation, value: moment }),
      ...(next === undefined ? [] : relation({ ...ends, type: tree.LessThanRelation, value: next })),
    ];
  });
  return statementsToQuads([...about, ...relations]);
}

/** The change itself; what its thing is now stands in the graph of its name. */
function describeEvent({ iri, kind, thing, at }: Event): Statement[] {
  const event = rdf.namedNode(iri);
  return [
    [event, rdfTerms.type, as[kind]],
    [event, as.object, rdf.namedNode(thing)],
    [event, as.published, time(at)],
  ];
}

/** `payload`: statements that belong to a thing, by its IRI. */
export function describePage(
  { moment, number, hasNext, isClosed, events }: StreamPage,
  payload: ReadonlyMap<string, readonly Quad[]>,
  address: StreamAddress,
): Quad[] {
  const { stream, page } = addresses(address);
  const node = page(moment, number);
  const ends = { from: node, to: page(moment, number + 1), value: moment };
  const statements: Statement[] = [
    [stream, rdfTerms.type, ldes.EventStream],
    [node, rdfTerms.type, tree.Node],
    ...(isClosed ? [[node, ldes.immutable, rdf.literal('true', xsd.boolean)] as const] : []),
    ...(hasNext
      ? [
          ...relation({ ...ends, type: tree.GreaterThanOrEqualToRelation }),
          ...relation({ ...ends, type: tree.LessThanOrEqualToRelation }),
        ]
      : []),
    ...events.map(({ iri }) => [stream, tree.member, rdf.namedNode(iri)] as const),
    ...events.flatMap(describeEvent),
  ];
  const inGraph = (graph: Quad_Graph, quads: readonly Quad[]): Quad[] =>
    quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, graph));
  return [
    ...statementsToQuads(statements),
    ...events.flatMap(({ iri, thing }) => inGraph(rdf.namedNode(iri), payload.get(thing) ?? [])),
  ];
}
