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
import { classDiagram } from './class-diagram.js';
import { layout } from './layout.js';
import { shortName, showTerm } from './term.js';

const canonical = prefixes.mig.slice(0, -1);

/** A term of ours leads to its place on the page; what is ours besides to its path. */
function show(term: Term): Html {
  if (term.termType === 'NamedNode' && term.value.startsWith(prefixes.mig))
    return html`<a href="#${term.value.slice(prefixes.mig.length)}">${shortName('', term.value)}</a>`;
  return showTerm(canonical.replace(/ontology$/, ''), term);
}

/** One behind the other, with commas. */
const list = (items: readonly Html[]): Html => html`${items.map((item, at) => (at === 0 ? item : html`, ${item}`))}`;

const row = (name: string, content: Html | undefined): Html | undefined =>
  content === undefined || content.text === ''
    ? undefined
    : html`<dt>${name}</dt><dd>${content}</dd>
`;

/** Rows for the properties that a term has. */
const rowFor = (statements: readonly Quad[], name: string, ...properties: readonly NamedNode[]): Html | undefined =>
  row(name, list(properties.flatMap((property) => valuesOf(statements, property)).map(show)));

/** Statements by which a term stands to those of others. */
const alignments: readonly (readonly [string, readonly NamedNode[]])[] = [
  ['kind of', [rdfs.subClassOf, rdfs.subPropertyOf]],
  ['the same as', [owl.equivalentClass, owl.equivalentProperty, skos.exactMatch]],
  ['close to', [skos.closeMatch, skos.broadMatch, skos.relatedMatch]],
  ['see also', [rdfs.seeAlso]],
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

function termEntry(term: OntologyTerm, uses: TermUses, document: OntologyDocument): Html {
  const { iri, name, kind, statements } = term;
  const { text, considered } = definitionOf(term);
  const { has, leadHere } = propertiesOf(iri, document);
  const named = (names: readonly string[]): Html => html`${names.join(', ')}`;
  return html`<section id="${name}" class="term">
<h3>${valuesOf(statements, rdfs.label)[0]?.value ?? name} <small>${kind}</small></h3>
<p><code>mig:${name}</code> <a href="#${name}">${iri}</a></p>
<p>${text}</p>
<dl>${[
    row('Considered', html`${considered}`),
    rowFor(statements, 'of', rdfs.domain, schema.domainIncludes),
    rowFor(statements, 'values', rdfs.range, schema.rangeIncludes),
    row('properties', has),
    row('value of', leadHere),
    ...alignments.map(([caption, properties]) => rowFor(statements, caption, ...properties)),
    rowFor(statements, 'notation', skos.notation),
    rowFor(statements, 'scheme', skos.inScheme),
    rowFor(statements, 'concepts', skos.hasTopConcept),
    row('shapes', named(uses.shapes)),
    row('questions', named(uses.questions)),
  ].flatMap((each) => each ?? [])}</dl>
${uses.example === undefined ? undefined : html`<details><summary>Example</summary><pre>${uses.example}</pre></details>`}
</section>
`;
}

/** An anchor for a heading. */
const anchor = (heading: string): string => `section-${heading.toLowerCase().replace(/[^a-z]+/g, '-')}`;

const contents = (sections: readonly OntologySection[]): Html =>
  html`<nav aria-label="Terms"><ul>${sections.map(
    ({ heading, terms }) =>
      html`<li><a href="#${anchor(heading)}">${heading}</a>: ${list(terms.map(({ iri }) => show(rdf.namedNode(iri))))}</li>
`,
  )}</ul></nav>`;

/** What is said of the ontology itself, in the order in which it is of interest. */
function headerRows(header: readonly Quad[]): Html {
  return html`<dl>${[
    row('IRI', html`<code>${canonical}</code>`),
    rowFor(header, 'this version', owl.versionIRI),
    rowFor(header, 'version before', owl.priorVersion),
    rowFor(header, 'prefix', vann.preferredNamespacePrefix),
    rowFor(header, 'namespace', vann.preferredNamespaceUri),
    rowFor(header, 'by', foaf.name),
    rowFor(header, 'created', dct.created),
    rowFor(header, 'modified', dct.modified),
    rowFor(header, 'licence', dct.license),
    rowFor(header, 'status', bibo.status),
    rowFor(header, 'builds on', dct.source),
    rowFor(header, 'cite as', dct.bibliographicCitation),
  ].flatMap((each) => each ?? [])}</dl>`;
}

/** What a graph has to look like. */
const shapesSection = (): Html => html`<h2 id="shapes">Shapes</h2>
<p>What a graph is held against before it is served.</p>
${readShapeMessages().map(
  ({ target, messages }) => html`<h3>${show(rdf.namedNode(target))}</h3>
<ul>${messages.map((message) => html`<li>${message}</li>`)}</ul>
`,
)}`;

const graphFormats = formats.filter(({ carries }) => carries.includes('graph'));

const pathOf = (version: string): string => (version === ontologyVersion ? '/ontology' : `/ontology/${version}`);

export function ontologyPage(document: OntologyDocument): Html {
  const { header, sections, version } = document;
  const usesOf = readTermUses();
  const [title, description] = [dct.title, dct.description].map(
    (property) => valuesOf(header, property)[0]?.value ?? '',
  );
  const changes = valuesOf(header, skos.changeNote);
  return layout(
    `${title} – migraph`,
    html`<h1>${title}</h1>
<p>${description}</p>
${version === ontologyVersion ? undefined : html`<p class="failure">This is version ${version}. <a href="/ontology">The newest is ${ontologyVersion}.</a></p>`}
${headerRows(header)}
<p>As ${list(graphFormats.map(({ extension, id }) => html`<a href="${pathOf(version)}.${extension}">${id}</a>`))}. For plain JSON: the <a href="/ontology/context.jsonld">context</a>, the <a href="/ontology/frame.jsonld">frame</a>, and schemas of the <a href="/ontology/catalog.schema.json">catalogue</a> and of a <a href="/ontology/dataset.schema.json">dataset</a>.</p>
<h2>Terms</h2>
${contents(sections)}
${
  version === ontologyVersion
    ? html`<h2 id="diagram">What is bound to what</h2>
<p>As the shapes say. Classes of other vocabularies have a dashed border.</p>
<div class="wide diagram">${classDiagram(readClassRelations())}</div>`
    : undefined
}
${sections.map(
  ({ heading, terms }) => html`<h2 id="${anchor(heading)}">${heading}</h2>
${terms.map((term) => termEntry(term, usesOf(term.name), document))}`,
)}
${version === ontologyVersion ? shapesSection() : undefined}
<h2 id="versions">Versions</h2>
<ul>${listVersions().map((each) => html`<li><a href="/ontology/${each}">${each}</a></li>`)}</ul>
${changes.length === 0 ? undefined : html`<h3>What has changed</h3><ul>${changes.map(({ value }) => html`<li>${value}</li>`)}</ul>`}`,
  );
}
