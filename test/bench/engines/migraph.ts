/** Our store as a query process has it: the snapshot of a file, and the evaluator over it. No results are remembered. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { readConfig } from '../../../src/config.js';
import { openColumns } from '../../../src/store/embedded.js';
import { markUnion, reviewGraphs } from '../../../src/store/graphs.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { rehearsal, rehearse } from '../../../src/store/pool/rehearse.js';
import { collectLines } from '../../../src/store/rdf/collect-lines.js';
import { readSnapshot } from '../../../src/store/snapshot/read-snapshot.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';
import type { EngineModule } from './engine.js';

const wanted = { bindings: 'json', boolean: 'json', graph: 'ntriples' } as const;

export const migraph: EngineModule = {
  async prepare(file) {
    const columns = collectLines(file);
    if (columns === undefined) throw new Error(`${file} is not to be read`);
    const marked = markUnion(columns, reviewGraphs(readConfig({}).base));
    await pipeline(writeSnapshot(marked, file), createWriteStream(`${file}.snapshot`));
    return `${file}.snapshot`;
  },
  async open(file) {
    const config = { ...readConfig({}), unionDefaultGraph: false, queryDeadline: 600, maxAnswerBytes: 2 ** 31 };
    const store = openColumns(readSnapshot(file).columns, { ...config, queryMemory: 2 ** 31 });
    const chunksOf = async (query: string, formats: object): Promise<Uint8Array[]> => {
      const chunks: Uint8Array[] = [];
      const begun = await store.answer(parseQuery(query), { ...wanted, ...formats });
      for await (const chunk of begun.chunks) chunks.push(chunk);
      return chunks;
    };
    return {
      size: () => store.size(),
      settle: () => rehearse(store, rehearsal, () => true),
      answer: (query) => chunksOf(query, {}),
      async dump(format) {
        const chunks = await chunksOf('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', { graph: format });
        return chunks.reduce((sum, { length }) => sum + length, 0);
      },
    };
  },
};
