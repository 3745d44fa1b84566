/** How many statements queries see, counted once for each version of the graph. */
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';

/** Undefined where the store does not say. */
export const countStatements = ({ store, memory }: Pick<Services, 'store' | 'memory'>): Promise<number | undefined> =>
  memory('statements', async () =>
    Number((await readRows({ store }, 'pages/size', {}))[0]?.get('triples')?.value),
  ).catch(() => undefined);
