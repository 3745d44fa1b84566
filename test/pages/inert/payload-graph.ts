/** A graph that says nothing but payloads: invented graphs, over and over, each time with other payloads for their texts. */
import { join } from 'node:path';
import { readConfig } from '../../../src/config.js';
import { packageRoot } from '../../../src/package-root.js';
import { type Quad, rdf, type Term } from '../../../src/rdf.js';
import { serialiseNQuads } from '../../../src/serialise/quads.js';
import { readRdf } from '../../../src/store/open.js';
import { prefixes, rdfs, rdfTerms, xsd } from '../../../src/vocabularies.js';
import { payloadIris, payloadTexts } from './payloads.js';

const { base } = readConfig({});
/** Letters of a text: some twenty payloads. */
const textLength = 1000;

const graphs = ['answers.trig', 'harbour.trig', 'history.trig', 'map.trig', 'works.trig', 'foreign-dcat.ttl'];
const vocabularies = Object.values(prefixes);

/** Things of the graph, and not the terms that it is written in. */
const isThing = (iri: string): boolean =>
  /^https:\/\/(?:w3id\.org\/migraph\/|(?:one|two)\.example)/.test(iri) &&
  !vocabularies.some((namespace) => iri.startsWith(namespace));

/** What a copy calls things, and what it has for texts. */
interface Copy {
  readonly nameOf: (iri: string) => string;
  readonly text: string;
  /** Of its blank nodes. */
  readonly id: number;
}

function copyTerm(term: Term, { nameOf, text, id }: Copy): Term {
  if (term.termType === 'NamedNode') return isThing(term.value) ? rdf.namedNode(nameOf(term.value)) : term;
  if (term.termType === 'BlankNode') return rdf.blankNode(`${term.value}-${id}`);
  if (term.termType !== 'Literal') return term;
  if (term.language !== '') return rdf.literal(text, term.language);
  return term.datatype.value === xsd.string.value ? rdf.literal(text) : term;
}

const copy = ({ subject, predicate, object, graph }: Quad, of: Copy): Quad =>
  rdf.quad(
    copyTerm(subject, of) as Quad['subject'],
    predicate,
    copyTerm(object, of) as Quad['object'],
    copyTerm(graph, of) as Quad['graph'],
  );

/** Things have names of their own in each copy, and payloads for texts. */
const copiesOfTexts = (texts: readonly string[]): Copy[] =>
  texts.map((text, id) => ({ text, id, nameOf: (iri) => iri.replace(/(?=#)|$/, `-${id}`) }));

/** Things have odd names: in each copy another one, so that each of these stands wherever a thing can. */
const copiesOfNames = (names: readonly string[], things: readonly string[], text: string): Copy[] =>
  names.map((_, shift) => ({
    text,
    id: 1000 + shift,
    nameOf: (iri) => names[(things.indexOf(iri) + shift) % names.length] ?? iri,
  }));

/** Odd names as what things are said by, as types of texts and of things; and a language that is odd. */
function* oddProperties(things: readonly Quad['subject'][], names: readonly string[], text: string): Generator<Quad> {
  const graph = rdf.namedNode(`${base}graph/odd`);
  for (const iri of names.map((name) => rdf.namedNode(name)))
    for (const thing of things) {
      yield rdf.quad(thing, iri, rdf.literal(text, iri), graph);
      yield rdf.quad(thing, iri, iri, graph);
      yield rdf.quad(thing, rdfTerms.type, iri, graph);
      yield rdf.quad(thing, rdfs.label, rdf.literal(text, 'en-x-onload-ran'), graph);
    }
}

/** As N-Quads. */
export async function writePayloadGraph(): Promise<string> {
  const quads: Quad[] = [];
  for (const file of graphs)
    quads.push(...(await readRdf(join(packageRoot, 'test', 'fixtures', 'graphs', file), base)));
  const [texts, names] = [payloadTexts(textLength), payloadIris(base)];
  const [text = ''] = texts;
  const things = [...new Set(quads.flatMap(({ subject, object }) => [subject.value, object.value]).filter(isThing))];
  const copies = [...copiesOfTexts(texts), ...copiesOfNames(names, things, text)];
  const copied = copies.flatMap((of) => quads.map((quad) => copy(quad, of)));
  const ofKind = new Map<string, Quad['subject']>();
  for (const { subject } of copied)
    if (subject.value.endsWith('-0')) ofKind.set(subject.value.slice(base.length).split('/')[0] ?? '', subject);
  return serialiseNQuads([...copied, ...oddProperties([...ofKind.values()], names, text)]);
}
