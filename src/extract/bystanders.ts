/** Finds the organisations of a sentence that it tells to be none of its actors: what a body was before, guests, sources. */
import type { Mention } from './mention.js';
import { createBefore } from './words-before.js';

type Named = Mention<'organisation'>;

/** The words right before a name by which it is that of a former body, or of the time before. */
const isFormer = createBefore(
  /\b(?:(?:successor|heir) (?:to|of)|predecessor,|(?:is|was|are|were|been|then|formerly|previously) (?:called|known as|named)|(?:formerly|previously),?|replac(?:ed|es|ing)|succeed(?:ed|s|ing)|took over from|taken over from|inherited from|in (?:the )?place of)\s(?:(?:the|an?)\s)?(?:former\s)?/i,
);
/** "by the Tide Office | until 2012", "by the Dock Board, | long abolished": the name of one that is no more. */
const abolished =
  /^(?:\s\([^()]{1,30}\))?,\s(?:long |since |now )?(?:abolished|dissolved|defunct|disbanded|wound up|closed)\b/i;
/** "from lists shared by the", "with a grant from the", "with the help of the": what somebody gave. */
const isGiver = createBefore(
  /\b(?:(?:from|with|on) (?:(?:the|an?|its|their|monthly|annual|daily|financial|technical)\s){0,2}(?:lists?|records|slips|cards|returns|extracts?|tapes|sheets|notifications|grants?|money|funds|funding|support|help|assistance|aid|advice|permission|consent|contribution)(?:\s(?:shared|supplied|sent|provided|delivered|passed on))?\s(?:of|from|by))\s(?:the\s)?/i,
);
/** "with the ILO | as a guest". */
const guest =
  /^(?:\s\([^()]{1,30}\))?,?\s(?:only\s)?as\s(?:an?\s|its\s|the\s)?(?:guests?|observers?|advis[eo]rs?|hosts?|users?|witness(?:es)?)\b/i;

export interface Actors {
  /** Who may own what the sentence speaks of today. */
  readonly present: readonly Named[];
  /** With those that are no more: they own what nobody else does. */
  readonly ever: readonly Named[];
}

/** Leaves out who only gave something or was a guest, and in `present` who is no more. Pure. */
export function findActors(text: string, all: readonly Named[]): Actors {
  const ever = all.filter(({ start, end }) => !isGiver(text, start) && !guest.test(text.slice(end, end + 60)));
  const present = ever.filter(({ start, end }) => !isFormer(text, start) && !abolished.test(text.slice(end, end + 60)));
  return { ever, present };
}
