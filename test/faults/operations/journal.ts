/** The start of a server whose journal ends in half a record: nothing that was acknowledged is lost, whether it starts or not. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { journalFile } from '../../../src/cli/served-graph.js';
import { openJournal, openJournalToRead, readJournal } from '../../../src/store/journal/journal.js';
import { cli } from '../../cli/run-migraph.js';
import { halvesIn, type Operation } from '../operation.js';

const patches = ['A <urn:a> <urn:b> "1" .\n', 'A <urn:a> <urn:b> "2" .\n'];

/** In a folder that is empty before. */
export async function journalOperation(folder: string): Promise<Operation> {
  const [out, kept, graph] = [join(folder, 'var'), join(folder, 'kept'), join(folder, 'base.ttl')];
  writeFileSync(graph, '<urn:base> <urn:of> "nothing" .\n');
  mkdirSync(out);
  const file = journalFile(graph, { out });
  const journal = await openJournal(file);
  for (const patch of [...patches, 'A <urn:a> <urn:b> "never acknowledged" .\n'])
    await journal.append(Buffer.from(patch));
  await journal.close();
  writeFileSync(file, readFileSync(file).subarray(0, -5));
  cpSync(out, kept, { recursive: true });
  return {
    name: 'journal',
    limits: [],
    prepare() {
      rmSync(out, { recursive: true });
      cpSync(kept, out, { recursive: true });
      return {
        args: [cli, 'serve', '--graph', graph, '--port', '0'],
        env: { MIGRAPH_OUT: out, MIGRAPH_WRITE_TOKEN: 'a-token-for-the-faults', MIGRAPH_QUERY_PROCESSES: '1' },
        files: [dirname(file), file, `${file}.lock`],
        isUp: (said) => said.includes('Ctrl-C'),
        isExpected: (line) => line.includes('were not written to their end, and are cut off'),
      };
    },
    check() {
      const held = [...readJournal(file, openJournalToRead(file).byteLength)];
      const isWhole = JSON.stringify(held) === JSON.stringify(patches);
      return [...halvesIn(out), ...(isWhole ? [] : [`the journal holds ${held.length} of ${patches.length} records`])];
    },
  };
}
