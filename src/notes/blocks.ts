/** Cuts a text into its blocks: headings, paragraphs, list items, table rows and footnotes, in one pass over its lines. */
import {
  boldLine,
  genericHeading,
  type HeadingStyle,
  looksLikeHeading,
  markdownHeading,
  readStyledHeading,
} from './headings.js';
import { bulletOf, endOf, type Line, splitLines } from './lines.js';
import { leadsOn } from './open-end.js';
import { barredLine, breaksOff, isField, splitRun, wrapWidth } from './runs.js';
import type { Row } from './table-rows.js';
import { opensTable, readTable } from './tables.js';

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
  /** For a row: its cells, and the words as they are read. */
  readonly row?: Row;
  /** For a heading: whether the fields of a record stand right beneath it. */
  readonly leads?: boolean;
  /** For an item: whether it carries a bullet or number of its own. */
  readonly marked?: boolean;
}

const footnoteMark =
  /^(?:\[\^?\d{1,3}\]:?|\^[a-z\d]{1,2}(?=\s)|\([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}\)|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\d{1,3}\/)\s*(?=\p{L}|[*"“])/u;
/** "[2]" at the start of a line, and in running text; where none is in running text, such lines are the entries of a list. */
const bracketMark = /^\[\d{1,3}\]:?\s*/;
const bracketInText = /[^\s\]][ \t]?\[\d{1,3}(?:[,;–-][ \t]?\d{1,3}){0,8}\]/;
/** A rule across the page or the fence of a code block; back quotes are read as apostrophes. */
const rule = /^(?:[-=*_~]{2,}|'{3,}\w*)$/;
/** State that one line leaves to the next. */
interface Walk {
  readonly blocks: Block[];
  readonly agencyLike: (text: string) => boolean;
  /** Whether the text points to notes by numbers in brackets. */
  readonly pointsByBrackets: boolean;
  /** How far prose runs before it is wrapped. */
  readonly width: number;
  /** In a list that a paragraph opened with a colon and that has no bullets: what its items so far look like. */
  list: { agencies: boolean; items: number } | undefined;
}

/** Settles what a line is that stands alone between blank lines. */
function settleLoneLine(walk: Walk, line: Line, span: { start: number; end: number }, next: string): Block {
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

/** The text of a run of lines, up to a blank one, that go on with an item, a footnote or a paragraph. */
function measureRun(lines: readonly Line[], at: number): number {
  let end = at + 1;
  for (let line = lines[end]; line !== undefined && line.text !== ''; line = lines[++end]) {
    if (bulletOf(line) !== undefined || markdownHeading.test(line.text) || footnoteMark.test(line.text)) break;
    if (boldLine.test(line.text) || rule.test(line.text) || opensTable(lines, end)) break;
  }
  return end - at;
}

/**
 * Splits a text into blocks, in one pass. `agencyLike` tells whether a line is the name of an organisation and
 * nothing else: such a line heads a section even after a list without bullets.
 */
export function splitBlocks(text: string, agencyLike: (line: string) => boolean): Block[] {
  const lines = splitLines(text);
  const walk: Walk = {
    blocks: [],
    agencyLike,
    pointsByBrackets: bracketInText.test(text),
    width: wrapWidth(lines),
    list: undefined,
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined || line.text === '' || rule.test(line.text)) {
      at++;
      continue;
    }
    const table = readTable(lines, at);
    if (table !== undefined) {
      for (const row of table.rows)
        walk.blocks.push({ kind: 'row', start: row.start, end: row.end, level: row.heads ? 1 : 0, row });
      at += table.count;
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
    const { style, level, from, to } = heading;
    walk.blocks.push({ kind: 'heading', style, level, start: line.start + from, end: line.start + to });
    walk.list = undefined;
    return /^[-=]{3,}$/.test(lines[at + 1]?.text ?? '') ? 2 : 1;
  }
  const count = measureRun(lines, at);
  const end = endOf(lines[at + count - 1] ?? line);
  const [entryMark] = walk.pointsByBrackets ? [] : (bracketMark.exec(line.text) ?? []);
  if (bulletOf(line) !== undefined) pushItem(walk, lines, at, count);
  else if (entryMark !== undefined) {
    const start = line.start + entryMark.length;
    walk.blocks.push({ kind: 'item', start, end, level: line.indent, marked: true });
  } else if (footnoteMark.test(line.text)) walk.blocks.push({ kind: 'footnote', start: line.start, end, level: 0 });
  else pushParagraphs(walk, lines, at, count);
  return count;
}

/** "4. Do you collect data at borders?", "5. Publications", with the answer on the next line: the form of a questionnaire. */
function opensAnswer(walk: Walk, lines: readonly Line[], at: number, count: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || (lines[at - 1]?.text ?? '') !== '') return false;
  const words = line.text.slice(bulletOf(line)?.length ?? 0);
  if (words.endsWith('?')) return true;
  const after = lines[at + count]?.text ?? '';
  return (
    count > 1 &&
    after === '' &&
    looksLikeHeading(words) &&
    /^[\p{Lu}\p{N}"“*(]/u.test(next.text) &&
    breaksOff(line, next, walk.width)
  );
}

/** Whether what comes next stands at the foot of a table: right beneath it, beneath "Notes", or behind another note. */
function isUnderTable(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  if (last?.kind !== 'heading') return last?.kind === 'row' || last?.kind === 'footnote';
  return blocks.at(-2)?.kind === 'row';
}

/** An item of a list; "12. The secretariat compiles …" is a numbered paragraph. */
function pushItem(walk: Walk, lines: readonly Line[], at: number, count: number): void {
  const line = lines[at];
  const last = lines[at + count - 1];
  if (line === undefined || last === undefined) return;
  const mark = bulletOf(line) ?? '';
  const start = line.start + mark.length;
  if (/^\d/.test(mark) && opensAnswer(walk, lines, at, count)) {
    walk.blocks.push({ kind: 'heading', style: 'plain', start, end: endOf(line), level: 0 });
    walk.list = undefined;
    if (count > 1) pushParagraphs(walk, lines, at + 1, count - 1);
    return;
  }
  const end = endOf(last);
  if (mark.startsWith('(') && isUnderTable(walk.blocks)) {
    walk.blocks.push({ kind: 'footnote', start: line.start, end, level: 0 });
    return;
  }
  const free = (lines[at - 1]?.text ?? '') === '' && (lines[at + count]?.text ?? '') === '';
  const sentence = end - start > 120 || /\b(?:is|are|was|were|has|have|will)\b/.test(line.text);
  if (/^\d/.test(mark) && sentence && free) {
    walk.blocks.push({ kind: 'paragraph', start, end, level: 0 });
    walk.list = undefined;
    return;
  }
  walk.blocks.push({ kind: 'item', start, end, level: line.indent, marked: true });
  // What the colon announced has bullets: no line without one is an item of it.
  walk.list = undefined;
}

/** "3.2  Origin File (OF). Interviews with …": the number of a section is no part of its text. */
const sectionNumber = /^(?:\d{1,2}|[A-Z])(?:\.\d{1,2})+\.?\s+(?=["“*_]?\p{Lu})/u;

/** A short line right above prose, or above the items of a list: "Retired", "Coming from our partners". */
function headsRun({ width }: Walk, lines: readonly Line[], at: number, count: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || (lines[at - 1]?.text ?? '') !== '') return false;
  if (!looksLikeHeading(line.text) || line.text.length > 70) return false;
  if (isField(line) && lines.slice(at + 1, at + count).some(isField)) return false;
  if (barredLine.test(next.text)) return false;
  if (count === 1) return bulletOf(next) !== undefined;
  const last = lines[at + count - 1];
  const prose = next.text.length > 70 && /^[\p{Lu}"“]/u.test(next.text) && /[.!?]["”)]?$/.test(last?.text ?? '');
  return prose && next.indent === line.indent && breaksOff(line, next, width);
}

/** What stands between two blank lines and is no item, table or footnote: paragraphs, a lone heading, entries of a list. */
function pushParagraphs(walk: Walk, lines: readonly Line[], at: number, count: number): void {
  if (headsRun(walk, lines, at, count)) {
    const [first] = lines.slice(at, at + 1);
    if (first !== undefined)
      walk.blocks.push({ kind: 'heading', style: 'plain', start: first.start, end: endOf(first), level: 0 });
    walk.list = undefined;
    if (count > 1) pushParagraphs(walk, lines, at + 1, count - 1);
    return;
  }
  const parts = splitRun(lines.slice(at, at + count), walk.width);
  for (const { lines: part, entry, leads } of parts) {
    const [first] = part;
    const last = part.at(-1);
    if (first === undefined || last === undefined) continue;
    const start = first.start + (sectionNumber.exec(first.text)?.[0].length ?? 0);
    const end = endOf(last);
    // "3.7 Reference area" with "Kenya" right beneath it: the value of a field, no heading.
    const above = walk.blocks.at(-1);
    const value = (lines[at - 1]?.text ?? '') !== '' && above?.kind === 'heading' && above.style === 'numbered';
    const alone = count === 1 && (lines[at + 1]?.text ?? '') === '' && !value;
    const block: Block = entry
      ? { kind: 'item', start, end, level: first.indent, marked: false }
      : leads && looksLikeHeading(first.text.slice(start - first.start))
        ? { kind: 'heading', style: 'plain', start, end, level: 0, leads: true }
        : alone
          ? settleLoneLine(walk, first, { start, end }, nextText(lines, at + 1))
          : (boldRun(first, last, end) ?? { kind: 'paragraph', start, end, level: 0 });
    walk.blocks.push(block);
    if (block.kind !== 'paragraph' || parts.length > 1) continue;
    if (leadsOn(last.text)) walk.list = { agencies: false, items: 0 };
    else if (/[.!?]["”'*)]*[¹²³⁴⁵⁶⁷⁸⁹⁰]*$/.test(last.text)) walk.list = undefined;
  }
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
