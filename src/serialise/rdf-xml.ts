/** RDF/XML (RDF 1.1 XML Syntax): one rdf:Description a subject; what it cannot say is an error, never a loss. */
import type { Quad, Quad_Object, Quad_Subject } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { NotExpressible } from './not-expressible.js';
import { xmlAttribute, xmlText } from './xml.js';

const nameStart = 'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u3001-\\uD7FF';
const localName = new RegExp(`[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u');

/** Names in the RDF namespace that are syntax, not properties (section 5.1); rdf:li would be renumbered on reading. */
const notAProperty =
  /^(RDF|ID|about|parseType|resource|nodeID|datatype|Description|aboutEach|aboutEachPrefix|bagID|li)$/;

const knownPrefixes = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace as string, prefix]));

/** Namespace → prefix, for all predicates of one document. */
class Names {
  readonly #prefixes = new Map<string, string>([[prefixes.rdf, 'rdf']]);

  /** The predicate as a QName; an IRI that does not end in an XML name has none. */
  qualify(iri: string): string {
    const local = localName.exec(iri)?.[0];
    const namespace = local === undefined ? '' : iri.slice(0, iri.length - local.length);
    if (local === undefined || namespace === '' || (namespace === prefixes.rdf && notAProperty.test(local)))
      throw new NotExpressible(`RDF/XML has no name for the predicate <${iri}>; ask for Turtle, N-Triples or JSON-LD`);
    const prefix = this.#prefixes.get(namespace) ?? knownPrefixes.get(namespace) ?? `ns${this.#prefixes.size}`;
    this.#prefixes.set(namespace, prefix);
    return `${prefix}:${local}`;
  }

  declarations(): string {
    return [...this.#prefixes]
      .map(([namespace, prefix]) => ` xmlns:${prefix}="${xmlAttribute(namespace)}"`)
      .join('\n ');
  }
}

/** Blank node label → an XML name. */
function nodeId(labels: Map<string, string>, label: string): string {
  const known = labels.get(label) ?? `b${labels.size}`;
  labels.set(label, known);
  return known;
}

function subjectAttribute(subject: Quad_Subject, labels: Map<string, string>): string {
  if (subject.termType === 'NamedNode') return `rdf:about="${xmlAttribute(subject.value)}"`;
  if (subject.termType === 'BlankNode') return `rdf:nodeID="${nodeId(labels, subject.value)}"`;
  throw new NotExpressible('RDF/XML cannot hold triple terms as it is written here; ask for Turtle or N-Triples');
}

function property(name: string, object: Quad_Object, labels: Map<string, string>): string {
  switch (object.termType) {
    case 'NamedNode':
      return `<${name} rdf:resource="${xmlAttribute(object.value)}"/>`;
    case 'BlankNode':
      return `<${name} rdf:nodeID="${nodeId(labels, object.value)}"/>`;
    case 'Literal': {
      if (object.direction)
        throw new NotExpressible('RDF/XML cannot hold a base direction; ask for Turtle or N-Triples');
      const language = object.language === '' ? '' : ` xml:lang="${xmlAttribute(object.language)}"`;
      const plain = object.language !== '' || object.datatype.value === `${prefixes.xsd}string`;
      const datatype = plain ? '' : ` rdf:datatype="${xmlAttribute(object.datatype.value)}"`;
      return `<${name}${language}${datatype}>${xmlText(object.value)}</${name}>`;
    }
    default:
      throw new NotExpressible('RDF/XML cannot hold triple terms as it is written here; ask for Turtle or N-Triples');
  }
}

/** The whole document; the quads' graphs are left out. Throws {@link NotExpressible} before anything is given out. */
export function* writeRdfXml(quads: Iterable<Quad>): Generator<string> {
  const names = new Names();
  const labels = new Map<string, string>();
  const bySubject = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    const about = subjectAttribute(subject, labels);
    const line = `    ${property(names.qualify(predicate.value), object, labels)}\n`;
    const lines = bySubject.get(about);
    if (lines === undefined) bySubject.set(about, [line]);
    else lines.push(line);
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${names.declarations()}>\n`;
  for (const [about, lines] of bySubject)
    yield `  <rdf:Description ${about}>\n${[...new Set(lines)].join('')}  </rdf:Description>\n`;
  yield '</rdf:RDF>\n';
}
