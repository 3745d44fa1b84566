/** RDF/XML (RDF 1.2 XML Syntax): one rdf:Description a subject; what it cannot say is an error, never a loss. */
import type { Literal, Quad, Quad_Subject, Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { NotExpressible } from './not-expressible.js';
import { xmlAttribute, xmlText } from './xml.js';

const nameStart = 'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u3001-\\uD7FF';
const localName = new RegExp(`[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u');

/** Names in the RDF namespace that are syntax, not properties (section 5.1); rdf:li would be renumbered on reading. */
const notAProperty =
  /^(RDF|ID|about|parseType|resource|nodeID|datatype|Description|aboutEach|aboutEachPrefix|bagID|li)$/;

const others = 'Turtle, TriG, N-Triples, N-Quads and JSON-LD can';

const knownPrefixes = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace as string, prefix]));

const its = 'http://www.w3.org/2005/11/its';

/** What is known of one document: its prefixes, its blank nodes, and which of the newer parts of RDF it needs. */
class Outline {
  readonly #prefixes = new Map<string, string>([[prefixes.rdf, 'rdf']]);
  readonly #labels = new Map<string, string>();
  readonly #names = new Map<string, string>();
  hasDirections = false;
  hasTripleTerms = false;

  /** The predicate as a QName; an IRI that does not end in an XML name has none. */
  qualify(iri: string): string {
    const known = this.#names.get(iri) ?? this.#findName(iri);
    this.#names.set(iri, known);
    return known;
  }

  #findName(iri: string): string {
    const local = localName.exec(iri)?.[0];
    const namespace = local === undefined ? '' : iri.slice(0, iri.length - local.length);
    // Readers in JavaScript take away the spaces at its end, whichever they are.
    const isCut = namespace.trim() !== namespace;
    if (local === undefined || namespace === '' || isCut || (namespace === prefixes.rdf && notAProperty.test(local)))
      throw new NotExpressible(`RDF/XML has no name for the predicate <${iri}>; ${others}`);
    const prefix = this.#prefixes.get(namespace) ?? knownPrefixes.get(namespace) ?? `ns${this.#prefixes.size}`;
    this.#prefixes.set(namespace, prefix);
    return `${prefix}:${local}`;
  }

  /** Blank node label → an XML name. */
  nodeId(label: string): string {
    const known = this.#labels.get(label) ?? `b${this.#labels.size}`;
    this.#labels.set(label, known);
    return known;
  }

  /** The attributes of the document's element. */
  attributes(): string {
    const declared = [...this.#prefixes].map(([namespace, prefix]) => ` xmlns:${prefix}="${xmlAttribute(namespace)}"`);
    if (this.hasDirections) declared.push(` xmlns:its="${its}" its:version="2.0"`);
    if (this.hasDirections || this.hasTripleTerms) declared.push(' rdf:version="1.2"');
    return declared.join('\n ');
  }
}

function subjectAttribute(subject: Quad_Subject, outline: Outline): string {
  if (subject.termType === 'NamedNode') return `rdf:about="${xmlAttribute(subject.value)}"`;
  if (subject.termType === 'BlankNode') return `rdf:nodeID="${outline.nodeId(subject.value)}"`;
  throw new NotExpressible(`RDF/XML cannot hold a triple term as a subject; ${others}`);
}

function literalProperty(name: string, literal: Literal, outline: Outline): string {
  if (literal.direction) outline.hasDirections = true;
  const language = literal.language === '' ? '' : ` xml:lang="${xmlAttribute(literal.language)}"`;
  const direction = literal.direction ? ` its:dir="${literal.direction}"` : '';
  const plain = literal.language !== '' || literal.datatype.value === `${prefixes.xsd}string`;
  const datatype = plain ? '' : ` rdf:datatype="${xmlAttribute(literal.datatype.value)}"`;
  return `<${name}${language}${direction}${datatype}>${xmlText(literal.value)}</${name}>`;
}

function writeProperty({ predicate, object }: Pick<Quad, 'predicate' | 'object'>, outline: Outline): string {
  const name = outline.qualify(predicate.value);
  const term: Term = object;
  switch (term.termType) {
    case 'NamedNode':
      return `<${name} rdf:resource="${xmlAttribute(term.value)}"/>`;
    case 'BlankNode':
      return `<${name} rdf:nodeID="${outline.nodeId(term.value)}"/>`;
    case 'Literal':
      return literalProperty(name, term, outline);
    case 'Quad': {
      outline.hasTripleTerms = true;
      const triple = term as Quad;
      const about = subjectAttribute(triple.subject, outline);
      return `<${name} rdf:parseType="Triple"><rdf:Description ${about}>${writeProperty(triple, outline)}</rdf:Description></${name}>`;
    }
    default:
      throw new NotExpressible(`RDF/XML cannot hold a ${term.termType}`);
  }
}

/** The whole document; the quads' graphs are left out. Throws {@link NotExpressible} before anything is given out. */
export function* writeRdfXml(quads: Iterable<Quad>): Generator<string> {
  const outline = new Outline();
  const bySubject = new Map<string, string[]>();
  for (const quad of quads) {
    const about = subjectAttribute(quad.subject, outline);
    const line = `    ${writeProperty(quad, outline)}\n`;
    const lines = bySubject.get(about);
    if (lines === undefined) bySubject.set(about, [line]);
    else lines.push(line);
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${outline.attributes()}>\n`;
  for (const [about, lines] of bySubject)
    yield `  <rdf:Description ${about}>\n${[...new Set(lines)].join('')}  </rdf:Description>\n`;
  yield '</rdf:RDF>\n';
}
