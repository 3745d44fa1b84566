/** The thread behind `part-readers.ts`: reads one part after the other. */
import { parentPort } from 'node:worker_threads';
import { readGazetteers } from '../extract/gazetteer.js';
import { createPartReader } from '../extract/part-things.js';
import { inputFolders } from './build-inputs.js';
import type { SentPart } from './part-readers.js';

const readPart = createPartReader(readGazetteers(inputFolders.gazetteers));
// A mark at the front of a part is a character of the text like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Leaves the bytes behind: of a text without a place to cut at they are as many as all of it. */
function take(sent: SentPart, what: keyof SentPart): string | undefined {
  const bytes = sent[what];
  sent[what] = undefined;
  return bytes && decoder.decode(bytes);
}

parentPort?.on('message', (sent: SentPart) => {
  parentPort?.postMessage(readPart(take(sent, 'text') ?? '', take(sent, 'head')));
});
