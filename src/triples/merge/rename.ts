/** Says in one note's claims how the graph calls the things that it speaks of. */
import type { Claim, Entity, Extraction } from '../../extract/claim.js';
import { languageOf } from '../note.js';
import type { NoteThing } from './note-things.js';

const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && 'type' in value && 'slug' in value && 'label' in value;

const keyOf = ({ type, slug }: Entity): string => `${type} ${slug}`;

export interface Named {
  /** As the graph calls it. */
  readonly entity: Entity;
  /** The language of the note that has the name from. */
  readonly language: string;
}

/** A title in another language is a title too; in the same one it is another name of the thing. */
function asAlias(claim: Claim, { entity }: Named): Claim {
  if (claim.property !== 'label' || claim.object === entity.label) return claim;
  return { ...claim, subject: entity, property: 'alias' };
}

/** Nothing is made anew where no thing of the note has another name. */
export function rename(extraction: Extraction, names: ReadonlyMap<NoteThing, Named>): Extraction {
  const { note } = extraction;
  const language = languageOf(note);
  const named = new Map<string, Named>();
  for (const [thing, its] of names)
    if (thing.note === note.slug) {
      const isOurs = its.language === language;
      named.set(keyOf(thing.entity), isOurs ? its : { ...its, entity: { ...its.entity, label: thing.entity.label } });
    }
  const nameOf = (entity: Entity): Named => named.get(keyOf(entity)) ?? { entity, language };
  const claims = extraction.claims.map((claim): Claim => {
    const its = nameOf(claim.subject);
    const object = isEntity(claim.object) ? nameOf(claim.object).entity : claim.object;
    return asAlias({ ...claim, subject: its.entity, object } as Claim, its);
  });
  return { ...extraction, entities: extraction.entities.map((entity) => nameOf(entity).entity), claims };
}
