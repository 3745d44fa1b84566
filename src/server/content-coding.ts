/** Content codings of answers (RFC 9110, section 12.5.3): which one the client prefers, and how it is made. */
import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { parseParameterised, splitList, weightOf } from './header-values.js';

export type Coding = 'identity' | 'br' | 'gzip';

/** Among equals the first. */
const preferred: readonly Coding[] = ['br', 'gzip', 'identity'];

/**
 * The coding of the greatest weight; undefined: none will do. Without the header nothing is coded, though anything might
 * be: who does not ask may not be able to. `identity` is acceptable unless excluded, but only where nothing else is asked for.
 */
export function chooseCoding(acceptEncoding: string | undefined, among = preferred): Coding | undefined {
  if (acceptEncoding === undefined) return 'identity';
  const weights = new Map<string, number>();
  for (const range of splitList(acceptEncoding).map(parseParameterised))
    weights.set(range.value.replace(/^x-gzip$/, 'gzip'), weightOf(range));
  const others = weights.get('*');
  const weigh = (coding: Coding): number =>
    weights.get(coding) ?? (coding === 'identity' ? Math.min(others ?? 0.0001, 0.0001) : (others ?? 0));
  const [best] = among.filter((coding) => weigh(coding) > 0).sort((a, b) => weigh(b) - weigh(a));
  return best;
}

/** Windows are small and effort is moderate: hundreds of answers may be under way at once. */
const brotliOptions = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18, [constants.BROTLI_PARAM_MODE]: 1 },
};

/** All of it at once, off the main thread. */
export const encodeWhole = (bytes: Uint8Array, coding: Exclude<Coding, 'identity'>): Promise<Buffer> =>
  coding === 'br' ? promisify(brotliCompress)(bytes, brotliOptions) : promisify(gzip)(bytes);

/** Piece by piece. */
export const createEncoder = (coding: Exclude<Coding, 'identity'>): Transform =>
  coding === 'br' ? createBrotliCompress(brotliOptions) : createGzip();
