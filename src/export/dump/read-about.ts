/** What the graph says of itself as a whole. */
import { createIris } from '../../iris.js';
import type { GraphStore } from '../../store/graph-store.js';
import { readQueryText } from '../query-text.js';
import type { GraphAbout } from './manifest.js';

export async function readAbout(store: GraphStore, base: string): Promise<GraphAbout> {
  const bindings = { catalog: createIris(base).catalogue() };
  const result = await store.query(readQueryText('dump/about'), { bindings });
  if (result.kind !== 'bindings') return {};
  for await (const row of result.rows) return Object.fromEntries([...row].map(([name, term]) => [name, term.value]));
  return {};
}
