/** Which datasets an agency holds, itself or by a unit of its. */
import type { NamedNode } from '../rdf.js';
import type { GraphStore, QueryOptions } from '../store/graph-store.js';
import { readQueryText } from './query-text.js';

/** Those that have a name, in the order of their IRIs. */
export async function findDatasetsOf(
  store: GraphStore,
  agency: NamedNode,
  options: Pick<QueryOptions, 'signal' | 'client'>,
): Promise<NamedNode[]> {
  const result = await store.query(readQueryText('profiles/datasets-of-agency'), { ...options, bindings: { agency } });
  const datasets: NamedNode[] = [];
  if (result.kind === 'bindings')
    for await (const row of result.rows) {
      const dataset = row.get('dataset');
      if (dataset?.termType === 'NamedNode') datasets.push(dataset);
    }
  return datasets;
}
