/** `migraph extract`: what one text says, as JSON or as a table for people. */
import { basename } from 'node:path';
import { createAgencyLike, extractClaims, readThings } from '../extract/extract.js';
import { readGazetteers } from '../extract/gazetteer.js';
import { parseItems, writeJson } from '../extract/json-text.js';
import { toJson, toJsonText } from '../extract/to-json.js';
import { parseFile, readTextBytes } from '../notes/read.js';
import { inputFolders } from './build-inputs.js';
import { longestWhole, readLongText } from './long-text.js';
import { startProgress } from './progress.js';
import { summarise } from './summary.js';
import { writeOut } from './write-out.js';

export async function runExtract(file: string, { json = false }: { json?: boolean }): Promise<void> {
  const progress = startProgress();
  try {
    progress.step(`reading ${file}`);
    const bytes = readTextBytes(file);
    const doc = basename(file).replace(/\.[^.]+$/, '');
    const text = bytes.length > longestWhole ? await readLong(doc, bytes, json) : readWhole(doc, file, bytes, json);
    progress.step('writing');
    await writeOut(text);
  } finally {
    progress.end();
  }
}

type Text = Iterable<string | Uint8Array>;

function readWhole(doc: string, file: string, bytes: Buffer, json: boolean): Text {
  const gazetteers = readGazetteers(inputFolders.gazetteers);
  const note = parseFile(file, bytes, { agencyLike: createAgencyLike(gazetteers) });
  return json
    ? toJsonText(doc, note, readThings(note, gazetteers))
    : [summarise(toJson(doc, note, extractClaims(note, gazetteers)))];
}

async function readLong(doc: string, bytes: Buffer, json: boolean): Promise<Text> {
  const said = await readLongText(bytes);
  return json
    ? writeJson(doc, said.entities(), said.damaged())
    : [summarise({ doc, entities: parseItems(said.entities()), damaged: parseItems(said.damaged()) })];
}
