/** Finds whose a named thing is: in its sentence, by the heading above, by the sentences before, or across a lost heading. */
import type { Ownership } from './ledger.js';
import { type Mention, mentionsOf } from './mention.js';
import type { Organisation } from './organisations.js';
import type { Scene } from './scene.js';

/** What others do to data that are not theirs. */
const notAgent =
  /^(?:edited|funded|financed|supported|reported|recorded|enumerated|translated|reviewed|born|signed|covered|followed|presented|used|cited|adopted|endorsed|approved|requested|required)$/i;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Verbs by which an organisation makes or keeps what the sentence names. */
const owning =
  /\b(?:publish\w*|issu(?:e|es|ed|ing)|releas\w+|produc\w+|maintain\w*|compil\w+|conduct\w*|collect\w*|disseminat\w+|manag\w+|runs?|running|operat\w+|holds?|held|hosts?|hosted|prepar\w+|organi[sz]\w+|conven\w+|develop\w*|establish\w*|launch\w*|creat\w+|keeps?|kept|carr(?:y|ies|ied)\sout|undert(?:akes?|ook|aken)|coordinat\w+|administ\w+|provid\w+|offers?|offered|mak(?:es?|ing)\savailable|made\savailable|adopt\w*|has|have|edits?|edited|sponsor\w*|pilot\w*|implement\w*|started|began|set\sup|sets\sup|draws?\sup|owns?|curat\w+|archiv\w+|gather\w*|assembl\w+|update[sd]?|updating|complet\w+|contribut\w+|responsible\sfor|wrote|writes|circulat\w+|brings\sout|brought\sout|stores?|serves?|facilitated|financ\w+|commission\w+)\b/i;
const joins =
  /^(?:,\s(?:the\s)?|,?\sand\s(?:by\s)?(?:the\s)?|\s&\s|\s?\/\s?|-|\s?[–+]\s?|,?\s(?:jointly|together)\swith\s(?:the\s)?|,?\sas well as\s(?:the\s)?)$/i;
const notOwner =
  /\b(?:on behalf of|for|with|to|from|than|edited by|funded by|financed by|supported by|support of|cooperation with|collaboration with|in|at|like|including|unlike|of)\s(?:the\s)?$/i;

/** The organisations that stand in a row with the one at `at`, itself included. */
function rowOf(text: string, all: readonly Mention<'organisation'>[], at: number): Mention<'organisation'>[] {
  const row: Mention<'organisation'>[] = [];
  let first = at;
  let last = at;
  for (let n = at; n > 0 && joins.test(text.slice(all[n - 1]?.end, all[n]?.start)); n--) first = n - 1;
  for (let n = at; n + 1 < all.length && joins.test(text.slice(all[n]?.end, all[n + 1]?.start)); n++) last = n + 1;
  for (let n = first; n <= last; n++) {
    const mention = all[n];
    if (mention !== undefined) row.push(mention);
  }
  return row;
}

const organisationsOf = (row: readonly Mention<'organisation'>[]): Organisation[] => [
  ...new Set(row.map((mention) => mention.value)),
];

/** The organisations of the row that the mention at `at` stands in: "A, B and C", "us together with D". */
export const rowAt = (text: string, all: readonly Mention<'organisation'>[], at: number): Organisation[] =>
  organisationsOf(rowOf(text, all, at));

/** "UNHCR's Statistical Yearbook", "the UNHCR *Statistical Yearbook*": the owner stands right before. */
function ownerBefore(text: string, all: readonly Mention<'organisation'>[], span: Span): Organisation[] | undefined {
  const at = all.findLastIndex((mention) => mention.end <= span.start);
  const mention = all[at];
  if (mention === undefined) return undefined;
  const gap = text.slice(mention.end, span.start);
  if (/^,?\swhose\s(?:\p{Ll}+\s){0,2}["“*]?$/u.test(gap)) return organisationsOf(rowOf(text, all, at));
  if (/^,\s["“*]?$/.test(gap) && mention.start <= 5) return organisationsOf(rowOf(text, all, at));
  const directly =
    /^(?:'s|')?\s?(?:(?:own|annual|latest|new|first|second|flagship|recent|quarterly|biannual|biennial|monthly|official|online|public|main|so-called|current|two|three|existing)\s){0,3}["“*]?$/i.test(
      gap,
    );
  if (!directly || gap === '')
    return gap === '' && mention.end === span.start ? undefined : directly ? [mention.value] : undefined;
  return organisationsOf(rowOf(text, all, at));
}

/** "Title, UNFPA, IOM (2006)", "Title (OECD, 2019)", "the survey of the Ministry of …": the owner stands right behind. */
function ownerBehind(text: string, all: readonly Mention<'organisation'>[], span: Span): Organisation[] | undefined {
  const at = all.findIndex((mention) => mention.start >= span.end);
  const mention = all[at];
  if (mention === undefined) return undefined;
  const gap = text.slice(span.end, mention.start);
  const close = /^["”*]?\s?(?:\((?:the\s)?|,\s?(?:the\s)?|\s?[–—:]\s(?:the\s)?|\s(?:of|from)\s(?:the\s)?)$/i;
  if (/^["”*]?,?\s(?:which|that)\s(?:the\s)?$/.test(gap)) {
    const row = rowOf(text, all, at);
    const end = row.at(-1)?.end ?? mention.end;
    if (owning.test(text.slice(end, end + 40))) return organisationsOf(row);
  }
  // American style puts the comma inside the quotation marks: “Title,” AGENCY, 2018.
  if (gap === ' ' && /,["”]$/.test(text.slice(0, span.end))) return organisationsOf(rowOf(text, all, at));
  return close.test(gap) ? organisationsOf(rowOf(text, all, at)) : undefined;
}

/** "…, maintained by the Ministry of …": the agent of a passive behind the name. */
function ownerAsAgent(text: string, all: readonly Mention<'organisation'>[], span: Span): Organisation[] | undefined {
  for (const [at, mention] of all.entries()) {
    if (mention.start < span.end) continue;
    const gap = text.slice(span.end, mention.start);
    if (gap.length > 160 || /[.;]\s/.test(gap)) return undefined;
    const passive = /\b(\w+(?:ed|un|held|ld|pt|ut))\s(?:[\p{Ll}\d–-]+\s){0,3}?by\s(?:the\s)?$/u.exec(gap);
    if (passive !== null && !notAgent.test(passive[1] ?? '')) return organisationsOf(rowOf(text, all, at));
  }
  return undefined;
}

/** "The World Bank and DFID are jointly organizing the …": the subject of the sentence does it. */
function ownerAsSubject(text: string, all: readonly Mention<'organisation'>[], span: Span): Organisation[] | undefined {
  for (let at = all.findLastIndex((mention) => mention.end <= span.start); at >= 0; at--) {
    const mention = all[at];
    if (mention === undefined) continue;
    const before = text.slice(0, mention.start);
    const gap = text.slice(mention.end, span.start);
    if (/[;]|\.\s\p{Lu}/u.test(gap)) return undefined;
    if (notOwner.test(before) && !joins.test(text.slice(all[at - 1]?.end ?? 0, mention.start))) continue;
    if (/\bby\s(?:the\s)?$/i.test(before) && /,\s/.test(gap)) continue;
    if (/^'s?\s(?!\w+\s(?:publish|maintain|compil))/.test(gap) && !owning.test(gap)) continue;
    if (owning.test(gap)) return organisationsOf(rowOf(text, all, at));
  }
  return undefined;
}

/** "which we hold on behalf of the Institute": who keeps data for others does not own them. */
function ownerBehalf(text: string, all: readonly Mention<'organisation'>[], span: Span): Organisation[] | undefined {
  const at = all.findIndex(
    (mention) =>
      mention.start >= span.end &&
      /\b(?:hold|holds|held|keep|keeps|kept|host|hosts|hosted|distribut\w+|archiv\w+|maintain\w*|compil\w+|conduct\w*)\b[^.;]{0,60}\son behalf of\s(?:the\s)?$/i.test(
        text.slice(span.end, mention.start),
      ),
  );
  return at === -1 ? undefined : organisationsOf(rowOf(text, all, at));
}

/** "jointly with X", "together with X and Y": partners who own as well, before or behind the name. */
function jointPartners(text: string, all: readonly Mention<'organisation'>[]): Organisation[] {
  const at = all.findIndex((mention) =>
    /\b(?:jointly|together)\s(?:with|by)\s(?:the\s)?$/i.test(text.slice(0, mention.start)),
  );
  return at === -1 ? [] : organisationsOf(rowOf(text, all, at));
}

/** The owners that the sentence itself states; empty where it states none. */
export function statedOwners(scene: Scene, span: Span): readonly Organisation[] {
  const { text, mentions } = scene.reading;
  const all = mentionsOf(mentions, 'organisation').filter(
    (mention) => mention.end <= span.start || mention.start >= span.end,
  );
  if (all.length === 0) return [];
  const owners =
    ownerBehalf(text, all, span) ??
    ownerBefore(text, all, span) ??
    ownerBehind(text, all, span) ??
    ownerAsSubject(text, all, span) ??
    ownerAsAgent(text, all, span) ??
    [];
  const partners = jointPartners(text, all);
  if (owners.length > 0) return [...new Set([...owners, ...partners])];
  // The partner alone is named here: the other owner is who the text is about.
  return partners.length > 0 ? [...new Set([...contextOwnership(scene).organisations, ...partners])] : [];
}

/** Whose the thing at a span is. */
export function findOwnership(scene: Scene, span: Span): Ownership {
  const stated = statedOwners(scene, span);
  if (stated.length > 0) return { organisations: stated, attribution: 'stated', clues: [] };
  return contextOwnership(scene);
}

/** The owner that the surroundings tell: a speaker of this very paragraph, the section's, or the latest speaker. */
export function contextOwnership(scene: Scene): Ownership {
  const { section, topic, blockIndex } = scene;
  const { speaker } = topic;
  const here = speaker !== undefined && speaker.block === blockIndex;
  if (section.owner !== undefined) {
    const nearer = here && (speaker.organisation.parent === section.owner || isNamedFirst(scene));
    if (nearer && speaker.organisation !== section.owner)
      return { organisations: [speaker.organisation], attribution: 'stated', clues: [speaker.passage] };
    return { organisations: [section.owner], attribution: section.attribution, clues: section.clues };
  }
  const { self } = scene.directory;
  if (here)
    return { organisations: [speaker.organisation], attribution: statedUnlessLost(section), clues: [speaker.passage] };
  if (self !== undefined) return { organisations: [self], attribution: 'stated', clues: [] };
  const fallback = section.principal ?? speaker;
  if (fallback === undefined) return { organisations: [], attribution: 'stated', clues: [] };
  return { organisations: [fallback.organisation], attribution: statedUnlessLost(section), clues: [fallback.passage] };
}

/** No heading is lost where there are none: the sentence that introduced the speaker states it. */
const statedUnlessLost = (section: Scene['section']): Ownership['attribution'] =>
  section.attribution === 'inferred' ? 'inferred' : 'stated';

/** Whether the paragraph opened with its speaker. */
function isNamedFirst(scene: Scene): boolean {
  const { speaker } = scene.topic;
  return speaker !== undefined && speaker.passage.start <= scene.block.start + 2;
}
