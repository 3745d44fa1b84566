/** Canonical N-Quads (RDFC-1.0): sorted lines where nothing is blank; else blank nodes get their canonical labels first. */
import { createHash } from 'node:crypto';
import { parseRdf } from '../../store/rdf/parse-rdf.js';
import type { Manifest } from './manifest.js';
import { sortLines } from './quad-lines.js';

export interface CanonicalLines {
  /** A byte a character. */
  readonly lines: readonly string[];
  readonly rdfc10: Manifest['rdfc10'];
}

export const sha256 = (lines: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line, 'latin1');
  return hash.digest('hex');
};

/** A line without the texts of its literals, where anything may stand. */
const outline = (line: string): string => line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
const isBlank = (line: string): boolean => line.includes('_:') && /(?:^| )_:/.test(outline(line));
/** Triple terms and base directions of RDF 1.2, of which the algorithm knows nothing. */
const isNewer = (line: string): boolean =>
  /<<\(|--(?:ltr|rtl)/.test(line) && /<<\(|"@[\w-]+--(?:ltr|rtl)/.test(outline(line));

/** Milliseconds for graphs that are made to take for ever. */
const patience = 20_000;

/** Of the lines that have blank nodes alone: those of others say nothing of them. */
async function relabel(lines: readonly string[]): Promise<string[]> {
  const { canonize } = (await import('rdf-canonize')).default;
  const quads = await parseRdf(Buffer.from(lines.join(''), 'latin1').toString('utf8'), 'nquads', 'urn:base');
  const signal = AbortSignal.timeout(patience);
  const canonical = await canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: 2, signal });
  return Buffer.from(canonical, 'utf8')
    .toString('latin1')
    .split(/(?<=\n)/);
}

export async function canonicaliseLines(lines: readonly string[]): Promise<CanonicalLines> {
  const reason = (text: string): CanonicalLines => ({ lines, rdfc10: { none: text } });
  if (lines.some(isNewer)) return reason('the graph has triple terms or base directions, which RDFC-1.0 does not know');
  const blank = lines.filter(isBlank);
  if (blank.length === 0) return { lines, rdfc10: { sha256: sha256(lines) } };
  try {
    const canonical = sortLines([...lines.filter((line) => !isBlank(line)), ...(await relabel(blank))]);
    return { lines: canonical, rdfc10: { sha256: sha256(canonical) } };
  } catch {
    return reason('its blank nodes are too much alike to be told apart in reasonable time');
  }
}
