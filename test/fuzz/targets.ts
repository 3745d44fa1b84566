/** All that is fuzzed: a file in `targets/` and a line here. */
import type { FuzzTarget } from './fuzz-target.js';
import { accept } from './targets/accept.js';
import { answers } from './targets/answers.js';
import { configuration } from './targets/configuration.js';
import { curation } from './targets/curation.js';
import { gazetteerFiles } from './targets/gazetteer-files.js';
import { graphsOut } from './targets/graphs-out.js';
import { journal } from './targets/journal.js';
import { jsonLd } from './targets/json-ld.js';
import { notes } from './targets/notes.js';
import { nquads } from './targets/nquads.js';
import { passages } from './targets/passages.js';
import { phrases } from './targets/phrases.js';
import { queries } from './targets/queries.js';
import { rdfxml } from './targets/rdfxml.js';
import { requests } from './targets/requests.js';
import { rowsOut } from './targets/rows-out.js';
import { snapshot } from './targets/snapshot.js';
import { sparql } from './targets/sparql.js';
import { trig } from './targets/trig.js';
import { turtle } from './targets/turtle.js';
import { twoPaths } from './targets/two-paths.js';
import { updates } from './targets/updates.js';

/** Those first that take the longest. */
export const targets: readonly FuzzTarget[] = [
  requests,
  queries,
  notes,
  passages,
  answers,
  twoPaths,
  updates,
  sparql,
  nquads,
  turtle,
  trig,
  rdfxml,
  jsonLd,
  ...graphsOut,
  ...rowsOut,
  configuration,
  curation,
  gazetteerFiles,
  snapshot,
  journal,
  phrases,
  accept,
];

export function findTarget(name: string): FuzzTarget {
  const target = targets.find((one) => one.name === name);
  if (target === undefined)
    throw new Error(`there is no target "${name}", but ${targets.map((one) => one.name).join(', ')}`);
  return target;
}

/** How many cases each has, of so many in all: at least one, in the order of the list. */
export function shareOut(cases: number): { target: FuzzTarget; cases: number }[] {
  const all = targets.reduce((sum, { share }) => sum + share, 0);
  return targets.map((target) => ({ target, cases: Math.max(1, Math.round((cases * target.share) / all)) }));
}
