/** The queries that stand in files under `queries/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';

const known = new Map<string, string>();

/** The text of `queries/{path}.rq`, read once. */
export function readQueryText(path: string): string {
  const text = known.get(path) ?? readFileSync(join(packageRoot, 'queries', `${path}.rq`), 'utf8');
  known.set(path, text);
  return text;
}

/** The same where it is read page by page: its `LIMIT … OFFSET 0` are made to begin after so many rows. */
export const readQueryPage = (path: string, { limit, offset }: { limit: number; offset: number }): string =>
  readQueryText(path).replace(/LIMIT \d+ OFFSET 0/g, `LIMIT ${Math.trunc(limit)} OFFSET ${Math.trunc(offset)}`);
