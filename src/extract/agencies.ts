/** Reads the organisations and their units that are generally known, with all their names. */
import { join } from 'node:path';
import { buildCutNames, type CutNames } from './cut-names.js';
import { phraseKey } from './phrase-tokens.js';
import { buildPhrases, type Phrases } from './phrases.js';
import { spellings } from './spellings.js';
import { type Row, readTable } from './table.js';

export interface AgencyEntry {
  readonly slug: string;
  readonly label: string;
  readonly acronym?: string;
  readonly type: 'Agency' | 'Unit';
  /** Slug of the agency or unit that a unit is part of; agencies have none. */
  readonly parent?: string;
  /** ISO 3166 alpha-3, of a national organisation: what tells one INE from another. */
  readonly country?: string;
  readonly homepage?: string;
}

const kinds = ['name', 'acronym', 'back-reference'] as const;

export interface AgencyName {
  readonly agency: AgencyEntry;
  /** A back-reference ("the Bank") names nothing unless the text has spoken of the agency before. */
  readonly kind: (typeof kinds)[number];
  /** Whether other agencies are called the same (INE, "the Fund", "Statistics Division"). */
  readonly ambiguous: boolean;
}

export interface Agencies {
  readonly agencies: Phrases<AgencyName>;
  readonly agencyEntries: ReadonlyMap<string, AgencyEntry>;
  /** Whom a line means that is the beginning or the end of a name, broken off in a word. */
  readonly cutAgency: CutNames<AgencyName>;
}

const columns = ['slug', 'alias', 'kind', 'label', 'type', 'parent', 'country', 'homepage', 'source'] as const;
type AgencyRow = Row<(typeof columns)[number]>;

const describing = ['label', 'type', 'parent', 'country', 'homepage'] as const;

/** An agency is described on its first line; on the others only its names stand. */
function describeAgency({ cells, fail }: AgencyRow, acronym: string | undefined): AgencyEntry {
  const { slug, label, type, parent, country, homepage } = cells;
  if (label === '') fail(`the first line of "${slug}" needs a label`);
  if (type !== 'Agency' && type !== 'Unit') return fail(`"${type}" is neither Agency nor Unit`);
  if (type === 'Unit' && parent === '') fail(`the unit "${slug}" needs a parent`);
  if (type === 'Agency' && parent !== '') fail(`the agency "${slug}" has a parent: only units have one`);
  if (!/^([A-Z]{3})?$/.test(country)) fail(`"${country}" is no ISO 3166 alpha-3 code`);
  if (homepage !== '' && !URL.canParse(homepage)) fail(`"${homepage}" is no absolute IRI`);
  return {
    slug,
    label,
    type,
    ...(acronym && { acronym }),
    ...(parent && { parent }),
    ...(country && { country }),
    ...(homepage && { homepage }),
  };
}

function describeAgencies(rows: readonly AgencyRow[]): Map<string, AgencyEntry> {
  const entries = new Map<string, AgencyEntry>();
  const acronyms = new Map<string, string>();
  for (const { cells } of rows)
    if (cells.kind === 'acronym' && !acronyms.has(cells.slug)) acronyms.set(cells.slug, cells.alias);
  for (const row of rows) {
    const { slug } = row.cells;
    if (!entries.has(slug)) entries.set(slug, describeAgency(row, acronyms.get(slug)));
    else if (describing.some((column) => row.cells[column] !== ''))
      row.fail(`"${slug}" is described on an earlier line already`);
  }
  for (const { cells, fail } of rows)
    if (cells.parent !== '' && !entries.has(cells.parent)) fail(`the parent "${cells.parent}" is not in the file`);
  return entries;
}

/** Reads `agencies.tsv` of a folder. Names are found in British and American spelling; acronyms as they stand. */
export function readAgencies(folder: string): Agencies {
  const rows = readTable(join(folder, 'agencies.tsv'), columns, describing);
  const agencyEntries = describeAgencies(rows);
  const names = rows.flatMap(({ cells, fail }) => {
    const kind = kinds.find((known) => known === cells.kind) ?? fail(`"${cells.kind}" is none of ${kinds.join(', ')}`);
    const agency = agencyEntries.get(cells.slug) ?? fail(`"${cells.slug}" is not described`);
    const aliases = kind === 'name' ? spellings(cells.alias) : [cells.alias];
    return aliases.map((alias) => ({ alias, key: phraseKey(alias), kind, agency }));
  });
  const bearers = new Map<string, Set<AgencyEntry>>();
  for (const { key, agency } of names) bearers.set(key, (bearers.get(key) ?? new Set()).add(agency));
  const ambiguous = (key: string) => (bearers.get(key)?.size ?? 0) > 1;
  const phrases = new Map(
    names.map(({ alias, key, kind, agency }) => [
      `${agency.slug} ${alias}`,
      { phrase: alias, value: { agency, kind, ambiguous: ambiguous(key) }, matchCase: true },
    ]),
  );
  const full = [...phrases.values()].filter(({ value }) => value.kind === 'name' && !value.ambiguous);
  const cutAgency = buildCutNames(
    full.map(({ phrase, value }) => [phrase, value] as const),
    (a, b) => a.agency === b.agency,
  );
  return { agencies: buildPhrases(phrases.values()), agencyEntries, cutAgency };
}
