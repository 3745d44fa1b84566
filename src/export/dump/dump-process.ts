/** The program that makes a dump: rows of quads come in on standard input, and a folder is filled. */
import { stepBack } from '../../priority.js';
import type { DumpOrder } from './make-dump.js';
import { writeDump } from './write-dump.js';

stepBack();
const { folder, options } = JSON.parse(process.argv[2] ?? '') as DumpOrder;
try {
  await writeDump(folder, process.stdin, options);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
