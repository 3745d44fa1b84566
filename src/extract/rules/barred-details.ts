/** Reads the line beneath a name that tells of it between bars: "Dock Board | 2000-2010 | annual | open access". */
import { barredLine } from '../../notes/runs.js';
import { mentionsOf } from '../mention.js';
import type { Rule, Scene } from '../scene.js';
import { readCell } from './cells.js';
import { openUnderHeading } from './fields.js';
import { ownershipOfCell } from './owner-cell.js';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start <= text.length; ) {
    const bar = text.indexOf('|', start);
    const whole = text.slice(start, bar === -1 ? text.length : bar);
    const words = whole.trim();
    const from = start + whole.indexOf(words);
    pieces.push({ start: from, end: from + words.length, words });
    if (bar === -1) break;
    start = bar + 1;
  }
  return pieces;
}

const isYears = ({ reading }: Scene, { start, end }: Piece): boolean =>
  mentionsOf(reading.mentions, 'years').some((mention) => mention.start >= start && mention.end <= end);

/** Who stands first, known or not: "Dock Board and Tide Council", "QRS ERIC". */
const isBody = (scene: Scene, piece: Piece, n: number): boolean =>
  mentionsOf(scene.reading.mentions, 'organisation').some(({ start }) => start === piece.start) ||
  (n === 0 && /^\p{Lu}/u.test(piece.words) && !isYears(scene, piece));

export const readBarredDetails: Rule = {
  name: 'barred-details',
  apply(scene) {
    const { block, reading, heading, topic, blockIndex } = scene;
    if (block.kind !== 'paragraph' || !scene.opens || heading?.passage.block !== blockIndex - 1) return false;
    if (!barredLine.test(reading.text)) return false;
    const pieces = splitPieces(reading.text);
    if (!pieces.some((piece) => isYears(scene, piece))) return false;
    const subject = openUnderHeading(scene, 'Provider');
    if (subject === undefined) return false;
    const owner = pieces.find((piece, n) => isBody(scene, piece, n));
    if (owner !== undefined) subject.ownership = ownershipOfCell(scene, { column: 'owner', ...owner });
    for (const piece of pieces)
      if (piece !== owner) readCell(scene, subject, { column: isYears(scene, piece) ? 'years' : 'places', ...piece });
    topic.block = blockIndex;
    return true;
  },
};
