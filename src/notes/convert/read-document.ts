/** Reads a document of any kind that can become a note: text as it is, PDF and DOCX as the text that stands in them. */
import { readFileSync, statSync } from 'node:fs';
import { readTextBytes } from '../read.js';
import { readDocxText } from './docx-text.js';
import { readPdfText } from './pdf-text.js';

export interface ReadDocument {
  readonly kind: 'text' | 'PDF' | 'DOCX';
  readonly text: string;
}

/** A document of pages is larger than its text. */
const mostBytes = 50 * 1024 * 1024;

const kindOf = (head: string): ReadDocument['kind'] =>
  head.startsWith('%PDF-') ? 'PDF' : head.startsWith('PK\x03\x04') ? 'DOCX' : 'text';

/** Throws an Error `file:1: reason`. */
export async function readDocument(file: string, maxTextBytes: number): Promise<ReadDocument> {
  const stat = statSync(file, { throwIfNoEntry: false });
  const isLarge = (stat?.size ?? 0) > mostBytes;
  const bytes = stat?.isFile() && !isLarge ? readFileSync(file) : undefined;
  const kind = bytes === undefined ? 'text' : kindOf(bytes.subarray(0, 5).toString('latin1'));
  // Of what is no file, too large or no text that says in one line what the matter is.
  if (bytes === undefined || kind === 'text')
    return { kind: 'text', text: new TextDecoder().decode(readTextBytes(file, maxTextBytes)) };
  try {
    return { kind, text: await (kind === 'PDF' ? readPdfText(bytes) : readDocxText(bytes)) };
  } catch (cause) {
    throw new Error(`${file}:1: ${(cause as Error).message}`, { cause });
  }
}
