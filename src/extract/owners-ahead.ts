/** The constructions in which the owner stands before a thing, but is not the subject of its sentence. */
import { organisationsOf, type Relation, rowOf } from './owner-site.js';
import { isBesides, participleOfAgent } from './owning-verbs.js';

/** "published by ESCWA as *Title*", "issued by the Department in the *Title*": the agent stands before. */
export const agentAhead: Relation = (site) => {
  const { text, start, all } = site;
  const at = all.findLastIndex((mention) => mention.end <= start);
  const last = all[at];
  if (
    last === undefined ||
    !/^(?:,\s[^,.;:]{3,60},)?\s(?:as|in|under|for|through|entitled)\s(?:the\s|its\s|their\s|an?\s)?(?:\p{Ll}+\s){0,3}["“«*_]{0,2}$/u.test(
      text.slice(last.end, start),
    )
  )
    return undefined;
  // "carried out by the Board under the | Harbour Programme": within what, and not what.
  if (/^\sunder\s(?:the\s|its\s)?$/.test(text.slice(last.end, start))) return undefined;
  const row = rowOf(site, at);
  const verb = participleOfAgent(text.slice(Math.max(0, (row[0]?.start ?? 0) - 90), row[0]?.start));
  return verb === undefined || isBesides(verb) ? undefined : organisationsOf(row);
};

/** "At the Dock Board you will find the | Raft Survey", "From the Bank one can order |": with whom it can be had. */
export const hostAhead: Relation = (site) => {
  const { text, start, all } = site;
  const at = all.findLastIndex((mention) => mention.end <= start);
  const [first] = at === -1 ? [] : rowOf(site, at);
  if (
    first === undefined ||
    !/^(?:[`'*]{1,2}[^`'*]{1,24}[`'*]{1,2}\s[–—-]\s)?(?:Also\s|And\s)?(?:[Aa]t|[Ff]rom|[Ww]ith)\s(?:the\s)?$/.test(
      text.slice(0, first.start),
    )
  )
    return undefined;
  return /^,?\s(?:you|one|users|readers|there|we)\s(?:(?:will|can|may|also|have)\s){0,2}(?:find|finds|gets?|got|obtain(?:ed)?|order|is|are|consult|received)\s[^.;:]{0,40}$/.test(
    text.slice(all[at]?.end, start),
  )
    ? organisationsOf(rowOf(site, at))
    : undefined;
};

/** Whom such words part from a thing, at most so many characters: the first one, for others may stand in what is said of him. */
function bodyBefore(words: RegExp, most: number): Relation {
  return (site) => {
    const { text, start, all } = site;
    const at = all.findIndex(({ end }) => end <= start && start - end < most && words.test(text.slice(end, start)));
    return at === -1 ? undefined : organisationsOf(rowOf(site, at));
  };
}

/** "the Bank | sends us unpublished tables from the | Crew Survey": what somebody gives the writer out of is his. */
const givesUs =
  /^(?:\s\([^()]{1,30}\))?\s(?:(?:also|now|has|have|kindly|regularly)\s){0,2}(?:sends?|sent|suppl(?:y|ies|ied)|gives?|gave|provides?|provided|lends?|lent|passes|passed|delivers?|delivered)\s(?:us|me)\s(?:with\s)?[^.;:,]{3,60}\s(?:from|of|out of)\s(?:the|its|their)\s["“«*_]{0,2}$/u;
export const giverAhead = bodyBefore(givesUs, 130);

/** "in | DB | Working Paper 36, “|Title”": whose series a title is a number of. */
const ofSeries =
  /^(?:'s)?\s(?:(?:Working|Discussion|Policy|Research|Technical|Occasional|Statistical|Issue)\s){1,2}(?:Papers?|Briefs?|Notes?|Reports?)\s(?:[Nn]o\.?\s)?\d[\d/-]*(?:\s\(\d{4}\))?[,:]\s["“«*_]{0,2}$/;
export const ownerOfSeries = bodyBefore(ofSeries, 60);

/** "the Dock Board (DB), a part of the Ministry, by which an electronic | register | has been kept". */
const byWhich =
  /^(?:\s\([^()]{1,30}\))?(?:,\s[^,.;:]{3,80})?,\sby\swhich\s(?:the|an?|its)\s(?:\p{Ll}+\s){0,3}["“«*_]{0,2}$/u;
export const agentOfRelative = bodyBefore(byWhich, 160);

/** "Produced by the", "Kept since 1990 by the", "A joint product of the": what may stand in front of a sentence. */
const front =
  /^(?:First\s|Jointly\s)?(?:(?<verb>\p{L}+(?:ed|un|en|ld|pt)|Made|Built)\s(?:[\p{Ll}\d]+\s){0,4}?by|(?:Under|By)\s(?:an?|the|their)\s(?:agreement|arrangement|contract|memorandum|convention)\s(?:of|between|by|among)|An?\s(?:(?!(?:by|of|from)\s)\p{Ll}+\s){1,3}(?:of|by|from))\s(?:the\s)?$/iu;

/** "Produced by the Dock Board, the | Quay Register …": said of the subject of the sentence, which follows its comma. */
export const frontedOwner: Relation = (site) => {
  const { text, start, all } = site;
  const [first] = all;
  if (first === undefined || first.end > start || first.start > 60) return undefined;
  const verb = front.exec(text.slice(0, first.start));
  if (verb === null || isBesides(verb.groups?.['verb']?.toLowerCase() ?? '')) return undefined;
  const row = rowOf(site, 0);
  const gap = text.slice(row.at(-1)?.end, start);
  return /^(?:(?:\s[^,.;:]{2,40})?,\s(?:the\s|its\s)?|\s(?:the|their|a)\s)(?:\p{Ll}+\s){0,2}["“«*_]{0,2}$/u.test(gap)
    ? organisationsOf(row)
    : undefined;
};

/** "Two surveys of the Dock Board matter here: the Raft Survey and the | Quay Register": a colon behind things of somebody. */
const things =
  /\b(?:datasets|data sets|databases|surveys|registers|collections|sources|series|publications|reports|studies|papers|titles|projects|products|files|tables)\s(?:of|by|from|(?:kept|held|published|issued|maintained|produced|run) by)\s(?:the\s)?$/;

export const rowAhead: Relation = (site) => {
  const { text, start, all } = site;
  const at = all.findLastIndex((mention) => mention.end <= start);
  const [first] = at === -1 ? [] : rowOf(site, at);
  const last = all[at];
  if (first === undefined || last === undefined || start - last.end > 240) return undefined;
  if (!/^[^.;:]{0,80}:\s/.test(text.slice(last.end, start))) return undefined;
  return things.test(text.slice(Math.max(0, first.start - 50), first.start))
    ? organisationsOf(rowOf(site, at))
    : undefined;
};
