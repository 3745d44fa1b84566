/** What a rule sees: one passage with its mentions, the block and section it stands in, and what the text spoke of last. */
import type { Block } from '../notes/blocks.js';
import type { Passage } from '../notes/note.js';
import type { EntityType } from './claim.js';
import type { Gazetteers } from './gazetteer.js';
import type { Ledger, Subject } from './ledger.js';
import type { Mention } from './mention.js';
import type { Directory, Organisation } from './organisations.js';
import type { Reading } from './recognisers/recognise.js';
import type { Column } from './rules/columns.js';
import type { Section } from './settle-sections.js';

/** What the text speaks of from one passage to the next; the reader's only memory besides the ledger. */
export interface Topic {
  /** The dataset, survey or project that "it" and "this database" mean. */
  subject: Subject | undefined;
  /** The latest sentence of prose, whether it spoke of data that have a name, and those of its paragraph before it that did not. */
  before: { readonly scene: Scene; readonly named: boolean; readonly unnamed: readonly Scene[] } | undefined;
  /** The block in which it was named, and whether that is an item of a list: the next item speaks of something else. */
  block: number;
  item: boolean;
  /** The item that named it, how deep it stands, and the latest block that it or an item beneath it takes up. */
  entry: { readonly subject: Subject; readonly level: number; readonly last: number } | undefined;
  /** The item that is the name of a body alone: whose the things are that the items beneath it name. */
  holder: (Speaker & { readonly level: number }) | undefined;
  /** The block that has turned from the subject to other data: "it" means those there. */
  elsewhere: { readonly block: number; readonly from: Subject } | undefined;
  /** The record of fields that is being read. */
  record: Subject | undefined;
  /** The latest field that was read into it. */
  field: { readonly block: number; readonly column: Column } | undefined;
  /** The record whose makers a field has told, and where. */
  makers: { readonly subject: Subject; readonly block: number } | undefined;
  /** The words that a paragraph opened with, where they may be a name: "Boats of the Coast. This compilation …". */
  opening: { readonly text: string; readonly passage: Passage } | undefined;
  /** What a form with numbered headings describes: "3.7 Reference area", "3.8 Time coverage". */
  sheet: Subject | undefined;
  /** Who was the subject of a sentence last. */
  speaker: Speaker | undefined;
  /** Whom the sentence before was about, for "its". */
  named: (Speaker & { readonly acts: boolean }) | undefined;
  /** The things of any type that the text named lately: what "it", "the journal", "the meeting" mean. */
  things: readonly SpokenThing[];
  /** Whom the lines of an address begin with. */
  addressee: { readonly organisation: Organisation; readonly block: number } | undefined;
  /** The series that a list of titles belongs to. */
  series: Subject | undefined;
  /** The latest publication, for "the report", and what a list's introduction announced. */
  publication: Subject | undefined;
  list: ListIntroduction | undefined;
  /** Footnote mark → the title it stands behind, or the row. */
  readonly footnotes: Map<string, Subject>;
  /** The latest sentence that counted data or projects, "two surveys", for "the first" behind it. */
  counting: Scene | undefined;
  /** What the rows of the table so far lend to the next one. */
  table: TableSoFar;
}

/** Organisations that speak or act in a sentence, and where: most often one. */
export interface Speaker {
  readonly organisations: readonly Organisation[];
  readonly passage: Passage;
  readonly block: number;
}

/** A thing, and the passage and block that named it. */
export interface SpokenThing {
  readonly subject: Subject;
  readonly passage: Passage;
  readonly block: number;
}

export interface TableSoFar {
  /** The row that names the columns. */
  head: Passage | undefined;
  /** Column → the latest row that says something in it; what a ditto mark stands for. */
  readonly rows: Map<number, Passage>;
  /** The row that names the group of those beneath it: "Western Africa". */
  group: { readonly passage: Passage; readonly mentions: readonly Mention[] } | undefined;
  /** Whose parts those are that are in charge of what its rows name. */
  whole: Organisation | undefined;
  /** The data whose rounds or countries its rows are. */
  of: Subject | undefined;
  /** The data that its rows name. */
  data: Subject[];
  /** The block of the latest row that names data. */
  last: number | undefined;
  /** The block beneath it that speaks of all of them. */
  together: number | undefined;
}

/** The sentence with which a list begins, and what its items are by it. */
export interface ListIntroduction {
  readonly passage: Passage;
  readonly text: string;
  /** Who was the subject of the introduction: the group whose members are listed. */
  readonly by: Organisation | undefined;
  /** The data that the introduction is about, where the items say what these cover. */
  readonly of?: Subject;
  readonly announces: 'publications' | 'datasets' | 'events' | 'themes' | 'projects' | 'organisations' | undefined;
}

export interface Heading {
  readonly text: string;
  readonly passage: Passage;
  /** What it announces, or the one above that it only parts: "Publications", then "Elsewhere". */
  readonly says: EntityType | undefined;
  /** What the next higher heading announces, where levels are told: "Surveys" above "Carers at Home". */
  readonly under: EntityType | undefined;
}

export interface Scene {
  readonly passage: Passage;
  readonly reading: Reading;
  readonly block: Block;
  readonly blockIndex: number;
  /** Whether this is the first passage of its block. */
  readonly opens: boolean;
  /** Whether items beneath this one say more of it, and of which years it is. */
  readonly dated: boolean;
  readonly section: Section;
  /** The heading right above, when it names no organisation: "Publications and events". */
  readonly heading: Heading | undefined;
  /** Whether the passage, or its end, is broken. */
  readonly cut: boolean;
  readonly garbled: boolean;
  /** Spans that a rule has read as a whole; what stands inside them names nothing of its own. */
  readonly taken: { readonly start: number; readonly end: number }[];
  /** The data and projects that the rules have found named in this passage, and where. */
  readonly named: { readonly subject: Subject; readonly start: number; readonly end: number }[];
  readonly topic: Topic;
  readonly ledger: Ledger;
  readonly gazetteers: Gazetteers;
  readonly directory: Directory;
  /**
   * Says why a mention of this passage is turned away, for the curator: "is a heading". It counts only where no rule makes
   * a statement of the mention; one that no rule speaks of gets a reason by its kind.
   */
  reject(mention: Mention, reason: string): void;
}

/** Reads what a passage says into the ledger. Rules run in a fixed order; `true` ends the passage for the rules behind. */
export interface Rule {
  readonly name: string;
  apply(scene: Scene): boolean;
}
