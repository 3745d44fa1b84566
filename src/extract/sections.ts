/** Whose text a block is: by the heading above it, or, where headings are lost, by the organisations its words speak of. */
import type { Block } from '../notes/blocks.js';
import type { Passage } from '../notes/note.js';
import type { NoteReading } from '../notes/read.js';
import { findDeclaredOwner } from './declared-owner.js';
import type { Mention } from './mention.js';
import type { Directory, Organisation } from './organisations.js';
import { makeUnit } from './recognisers/units.js';
import { type Draft, type Section, settleSections } from './settle-sections.js';
import { findAuthor } from './speakers.js';

interface OwnerHeading {
  readonly owner: Organisation;
  readonly passage: Passage;
  readonly level: number;
  readonly style: Block['style'];
  /** A sentence says so. */
  readonly isStated?: boolean;
  /** "ACTIVITIES OF THE BOARD" at the head of a text: whose all of it is, whatever numbers its chapters have. */
  readonly isTitle?: boolean;
  /** "Monthly numbers from the Board": its words are of what stands beneath, up to the next heading. */
  readonly isPhrase?: boolean;
}

/** No heading ends what is said of the whole text. */
const ofWholeText = -1;

/** Collects, in one walk over the passages, what settles the owners; `finish` gives the section of every block. */
export interface SectionWalk {
  add(step: Step): void;
  finish(directory: Directory): { sectionOf(block: number): Section };
}

/** One passage of the walk. */
export interface Step {
  readonly block: number;
  readonly passage: Passage;
  readonly text: string;
  readonly organisations: readonly Mention<'organisation'>[];
  /** What each unresolved "the Bank" of the passage may stand for; counted if the note names it elsewhere. */
  readonly candidates: readonly (readonly Organisation[])[];
}

/** What a mention tells about whose text it stands in: most as the subject of a sentence, least in passing. */
function weigh(text: string, mention: Mention<'organisation'>): number {
  const before = text.slice(Math.max(0, mention.start - 40), mention.start);
  const after = text.slice(mention.end, mention.end + 40);
  if (/\b(?:by|with|for|from|at|to|of|behalf of|and)\s(?:the\s)?$/i.test(before))
    return mention.foundBy === 'back-reference' ? 1.5 : 0.7;
  if (
    before.length === mention.start &&
    /^(?:the\s|in addition,?\s(?:the\s)?)?$/i.test(before.trimStart()) &&
    /^(?:\s(?:also\s)?\p{Ll}|'s\s)/u.test(after)
  )
    return 3;
  if (/[:;,]\s(?:the\s)?$/i.test(before) && /^\s(?:also\s)?\p{Ll}+/u.test(after)) return 2.5;
  if (/^'s?\s/.test(after)) return 2;
  return /^\s(?:also\s)?(?:is|has|was|will|\p{Ll}{2,}(?:s|ed))\s/u.test(after) ? 2 : 1;
}

/** Whether a heading is about an organisation, and which: it names one and little else, or names it at its end. */
function headingOwner(text: string, organisations: readonly Mention<'organisation'>[]): Organisation | undefined {
  const last = organisations.at(-1);
  const [first] = organisations;
  if (last === undefined || first === undefined) return undefined;
  // "Outside the UN", "Other than IOM".
  if (
    /^(?:[\w.]{1,6}\s)?(?:outside|beyond|besides|other than|not)\s(?:of\s)?(?:the\s)?$/i.test(
      text.slice(0, first.start),
    )
  )
    return undefined;
  const covered = organisations.reduce((sum, mention) => sum + mention.end - mention.start, 0);
  const atEdge = last.end >= text.length - 2 || first.start <= 4;
  const joined =
    organisations.length > 1 && /^(?:\s?[-–—:,/]\s?)(?:the\s)?$/i.test(text.slice(organisations[0]?.end, last.start));
  // "PART B. SELECTED HARBOUR TABLES".
  const atKind =
    /^\s(?:data(?:\s?sets|bases)?|tables|statistics|sources|surveys|series|publications|holdings|registers)$/i.test(
      text.slice(last.end),
    );
  if (covered >= text.length * 0.4 || atEdge || atKind)
    return joined || organisations.length === 1 ? last.value : first.value;
  return undefined;
}

/** "ACTIVITIES OF | THE BOARD IN THE FIELD OF CREWS", "Work of | the Bank on …". */
const doneBy =
  /^(?:activities|work|contribution|statement|report|note|reply|replies|input|programme)s?\s(?:of|by|from)\s(?:the\s)?/i;

/** "Monthly numbers from |the Board", "News from |the Bank". */
const fromWhom = /^\p{Lu}\p{Ll}+\s(?:\p{Ll}+\s){0,4}(?:from|by)\s(?:the\s)?\p{Lu}/u;

/** "The Board keeps boats.": more than a line of a letterhead says. */
const isSentence = (text: string): boolean => /^\p{Lu}.*\s\p{Ll}{3,}\s.*[\p{L}\d)][.!?]$/u.test(text);

export function walkSections(note: NoteReading): SectionWalk {
  const drafts: Draft[] = [{ heading: undefined, broken: false, candidates: new Map(), pending: [] }];
  const sectionIndex = new Int32Array(note.blocks.length).fill(-1);
  const headingStack: OwnerHeading[] = [];
  const faultsOf = new Map<number, Set<string>>();
  for (const damage of note.damage) {
    const faults = faultsOf.get(damage.block) ?? new Set();
    faults.add(damage.fault);
    faultsOf.set(damage.block, faults);
  }
  let brokenAfter = false;
  let lastBlock = -1;
  let heading: Block | undefined;
  /** The head of the whole text: nothing but headings so far. */
  let masthead = true;

  const open = (draft: Draft): void => {
    drafts.push(draft);
  };
  const startBlock = (n: number): void => {
    const block = note.blocks[n];
    const faults = faultsOf.get(n);
    const starts = brokenAfter || (faults?.has('headless') ?? false);
    if (starts && block?.kind !== 'row') open({ heading: undefined, broken: true, candidates: new Map(), pending: [] });
    const wholeGarbled = (faults?.has('garbled') ?? false) && block !== undefined && block.end - block.start < 60;
    brokenAfter =
      (faults?.has('cut') ?? false) ||
      (faults?.has('broken-list') ?? false) ||
      wholeGarbled ||
      (faults?.has('garbled') ?? false);
  };
  const readHeading = (
    block: Block,
    passage: Passage,
    text: string,
    organisations: readonly Mention<'organisation'>[],
  ): void => {
    const named = findAuthor(text, organisations) ?? headingOwner(text, organisations);
    const over = headingStack.at(-1);
    const above = over?.owner;
    // "IMMIGRATION SERVICE" over "Information Bureau" at the head of a text: it is the service's, and the bureau a part.
    // "2. Tidewater Institute" goes on with what "1. Dock Board" began: neither is a part.
    const beside = over !== undefined && block.level > 0 && over.level > 0 && block.level <= over.level;
    const part = masthead && !beside && named !== undefined && above !== undefined && above !== named;
    if (part && named.parent === undefined && named.entry === undefined) makeUnit(named, above);
    // Whom the whole world knows to stand for itself is no part of the letterhead of a meeting.
    const owner = part && named.entry?.type !== 'Agency' ? undefined : named;
    let popped = false;
    let outlives = false;
    const current = drafts.at(-1);
    // A numbered or Markdown heading ends what stands above it on its level; so does one in the same style of letters.
    while (headingStack.length > 0) {
      const top = headingStack.at(-1);
      if (top === undefined) break;
      const sameLevel =
        block.level > 0 && top.level > 0
          ? block.level <= top.level
          : block.level === 0 &&
            top.level === 0 &&
            block.style === top.style &&
            block.style !== 'plain' &&
            // "**Contribution of the Board**" over "**Meetings**": the title of all, set as its parts are.
            !(top.isTitle === true && owner === undefined);
      const outranked = block.level > 0 && block.level <= 1 && top.level === 0 && top.isTitle !== true;
      // What a sentence said of its section ends with it.
      const saidOfSection =
        top.isStated === true && top.level !== ofWholeText && (top.level === 0 || block.level <= top.level);
      const outlived = top.isPhrase === true && top.level === 0 && block.level === 0;
      const anotherAgency = owner !== undefined && block.level === 0 && owner.type === 'Agency' && top.level === 0;
      if (!sameLevel && !outranked && !saidOfSection && !outlived && !anotherAgency) break;
      headingStack.pop();
      popped = true;
      outlives ||= outlived;
    }
    const isPhrase = fromWhom.test(text);
    const isTitle = masthead && doneBy.test(text);
    if (owner !== undefined)
      headingStack.push({ owner, passage, level: block.level, style: block.style, isPhrase, isTitle });
    const top = headingStack.at(-1);
    const intact =
      owner !== undefined ||
      (popped && (block.level > 0 || outlives)) ||
      (current !== undefined && !current.broken && current.heading?.owner !== top?.owner);
    if (intact) {
      open({ heading: top, broken: false, candidates: new Map(), pending: [] });
      brokenAfter = false;
    }
    if (owner?.type === 'Unit' && owner.parent === undefined && owner.entry === undefined)
      adoptUnit(owner, headingStack);
  };

  /** "The data in this section are those of the Board": as if its heading named the Board. */
  const readDeclaration = ({ passage, text, organisations }: Step): void => {
    const declared = findDeclaredOwner(text, organisations);
    if (declared === undefined) return;
    const { owner, scope } = declared;
    const level = scope === 'text' || heading === undefined ? ofWholeText : heading.level;
    const entry = { owner, passage, level, style: heading?.style, isStated: true };
    if (level !== ofWholeText) headingStack.push(entry);
    else {
      // The latest of two holds.
      const before = headingStack.findIndex((one) => one.level === ofWholeText);
      headingStack.splice(Math.max(before, 0), before === -1 ? 0 : 1, entry);
    }
    if (headingStack.at(-1) === entry) open({ heading: entry, broken: false, candidates: new Map(), pending: [] });
  };

  return {
    add(step) {
      const { block: n, passage, text, organisations, candidates: meantBy } = step;
      const block = note.blocks[n];
      if (block === undefined) return;
      if (n !== lastBlock) {
        for (let skipped = lastBlock + 1; skipped <= n; skipped++)
          if (block.kind !== 'heading' || skipped < n) startBlock(skipped);
        lastBlock = n;
      }
      if (block.kind === 'heading') {
        heading = block;
        readHeading(block, passage, text, organisations);
      } else if (text.length > 110 || isSentence(text)) masthead = false;
      if (block.kind === 'paragraph' || block.kind === 'item') readDeclaration(step);
      sectionIndex[n] = drafts.length - 1;
      // Who stands in a table or at the foot of the page is spoken of in passing.
      if (block.kind === 'heading' || block.kind === 'footnote' || block.kind === 'row') return;
      const draft = drafts.at(-1);
      if (draft === undefined) return;
      for (const mention of organisations) count(draft, mention.value, weigh(text, mention), passage);
      for (const meant of meantBy) draft.pending.push({ meant, passage });
    },
    finish(directory) {
      for (const draft of drafts)
        for (const { meant, passage } of draft.pending) {
          const present = meant.filter((other) => directory.isNamed(other));
          const likely = present.length === 0 && draft.broken ? chooseByWords(meant, passage.text) : undefined;
          for (const organisation of likely === undefined ? present : [likely]) count(draft, organisation, 2, passage);
        }
      const sections = settleSections(drafts);
      const nothing: Section = { owner: undefined, attribution: 'inferred', clues: [] };
      return { sectionOf: (block) => sections[sectionIndex[block] ?? -1] ?? nothing };
    },
  };
}

/**
 * "The High Commissioner issued … asylum …": of several that the words may mean and the text names nowhere, the one whose
 * name shares a telling word with the passage that the others' names do not have.
 */
function chooseByWords(meant: readonly Organisation[], text: string): Organisation | undefined {
  const stems = (words: string): Set<string> =>
    new Set(
      words
        .toLowerCase()
        .match(/\p{L}{5,}/gu)
        ?.map((word) => word.slice(0, 6)),
    );
  const here = stems(text);
  const scored = meant.map((organisation) => {
    const others = new Set(meant.flatMap((other) => (other === organisation ? [] : [...stems(other.label)])));
    return {
      organisation,
      score: [...stems(organisation.label)].filter((stem) => here.has(stem) && !others.has(stem)).length,
    };
  });
  const [best, second] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score > (second?.score ?? 0) ? best.organisation : undefined;
}

/** Counts a mention for its organisation, and by half for what that is a part of. */
function count(draft: Draft, organisation: Organisation, weight: number, passage: Passage): void {
  for (const [named, share] of [
    [organisation, 1],
    [organisation.parent, 0.5],
  ] as const) {
    if (named === undefined) continue;
    const candidate = draft.candidates.get(named);
    if (candidate === undefined) draft.candidates.set(named, { score: weight * share, first: passage });
    else candidate.score += weight * share;
  }
}

/** A unit named by a heading belongs to the agency whose heading stands above it. */
function adoptUnit(unit: Organisation, stack: readonly OwnerHeading[]): void {
  const above = stack.findLast((heading) => heading.owner !== unit && heading.owner.type === 'Agency');
  if (above !== undefined) unit.parent = above.owner;
}
