/** Tells which lines are headings: in a style of their own, or by how they look. */
import type { Line } from './lines.js';

export type HeadingStyle = 'markdown' | 'underlined' | 'numbered' | 'bold' | 'capitals' | 'plain';

/** A heading as its line sets it; offsets are into the line. */
export interface StyledHeading {
  readonly style: HeadingStyle;
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

const numbered = /^(?:(\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*)\.?|([IVX]{1,5})\.|([A-Z])\.)\s+(?=\S)/;
export const markdownHeading = /^(#{1,6})\s+(.*?)\s*#*$/;
export const boldLine = /^(?:\*\*|__)(?=\S)[^*_]{2,200}(?:\*\*|__):?$/;
const dateLine = /^\d{1,2}\.?\s+\p{L}+\s+\d{4}$/u;
/** Words that head a section in any note, whatever it is about. */
export const genericHeading =
  /^(?:introduction|background|overview|general|research(?: and .{1,40})?|data(?: collection| sources?)?(?: and .{1,40})?|statistics|publications?(?: and .{1,40})?|events?|projects?|programmes?|activities|methodology|methods|sources?|contacts?|references|notes?|summary|conclusions?|annex.{0,10}|coverage|definitions?|further information)$/i;

/** "What is in the folder", "How the figures are made" say of what a section tells. */
const asks = /^(?:What|How|Where|Who|Why|When|Which)\s/;

const fourLetters = /(?:\p{L}\P{L}*){4}/u;

/** Whether a line is in capitals: at least four letters and no lower case. */
function inCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && fourLetters.test(text);
}

/** Whether a line on its own, in no style of heading, may still be one: short, capitalised, no sentence and no reference. */
export function looksLikeHeading(line: string): boolean {
  // "Raft Survey *": the mark of a note that stands elsewhere.
  const text = line.replace(/\s?(?:\*{1,2}|[†‡§]{1,2})$/, '');
  if (text.length > 110 || !/^[\p{Lu}\p{N}]/u.test(text) || /[.,;:!?*"”>]$/.test(text)) return false;
  if (/\((?:\d{4}|forthcoming)\)$|[*“"|]|https?:|@/.test(text) || /^[\d\s/.-]+$/.test(text)) return false;
  if (dateLine.test(text) || /^[A-Z]+(?:\/[\w.-]+)+$/.test(text)) return false;
  if (/(?<![\p{L}\p{N}_])(?:is|are|was|were|has|have|had|will|the|of|and|or|by|to|in|on|for|a|an|with)$/iu.test(text))
    return false;
  const words = text.split(/\s+/);
  return (
    words.length <= 14 &&
    !words.every((word) => word.length === 1) &&
    (!/\b(?:is|are|was|were|has been|have been)\b/.test(text) || (asks.test(text) && words.length <= 8))
  );
}

/** Whether a line with a number in front is prose: it ends or holds a sentence, or the next line goes on with it. */
function isProse(text: string, after: Line | undefined): boolean {
  return (
    /[.;,:]$|\p{Ll}[.;]\s\p{Lu}|\s(?:is|are|was|were|has|have|had|will)\s/u.test(text) ||
    /^\p{Ll}/u.test(after?.text ?? '') ||
    (after?.text !== '' && /(?<![\p{L}\p{N}_])(?:of|and|or|the|in|to|for|a|an|with|by)$/u.test(text))
  );
}

/** A heading in a style of its own (Markdown, bold, capitals, numbered); undefined when the line has none. */
export function readStyledHeading(
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
): StyledHeading | undefined {
  if (line.text.length > 300 || dateLine.test(line.text)) return undefined;
  const alone = (before?.text ?? '') === '' && (after?.text ?? '') === '';
  // "0.c. Indicator" with its text on the next line: a form that is filled in.
  const field = (before?.text ?? '') === '' && /^\d{1,2}\.[a-z0-9]{1,2}\.?\s/.test(line.text) && line.text.length <= 90;
  const heading = (from: number, to: number, level: number, style: HeadingStyle): StyledHeading => ({
    style,
    level,
    from,
    to,
  });
  const markdown = markdownHeading.exec(line.text);
  if (markdown !== null) {
    const marks = (markdown[1] ?? '').length;
    const title = markdown[2] ?? '';
    const from = line.text.indexOf(title, marks);
    return title === '' ? undefined : heading(from, from + title.length, marks, 'markdown');
  }
  if (
    /^(?:={3,}|-{3,})$/.test(after?.text ?? '') &&
    /\p{L}/u.test(line.text) &&
    !line.text.includes('|') &&
    (before?.text ?? '') === ''
  )
    return heading(0, line.text.length, after?.text.startsWith('=') ? 1 : 2, 'underlined');
  if (boldLine.test(line.text)) return heading(2, line.text.replace(/:$/, '').length - 2, 0, 'bold');
  const number = numbered.exec(line.text);
  if (
    number !== null &&
    line.text.length <= 120 &&
    !isProse(line.text.slice(number[0].length), after) &&
    (alone || field || inCapitals(line.text))
  ) {
    const level = number[1] === undefined ? 1 : number[1].split('.').length;
    return heading(number[0].length, line.text.length, level, 'numbered');
  }
  if (
    inCapitals(line.text) &&
    !line.text.includes('**') &&
    line.text.length <= 120 &&
    line.text.split(/\s+/).length >= 2 &&
    !/[,;]$/.test(line.text) &&
    !/\d\/\d/.test(line.text)
  )
    return heading(0, line.text.length, 0, 'capitals');
  return undefined;
}
