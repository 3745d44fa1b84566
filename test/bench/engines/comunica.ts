/** Comunica over n3's Store, as their manuals join them. */
import { createReadStream } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';
import n3 from 'n3';
import type { EngineModule } from './engine.js';

export const comunica: EngineModule = {
  async open(file) {
    const store = new n3.Store();
    const quads = createReadStream(file).pipe(new n3.StreamParser({ format: 'application/n-quads' }));
    for await (const quad of quads) store.add(quad);
    const engine = new QueryEngine();
    return {
      size: () => store.size,
      async answer(query, kind) {
        const result = await engine.query(query, { sources: [store] });
        const type = kind === 'triples' ? 'application/n-triples' : 'application/sparql-results+json';
        const { data } = await engine.resultToString(result, type);
        let text = '';
        for await (const chunk of data) text += String(chunk);
        return text;
      },
      async dump() {
        throw new Error('it writes what n3 writes');
      },
    };
  },
};
