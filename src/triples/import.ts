/** Describes what was taken from another catalogue: its statements in a graph of their own, and where they come from in ours. */
import { checkIri, type Iris } from '../iris.js';
import { type NamedNode, type Quad, type Quad_Object, rdf, type Term } from '../rdf.js';
import { dcat, dct, prov, rdfs, rdfTerms, schema, xsd } from '../vocabularies.js';

/** Another catalogue, as it was taken. */
export interface ImportedCatalogue {
  readonly slug: string;
  /** Its address; of a file that had none the file's name. */
  readonly source: string;
  /** ISO 8601, in UTC. */
  readonly fetched: string;
  /** As the catalogue states it. */
  readonly licence?: string | undefined;
  /** Of its statements in canonical form. */
  readonly sha256: string;
  /** Triples; blank nodes have canonical labels. */
  readonly quads: readonly Quad[];
}

export interface DescribedImport {
  /** What it says, in its graph. */
  readonly quads: readonly Quad[];
  /** What we say of it: triples of our own catalogue. */
  readonly about: readonly Quad[];
}

export function describeImport(imported: ImportedCatalogue, iris: Iris): DescribedImport {
  const graph = iris.importGraph(imported.slug);
  const name = <T extends Term>(term: T): T | NamedNode =>
    term.termType === 'BlankNode' ? iris.genid(term.value) : term;
  const quads = imported.quads.map(({ subject, predicate, object }) =>
    rdf.quad(name(subject), predicate, name(object), graph),
  );
  return { quads, about: [...describeOrigin(imported, graph), ...describeMembers(imported, quads, iris)] };
}

/** Where the graph was taken from, and when. */
function describeOrigin({ slug, source, fetched, licence, sha256 }: ImportedCatalogue, graph: NamedNode): Quad[] {
  const address = checkIri(source);
  const licenceIri = checkIri(licence ?? '');
  const said: [NamedNode, Quad_Object | undefined][] = [
    [rdfTerms.type, prov.Entity],
    [rdfs.label, rdf.literal(slug)],
    [dct.source, address === undefined ? rdf.literal(source) : rdf.namedNode(address)],
    [prov.hadPrimarySource, address === undefined ? undefined : rdf.namedNode(address)],
    [prov.generatedAtTime, rdf.literal(fetched, xsd.dateTime)],
    [schema.sha256, rdf.literal(sha256)],
    [dct.license, licenceIri === undefined ? undefined : rdf.namedNode(licenceIri)],
    [schema.copyrightNotice, licence === undefined || licenceIri !== undefined ? undefined : rdf.literal(licence)],
  ];
  return said.flatMap(([property, object]) => (object === undefined ? [] : [rdf.quad(graph, property, object)]));
}

/** Its catalogues become members of ours; what it lists in none gets one that we call it by. */
function describeMembers({ slug }: ImportedCatalogue, quads: readonly Quad[], iris: Iris): Quad[] {
  const { catalogues, loose } = findCatalogues(quads);
  const own = iris.importCatalogue(slug);
  const members = catalogues.filter((one) => !one.equals(iris.catalogue()));
  return [
    ...[...members, ...(loose.length > 0 ? [own] : [])].map((one) => rdf.quad(iris.catalogue(), dcat.catalog, one)),
    ...(loose.length > 0
      ? [rdf.quad(own, rdfTerms.type, dcat.Catalog), rdf.quad(own, rdfs.label, rdf.literal(slug))]
      : []),
    ...loose.map((dataset) => rdf.quad(own, dcat.dataset, dataset)),
  ];
}

interface Catalogues {
  /** Those that are in no other one. */
  readonly catalogues: readonly NamedNode[];
  /** Datasets that are in none. */
  readonly loose: readonly NamedNode[];
}

/** Of quads without blank nodes. */
export function findCatalogues(quads: readonly Quad[]): Catalogues {
  const subjectsOf = (type: NamedNode): Map<string, NamedNode> =>
    new Map(
      quads
        .filter(({ predicate, object }) => predicate.equals(rdfTerms.type) && object.equals(type))
        .map(({ subject }) => [subject.value, subject as NamedNode]),
    );
  const objectsOf = (...properties: NamedNode[]): Set<string> =>
    new Set(
      quads
        .filter(
          ({ subject, predicate, object }) =>
            !subject.equals(object) && properties.some((one) => one.equals(predicate)),
        )
        .map(({ object }) => object.value),
    );
  const catalogues = subjectsOf(dcat.Catalog);
  const inner = objectsOf(dcat.catalog, dct.hasPart);
  const outer = [...catalogues.values()].filter(({ value }) => !inner.has(value));
  const listed = objectsOf(dcat.dataset, dcat.resource);
  return {
    // Where each is a part of another there is no outermost one.
    catalogues: outer.length > 0 ? outer : [...catalogues.values()],
    loose: [...subjectsOf(dcat.Dataset).values()].filter(({ value }) => !listed.has(value)),
  };
}

/** The licence of a whole catalogue, where it states one as an IRI or in words. */
export function findStatedLicence(quads: readonly Quad[]): string | undefined {
  const { catalogues } = findCatalogues(quads);
  const stated = quads.filter(
    ({ subject, predicate, object }) =>
      predicate.equals(dct.license) &&
      object.termType !== 'BlankNode' &&
      catalogues.some((catalogue) => catalogue.equals(subject)),
  );
  return stated[0]?.object.value;
}
