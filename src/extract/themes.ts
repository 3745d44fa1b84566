/** Reads the subjects of migration and the terms that speak of them. */
import { join } from 'node:path';
import { buildPhrases, type Phrases } from './phrases.js';
import { spellings } from './spellings.js';
import { readTable } from './table.js';

export interface ThemeEntry {
  readonly slug: string;
  readonly label: string;
  readonly source: string;
}

export interface Themes {
  readonly themes: Phrases<ThemeEntry>;
  readonly themeEntries: ReadonlyMap<string, ThemeEntry>;
}

/** Reads `themes.tsv` of a folder; terms are found in British and American spelling, capitals or not. */
export function readThemes(folder: string): Themes {
  const themeEntries = new Map<string, ThemeEntry>();
  const rows = readTable(join(folder, 'themes.tsv'), ['slug', 'term', 'label', 'source'], ['label']);
  const terms = rows.flatMap(({ cells: { slug, term, label, source }, fail }) => {
    const theme = themeEntries.get(slug) ?? {
      slug,
      label: label || fail(`the first line of "${slug}" needs a label`),
      source,
    };
    themeEntries.set(slug, theme);
    return spellings(term).map((phrase) => ({ phrase, value: theme, matchCase: false }));
  });
  return { themes: buildPhrases(terms), themeEntries };
}
