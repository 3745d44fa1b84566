/** Pairs what was read with what the gold standard holds: one to one, the best pair first. */
import type { Entity, EntityType } from './extraction.js';
import type { Gold, GoldEntity } from './gold.js';
import { normalise, overlapOf, overlapsIn } from './similarity.js';

export interface Pair {
  gold: GoldEntity;
  found: Entity;
}

/** `missed` are demanded and not found; `wrong` were found and are neither gold nor a second reading of an optional one. */
export interface Matching {
  pairs: Pair[];
  missed: GoldEntity[];
  wrong: Entity[];
}

/** Names of bodies differ by one word ("Statistics Denmark"), so they must agree in more of them than titles. */
const threshold = (type: EntityType): number => (type === 'Agency' || type === 'Unit' ? 0.75 : 0.6);

export function matchEntities(gold: Gold, found: Entity[]): Matching {
  const candidates = gold.entities
    .flatMap((wanted) => found.map((entity) => ({ gold: wanted, found: entity, score: scoreOf(wanted, entity) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<Entity>();
  const paired = new Map<GoldEntity, Pair>();
  for (const { gold: wanted, found: entity } of candidates) {
    if (taken.has(entity) || paired.has(wanted)) continue;
    taken.add(entity);
    paired.set(wanted, { gold: wanted, found: entity });
  }
  const readAsOptional = new Set(candidates.filter((one) => one.gold.optional).map((one) => one.found));
  return {
    pairs: [...paired.values()],
    missed: gold.entities.filter((wanted) => !wanted.optional && !paired.has(wanted)),
    wrong: found.filter((entity) => !taken.has(entity) && !readAsOptional.has(entity)),
  };
}

/** 0 for "not the same"; the smaller terms only order pairs that are equally alike. */
function scoreOf(gold: GoldEntity, found: Entity): number {
  const sameType = gold.type === found.type || (gold.accepted['types'] ?? []).includes(found.type);
  if (!sameType && !gold.optional) return 0;
  const sharesEvidence = gold.evidence.some((one) => found.evidence.some((other) => overlapsIn(one, other)));
  const alike = likeness(gold, found);
  const byName = alike >= threshold(gold.type) ? alike : 0;
  const byPlace = gold.descriptive && sharesEvidence ? 0.6 : 0;
  const best = Math.max(byName, byPlace);
  if (best === 0) return 0;
  const sharesCountry = gold.countries.some((code) => found.countries.includes(code));
  const penalty = (gold.optional ? 0.01 : 0) + (gold.type === found.type ? 0 : 0.05);
  return best + (sharesEvidence ? 0.04 : 0) + (sharesCountry ? 0.02 : 0) + alike * 0.01 - penalty;
}

function likeness(gold: GoldEntity, found: Entity): number {
  const wanted = namesOf(gold);
  const given = [found.label, ...found.aliases];
  if (normalise(gold.label) === normalise(found.label)) return 1;
  const keys = new Set(wanted.map(normalise));
  if (keys.has(normalise(found.label))) return 0.98;
  if (given.some((name) => keys.has(normalise(name)))) return 0.95;
  return Math.max(...wanted.map((name) => overlapOf(name, found.label))) * 0.94;
}

/** Label, aliases and accepted labels. */
export function namesOf(entity: GoldEntity): string[] {
  return [entity.label, ...entity.aliases, ...(entity.accepted['labels'] ?? []).flat()];
}
