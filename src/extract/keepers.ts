/** Finds whose the thing is that a sentence goes on about without naming it: "It belongs to …", "SPC runs it". */
import type { Organisation } from './organisations.js';
import { ownersAt, type Relation, type Site } from './owner-site.js';
import { frontedOwner } from './owners-ahead.js';
import { agent, belonging, resumed } from './owners-behind.js';
import { doesIt } from './owning-verbs.js';
import { dependent, justBefore } from './relations.js';

const owning = '(?:owner|organi[sz]er|conven[eo]r|producer|publisher|editor|custodian|compiler)s?';
const ownerBefore = new RegExp(
  String.raw`\b(?:${owning} (?:is|are|was|were)|(?:is|are|was|remains?) the property of|belongs? to|by (?:its|their) ${owning},)\s(?:the\s)?$`,
  'i',
);
const ownerBehind = new RegExp(
  String.raw`^(?:\s\([^()]{1,30}\))?\s(?:is|are|was|were|remains?)\s(?:also\s)?the\s(?:\p{Ll}+\s)?${owning}\b`,
  'u',
);

/** "The Institute is responsible for | the survey", "SPC runs it": the subject keeps what the text spoke of. */
const backward: Relation = (site) => {
  const { text, all } = site;
  const at = all.findIndex(
    (mention) =>
      mention.start <= 40 &&
      !dependent.test(justBefore(text, mention.start)) &&
      /^(?:\s\([^()]{1,30}\))?\s(?:\p{Ll}+\s){1,4}(?:it|them|(?:the|this|these)\s(?:data|database|survey|register|panel|study|files?|diaries|records|statistics|tables?|collection|series|project|programme|pilot|journal|review|newsletter|report|meeting|workshop|conference|seminar))\b/u.test(
        text.slice(mention.end, mention.end + 90),
      ) &&
      doesIt(text.slice(mention.end, mention.end + 50)),
  );
  // "A maintains it and B publishes it": both do.
  return at === -1 ? undefined : [...new Set([...ownersAt(site, at), ...(resumed(site) ?? [])])];
};

/** "Owned and updated by the Dock Board, it lists boats": said in front of "it". */
const fronted: Relation = (site) => {
  const comma = /,\s(?=(?:it|they|this|these)\s)/.exec(site.text.slice(0, 200));
  return comma === null ? undefined : frontedOwner({ ...site, start: comma.index + 2 });
};

/** Whose what a sentence goes on about is: "It is updated every year by …", "It belongs to …", "SPC runs it". */
export const findKeepers = (site: Site, goesOn: boolean): Organisation[] | undefined =>
  (goesOn ? (belonging(site) ?? resumed(site) ?? agent(site)) : (fronted(site) ?? backward(site))) ??
  (opensWithName.test(site.text) ? undefined : ownerIs(site)) ??
  shared(site) ??
  ownsIt(site);

/** "…; the file lies with the Crew Institute, and the Dock Board and it | own it in common", "signed with the Board|, who own it". */
const ownsIt: Relation = (site) => {
  const { text, all } = site;
  const at = all.findIndex(({ end }) =>
    /^(?:\s\([^()]{1,30}\))?(?:,\s(?:which|who))?\s(?:\p{Ll}+ly\s)?own(?:s|ed)?\s(?:it|them)\b/u.test(
      text.slice(end, end + 60),
    ),
  );
  return at === -1 ? undefined : ownersAt(site, at);
};

/** "Four institutions share it: A, B and the C": all that a colon sets off. */
const sharing =
  /^(?:\p{L}+|\d{1,2})\s(?:\p{Ll}+\s)?(?:institutions|bodies|agencies|organi[sz]ations|partners|ministries|offices|universities|institutes)\s(?:share|own|run|keep|maintain|publish|produce|collect|compile|manage|conduct|finance and run)\s(?:it|them|the\s\p{Ll}+)(?:\s(?:jointly|together))?:\s(?:the\s)?$/iu;
const shared: Relation = (site) => {
  const [first] = site.all;
  return first !== undefined && sharing.test(site.text.slice(0, first.start)) ? ownersAt(site, 0) : undefined;
};

/** "The Quay Permit System, on the other hand, was the property of …": something else is spoken of. */
const opensWithName =
  /^(?:The|An?)\s\p{Lu}[\p{L}-]+\s\p{Lu}[\p{L}-]+[^.;]{0,80}\s(?:is|are|was|remains?|belongs?)\s(?:the property|to)\b/u;

/** "…; the owner is the Observatory", "its organisers were A and B", "the Police is the owner": whatever else is said. */
const ownerIs: Relation = (site) => {
  const { text, all } = site;
  const at = all.findIndex(
    (mention) =>
      ownerBefore.test(text.slice(Math.max(0, mention.start - 40), mention.start)) ||
      ownerBehind.test(text.slice(mention.end, mention.end + 60)),
  );
  return at === -1 ? undefined : ownersAt(site, at);
};
