/** Cuts a run of lines without a blank one into what stands in it: one paragraph, or fields, entries and references, one each. */
import type { Line } from './lines.js';

/** A line of a list of references: it has a year or "forthcoming" in brackets, ends in one, or one set between full stops, or opens with a title in quotation marks. */
const referenceLine =
  /^["“„«][^"“”»]{8,200}["”»],?\s.{4,200}(?:19|20)\d{2}|^[\p{Lu}"“*_(].{2,400}\((?:(?:19|20)\d{2}[a-z]?|forthcoming|in press)\)|^[\p{Lu}"“*_].{10,300},\s(?:(?:\d{1,2}\s)?\p{Lu}\p{Ll}{2,8}\.?\s)?(?:19|20)\d{2}\.?(?:\s\([^()]{2,40}\))?$|^\p{Lu}.{2,160}\.\s(?:19|20)\d{2}[a-z]?\.\s["“*_]?\p{Lu}|^\p{Lu}[^:]{2,80}:\s.{10,300}\.\s(?:19|20)\d{2}\.?$/u;
/** "Creator: …", "**Dates:** …": one field of a record. */
const fieldLine = /^[*_]{0,2}\p{Lu}[\p{L} /()-]{1,40}(?:\(\d{1,3}\))?[*_]{0,2}\s?:[*_]{0,2}\s/u;
/** "Boats of Old: a history, Port (2007)" is a title with its subtitle. */
export const isField = ({ text }: Line): boolean => fieldLine.test(text) && !referenceLine.test(text.slice(0, 500));
/** What the entries of a numbered list open with, besides the marks that every item has: "No. 5", "3.2", "41  Title", "DP 41. “Title”". */
const openers: readonly RegExp[] = [
  /^(?:No|Nos|Nr|Vol|Issue)\.?\s\d{1,4}\b/,
  /^\d{1,2}(?:\.\d{1,2})+\.?\s+\p{Lu}/u,
  /^\d{1,3}\s{2,}["“„«*_]?\p{Lu}/u,
  /^\p{Lu}{2,5}\s\d{1,3}(?:[.:]\s["“„«*_]|\swas\s)/u,
];

/** Prose is not wrapped narrower: what goes on behind a shorter line is a signature's second line. */
const narrowest = 40;

/** How far prose runs before it is wrapped, by the lines that another one goes on with; 0 where nothing is wrapped. */
export function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  lines.forEach((line, n) => {
    if (line.text.length >= narrowest && /^\p{Ll}/u.test(lines[n + 1]?.text ?? ''))
      width = Math.max(width, line.indent + line.text.length);
  });
  return width;
}

/** Whether the next line begins anew although its first word would have fitted in behind this one. */
export function breaksOff(line: Line, next: Line | undefined, width: number): boolean {
  if (next === undefined || width === 0) return true;
  const [first = ''] = next.text.split(' ');
  return line.indent + line.text.length + 1 + first.length <= width;
}

/** Lines that are references, one each, and no lines of one paragraph. */
function isReferenceList(lines: readonly Line[]): boolean {
  const references = lines.filter((line) => line.text.length < 500 && referenceLine.test(line.text)).length;
  return references * 10 >= lines.length * 6 && lines.every((line) => /^[\p{Lu}\p{N}"“*_[]/u.test(line.text));
}

/** "Raft Survey — Dock Board — 2010–2018" in every line: entries with fields between dashes or bars. */
const dashedLine = /^\p{Lu}[^—–]{3,120}?\s[—–]\s[^—–]{2,120}(?:[—–]\S[^—–]{0,40}){0,2}\s[—–]\s\S/u;
const areDashed = (lines: readonly Line[]): boolean =>
  lines.length >= 2 && lines.every(({ text }) => text.length < 300 && dashedLine.test(text));

/** "Dock Board | 2000-2010 | annual": what is told of the name in the line above. */
export const barredLine = /^[^|\n]{2,80}(?:\s\|\s[^|\n]{2,80}){2,7}$/;
const hasDetails = ([name, details]: readonly Line[]): boolean =>
  name !== undefined && !name.text.includes('|') && details !== undefined && barredLine.test(details.text);

/** Short lines one under the other, each beginning anew: a letterhead, a signature. */
function isMasthead(lines: readonly Line[], width: number): boolean {
  const anew = lines.every((line) => line.text.length < 90 && /^[\p{Lu}\p{N}+]/u.test(line.text));
  const ends = lines.slice(0, -1).some((line) => /[.;]$/.test(line.text));
  const wrapped = lines.slice(0, -1).every((line, n) => !breaksOff(line, lines[n + 1], width));
  return anew && lines.some((line) => line.text.length < 40) && !ends && !wrapped;
}

/** The lines from each that opens something on, up to the next that does. */
function splitAt(lines: readonly Line[], opens: (line: Line, n: number) => boolean): Line[][] {
  const parts: Line[][] = [];
  lines.forEach((line, n) => {
    const last = parts.at(-1);
    if (last === undefined || opens(line, n)) parts.push([line]);
    else last.push(line);
  });
  return parts;
}

/** Whether the lines hang: entries begin at the margin, and what goes on with them is set in. */
function hang(lines: readonly Line[]): boolean {
  // A run may have more lines than a call can have arguments.
  const margin = lines.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const starts = lines.filter(({ indent }) => indent === margin);
  return (
    lines[0]?.indent === margin &&
    starts.length >= 2 &&
    starts.length < lines.length &&
    lines.every(({ indent, text }) => (indent === margin ? /^[\p{Lu}\p{N}"“*_[]/u.test(text) : indent >= margin + 2))
  );
}

export interface Part {
  readonly lines: readonly Line[];
  /** Whether it is one entry of a list. */
  readonly entry: boolean;
  /** Whether it is the line above the fields of a record, which may name it. */
  readonly leads?: boolean;
}

/** The parts of a run of lines; `width` is that of the whole text. */
export function splitRun(lines: readonly Line[], width: number): Part[] {
  const parts = (cut: readonly (readonly Line[])[], isEntry: (line: Line) => boolean): Part[] =>
    cut.map((part) => ({ lines: part, entry: part[0] !== undefined && isEntry(part[0]) }));
  if (lines.length === 1) return parts([lines], (line) => openers[0]?.test(line.text) ?? false);
  if (hasDetails(lines))
    return [lines.slice(0, 1), lines.slice(1, 2), lines.slice(2)].flatMap((part, n) =>
      part.length === 0 ? [] : [{ lines: part, entry: false, leads: n === 0 }],
    );
  for (const opener of openers)
    if (lines.filter(({ text }) => opener.test(text)).length >= 2)
      return parts(
        splitAt(lines, ({ text }) => opener.test(text)),
        ({ text }) => opener.test(text),
      );
  const fields = lines.filter(isField).length;
  if (fields >= 2 && fields * 2 >= lines.length) {
    const opens = (line: Line, n: number): boolean => {
      const above = lines[n - 1];
      if (isField(line)) return true;
      return (
        above !== undefined &&
        line.indent <= above.indent &&
        /^[\p{Lu}\p{N}]/u.test(line.text) &&
        breaksOff(above, line, width)
      );
    };
    const leads = lines[0] !== undefined && !isField(lines[0]);
    return splitAt(lines, opens).map((part, n) => ({
      lines: part,
      entry: false,
      leads: leads && n === 0 && part.length === 1,
    }));
  }
  if (hang(lines)) {
    const margin = lines[0]?.indent;
    return parts(
      splitAt(lines, ({ indent }) => indent === margin),
      () => false,
    );
  }
  if (areDashed(lines))
    return parts(
      lines.map((line) => [line]),
      () => true,
    );
  if (isReferenceList(lines) || isMasthead(lines, width))
    return parts(
      lines.map((line) => [line]),
      () => false,
    );
  return parts([lines], () => false);
}
