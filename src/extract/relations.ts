/** The ways in which a sentence says whose a named thing is, the surest first. */

import type { Organisation } from './organisations.js';
import { isOfAnother, organisationsOf, ownersAt, type Relation, reach, rowOf, type Site } from './owner-site.js';
import {
  agentAhead,
  agentOfRelative,
  frontedOwner,
  giverAhead,
  hostAhead,
  ownerOfSeries,
  rowAhead,
} from './owners-ahead.js';
import { agent, behind, belonging, giver, relativeAgent, resumed, writer } from './owners-behind.js';
import { doesIt, isBesides } from './owning-verbs.js';

/** Words that may stand between an owner and its thing. */
const between =
  /^(?:(?:own|annual|yearly|latest|new|first|second|third|flagship|recent|quarterly|biannual|biennial|monthly|half-yearly|official|online|public|main|so-called|current|two|three|existing|regular|long-running|own|joint|central|national|series|journal|bulletin|newsletter|yearbook|report|database|survey|periodical|programme|project)\s){0,4}["“«*_]{0,2}$/i;

const madeBy =
  /\b(?:study|report|book|paper|survey|article|guide|brief|atlas|handbook|volume|publication|database|project|series) (?:by|of|from)\s(?:the\s)?$/i;

/** "UNHCR's Statistical Yearbook", "the UNHCR *Statistical Yearbook*", "ORG: Thing", "ORG – Thing": right before it. */
const before: Relation = (site) => {
  const { text, start, all } = site;
  const at = all.findLastIndex((mention) => mention.end <= start);
  const mention = all[at];
  if (mention === undefined || start - mention.end > reach) return undefined;
  const gap = text.slice(mention.end, start);
  if (/^,?\swhose\s/.test(gap) && !/[.;]/.test(gap)) return ownersAt(site, at);
  const row = rowOf(site, at);
  const first = row[0]?.start ?? start;
  const opens = first <= 5 || /[;:]\s$/.test(text.slice(Math.max(0, first - 2), first));
  if (
    opens &&
    /^(?:,\s\p{Lu}[\p{L}-]+\s(?:office|branch)|,\s\p{Lu}[\p{L}-]+(?=:))?[*_]{0,2}\s?(?:,\s|[:–—-]\s|\|\s)(?:(?:an?|the)\s(?:survey\s|database\s|register\s|report\s|study\s)?)?["“«*_]{0,2}$/u.test(
      gap,
    )
  )
    return organisationsOf(row);
  // "a study by the University, | Title".
  if (/^,\s["“«*_]{0,2}$/.test(gap) && madeBy.test(text.slice(Math.max(0, first - 40), first)))
    return organisationsOf(row);
  // "RFB Technical Note 7, *Title*": the owner of a series in front of its number.
  if (/^\s(?:\p{Lu}[\p{L}-]+\s){1,3}(?:[Nn]o\.\s)?\d{1,4},\s["“«*_]+$/u.test(gap)) return ownersAt(site, at);
  const possessive = /^(?:'s|')\s/.exec(gap);
  if (possessive !== null) {
    const rest = gap.slice(possessive[0].length);
    return between.test(rest) || /^(?:\p{Ll}[\p{L}-]*\s){0,4}["“«*_]{0,2}$/u.test(rest)
      ? ownersAt(site, at)
      : undefined;
  }
  if (!/^\s/.test(gap) || !between.test(gap.trimStart())) return undefined;
  // "…by UNHCR. *Title*" is no apposition; neither is "in cooperation with UNHCR *Title*", but it does as well.
  // "the joint ILO-Eurostat *Title*".
  const hyphened = row.every((one, n) => n === 0 || /^\s?[-–/&]\s?$/.test(text.slice(row[n - 1]?.end, one.start)));
  return hyphened ? organisationsOf(row) : [mention.value];
};

/** "Title, which the ORG publishes", "Title, which A paid for and which B has kept since 1990". */
const relative: Relation = (site) => {
  const { text, end, all } = site;
  const at = all.findIndex((mention, n) => {
    if (mention.start < end || mention.start - end > reach || isOfAnother(site, mention.start)) return false;
    const gap = text.slice(end, mention.start);
    // "the register, of which the Board has a copy": only a part is its.
    if (
      !/^["”»*_]{0,2}[^.;]{0,40},?\s(?:which|that)\s/.test(gap) ||
      !/(?<!\sof)\s(?:which|that)\s(?:the\s)?$/.test(gap)
    )
      return false;
    if (/[.;]\s/.test(gap)) return false;
    const last = rowOf(site, n).at(-1) ?? mention;
    const does = text.slice(last.end, last.end + 60).replace(inTown, '');
    return doesIt(does) || (/\sin\swhich\s(?:the\s)?$/.test(gap) && tellsIn.test(does));
  });
  return at === -1 ? undefined : ownersAt(site, at);
};
/** "the Raft Tables, in which the Board | gives the number of …". */
const tellsIn =
  /^(?:\s\([^()]{1,30}\))?\s(?:(?:also|now|has|have)\s){0,2}(?:gives?|given|gave|shows?|shown|showed|lists?|listed|presents?|presented|puts together|brings together|sets out|reports?|reported|tells?|told|describes?|described|combines?|combined)\s/;
/** "the Institute | in Lima | maintains": where somebody sits. */
const inTown = /^\s(?:in|at)\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?=\s\p{Ll})/u;

/** "estimated by the Dock Board, which has released the | Quay Register": whom a relative clause is about does it. */
const subjectOfRelative: Relation = (site) => {
  const { text, start, all } = site;
  const at = all.findLastIndex((mention) => mention.end <= start);
  const gap = text.slice(all[at]?.end, start);
  const clause = /^(?:\s\([^()]{1,30}\))?,\s(?:which|who)(?=\s\p{Ll})([^.;:,]{3,90})$/u.exec(gap)?.[1];
  return at !== -1 && clause !== undefined && doesIt(clause) ? ownersAt(site, at) : undefined;
};

/** "A handed over the survey of seamen, which it had carried out": "it" is who acts in the sentence. */
const relativePronoun: Relation = (site) => {
  const { text, start, end, all } = site;
  const clause = /^["”»*_]{0,2}[^.;]{0,60},\s(?:which|that)\s(?:it|they)\s([^.;]{3,40})/.exec(
    text.slice(end, end + 130),
  )?.[1];
  if (clause === undefined || !doesIt(` ${clause}`)) return undefined;
  const at = all.findIndex((mention) => mention.end <= start && !dependent.test(justBefore(text, mention.start)));
  return at === -1 ? undefined : ownersAt(site, at);
};

/** The words up to the owner, the last before "of" or "by" being the first group; an article may lack behind a colon or dash. */
const appositive =
  /^["”»*_]{0,2}(?:\s\([^()]{1,30}\)|,\s(?:19|20)\d{2})?[*_]{0,2}(?:,?\s(?:is\s|was\s)?(?:an?|the|one|its)|\s\((?:an?|the)?|[:–—-]{1,2}[*_]{0,2}(?:\s(?:an?|the|its))?|\s[–—-](?:\s(?:an?|the|its))?)\s(?:[\p{L}-]+\s){0,5}([\p{L}-]+)\s(?:of|by|from|between|that|which)\s(?:the\s)?$/u;
/** "*Data at Sea*, conference of A and B, Lima": a noun of things without an article. */
const barely =
  /^["”»*_]{0,2},\s(?:(?:joint|annual|regional|international|second|third)\s){0,2}(?:conference|workshop|seminar|meeting|report|survey|database|journal|project|publication|bulletin|study|yearbook|newsletter)\s(?:of|by)\s(?:the\s)?$/u;

/** ", a survey (2007 and 2010) of households in Chad by the": who made it stands at the end. */
const madeAtEnd =
  /^["”»*_]{0,2}(?:\s\([^()]{1,30}\))?,\san?\s(?:[\p{L}\d-]+\s){0,4}(?:survey|panel|study|census|database|register|file|collection|report|project|series)\s(?:[^.;,()]|\([^()]{1,60}\)\s?){3,120}(?<!(?:ed|en|un|ld|pt|de))\sby\s(?:the\s)?$/u;

/** ", a joint venture of A and B", ", a survey by A": an apposition names the owner. */
const apposition: Relation = (site) => {
  const { text, end, all } = site;
  const at = all.findIndex((mention) => mention.start >= end);
  const mention = all[at];
  if (mention === undefined || mention.start - end > reach) return undefined;
  const gap = text.slice(end, mention.start);
  if (madeAtEnd.test(gap)) return ownersAt(site, at);
  if (gap.length > 120) return undefined;
  if (barely.test(gap)) return ownersAt(site, at);
  const word = appositive.exec(gap)?.[1];
  // A report is no verb there.
  return word === undefined || (word !== 'report' && isBesides(word)) ? undefined : ownersAt(site, at);
};

/** So much of what stands before a mention as `dependent` looks at. */
export const justBefore = (text: string, at = text.length): string => text.slice(Math.max(0, at - 24), at);
/** An organisation behind these is not the subject of its clause. */
export const dependent =
  /\b(?:of|for|with|to|from|than|in|at|on|like|including|unlike|within|under|against|among|about|between|via|through|into|outside|across|by)\s(?:the\s|its\s|their\s|our\s)?$/i;
/** "the Director of ORG", "the delegate of ORG": who speaks for it is as good as the organisation. */
const speaksFor =
  /\b(?:on behalf of|speaking (?:for|as)|(?:delegate|representative|secretariat|staff|head|director|chief|president|members?|researchers?|team|experts?) (?:of|from|at))\s(?:the\s)?$/i;

/** "The World Bank and DFID are jointly organizing the …": the subject of the sentence does it. */
const subject: Relation = (site) => {
  const { text, start, all } = site;
  for (let at = all.findLastIndex((mention) => mention.end <= start); at >= 0; at--) {
    const mention = all[at];
    if (mention === undefined) continue;
    const gap = text.slice(mention.end, start);
    if (gap.length > 2 * reach || /;|[.!?]\s\p{Lu}/u.test(gap) || opensClause(site, gap)) return undefined;
    const [first = mention] = rowOf(site, at);
    const ahead = text.slice(Math.max(0, first.start - 60), first.start);
    if (dependent.test(ahead) && !speaksFor.test(ahead)) {
      // "Together with A, | B keeps …": the comma ends what stands in front.
      const fronted = first !== mention && /^,\s(?:the\s)?$/.test(text.slice(all[at - 1]?.end, mention.start));
      if (fronted && doesIt(gap)) return [mention.value];
      // "the agencies, led by the Dock Board, | have issued the".
      if (
        /\b(?:led|headed|chaired|coordinated)\sby\s(?:the\s)?$/.test(ahead) &&
        doesIt(/^,(\s.*)$/s.exec(gap)?.[1] ?? '')
      )
        return ownersAt(site, at);
      continue;
    }
    if (/^'s?\s/.test(gap) && !/^'s?\s(?:[\p{L}-]+\s){1,5}/u.test(gap)) continue;
    if (doesIt(gap)) return ownersAt(site, at);
  }
  return undefined;
};

/** "I am informed by the Office that it also possesses the | Quay Register": what somebody said of himself. */
const ofItself: Relation = (site) => {
  const { text, start, all } = site;
  const at = all.findLastIndex((mention) => mention.end <= start);
  const gap = text.slice(all[at]?.end, start);
  const clause = /^(?:\s\([^()]{1,30}\))?\sthat\s(?:it|they)(?=\s)([^.;:]{3,90})$/.exec(gap)?.[1];
  return at !== -1 && clause !== undefined && doesIt(clause) ? ownersAt(site, at) : undefined;
};

/** "It counts boats, and | the Raft Survey covers 1991": the thing is the subject of a clause of its own. */
const opensClause = ({ text, end }: Site, gap: string): boolean =>
  /,?\s(?:and|but|while|whereas)\s(?:the\s)?["“*_]{0,2}$/.test(gap) &&
  /^["”*_]{0,2}(?:\s\([^()]{1,30}\))?\s(?:is|are|was|were|has|have|had|can|will|\p{Ll}{3,}s)\s/u.test(
    text.slice(end, end + 60),
  );

/** "which we hold on behalf of the Institute": who keeps data for others does not own them. */
const behalf: Relation = (site) => {
  const { text, end, all } = site;
  const at = all.findIndex(
    (mention) =>
      mention.start >= end &&
      /\b(?:hold|holds|held|keep|keeps|kept|host|hosts|hosted|distribut\w+|archiv\w+|maintain\w*|compil\w+|conduct\w*|run|runs)\b[^.;]{0,60}\son behalf of\s(?:the\s)?$/i.test(
        text.slice(Math.max(end, mention.start - 110), mention.start),
      ),
  );
  return at === -1 ? undefined : ownersAt(site, at);
};

/** "sent to the Dock Board for its | Quay Register", "for the | Quay Database", "passed on to the Dock Board, which prints them in its | …": who gets something, and does it himself. */
const receiver = /\bto\s(?:the\s)?$/i;
const ofReceiver =
  /^(?:,\s(?:which|who|that)\s[^.;:]{2,90}|\s(?:for(?:\s\p{Ll}+\s(?:in|by))?|to use in))\s(?:its|their)\s|^(?:\s\([^()]{1,30}\))?\sfor\s(?:inclusion\sin\s)?the\s["“«*_]{0,2}$/u;

const fronted = /^(?:For|In|With|To|Through|Under|As part of)\s(?:its|their)\s(?:[\p{Ll}-]+\s){0,3}["“*_]{0,2}$/u;
/** "For its | Crew Report, | the Dock Board relied on …": where the subject stands to which "its" points ahead; -1 where it points to nobody behind. */
export function findSubjectBehind({ text, start, end, all }: Pick<Site, 'text' | 'start' | 'end' | 'all'>): number {
  const next = all.findIndex((mention) => mention.start >= end);
  const isAhead = next !== -1 && fronted.test(text.slice(0, start)) && all.every((mention) => mention.start >= end);
  return isAhead && /^[^.;]{0,120},\s(?:the\s)?$/.test(text.slice(end, all[next]?.start)) ? next : -1;
}

/** "IDMC, which belongs to NRC: | its Displacement Database": whoever is the subject of the sentence. */
const pronoun: Relation = (site) => {
  const { text, start, all } = site;
  const last = all.findLastIndex((mention) => mention.end <= start);
  const [first, ...row] = last === -1 ? [] : rowOf(site, last);
  if (first !== undefined && ofReceiver.test(text.slice((row.at(-1) ?? first).end, start))) {
    const nearest = all[last];
    if (nearest !== undefined && receiver.test(justBefore(text, nearest.start))) return [nearest.value];
    if (receiver.test(justBefore(text, first.start))) return organisationsOf([first, ...row]);
  }
  if (
    !/\b(?:its|their)\s(?:(?!(?:at|the|to|in|on|by|for|with)\s)[\p{Ll}-]+\s){0,4}["“«*_]{0,2}$/u.test(
      text.slice(Math.max(0, start - 70), start),
    )
  )
    return undefined;
  // "permits were issued by the Board, and its | Permit Statistics …": by whom or whose, and his.
  const nearest = all[last];
  if (
    nearest !== undefined &&
    /^,\sand\s(?:its|their)\s/.test(text.slice(nearest.end, start)) &&
    /\b(?:by|of|from)\s(?:the\s)?$/.test(justBefore(text, first?.start))
  )
    return organisationsOf([first ?? nearest, ...row]);
  // "As far as we know the Dock Board has asked in its | Raft Survey …": we are none of theirs.
  const ahead = all.flatMap(({ end, foundBy }, at) => (end <= start && foundBy !== 'first-person' ? [at] : []));
  // "For its | Crew Report, the Dock Board relied on …".
  const next = findSubjectBehind(site);
  if (next !== -1) return ownersAt(site, next);
  const free = ahead.find((at) => !dependent.test(justBefore(text, all[at]?.start)));
  const at = free ?? ahead[0];
  return at === undefined ? undefined : ownersAt(site, at);
};

/** In this order: what stands closest to the name says it most surely. */
const relations: readonly Relation[] = [
  behalf,
  giver,
  ownerOfSeries,
  apposition,
  before,
  behind,
  belonging,
  relative,
  relativeAgent,
  relativePronoun,
  subjectOfRelative,
  agentAhead,
  frontedOwner,
  giverAhead,
  agentOfRelative,
  hostAhead,
  rowAhead,
  pronoun,
  subject,
  ofItself,
  resumed,
  writer,
  agent,
];

/** What is said right behind a name of it alone: ", which is edited by …", "(journal of the …)", "a quarterly of the …". */
export function findSaidBehind(site: Site): Organisation[] {
  for (const relation of [apposition, relative, writer, agent]) {
    const owners = relation(site);
    if (owners !== undefined && owners.length > 0) return owners;
  }
  return [];
}

/** "the DB Quay Register, maintained by the | Crew Section", "the Crew Section maintains the DB Quay Register": the part that does it, of whom the name says whose it is. */
function findPart(site: Site, owners: readonly Organisation[]): Organisation[] {
  const [whole, ...more] = owners;
  const parts = whole === undefined || more.length > 0 ? [] : (agent(site) ?? subject(site) ?? []);
  return whole !== undefined && parts.some((one) => one.parent === whole) ? parts : [...owners];
}

/** The owners that the sentence itself tells; empty where it tells none. */
export function findRelated(site: Site): Organisation[] {
  for (const relation of relations) {
    const owners = relation(site);
    if (owners !== undefined && owners.length > 0) return relation === before ? findPart(site, owners) : owners;
  }
  return [];
}
