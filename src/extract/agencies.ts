/** Reads the organisations and their units that are generally known, with all their names. */
import { join } from 'node:path';
import { buildPhrases, type Phrases, phraseKey } from './phrases.js';
import { spellings } from './spellings.js';
import { type Row, readTable } from './table.js';

export interface AgencyEntry {
  readonly slug: string;
  readonly label: string;
  readonly acronym?: string;
  readonly type: 'Agency' | 'Unit';
  /** Slug of the agency or unit that it is part of. */
  readonly parent?: string;
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
}

const columns = ['slug', 'alias', 'kind', 'label', 'type', 'parent', 'homepage', 'source'] as const;
type AgencyRow = Row<(typeof columns)[number]>;

/** An agency is described on its first line; on the others only its names stand. */
function describeAgency({ cells, fail }: AgencyRow, rows: readonly AgencyRow[]): AgencyEntry {
  const { slug, label, type, parent, homepage } = cells;
  if (label === '') fail(`the first line of "${slug}" needs a label`);
  if (type !== 'Agency' && type !== 'Unit') return fail(`"${type}" is neither Agency nor Unit`);
  if (type === 'Unit' && parent === '') fail(`the unit "${slug}" needs a parent`);
  if (homepage !== '' && !URL.canParse(homepage)) fail(`"${homepage}" is no absolute IRI`);
  const acronym = rows.find((row) => row.cells.slug === slug && row.cells.kind === 'acronym')?.cells.alias;
  return { slug, label, type, ...(acronym && { acronym }), ...(parent && { parent }), ...(homepage && { homepage }) };
}

function describeAgencies(rows: readonly AgencyRow[]): Map<string, AgencyEntry> {
  const entries = new Map<string, AgencyEntry>();
  for (const row of rows) {
    const { slug, label, type, parent, homepage } = row.cells;
    if (!entries.has(slug)) entries.set(slug, describeAgency(row, rows));
    else if (label + type + parent + homepage !== '') row.fail(`"${slug}" is described on an earlier line already`);
  }
  for (const { cells, fail } of rows)
    if (cells.parent !== '' && !entries.has(cells.parent)) fail(`the parent "${cells.parent}" is not in the file`);
  return entries;
}

/** Reads `agencies.tsv` of a folder. Names are found in British and American spelling; acronyms as they stand. */
export function readAgencies(folder: string): Agencies {
  const rows = readTable(join(folder, 'agencies.tsv'), columns, ['label', 'type', 'parent', 'homepage']);
  const agencyEntries = describeAgencies(rows);
  const names = rows.flatMap(({ cells, fail }) => {
    const kind = kinds.find((known) => known === cells.kind) ?? fail(`"${cells.kind}" is none of ${kinds.join(', ')}`);
    const agency = agencyEntries.get(cells.slug) ?? fail(`"${cells.slug}" is not described`);
    const aliases = kind === 'name' ? spellings(cells.alias) : [cells.alias];
    return aliases.map((alias) => ({ alias, kind, agency }));
  });
  const owners = new Map<string, Set<AgencyEntry>>();
  for (const { alias, agency } of names)
    owners.set(phraseKey(alias), (owners.get(phraseKey(alias)) ?? new Set()).add(agency));
  const isAmbiguous = (alias: string) => (owners.get(phraseKey(alias))?.size ?? 0) > 1;
  const agencies = buildPhrases(
    names.map(({ alias, kind, agency }) => ({
      phrase: alias,
      value: { agency, kind, ambiguous: isAmbiguous(alias) },
      matchCase: true,
    })),
  );
  return { agencies, agencyEntries };
}
