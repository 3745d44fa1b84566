/** A file of N-Triples or N-Quads → columns, with no more in memory than they and a piece of it. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { nameFile } from '../../name-file.js';
import type { Quad, Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import { type Collector, createCollector } from '../snapshot/collect-columns.js';
import type { Columns } from '../snapshot/columns.js';
import { N3Parser } from './n3-parser.js';
import { type LineTexts, parsePlainLine } from './parse-lines.js';

const pieceBytes = 4 * 2 ** 20;

/** The text of whole lines, piece by piece. Throws a TypeError where it is not UTF-8. */
function* readPieces(file: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bytes = Buffer.allocUnsafe(pieceBytes);
  const handle = openSync(file, 'r');
  let rest = '';
  try {
    for (;;) {
      const count = readSync(handle, bytes);
      const text = rest + decoder.decode(bytes.subarray(0, count), { stream: count > 0 });
      const end = count === 0 ? text.length : text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (end > 0) yield text.slice(0, end);
      if (count === 0) return;
    }
  } catch (error) {
    throw nameFile(error, file);
  } finally {
    closeSync(handle);
  }
}

function* linesOf(piece: string): Generator<string> {
  for (let start = 0; start < piece.length; ) {
    const found = piece.indexOf('\n', start);
    const end = found < 0 ? piece.length : found;
    yield piece.slice(start, end);
    start = end + 1;
  }
}

/** What the statements about blank nodes add up to, as `labelBlankNodes` does it: its labels and these are the same. */
class NodeLabels {
  private readonly numbers = new Map<string, number>();
  private readonly hash = createHash('sha256');

  numberOf(label: string): string {
    const number = this.numbers.get(label) ?? this.numbers.size + 1;
    this.numbers.set(label, number);
    return `_:${number}`;
  }

  add([subject, predicate, object, graph]: LineTexts): void {
    this.hash.update(`${subject} ${predicate} ${object}${graph === '' ? '' : ` ${graph}`} .\n`);
  }

  /** From a number to the label for good. */
  finish(): ((text: string) => string) | undefined {
    if (this.numbers.size === 0) return undefined;
    const content = this.hash.digest('hex').slice(0, 16);
    return (text) => (text.startsWith('_:') ? `_:g.${content}.${text.slice(2)}` : text);
  }
}

const isNode = (text: string): boolean => text.startsWith('_:');

function addTexts(texts: LineTexts, collector: Collector, labels: NodeLabels): void {
  if (!texts.some(isNode)) {
    collector.addTexts(...texts);
    return;
  }
  const [subject, predicate, object, graph] = texts;
  const settle = (text: string): string => (isNode(text) ? labels.numberOf(text.slice(2)) : text);
  const settled = [settle(subject), predicate, settle(object), settle(graph)] as const;
  labels.add(settled);
  collector.addTexts(...settled);
}

const hasInnerNode = (term: Term): boolean =>
  term.termType === 'Quad' &&
  [term.subject, term.object].some((part) => part.termType === 'BlankNode' || hasInnerNode(part));

/** A line in other than plain words. False where it is for a parser of the whole, or wrong. */
function addParsed(line: string, format: string, add: (texts: LineTexts) => void): boolean {
  // A byte order mark, which the parser would skip, stands before a text and not within.
  if (line.startsWith('\uFEFF')) return false;
  try {
    const quads = new N3Parser({ format, blankNodePrefix: '' }).parse(line) as unknown as Quad[];
    if (quads.some(({ object }) => hasInnerNode(object))) return false;
    for (const { subject, predicate, object, graph } of quads)
      add([writeTerm(subject), writeTerm(predicate), writeTerm(object), writeTerm(graph)]);
    return true;
  } catch {
    return false;
  }
}

const syntaxes: Readonly<Record<string, string>> = { nt: 'N-Triples', nq: 'N-Quads' };

/**
 * The columns of a file that ends in `.nt` or `.nq`; undefined for any other, and where a parser of the whole is to say
 * what is wrong with it.
 */
export function collectLines(file: string): Columns | undefined {
  const format = syntaxes[extname(file).slice(1).toLowerCase()];
  if (format === undefined) return undefined;
  const collector = createCollector();
  const labels = new NodeLabels();
  const add = (texts: LineTexts): void => addTexts(texts, collector, labels);
  try {
    for (const piece of readPieces(file))
      for (const line of linesOf(piece)) {
        const texts = parsePlainLine(line);
        if (texts !== undefined && (format === 'N-Quads' || texts[3] === '')) add(texts);
        else if (line !== '' && !addParsed(line, format, add)) return undefined;
      }
  } catch {
    // It cannot be read, or is not UTF-8.
    return undefined;
  }
  return collector.columns(labels.finish());
}
