/** Cuts a text into its blocks: headings, paragraphs, list items, table rows and footnotes, in one pass over its lines. */
import { type Line, splitLines } from './lines.js';
import { type Cell, isBarLine, separatorLine, splitTable } from './table-rows.js';

export type HeadingStyle = 'markdown' | 'underlined' | 'numbered' | 'bold' | 'capitals' | 'plain';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'footnote';

/** Offsets are into the text that was split; `start`–`end` leaves out list markers, heading marks and table bars. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** For a heading: 1 is the highest; Markdown and numbered headings tell it, others are 0 (not known). For an item: its indent. */
  readonly level: number;
  /** For a heading: how it is set. */
  readonly style?: HeadingStyle;
  /** For a row: its cells. */
  readonly cells?: readonly Cell[];
  /** For a row: the header cells of its table, by column. */
  readonly header?: readonly string[];
  /** For an item: whether it carries a bullet or number of its own. */
  readonly marked?: boolean;
}

const bullet = /^(?:[-*+•·▪◦●‣–—]|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:\d{1,2}|[a-z])[.)])\s+(?=\S)/;
const numbered = /^(?:(\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*)\.?|([IVX]{1,5})\.|([A-Z])\.)\s+(?=\S)/;
const markdownHeading = /^(#{1,6})\s+(.*?)\s*#*$/;
const boldLine = /^(?:\*\*|__)(?=\S)[^*_]{2,200}(?:\*\*|__):?$/;
const footnoteMark = /^(?:\[\^?\d{1,3}\]:?|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\d{1,3}\/)\s*(?=\p{L}|[*"“])/u;
const dateLine = /^\d{1,2}\.?\s+\p{L}+\s+\d{4}$/u;
/** A rule across the page or the fence of a code block; back quotes are read as apostrophes. */
const rule = /^(?:[-=*_~]{2,}|'{3,}\w*)$/;
/** A line of a list of references: it has a year or "forthcoming" in brackets. */
const referenceLine =
  /^[\p{Lu}"“*_(].{2,400}\((?:(?:19|20)\d{2}[a-z]?|forthcoming|in press)\)|^[\p{Lu}"“*_].{10,300},\s(?:19|20)\d{2}\.?$/u;
const openEnd = /(?::|\b(?:following|includes?|including|namely|such as|as follows)|\b(?:below|as follows)\.)$/i;
/** Words that head a section in any note, whatever it is about. */
const genericHeading =
  /^(?:introduction|background|overview|general|research(?: and .{1,40})?|data(?: collection| sources?)?(?: and .{1,40})?|statistics|publications?(?: and .{1,40})?|events?|projects?|programmes?|activities|methodology|methods|sources?|contacts?|references|notes?|summary|conclusions?|annex.{0,10}|coverage|definitions?|further information)$/i;

/** Whether a line is in capitals: at least four letters and no lower case. */
function inCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu);
  return letters !== null && letters.length >= 4 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether a line on its own, in no style of heading, may still be one: short, capitalised, no sentence and no reference. */
function looksLikeHeading(text: string): boolean {
  if (text.length > 110 || !/^[\p{Lu}\p{N}]/u.test(text) || /[.,;:!?*"”>]$/.test(text)) return false;
  if (/\((?:\d{4}|forthcoming)\)$|[*“"|]|https?:|@/.test(text) || /^[\d\s/.-]+$/.test(text)) return false;
  if (dateLine.test(text) || /^[A-Z]+(?:\/[\w.-]+)+$/.test(text)) return false;
  if (/\b(?:is|are|was|were|has|have|had|will|the|of|and|or|by|to|in|on|for|a|an|with)$/i.test(text)) return false;
  const words = text.split(/\s+/);
  return (
    words.length <= 14 &&
    !words.every((word) => word.length === 1) &&
    !/\b(?:is|are|was|were|has been|have been)\b/.test(text)
  );
}

const isColumnLine = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.text !== '' &&
  /\S(?:\t| {2,})\S/.test(line.raw) &&
  !/[.!?] {2}\S/.test(line.raw) &&
  !bullet.test(line.text);

/** How many lines from `at` on form one table; 0 when there is none. */
function measureTable(lines: readonly Line[], at: number): number {
  const bars = isBarLine(lines[at]);
  if (!bars && !isColumnLine(lines[at])) return 0;
  let end = at;
  for (let line = lines[end]; line !== undefined && line.text !== ''; line = lines[++end]) {
    if (
      bars ? !isBarLine(line) && !separatorLine.test(line.text) : !isColumnLine(line) && !separatorLine.test(line.text)
    )
      break;
  }
  const rows = lines.slice(at, end).filter((line) => !separatorLine.test(line.text)).length;
  return rows >= (bars ? 2 : 3) ? end - at : 0;
}

/** State that one line leaves to the next. */
interface Walk {
  readonly blocks: Block[];
  readonly agencyLike: (text: string) => boolean;
  /** In a list that a paragraph opened with a colon and that has no bullets: what its items so far look like. */
  list: { agencies: boolean; items: number } | undefined;
}

/** Settles what a line is that stands alone between blank lines. */
function settleLoneLine(walk: Walk, line: Line, next: string): Block {
  const span = { start: line.start, end: line.start + line.text.length };
  const { list } = walk;
  if (list !== undefined && looksLikeHeading(line.text)) {
    const agency = walk.agencyLike(line.text);
    const heads = (agency && list.items > 0 && !list.agencies) || (genericHeading.test(line.text) && next.length > 110);
    if (!heads) {
      walk.list = { agencies: agency && (list.items === 0 || list.agencies), items: list.items + 1 };
      return { kind: 'item', ...span, level: 0, marked: false };
    }
  }
  if (looksLikeHeading(line.text) && next !== '') {
    walk.list = undefined;
    return { kind: 'heading', style: 'plain', ...span, level: 0 };
  }
  return { kind: 'paragraph', ...span, level: 0 };
}

/** A heading in a style of its own (Markdown, bold, capitals, numbered); undefined when the line has none. */
function readStyledHeading(line: Line, before: Line | undefined, after: Line | undefined): Block | undefined {
  if (line.text.length > 300 || dateLine.test(line.text)) return undefined;
  const alone = (before?.text ?? '') === '' && (after?.text ?? '') === '';
  // "0.c. Indicator" with its text on the next line: a form that is filled in.
  const field = (before?.text ?? '') === '' && /^\d{1,2}\.[a-z0-9]{1,2}\.?\s/.test(line.text) && line.text.length <= 90;
  const heading = (from: number, to: number, level: number, style: HeadingStyle): Block => ({
    kind: 'heading',
    style,
    start: line.start + from,
    end: line.start + to,
    level,
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
    !/[.;,:]$/.test(line.text) &&
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

/** The text of a run of lines, up to a blank one, that go on with an item, a footnote or a paragraph. */
function measureRun(lines: readonly Line[], at: number): number {
  let end = at + 1;
  for (let line = lines[end]; line !== undefined && line.text !== ''; line = lines[++end]) {
    if (bullet.test(line.text) || markdownHeading.test(line.text) || footnoteMark.test(line.text) || isBarLine(line))
      break;
    if (boldLine.test(line.text) || rule.test(line.text)) break;
  }
  return end - at;
}

/**
 * Splits a text into blocks, in one pass. `agencyLike` tells whether a line is the name of an organisation and
 * nothing else: such a line heads a section even after a list without bullets.
 */
export function splitBlocks(text: string, agencyLike: (line: string) => boolean): Block[] {
  const lines = splitLines(text);
  const walk: Walk = { blocks: [], agencyLike, list: undefined };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined || line.text === '' || rule.test(line.text)) {
      at++;
      continue;
    }
    const table = measureTable(lines, at);
    if (table > 0) {
      for (const row of splitTable(lines.slice(at, at + table))) walk.blocks.push(row);
      at += table;
      continue;
    }
    at += readRun(walk, lines, at);
  }
  return walk.blocks;
}

/** Reads the block that starts at a line and gives the number of lines it takes. */
function readRun(walk: Walk, lines: readonly Line[], at: number): number {
  const line = lines[at];
  if (line === undefined) return 1;
  const heading = readStyledHeading(line, lines[at - 1], lines[at + 1]);
  if (heading !== undefined) {
    walk.blocks.push(heading);
    walk.list = undefined;
    return /^[-=]{3,}$/.test(lines[at + 1]?.text ?? '') ? 2 : 1;
  }
  const count = measureRun(lines, at);
  const last = lines[at + count - 1] ?? line;
  const end = last.start + last.text.length;
  const mark = bullet.exec(line.text);
  if (mark !== null) {
    const start = line.start + mark[0].length;
    // "12. The secretariat compiles …": a numbered paragraph, not an item of a list.
    const free = (lines[at - 1]?.text ?? '') === '' && (lines[at + count]?.text ?? '') === '';
    const sentence = end - start > 120 || /\b(?:is|are|was|were|has|have|will)\b/.test(line.text);
    if (/^\d/.test(mark[0]) && sentence && free) {
      walk.blocks.push({ kind: 'paragraph', start, end, level: 0 });
      walk.list = undefined;
    } else walk.blocks.push({ kind: 'item', start, end, level: line.indent, marked: true });
    return count;
  }
  if (footnoteMark.test(line.text)) {
    walk.blocks.push({ kind: 'footnote', start: line.start, end, level: 0 });
    return count;
  }
  if (count > 1 && (isReferenceList(lines.slice(at, at + count)) || isMasthead(lines.slice(at, at + count)))) {
    for (const entry of lines.slice(at, at + count))
      walk.blocks.push({ kind: 'paragraph', start: entry.start, end: entry.start + entry.text.length, level: 0 });
    return count;
  }
  const alone = count === 1 && (lines[at + 1]?.text ?? '') === '';
  const block: Block = alone
    ? settleLoneLine(walk, line, nextText(lines, at + 1))
    : (boldRun(line, last, end) ?? { kind: 'paragraph', start: line.start, end, level: 0 });
  walk.blocks.push(block);
  if (block.kind === 'paragraph') {
    if (openEnd.test(last.text)) walk.list = { agencies: false, items: 0 };
    else if (/[.!?]["”'*)]*[¹²³⁴⁵⁶⁷⁸⁹⁰]*$/.test(last.text)) walk.list = undefined;
  }
  return count;
}

/** Lines that are references, one each, and no lines of one paragraph. */
function isReferenceList(lines: readonly Line[]): boolean {
  const references = lines.filter((line) => line.text.length < 500 && referenceLine.test(line.text)).length;
  return references * 10 >= lines.length * 6 && lines.every((line) => /^[\p{Lu}\p{N}"“*_[]/u.test(line.text));
}

/** "Creator: …", "Dates: …": one field of a record. */
const fieldLine = /^\p{Lu}[\p{L} /()-]{1,40}:\s/u;

/** Short lines one under the other, each beginning anew: a letterhead, a signature, a form. */
function isMasthead(lines: readonly Line[]): boolean {
  const anew = lines.every(
    (line) => line.text.length < (fieldLine.test(line.text) ? 400 : 90) && /^[\p{Lu}\p{N}+]/u.test(line.text),
  );
  const ends = lines.slice(0, -1).some((line) => /[.;]$/.test(line.text) && !fieldLine.test(line.text));
  const short = lines.some((line) => line.text.length < 40) || lines.every((line) => fieldLine.test(line.text));
  return anew && short && !ends;
}

/** A heading in bold that runs over two lines. */
function boldRun(first: Line, last: Line, end: number): Block | undefined {
  const whole = first.text.startsWith('**') && last.text.endsWith('**') && end - first.start <= 240;
  return whole ? { kind: 'heading', style: 'bold', start: first.start + 2, end: end - 2, level: 0 } : undefined;
}

/** The next line that is not blank. */
function nextText(lines: readonly Line[], at: number): string {
  for (let n = at; n < lines.length; n++) {
    const text = lines[n]?.text ?? '';
    if (text !== '') return text;
  }
  return '';
}
