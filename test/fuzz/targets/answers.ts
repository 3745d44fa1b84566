/** Queries by chance, answered as oxigraph answers them; where the two differ the standard says why, or it is a find. */
import { openEngines } from '../../differential/engines.js';
import { generateQuery } from '../../differential/generate-query.js';
import { judge } from '../../differential/judge.js';
import type { FuzzSession, FuzzTarget } from '../fuzz-target.js';

async function open(): Promise<FuzzSession> {
  const engines = await openEngines();
  return {
    async probe(input) {
      const judgement = await judge(Buffer.from(input).toString(), engines);
      const { kind } = judgement;
      return { kind, fault: kind === 'unexplained' ? judgement.difference : undefined };
    },
    close: async () => undefined,
  };
}

export const answers: FuzzTarget = {
  name: 'answers',
  share: 8,
  generate: (random) => Buffer.from(generateQuery(random)),
  open,
};
