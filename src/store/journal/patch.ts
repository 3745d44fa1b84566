/** A change as text, in the lines of RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): what the journal holds and processes tell each other. */
import n3 from 'n3';
import type { Quad } from '../../rdf.js';
import { writeQuad, writeTerm } from '../../serialise/terms.js';
import type { Change, WrittenChange } from '../change.js';
import { type LineTexts, parsePlainLine } from '../rdf/parse-lines.js';

/** `D` lines for what is removed, then `A` lines for what is added. Blank nodes keep their labels. */
export function writePatch({ removed, added }: Change): string {
  return [...removed.map((quad) => `D ${writeQuad(quad)}`), ...added.map((quad) => `A ${writeQuad(quad)}`)].join('');
}

/** Quads whose blank nodes are called as they are in the text; n3 would otherwise give them names of its own. */
export function parseQuads(text: string): Quad[] {
  return new n3.Parser({ format: 'N-Quads', blankNodePrefix: '_:' }).parse(text) as unknown as Quad[];
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

function parsePatch(text: string): WrittenChange {
  const change: Record<'D' | 'A', LineTexts[]> = { D: [], A: [] };
  /** Lines that are for the parser, which is slower. */
  const others = { D: '', A: '' };
  for (const line of text.split('\n')) {
    const sign = line[0];
    if (sign !== 'D' && sign !== 'A') continue;
    const quad = line.slice(2);
    const texts = parsePlainLine(quad);
    if (texts === undefined) others[sign] += `${quad}\n`;
    else change[sign].push(texts);
  }
  const all = (sign: 'D' | 'A'): LineTexts[] => [...change[sign], ...parseQuads(others[sign]).map(textsOf)];
  return { removed: all('D'), added: all('A') };
}
