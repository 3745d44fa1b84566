/** The thread behind `part-readers.ts`: reads one part after the other. */
import { parentPort } from 'node:worker_threads';
import { readGazetteers } from '../extract/gazetteer.js';
import { createPartReader } from '../extract/part-things.js';
import { inputFolders } from './build-inputs.js';
import type { PartRequest } from './part-readers.js';

const readPart = createPartReader(readGazetteers(inputFolders.gazetteers));
// A mark at the front of a part is a character of the text like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

parentPort?.on('message', ({ text, head }: PartRequest) => {
  const part = readPart(decoder.decode(text), head === undefined ? undefined : decoder.decode(head));
  parentPort?.postMessage(part);
});
