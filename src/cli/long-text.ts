/** Reads a text that is too long to be read whole: in parts, by several threads, so that neither time nor memory runs out. */
import { createMerger, type Merger } from '../extract/merge-parts.js';
import { cutParts } from '../notes/parts.js';
import { readParts } from './part-readers.js';

const megabyte = 1024 * 1024;

/** In bytes; longer than any book. */
export const longestWhole = 4 * megabyte;
const partSize = megabyte / 2;
/** So much of the beginning tells, for all parts, what the text calls whom. */
const headSize = megabyte / 8;

export async function readLongText(bytes: Buffer): Promise<Merger> {
  const merger = createMerger();
  const [head] = cutParts(bytes.subarray(0, 2 * headSize), headSize);
  const requests = cutParts(bytes, partSize).map(({ start, end }) => ({
    text: bytes.subarray(start, end),
    head: start === 0 ? undefined : bytes.subarray(head?.start, head?.end),
  }));
  await readParts(requests, (part) => merger.add(part));
  return merger;
}
