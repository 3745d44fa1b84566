/** Oxigraph, as npm has it: the same engine in WebAssembly, in memory. */
import { readFileSync } from 'node:fs';
import oxigraph from 'oxigraph';
import type { EngineModule } from './engine.js';

export const oxigraphEngine: EngineModule = {
  async open(file) {
    const store = new oxigraph.Store();
    store.load(readFileSync(file, 'utf8'), { format: 'application/n-quads', no_transaction: true });
    return {
      size: () => store.size,
      async answer(query, kind) {
        const results_format = kind === 'triples' ? 'application/n-triples' : 'json';
        return store.query(query, { results_format }) as string;
      },
      async dump(format) {
        if (format !== 'nquads') throw new Error('it writes no JSON-LD');
        // As ours: the unnamed graph.
        const unnamed = { format: 'application/n-triples', from_graph_name: oxigraph.defaultGraph() };
        return store.dump(unnamed).length;
      },
    };
  },
};
