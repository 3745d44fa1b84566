/** Describes the things a note names: their IRIs, their types written out (clients have no reasoner), and a label. */
import type { Entity, EntityType } from '../extract/claim.js';
import type { EntityPath, Iris } from '../iris.js';
import { type Literal, type NamedNode, type Quad, rdf } from '../rdf.js';
import { dcat, foaf, mig, org, prov, rdfs, rdfTerms, schema } from '../vocabularies.js';

const kinds: Readonly<Record<EntityType, { path: EntityPath; types: readonly NamedNode[] }>> = {
  Agency: { path: 'agency', types: [mig.Agency, org.FormalOrganization, foaf.Agent] },
  Unit: { path: 'agency', types: [mig.AgencyUnit, org.OrganizationalUnit, foaf.Agent] },
  Dataset: { path: 'dataset', types: [mig.Dataset, dcat.Dataset] },
  Publication: { path: 'publication', types: [mig.Publication, foaf.Document, dcat.Resource] },
  Series: { path: 'series', types: [mig.Series, schema.CreativeWorkSeries] },
  Project: { path: 'project', types: [mig.Project, prov.Activity] },
  Event: { path: 'event', types: [mig.Event, prov.Activity, schema.Event] },
};

export const entityIri = (entity: Entity, iris: Iris): NamedNode => iris.entity(kinds[entity.type].path, entity.slug);

/** Types and rdfs:label; the label may be a better known one than the note's. */
export function describeEntity(entity: Entity, iris: Iris, label: Literal): Quad[] {
  const iri = entityIri(entity, iris);
  return [
    ...kinds[entity.type].types.map((type) => rdf.quad(iri, rdfTerms.type, type)),
    rdf.quad(iri, rdfs.label, label),
  ];
}

export const isAgent = ({ type }: Entity): boolean => type === 'Agency' || type === 'Unit';
