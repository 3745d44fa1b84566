/** Texts of notes: whatever stands in them is read, the same each time, and each quotation stands in the file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgencyLike, readThings } from '../../../src/extract/extract.js';
import { type Gazetteers, readGazetteers } from '../../../src/extract/gazetteer.js';
import { type ExtractionJson, toJsonText } from '../../../src/extract/to-json.js';
import { type NoteReading, parseFile, readTextBytes } from '../../../src/notes/read.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { placedFault } from '../one-line.js';
import { createSpoiler } from '../spoil.js';
import { noteLanguage } from './notes/note-language.js';

type Read = (bytes: Uint8Array) => { readonly note: NoteReading; readonly json: string };

const createRead =
  (gazetteers: Gazetteers, agencyLike: (line: string) => boolean, file: string): Read =>
  (bytes) => {
    writeFileSync(file, bytes);
    const note = parseFile(file, readTextBytes(file), { agencyLike });
    const parts = [...toJsonText('note', note, readThings(note, gazetteers))].map((part) => Buffer.from(part));
    return { note, json: Buffer.concat(parts).toString() };
  };

/** Each stretch stands where it says. */
function offsetFault({ note }: NoteReading): string | undefined {
  const wrong = [...note.passages, ...note.damaged].find(
    ({ start, end, text }) => text === '' || note.text.slice(start, end) !== text,
  );
  return wrong === undefined ? undefined : `${wrong.start}-${wrong.end} is not ${JSON.stringify(wrong.text)}`;
}

function quoteFault(json: string, text: string): string | undefined {
  const { entities, damaged } = JSON.parse(json) as ExtractionJson;
  const quotes = [...entities.flatMap(({ evidence }) => evidence), ...damaged.map(({ quote }) => quote)];
  const wrong = quotes.find((quote) => quote === '' || !text.includes(quote));
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)} is not in the text`;
}

/** The same text as other programs save it, and how what is read of it is made the same again. */
const savings: readonly (readonly [name: string, save: (text: string) => string, undo: (json: string) => string])[] = [
  ['with a byte order mark', (text) => `\uFEFF${text}`, (json) => json],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n'), (json) => json.replaceAll('\\r\\n', '\\n')],
  ['with a space that does not break behind it', (text) => `${text}\n\u00A0\n`, (json) => json],
];

function savedFault(text: string, json: string, read: Read): string | undefined {
  // What has such characters already is another text with more of them.
  if (/[\r\uFEFF\u00A0]/.test(text)) return undefined;
  for (const [name, save, undo] of savings) {
    const other = undo(read(Buffer.from(save(text))).json);
    if (other !== json) return `${name} it is read as\n${other}\nand not as\n${json}`;
  }
  return undefined;
}

function probe(input: Uint8Array, file: string, read: Read): Outcome {
  const text = Buffer.from(input).toString();
  let first: ReturnType<Read>;
  try {
    first = read(input);
  } catch (error) {
    return { kind: 'refused', fault: placedFault(error, file, text) };
  }
  const { note, json } = first;
  const again = read(input).json === json ? undefined : 'read otherwise the second time';
  const fault = again ?? offsetFault(note) ?? quoteFault(json, text) ?? savedFault(text, json, read);
  return { kind: json.includes('"type"') ? 'things' : 'nothing', fault };
}

async function open(): Promise<FuzzSession> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-fuzz-'));
  const file = join(folder, 'note.txt');
  const gazetteers = readGazetteers();
  const read = createRead(gazetteers, createAgencyLike(gazetteers), file);
  return {
    probe: (input) => probe(input, file, read),
    async close() {
      rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}

export const notes: FuzzTarget = { name: 'notes', share: 5, generate: createSpoiler(noteLanguage), open };
