/** The things of all notes before they are put together: each as one note has it, with its owners and its names. */
import type { Entity, Extraction } from '../../extract/claim.js';
import { labelKey } from '../../extract/label-key.js';
import { languageOf } from '../note.js';

/** A thing as one note has it. */
export interface NoteThing {
  readonly note: string;
  /** Of the note. */
  readonly language: string;
  readonly entity: Entity;
  /** Slugs of whoever holds, publishes or runs it. */
  readonly owners: ReadonlySet<string>;
  /** What it may be known by: its titles without case and marks, its acronyms. */
  readonly names: ReadonlySet<string>;
  /** The year of a document; two of one title may be two editions. */
  readonly year: string | undefined;
}

const acronym = /^\p{Lu}[\p{Lu}\d&/-]+$/u;

/** "Arrivals Register (AR)" is known as both. */
const withAcronym = /^(.+?)\s*\(([\p{Lu}\d][\p{Lu}\d&/-]{1,})\)$/u;

/** A title, folded; an acronym is told from a word that is spelt alike. */
export function nameKeys(name: string): string[] {
  const [, title, short] = withAcronym.exec(name.trim()) ?? [];
  if (title !== undefined && short !== undefined) return [...nameKeys(title), ...nameKeys(short)];
  if (acronym.test(name.trim())) return [`acronym ${name.trim()}`];
  const key = labelKey(name.normalize('NFKD').replace(/\p{M}/gu, ''));
  return key === '' ? [] : [`title ${key}`];
}

/** A second name of one plain word ("the yearbook") may be anything's. */
const tells = (key: string): boolean => key.startsWith('acronym ') || key.split(' ').length > 2;

interface Draft {
  readonly owners: Set<string>;
  readonly names: Set<string>;
  year: string | undefined;
}

/** One for each entity of a note, in the order of the text. */
export function thingsOf({ note, entities, claims }: Extraction): NoteThing[] {
  const idOf = ({ type, slug }: Entity): string => `${type} ${slug}`;
  const drafts = new Map<string, Draft>(
    entities.map((entity) => [
      idOf(entity),
      { owners: new Set(), names: new Set(nameKeys(entity.label)), year: undefined },
    ]),
  );
  for (const { subject, property, object } of claims) {
    const draft = drafts.get(idOf(subject));
    if (draft === undefined) continue;
    if (property === 'owner') draft.owners.add(object.slug);
    if (property === 'published') draft.year = object.slice(0, 4);
    if (property === 'alias' || property === 'acronym')
      for (const key of nameKeys(object)) if (tells(key)) draft.names.add(key);
  }
  const language = languageOf(note);
  return entities.map((entity) => {
    const { owners, names, year } = drafts.get(idOf(entity)) ?? {
      owners: new Set(),
      names: new Set(),
      year: undefined,
    };
    return { note: note.slug, language, entity, owners, names, year };
  });
}
