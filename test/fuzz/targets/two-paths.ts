/** Queries by chance, answered over ids as Comunica answers them. */
import { generateQuery } from '../../differential/generate-query.js';
import { judgePaths, openPaths } from '../../differential/two-paths.js';
import { variety } from '../../differential/variety.js';
import type { FuzzSession, FuzzTarget } from '../fuzz-target.js';

/** Seconds. */
const deadline = 2;

async function open(): Promise<FuzzSession> {
  const paths = await openPaths(deadline);
  return {
    async probe(input) {
      const judgement = await judgePaths(paths, Buffer.from(input).toString());
      // Products of everything with everything, which one of the two may be the slower with.
      if (judgement.kind === 'different' && /^timeout(?:, timeout)?$/.test(judgement.how)) return { kind: 'too dear' };
      return { kind: judgement.kind, fault: judgement.kind === 'different' ? judgement.how : undefined };
    },
    close: async () => undefined,
  };
}

export const twoPaths: FuzzTarget = {
  name: 'two-paths',
  share: 5,
  generate: (random) => Buffer.from(generateQuery(random, random.chance(30) ? undefined : variety)),
  open,
};
