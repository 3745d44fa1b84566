/** The ontology as a page: what it is, a picture, every term with its definition, and how it has changed. */
import { readClassRelations } from '../../export/class-relations.js';
import {
  definitionOf,
  listVersions,
  type OntologyDocument,
  type OntologySection,
  type OntologyTerm,
  valuesOf,
} from '../../export/ontology-document.js';
import { readShapeMessages } from '../../export/shape-messages.js';
import { readTermUses, type TermUses } from '../../export/term-uses.js';
import { formats } from '../../formats.js';
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf.js';
import { bibo, dct, foaf, ontologyVersion, owl, prefixes, rdfs, schema, skos, vann } from '../../vocabularies.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { classDiagram } from './class-diagram.js';
import { layout } from './layout.js';
import { shortName, showTerm } from './term.js';
import { tongueOf } from './tongue.js';

const canonical = prefixes.mig.slice(0, -1);

/** A term of ours leads to its place on the page; what is ours besides to its path. */
function show(term: Term): Html {
  if (term.termType === 'NamedNode' && term.value.startsWith(prefixes.mig))
    return html`<a href="#${term.value.slice(prefixes.mig.length)}">${shortName('', term.value)}</a>`;
  return showTerm(canonical.replace(/ontology$/, ''), term);
}

/** One behind the other, with commas. */
const list = (items: readonly Html[]): Html => html`${items.map((item, at) => (at === 0 ? item : html`, ${item}`))}`;

/** `key`: the last part of the key of its message. */
const row = ({ say }: View, key: string, content: Html | undefined): Html | undefined =>
  content === undefined || content.text === ''
    ? undefined
    : html`<dt>${say(`ontology.row.${key}`)}</dt><dd>${content}</dd>
`;

/** Rows for the properties that a term has. */
const rowFor = (
  view: View,
  statements: readonly Quad[],
  key: string,
  ...properties: readonly NamedNode[]
): Html | undefined => row(view, key, list(properties.flatMap((property) => valuesOf(statements, property)).map(show)));

/** Statements by which a term stands to those of others. */
const alignments: readonly (readonly [string, readonly NamedNode[]])[] = [
  ['kindOf', [rdfs.subClassOf, rdfs.subPropertyOf]],
  ['same', [owl.equivalentClass, owl.equivalentProperty, skos.exactMatch]],
  ['close', [skos.closeMatch, skos.broadMatch, skos.relatedMatch]],
  ['seeAlso', [rdfs.seeAlso]],
];

/** Properties that are said to be of this class, or to lead to it. */
function propertiesOf(iri: string, { quads }: OntologyDocument): { readonly has: Html; readonly leadHere: Html } {
  const naming = (...predicates: readonly NamedNode[]): Html =>
    list(
      quads
        .filter(({ predicate, object }) => object.value === iri && predicates.some((one) => one.equals(predicate)))
        .map(({ subject }) => show(subject)),
    );
  return {
    has: naming(rdfs.domain, schema.domainIncludes),
    leadHere: naming(rdfs.range, schema.rangeIncludes),
  };
}

function termEntry(view: View, term: OntologyTerm, uses: TermUses, document: OntologyDocument): Html {
  const { iri, name, kind, statements } = term;
  const { text, considered } = definitionOf(term);
  const { has, leadHere } = propertiesOf(iri, document);
  const named = (names: readonly string[]): Html => html`${names.join(', ')}`;
  const tongue = tongueOf(view, 'en');
  const english = (words: string): Html =>
    tongue === undefined ? html`${words}` : html`<span${tongue}>${words}</span>`;
  return html`<section id="${name}" class="term">
<h3>${english(valuesOf(statements, rdfs.label)[0]?.value ?? name)} <small${tongue}>${kind}</small></h3>
<p><code>mig:${name}</code> <a href="#${name}">${iri}</a></p>
<p${tongue}>${text}</p>
<dl>${[
    row(view, 'considered', considered === '' ? undefined : english(considered)),
    rowFor(view, statements, 'domain', rdfs.domain, schema.domainIncludes),
    rowFor(view, statements, 'range', rdfs.range, schema.rangeIncludes),
    row(view, 'properties', has),
    row(view, 'valueOf', leadHere),
    ...alignments.map(([key, properties]) => rowFor(view, statements, key, ...properties)),
    rowFor(view, statements, 'notation', skos.notation),
    rowFor(view, statements, 'scheme', skos.inScheme),
    rowFor(view, statements, 'concepts', skos.hasTopConcept),
    row(view, 'shapes', named(uses.shapes)),
    row(view, 'questions', named(uses.questions)),
  ].flatMap((each) => each ?? [])}</dl>
${uses.example === undefined ? undefined : html`<details><summary>${view.say('ontology.example')}</summary><pre>${uses.example}</pre></details>`}
</section>
`;
}

/** An anchor for a heading. */
const anchor = (heading: string): string => `section-${heading.toLowerCase().replace(/[^a-z]+/g, '-')}`;

const contents = (view: View, sections: readonly OntologySection[]): Html =>
  html`<nav aria-label="${view.say('ontology.terms')}"${tongueOf(view, 'en')}><ul>${sections.map(
    ({ heading, terms }) =>
      html`<li><a href="#${anchor(heading)}">${heading}</a>: ${list(terms.map(({ iri }) => show(rdf.namedNode(iri))))}</li>
`,
  )}</ul></nav>`;

/** What is said of the ontology itself, in the order in which it is of interest. */
function headerRows(view: View, header: readonly Quad[]): Html {
  const rowOf = (key: string, property: NamedNode): Html | undefined => rowFor(view, header, key, property);
  return html`<dl>${[
    row(view, 'iri', html`<code>${canonical}</code>`),
    rowOf('version', owl.versionIRI),
    rowOf('prior', owl.priorVersion),
    rowOf('prefix', vann.preferredNamespacePrefix),
    rowOf('namespace', vann.preferredNamespaceUri),
    rowOf('by', foaf.name),
    rowOf('created', dct.created),
    rowOf('modified', dct.modified),
    rowOf('licence', dct.license),
    rowOf('status', bibo.status),
    rowOf('source', dct.source),
    rowOf('cite', dct.bibliographicCitation),
  ].flatMap((each) => each ?? [])}</dl>`;
}

/** What a graph has to look like. */
const shapesSection = (view: View): Html => html`<h2 id="shapes">${view.say('ontology.shapes')}</h2>
<p>${view.say('ontology.shapes.why')}</p>
${readShapeMessages().map(
  ({ target, messages }) => html`<h3>${show(rdf.namedNode(target))}</h3>
<ul${tongueOf(view, 'en')}>${messages.map((message) => html`<li>${message}</li>`)}</ul>
`,
)}`;

const graphFormats = formats.filter(({ carries }) => carries.includes('graph'));

const pathOf = (version: string): string => (version === ontologyVersion ? '/ontology' : `/ontology/${version}`);

/** Title and description of a version, which are English. */
const headOf = ({ header }: OntologyDocument): readonly [title: string, description: string] => [
  valuesOf(header, dct.title)[0]?.value ?? '',
  valuesOf(header, dct.description)[0]?.value ?? '',
];

function showDiagram({ say }: View): Html {
  return html`<h2 id="diagram">${say('ontology.diagram')}</h2>
<p>${say('ontology.diagram.why')}</p>
<div class="wide diagram">${classDiagram(readClassRelations())}</div>`;
}

/** That it is not the newest, and which is. */
const showAge = ({ say }: View, version: string): Html =>
  html`<p class="failure">${say('ontology.old', { version })} <a href="/ontology">${say('ontology.newest', { version: ontologyVersion })}</a></p>`;

/** The middle of the page; it takes long to make, and is the same at every address of a version. */
export function showOntology(view: View, document: OntologyDocument): Html {
  const { header, sections, version } = document;
  const { say } = view;
  const usesOf = readTermUses();
  const [title, description] = headOf(document);
  const changes = valuesOf(header, skos.changeNote);
  const isNewest = version === ontologyVersion;
  const tongue = tongueOf(view, 'en');
  return html`<h1${tongue}>${title}</h1>
<p${tongue}>${description}</p>
${isNewest ? undefined : showAge(view, version)}
${headerRows(view, header)}
<p>${say('ontology.as')} ${list(graphFormats.map(({ extension, id }) => html`<a href="${pathOf(version)}.${extension}">${id}</a>`))}. ${say('ontology.json')} <a href="/ontology/context.jsonld">${say('ontology.json.context')}</a>, <a href="/ontology/frame.jsonld">${say('ontology.json.frame')}</a>, <a href="/ontology/catalog.schema.json">${say('ontology.json.catalogue')}</a>, <a href="/ontology/dataset.schema.json">${say('ontology.json.dataset')}</a>.</p>
<h2>${say('ontology.terms')}</h2>
${contents(view, sections)}
${isNewest ? showDiagram(view) : undefined}
${sections.map(
  ({ heading, terms }) => html`<h2 id="${anchor(heading)}"${tongue}>${heading}</h2>
${terms.map((term) => termEntry(view, term, usesOf(term.name), document))}`,
)}
${isNewest ? shapesSection(view) : undefined}
<h2 id="versions">${say('ontology.versions')}</h2>
<ul>${listVersions().map((each) => html`<li><a href="/ontology/${each}">${each}</a></li>`)}</ul>
${changes.length === 0 ? undefined : html`<h3>${say('ontology.changes')}</h3><ul${tongue}>${changes.map(({ value }) => html`<li>${value}</li>`)}</ul>`}`;
}

export const ontologyPage = (view: View, document: OntologyDocument, main: Html): Html =>
  layout(`${headOf(document)[0]} – migraph`, main, view);
