/** The queries that stand in files under `queries/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config.js';

const known = new Map<string, string>();

/** The text of `queries/{path}.rq`, read once. */
export function readQueryText(path: string): string {
  const text = known.get(path) ?? readFileSync(join(packageRoot, 'queries', `${path}.rq`), 'utf8');
  known.set(path, text);
  return text;
}
