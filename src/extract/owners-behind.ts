/** The constructions in which the owner stands behind a thing and a verb: "belongs to …", "…, maintained by the …". */
import type { Organisation } from './organisations.js';
import { isOfAnother, ownersAt, type Relation, reach, rowOf, type Site } from './owner-site.js';
import { doesIt, isBesides, participleOfAgent } from './owning-verbs.js';

/** "Title, UNFPA, IOM (2006)", "Title (OECD, 2019)", "the survey of the Ministry of …": the owner stands right behind. */
export const behind: Relation = (site) => {
  const { text, end, all } = site;
  const at = all.findIndex((mention) => mention.start >= end);
  const mention = all[at];
  if (mention === undefined || mention.start - end > reach) return undefined;
  const gap = text.slice(end, mention.start);
  // American style puts the comma inside the quotation marks: “Title,” AGENCY, 2018.
  if (gap === ' ' && /,["”]$/.test(text.slice(0, end))) return ownersAt(site, at);
  const close =
    /^["”»*_]{0,2}(?:\s\d{1,3}(?:\.\d{1,3}){1,2})?(?:\s\((?:(?:19|20)\d{2}|\p{L}[^()]{1,40})\))?(?:\sof\s(?:19|20)\d{2}(?:\/\d{2,4})?(?:(?:,\s|,?\sand\s)(?:19|20)\d{2}(?:\/\d{2,4})?){0,8})?,?\s?(?:(?:(?:19|20)\d{2}(?:\s?[–/-]\s?\d{2,4})?,?\s)?\((?:(?:19|20)\d{2}(?:\s?[–/-]\s?\d{2,4})?[;,]\s)?(?:by\s|(?:source|owner|producer|publisher|provider|compiler|custodian|holder|depositor|deposited by|kept by|held by|maintained by):?\s)?(?:the\s)?|(?:,\s(?:\p{Ll}+\s){0,2}\d{4}[\d\s–/-]{0,8}(?:to\s[\d–/-]{4,9})?)?,\s?(?:(?:(?:likewise|again|also|once more)\s)?by\s)?(?:the\s)?|\s?[–—:]\s(?:the\s)?|(?:,\salso)?\s(?:of|from|by|at)\s(?:the\s|its\s)?|(?:,\s\d{4}(?:[–-]\d{2,4})?)?\s\[(?:the\s)?)$/iu;
  if (bothOf.test(gap)) return ownersAt(site, at);
  const isImprint = behindSeries.test(gap) && /^,\s[^();]{0,30}(?:19|20)\d\d\)/.test(text.slice(mention.end));
  return isImprint || close.test(gap) ? ownersAt(site, at) : undefined;
};
/** "the Census of 2010 and the Crew Survey of 2015, both of the |". */
const bothOf =
  /^["”»*_]{0,2}[^.;:()]{0,120},\s(?:both|all)\s(?:(?:conducted|compiled|kept|held|issued|published|run|taken)\s)?(?:of|by|from)\s(?:the\s)?$/u;
/** "Title, Harbour Papers, No. 14 (| Dock Board | , 2013)". */
const behindSeries = /^["”»*_]{0,2},\s\p{Lu}[^.;()]{3,80},?\s(?:[Nn]os?|[Vv]ol|[Nn]r)\.?\s?\d{1,4},?\s\((?:the\s)?$/u;

/** "answered for by the Fund until 2013, and the Dock Board | has done so since", ", whose property it remains", "the Dock Board, its owner". */
const saysWhose =
  /^\s(?:has|have)\sdone\sso\s(?:ever\s)?since\b|^,?\s(?:whose property|the property of which)\s(?:it|they|these|the \p{Ll}+)\s(?:remains?|is|are|was)\b|^,\s(?:its|their)\s(?:owners?|producers?|publishers?|keepers?|custodians?|compilers?|makers?)\b/u;

const belongs =
  /(?:,\s(?:now\s)?(?:held|kept|stored) (?:at|in|with)|\b(?:belong(?:s|ed|ing)?(?:\s(?:since|from|until)\s(?:\p{Lu}\p{Ll}+\s)?\d{4})? to|(?:is|are|was|remains?) (?:the (?:(?:common|joint|shared|exclusive)\s)?property|the responsibility|a joint \p{L}+|the work|an? \p{L}+|under the (?:authority|responsibility|auspices|direction)) of|(?:is|are) (?:now\s)?(?:held|kept|stored) (?:at|in|by|with)|(?:housed|maintained|built|compiled|developed|produced|created|assembled|curated) (?:at|in|within)|in the (?:hands|keeping|custody|care|possession|charge|ownership) of|in operation (?:at|in)|(?:owner|organi[sz]er|conven[eo]r|publisher|producer|keeper|compiler) (?:is|was)|(?:owners|organi[sz]ers|conven[eo]rs|publishers|producers|keepers|compilers) (?:are|were)))\s(?:the\s)?$/u;
/** Right behind the name; "the Atlas, whose figures come from the Board" is not the Board's. */
const liesWith =
  /^["”»*_]{0,2}(?:\s\([^()]{1,30}\))?(?:,\s(?:for\s)?(?:(?:the\s)?(?:school|academic|fiscal)\s)?(?:years?\s)?\d{4}[^,.;:]{0,24},)?\s(?:(?:lies|lay|rests|rested|sits|sat|stays|stayed|remains|is|was) with|(?:comes?|came|stems?|stemmed) from)\s(?:the\s)?$/;

/** "the Quay Register, for which the | Dock Board | is responsible", ", of which the | Dock Board | is the owner". */
const forWhich = /^["”»*_]{0,2}(?:\s\([^()]{1,30}\))?,\s(?:for|to|of)\swhich\s(?:the\s)?$/;
const isResponsible =
  /^[^.;,]{0,120}?\s(?:(?:is|are|was|were)\s(?:(?:\p{Ll}+ly\s)?responsible|(?:the\s)?(?:(?:joint|sole|only)\s|co-)?owners?\b)|(?:grants?|gives?|controls?)\s(?:\p{Ll}+\s)?access)\b/u;

/** "; in Chad, permits are kept by the": of something else, which the clause names itself. */
const inOtherClause = /;\s(?:and\s|but\s)?(?:in|for)\s(?:the\s)?\p{Lu}[\p{L}\s]+,\s(?!it\b|they\b)\p{L}/u;

/** "it belongs to the …", "is the property of …", "is a joint undertaking of …": said of the thing in its sentence. */
export const belonging: Relation = (site) => {
  const { text, end, all } = site;
  const at = all.findIndex(
    (mention) =>
      mention.start >= end &&
      !isOfAnother(site, mention.start) &&
      !inOtherClause.test(text.slice(end, mention.start)) &&
      (belongs.test(text.slice(Math.max(end, mention.start - 60), mention.start)) ||
        saysWhose.test(text.slice(mention.end, mention.end + 60))),
  );
  if (at !== -1) return ownersAt(site, at);
  // "Responsibility for the Quay Register lies with the Dock Board".
  const first = all.findIndex((mention) => mention.start >= end);
  const gap = text.slice(end, all[first]?.start);
  const answers = forWhich.test(gap) && isResponsible.test(text.slice(all[first]?.end, (all[first]?.end ?? 0) + 160));
  return answers || liesWith.test(gap) ? ownersAt(site, first) : undefined;
};

/** "“Tides at Work” Report by the |", "“Tides at Work”. Written by the |". */
const writtenBy =
  /^["”»*_]{0,2}(?:\s(?:Report|Study|Paper|Book|Brief|Guide)\s(?:by|of|from)|\.\s(?:Written|Edited|Published|Issued|Prepared|Compiled)\s(?:jointly\s)?by)\s(?:the\s)?$/u;
/** Who has written what a reference names, in words of its own behind the title. */
export const writer: Relation = (site) => {
  const at = site.all.findIndex((mention) => mention.start >= site.end);
  return writtenBy.test(site.text.slice(site.end, site.all[at]?.start)) ? ownersAt(site, at) : undefined;
};

/** A stop, but that of "vol. 33", ends what is said of a name; a semicolon does unless "it" goes on behind it. */
const endsSaying = (gap: string): boolean =>
  /(?<!\b(?:[Vv]ols?|[Nn]os?|[Nn]r|[Ee]d|pp?))\.\s|;\s(?!(?:it|they)\s)/.test(gap);

/** "“Title”, in Harbour Studies 4, which is edited by …": said of what stands between. */
const ofAnother =
  /\bin\s(?:the\s)?(?:\p{Ll}+\s)?[*_"“]?\p{Lu}[\p{L}-]+\s(?:\p{Ll}{1,3}\s)?\p{Lu}[^.;]{0,60},\s(?:which|that)\s/u;

/** "by | our colleagues at the | University": others than we. */
const ourPartners = /^our\s(?:\p{Ll}+\s){0,2}(?:colleagues|partners|counterparts|friends)\s(?:at|of|from|in)\s/u;

/** "is based on permits granted by the |": what is said of the papers it is made from. */
const fromPapers =
  /\b(?:based|drawn|derived|computed|calculated|estimated|compiled)\s(?:up)?(?:on|from)\s(?:the\s)?(?:\p{Ll}+\s){0,3}(?:permits|visas|forms|licen[cs]es|declarations|applications|notifications|certificates|passports|cards)\s\p{Ll}+(?:ed|en|pt|ld)\sby\s(?:the\s)?$/u;

/** "…, maintained by the Ministry of …": the agent of a passive behind the name. */
export const agent: Relation = (site) => {
  const { text, end, all } = site;
  for (const [at, mention] of all.entries()) {
    if (mention.start < end) continue;
    const gap = text.slice(end, mention.start);
    if (gap.length > 2 * reach || endsSaying(gap) || ofAnother.test(gap)) return undefined;
    if (isOfAnother(site, mention.start) || ourPartners.test(text.slice(mention.start, mention.end + 40))) continue;
    if (fromPapers.test(gap)) return undefined;
    const verb = participleOfAgent(withoutCircumstances(site, end, mention.start));
    if (verb !== undefined && !isBesides(verb)) return [...new Set([...ownersAt(site, at), ...agentsAfter(site, at)])];
  }
  return undefined;
};

/** ", given to us by the |": whose it was before it came into the writer's hands. */
const givenToUs =
  /^["”»*_]{0,3}(?:\s\([^()]{1,30}\))?,\s(?:(?:kindly|first)\s)?(?:given|lent|handed(?:\sover)?|passed\son|entrusted|left|ceded|supplied)\sto\s(?:us|me)\sby\s(?:the\s)?$/u;
export const giver: Relation = (site) => {
  const { text, end, all } = site;
  const at = all.findIndex((mention) => mention.start >= end && mention.foundBy !== 'first-person');
  return at !== -1 && givenToUs.test(text.slice(end, all[at]?.start)) ? ownersAt(site, at) : undefined;
};

const passiveRelative =
  /^["”»*_]{0,2}(?:\s\([^()]{1,30}\))?,\s(?:which|that)\s(?:(?:is|are|was|were|(?:has|have)\sbeen)\s)(?:\p{Ll}+\s){0,2}\p{Ll}+(?:ed|pt|ld|un|en)\s[^.;:,]{0,40}by\s(?:the\s)?$/u;
/** "We write in the journal Tides, which is edited by the …": whoever else acts in the sentence. */
export const relativeAgent: Relation = (site) => {
  const { text, end, all } = site;
  const first = all.find((mention) => mention.start >= end);
  if (first === undefined || first.start - end > 110 || !passiveRelative.test(text.slice(end, first.start)))
    return undefined;
  return agent(site);
};

/** "designed by A | and carried out by | B": the agents of the verbs that go on behind the first one's. */
function agentsAfter(site: Site, at: number): Organisation[] {
  const { text, all } = site;
  const last = rowOf(site, at).at(-1);
  const next = last === undefined ? -1 : all.findIndex((mention) => mention.start >= last.end);
  const gap = text.slice(last?.end, all[next]?.start);
  if (
    next === -1 ||
    gap.length > 60 ||
    !/^(?:\s\([^()]{1,20}\))?,?\s(?:and\s)?(?:\p{Ll}+ly\s)?\p{Ll}+(?:ed|un|ld|pt|ten|out)\b/u.test(gap)
  )
    return [];
  const verb = participleOfAgent(gap);
  return verb === undefined || isBesides(verb) ? [] : [...ownersAt(site, next), ...agentsAfter(site, next)];
}

/** "undertaken in Grenada and Saint Lucia in 2014 and 2018 by" → "undertaken by": where and when left out, with their little words. */
function withoutCircumstances({ text, circumstances = [] }: Site, from: number, to: number): string {
  const within = circumstances.filter((span) => span.start >= from && span.end <= to);
  if (within.length === 0) return text.slice(Math.max(from, to - reach), to);
  let rest = '';
  let at = from;
  for (const span of [...within].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    rest += text
      .slice(at, span.start)
      .replace(/(?:,?\s(?:in|on|from|to|since|between|during|for|and|at|of|the|as of)){1,3}\s$|,\s$/u, ' ');
    at = span.end;
  }
  return `${rest}${text.slice(at, to)}`.replace(/\s+/g, ' ').slice(-reach);
}

/** "carried it out", "has kept them", "which owns them": the verb right before what it is done to. */
const doesToIt =
  /^(?:\s\([^()]{1,30}\))?(?:,\s(?:which|who))?(\s(?:(?:also|now|has|have|had|will|then|still|jointly|itself|both|since)\s){0,3}\p{Ll}+(?:\s(?:out|up|on))?\s)(?:it|them)\b(?!\s(?:is|was|are|were|has|had)\b)/u;

/** "… was paid for by A: | B carried it out and publishes it", "deposited with B, which owns them": said of it again. */
export const resumed: Relation = (site) => {
  const { text, end, all } = site;
  const found = all.flatMap((mention, at) => {
    if (mention.start < end || mention.start - end > 2 * reach || endsSaying(text.slice(end, mention.start))) return [];
    const does = doesToIt.exec(text.slice(mention.end, mention.end + 90))?.[1];
    return does !== undefined && doesIt(does) ? ownersAt(site, at) : [];
  });
  return found.length === 0 ? undefined : [...new Set(found)];
};
