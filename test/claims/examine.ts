/** Builds the graph of the project's own notes and looks at its claims, all or a sample, as a second reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { createRandom } from '../random.js';
import { quoteFaults, textOf } from './check-quote.js';
import { type Claim, openGraph, readClaims } from './read-graph.js';
import { lookFor, type Sight } from './see-value.js';

export interface Examined {
  readonly claim: Claim;
  readonly sight: Sight;
  /** What is wrong with its quotes. */
  readonly faults: readonly string[];
}

/** By the names of the notes, which are those of their files. */
function readTexts(claims: readonly Claim[]): Map<string, readonly string[]> {
  const folder = join(packageRoot, 'data', 'notes');
  const files = new Map(readdirSync(folder).map((file) => [basename(file, '.txt'), join(folder, file)]));
  const notes = new Set(claims.flatMap(({ quotes }) => quotes.map(({ note }) => note)));
  return new Map(
    [...notes].map((note) => {
      const file = files.get(note.replace(/^.*\//, ''));
      return [note, file === undefined ? [] : textOf(readFileSync(file, 'utf8'))];
    }),
  );
}

function sampleOf<T>(items: readonly T[], most: number, seed: number): T[] {
  const [random, left, taken] = [createRandom(seed), [...items], [] as T[]];
  while (left.length > 0 && taken.length < most) taken.push(...left.splice(random.number(left.length), 1));
  return taken;
}

/** `graph`: N-Quads that were built from the notes. */
export function examineClaims(graph: string, most = Number.MAX_SAFE_INTEGER, seed = 1): Examined[] {
  const claims = readClaims(openGraph(graph));
  const texts = readTexts(claims);
  const bySubject = new Map<string, Claim[]>();
  for (const claim of claims) bySubject.set(claim.subject.text, [...(bySubject.get(claim.subject.text) ?? []), claim]);
  return sampleOf(claims, most, seed).map((claim) => ({
    claim,
    sight: lookFor(claim, bySubject),
    faults: quoteFaults(claim, texts),
  }));
}

const short = (iri: string): string => iri.replace(/^https?:\/\/[^/]+\/[^/]+\//, '');

/** A claim that was not seen, in one line. */
export const describeClaim = ({ claim }: Examined): string =>
  `${short(claim.subject.text)} ${claim.predicate} ${short(claim.object.text)} (${claim.attribution}): "${claim.quotes
    .map(({ exact }) => exact.slice(0, 100))
    .join('" "')}"`;

const sights: readonly Sight[] = ['seen', 'inferred', 'unseen', 'no rule'];

/** How many claims of each predicate were found how. */
export function claimTable(examined: readonly Examined[]): string {
  const row = (name: string, own: readonly Examined[]): string =>
    `| ${[name, own.length, ...sights.map((sight) => own.filter((one) => one.sight === sight).length)].join(' | ')} |`;
  const predicates = [...new Set(examined.map(({ claim }) => claim.predicate))].sort();
  return [
    `| claims of | examined | ${sights.join(' | ')} |`,
    '|---|--:|--:|--:|--:|--:|',
    ...predicates.map((name) =>
      row(
        name,
        examined.filter(({ claim }) => claim.predicate === name),
      ),
    ),
    row('all', examined),
  ].join('\n');
}
