/** A note as it was read: its text, what its front matter says of it, its passages and the places where it is broken. */

/** A stretch of the note's text; offsets in UTF-16 units, `end` exclusive, `text === note.text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A sentence, heading, list item or table row: the smallest stretch that a statement is quoted by. */
export interface Passage extends Span {
  /** The block (heading, paragraph, list item …) that the passage is part of. */
  readonly block: number;
}

/** A place where the text is broken, and in which way. */
export interface DamagedPlace extends Span {
  readonly fault: 'garbled' | 'cut' | 'headless' | 'lost-heading' | 'broken-list';
}

/** What a curator wrote above the text; a field that is not stated is absent, never guessed. */
export interface FrontMatter {
  readonly symbol?: string;
  readonly title?: string;
  /** ISO 8601: a year, a month or a day. */
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly licence?: string;
  /** BCP 47; English where nothing is said. */
  readonly language?: string;
}

/** One published document. `text` is what follows the front matter, with LF line ends; all offsets are into it. */
export interface Note {
  /** The last part of its IRI, from the file's name. */
  readonly slug: string;
  readonly frontMatter: FrontMatter;
  readonly text: string;
  /** The line of the file that `text` begins on. */
  readonly firstLine: number;
  /** Of `text` in UTF-8, in hexadecimal. */
  readonly sha256: string;
  readonly passages: readonly Passage[];
  readonly damaged: readonly DamagedPlace[];
}
