/** What a curator reads: an item a paragraph, each with its file and line, its words and the sentence they stand in. */
import { countOf } from './counts.js';
import type { ReviewItem } from './review-items.js';
import { excerptAround, wrapText } from './wrap-text.js';

const width = 96;
/** So much of a sentence is shown, and so much of a clue. */
const mostOfSentence = 360;
const mostOfClue = 160;

const kinds: readonly (readonly [ReviewItem['kind'], string, string])[] = [
  ['inferred owner', 'inferred owner', 'inferred owners'],
  ['damaged', 'damaged place', 'damaged places'],
  ['rejected', 'rejected candidate', 'rejected candidates'],
  ['withheld', 'withheld statement', 'withheld statements'],
];

const indented = (text: string, first = '    ', rest = '    '): string[] =>
  wrapText(text, width - first.length).map((line, n) => (n === 0 ? first : rest) + line);

/** What the item before has shown need not be read again. */
interface Shown {
  readonly sentence?: string;
  readonly clues?: string;
}

const cluesKey = ({ clues = [] }: ReviewItem): string => clues.map(({ line }) => line).join(', ');

function describeClues(item: ReviewItem, before: Shown): string[] {
  const { reason, clues = [] } = item;
  if (clues.length === 0) return indented(reason);
  if (before.clues === cluesKey(item)) return indented(`${reason}: line ${cluesKey(item)}, as above`);
  return [
    ...indented(`${reason}:`),
    ...clues.flatMap(({ line, text }) =>
      indented(`line ${line}: ${excerptAround(text, '', mostOfClue)}`, '      ', '      '),
    ),
  ];
}

export function describeItem(file: string, item: ReviewItem, before: Shown): string[] {
  const { kind, line, column, quote, sentence, type, label, thing, owners, proposed } = item;
  const about = label === undefined ? [] : indented(`${type} “${label}”${owners ? ` → ${owners.join(', ')}` : ''}`);
  return [
    `${file}:${line}:${column}: ${kind}`,
    ...about,
    ...(thing === undefined ? [] : [`    <${thing}>`]),
    // What is about a thing has named it already.
    ...((label === undefined || kind === 'rejected') && quote !== sentence ? indented(`“${quote}”`) : []),
    ...describeClues(item, before),
    ...(proposed === undefined ? [] : indented(`proposed: ${proposed.predicate} ${proposed.object}`)),
    ...(before.sentence === sentence
      ? []
      : indented(excerptAround(sentence, quote, mostOfSentence), '    | ', '    | ')),
  ];
}

/** How much there is to look at, and behind an empty line each of it. */
export function* describeReview(file: string, items: readonly ReviewItem[]): Generator<string> {
  const counts = kinds.flatMap(([kind, one, many]) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [countOf(count, one, many)];
  });
  yield `${file}: ${items.length === 0 ? 'nothing to look at' : counts.join(', ')}\n`;
  let before: Shown = {};
  for (const item of items) {
    yield `\n${describeItem(file, item, before).join('\n')}\n`;
    const whole = item.sentence.length <= mostOfSentence;
    before = { ...(whole && { sentence: item.sentence }), ...(item.clues && { clues: cluesKey(item) }) };
  }
}
