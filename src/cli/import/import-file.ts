/** An import as it is kept: one file of canonical N-Quads, with what is known of its origin in the comments at its head. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '../../rdf.js';
import { serialiseNQuads } from '../../serialise/quads.js';
import { parseRdf } from '../../store/rdf/parse-rdf.js';
import { RdfSyntaxError } from '../../store/rdf/rdf-syntax-error.js';
import type { ImportedCatalogue } from '../../triples/import.js';
import type { PageState } from './read-pages.js';

/** The head of the file, as JSON. */
export interface ImportRecord extends Omit<ImportedCatalogue, 'slug' | 'quads'> {
  readonly statements: number;
  /** As they were asked for, with their validators; of a file none. */
  readonly pages: readonly PageState[];
}

export interface Import {
  readonly slug: string;
  readonly record: ImportRecord;
  /** The statements, in canonical form. */
  readonly body: string;
}

export const importFile = (folder: string, slug: string): string => join(folder, `${slug}.nq`);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Statements → what is kept of them. */
export function toBody(quads: Iterable<Quad>): { readonly body: string; readonly sha256: string } {
  const body = serialiseNQuads(quads);
  return { body, sha256: hashOf(body) };
}

/** Valid N-Quads: the head is comments. */
export const writeImport = (record: ImportRecord, body: string): string[] => [
  `${JSON.stringify(record, null, 1).replace(/^/gm, '# ')}\n`,
  body,
];

function parseHead(head: string): ImportRecord | undefined {
  try {
    const record = JSON.parse(head.replace(/^# ?/gm, '')) as Partial<ImportRecord>;
    const texts = [record.source, record.fetched, record.sha256];
    const isWhole = texts.every((text) => typeof text === 'string') && Array.isArray(record.pages);
    return isWhole ? (record as ImportRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Throws an Error `file:line: reason`; also where somebody has changed the statements, for they are another's. */
export function readImport(folder: string, slug: string): Import {
  const file = importFile(folder, slug);
  const text = readFileSync(file, 'utf8');
  const head = /^(?:#[^\n]*\n)*/.exec(text)?.[0] ?? '';
  const record = parseHead(head);
  if (record === undefined) throw new Error(`${file}:1: does not say where it comes from; "migraph import" writes it`);
  const body = text.slice(head.length);
  if (hashOf(body) !== record.sha256)
    throw new Error(`${file}:1: was changed since it was taken (its SHA-256 is another); import it again`);
  return { slug, record, body };
}

/** The names of all imports of a folder; one that is not there holds none. */
export function findImports(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.nq') && !name.startsWith('.'));
  return names.map((name) => name.slice(0, -'.nq'.length)).sort();
}

async function toCatalogue({ slug, record, body }: Import, folder: string): Promise<ImportedCatalogue> {
  try {
    return { ...record, slug, quads: await parseRdf(body, 'nquads', '', { keepLabels: true }) };
  } catch (error) {
    if (!(error instanceof RdfSyntaxError)) throw error;
    throw new Error(`${importFile(folder, slug)}:${error.line}: ${error.message}`, { cause: error });
  }
}

/** All imports of a folder, by name. */
export async function readImports(folder: string): Promise<ImportedCatalogue[]> {
  const catalogues: ImportedCatalogue[] = [];
  for (const slug of findImports(folder)) catalogues.push(await toCatalogue(readImport(folder, slug), folder));
  return catalogues;
}
