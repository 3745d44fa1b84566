/** A change as text, in the lines of RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): what the journal holds and processes tell each other. */

import type { Quad } from '../../rdf.js';
import { writeQuad, writeTerm } from '../../serialise/terms.js';
import type { Change, WrittenChange } from '../change.js';
import { N3Parser } from '../rdf/n3-parser.js';
import { type LineTexts, parsePlainLine } from '../rdf/parse-lines.js';

/** `D` lines for what is removed, then `A` lines for what is added. Blank nodes keep their labels. */
export function writePatch({ removed, added }: Change): string {
  return [...removed.map((quad) => `D ${writeQuad(quad)}`), ...added.map((quad) => `A ${writeQuad(quad)}`)].join('');
}

/** Quads whose blank nodes are called as they are in the text; n3 would otherwise give them names of its own. */
export function parseQuads(text: string): Quad[] {
  return new N3Parser({ format: 'N-Quads', blankNodePrefix: '_:' }).parse(text) as unknown as Quad[];
}

/** Lines that are parsed in one go: all the quads of a long change need not be there at once. */
const batch = 10_000;

/** What {@link writePatch} wrote, as changes of a fair size that come to the same when they are made one after the other. */
export function* readPatch(text: string, linesAtOnce = batch): Generator<WrittenChange> {
  for (let start = 0; start < text.length; ) {
    let end = start;
    for (let lines = 0; lines < linesAtOnce && end < text.length; lines += 1)
      end = text.indexOf('\n', end) + 1 || text.length;
    yield parsePatch(text.slice(start, end));
    start = end;
  }
}

const textsOf = ({ subject, predicate, object, graph }: Quad): LineTexts => [
  writeTerm(subject),
  writeTerm(predicate),
  writeTerm(object),
  writeTerm(graph),
];

/** What a process would read of it. */
export const toWritten = ({ removed, added }: Change): WrittenChange => ({
  removed: removed.map(textsOf),
  added: added.map(textsOf),
});

/** Lines of one sign, in their order: that of rows goes by it. */
function parseLines(lines: readonly string[]): LineTexts[] {
  const read: LineTexts[] = [];
  /** Lines that are for the parser, which is slower. */
  let others = '';
  const readOthers = (): void => {
    if (others !== '') for (const quad of parseQuads(others)) read.push(textsOf(quad));
    others = '';
  };
  for (const line of lines) {
    const texts = parsePlainLine(line);
    if (texts === undefined) others += `${line}\n`;
    else {
      readOthers();
      read.push(texts);
    }
  }
  readOthers();
  return read;
}

function parsePatch(text: string): WrittenChange {
  const lines = text.split('\n');
  const having = (sign: string): string[] => lines.flatMap((line) => (line.startsWith(sign) ? line.slice(2) : []));
  return { removed: parseLines(having('D ')), added: parseLines(having('A ')) };
}
