/** What is said of an import on the command line: what was taken, and what is worth a second look. */
import { relative } from 'node:path';
import { createIris } from '../../iris.js';
import type { NamedNode } from '../../rdf.js';
import { dcat, rdfTerms } from '../../vocabularies.js';
import { countOf } from '../counts.js';
import type { Import } from './import-file.js';
import type { Taken } from './take.js';

/** A path as it is shown. */
export const shown = (path: string): string => relative(process.cwd(), path) || '.';

/** "1,234 statements on 56 datasets of 1 catalogue". */
function countsOf({ quads }: Taken): string {
  const count = (type: NamedNode): number =>
    quads.filter(({ predicate, object }) => predicate.equals(rdfTerms.type) && object.equals(type)).length;
  const datasets = countOf(count(dcat.Dataset), 'dataset');
  return `${countOf(quads.length, 'statement')}, ${datasets} of ${countOf(count(dcat.Catalog), 'catalogue')}`;
}

/** What is worth a second look, though it is taken. */
export function remarksOn({ quads, remarks }: Taken, text: string, base: string): string[] {
  const own = createIris(base).catalogue();
  return [
    ...remarks,
    ...(quads.some(({ object }) => object.equals(dcat.Dataset)) ? [] : [`${text}: describes no dcat:Dataset`]),
    ...(quads.some(({ subject }) => subject.equals(own))
      ? [`${text}: speaks of ${own.value}, which is our own catalogue: what it says stands beside what we say`]
      : []),
  ];
}

export function describeTaken(taken: Taken, file: string, isDry: boolean): string {
  const { record } = taken;
  const pages = record.pages.length > 1 ? ` in ${countOf(record.pages.length, 'page')}` : '';
  const licence = record.licence === undefined ? 'it states no licence' : `licence ${record.licence}`;
  const then = isDry ? 'nothing is written: --dry-run' : '"migraph build" makes it part of the graph';
  return `${shown(file)}: ${countsOf(taken)}, from ${record.source}${pages}; ${licence}; ${then}\n`;
}

/** A line of the list. */
export function describeImport({ slug, record }: Pick<Import, 'slug' | 'record'>): string {
  const { source, fetched, statements, licence, pages } = record;
  const pageCount = pages.length > 1 ? `, ${countOf(pages.length, 'page')}` : '';
  return `${slug}  ${fetched}  ${countOf(statements, 'statement')}${pageCount}  ${licence ?? 'no licence stated'}  ${source}\n`;
}
