/** Reads what our countries and themes are called elsewhere: identifiers of other vocabularies, each from a file that cites them. */
import { join } from 'node:path';
import { checkIri } from '../iris.js';
import { readTable } from './table.js';

const relations = ['exactMatch', 'closeMatch', 'broadMatch'] as const;
export type LinkRelation = (typeof relations)[number];

/** A concept of another vocabulary, and how it stands to ours. */
export interface ThemeLink {
  readonly slug: string;
  readonly relation: LinkRelation;
  readonly iri: string;
  /** What the other vocabulary calls it, in English. */
  readonly label: string;
}

export interface Links {
  /** Codes of the EU's authority table of countries. */
  readonly euCountries: ReadonlySet<string>;
  readonly themeLinks: readonly ThemeLink[];
}

const isRelation = (text: string): text is LinkRelation => relations.some((relation) => relation === text);

function readCountryCodes(folder: string): Set<string> {
  const codes = new Set<string>();
  for (const { cells, fail } of readTable(join(folder, 'eu-countries.tsv'), ['code', 'label', 'source'])) {
    if (!/^[A-Z0-9]{3}$/.test(cells.code)) fail(`"${cells.code}" is no code of three characters`);
    codes.add(cells.code);
  }
  return codes;
}

/** Reads the files of links in a folder of gazetteers; `slugs` are those of the themes that there are. */
export function readLinks(folder: string, slugs: { has(slug: string): boolean }): Links {
  const columns = ['slug', 'relation', 'iri', 'label', 'source'] as const;
  const themeLinks = readTable(join(folder, 'theme-links.tsv'), columns).map(({ cells, fail }): ThemeLink => {
    const { slug, relation, label } = cells;
    if (!slugs.has(slug)) fail(`there is no theme "${slug}"`);
    const iri = checkIri(cells.iri) ?? fail(`"${cells.iri}" is no absolute IRI`);
    return {
      slug,
      relation: isRelation(relation) ? relation : fail(`"${relation}" is none of ${relations.join(', ')}`),
      iri,
      label,
    };
  });
  return { euCountries: readCountryCodes(folder), themeLinks };
}
