/** Queries by seed, and what came of each. */

import { createRandom } from '../random.js';
import type { Engines } from './engines.js';
import { generateQuery } from './generate-query.js';
import { type Judgement, judge } from './judge.js';

export interface Finding {
  readonly seed: number;
  readonly query: string;
  readonly judgement: Judgement;
}

/** Each query has a seed of its own, so that one can be looked at alone. */
export async function runDifferential(engines: Engines, firstSeed: number, count: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const query = generateQuery(createRandom(seed));
    findings.push({ seed, query, judgement: await judge(query, engines) });
  }
  return findings;
}
