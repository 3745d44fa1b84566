/** Puts the notes of a build together: by rule, by what curators say, and datasets into the series that they are editions of. */
import { isOnThings } from '../../curation/decision.js';
import type { Extraction } from '../../extract/claim.js';
import type { Iris } from '../../iris.js';
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf.js';
import type { BuildInput } from '../build-input.js';
import { publishedAt } from '../history/next-change.js';
import { addSeries } from './editions.js';
import { type MergedNotes, mergeNotes } from './merge-notes.js';

/** The notes in their order, the things that several of them speak of as one. */
export function putTogether(
  { extractions, curation, history }: Pick<BuildInput, 'extractions' | 'curation' | 'history'>,
  iris: Iris,
): MergedNotes {
  const slugs = new Set(extractions.map(({ note }) => note.slug));
  const verdicts = curation
    .filter(isOnThings)
    .filter(({ note }) => slugs.has(note))
    .map(({ action, note, things, fail }) => ({
      are: action,
      note,
      things,
      fail: (reason: string) => fail('things', reason),
    }));
  const ages = publishedAt(history?.records ?? []);
  const ageOf = (path: string) => ages.get(path);
  const merged = mergeNotes({ extractions: [...extractions].sort(byAge), verdicts, iris, ageOf });
  return { ...merged, extractions: addSeries(merged.extractions) };
}

/** The older note before the newer one, so that a note that is added does not take a name away; then by name. */
function byAge({ note: a }: Extraction, { note: b }: Extraction): number {
  const [first, second] = [a, b].map(({ frontMatter, slug }) => `${frontMatter.date ?? '9999'} ${slug}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** What a decision calls by a name that was given up meanwhile. */
export function createRenamer(replaced: ReadonlyMap<string, string>, iris: Iris): (triple: Quad) => Quad {
  const rename = <T extends Term>(term: T): T | NamedNode => {
    const now = term.termType === 'NamedNode' ? replaced.get(term.value.slice(iris.base.length)) : undefined;
    return now === undefined || !term.value.startsWith(iris.base) ? term : iris.thing(now);
  };
  return ({ subject, predicate, object }) => rdf.quad(rename(subject), predicate, rename(object));
}
