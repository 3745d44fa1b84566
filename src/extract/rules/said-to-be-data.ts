/** Tells that a title which its own words do not tell is one of data, by the sentence: "*Life on Board*, a file of …", "*Life on Board* followed 300 crews". */
import { type DataPhrase, readDataPhrases } from '../data-phrases/data-phrase.js';
import { unreal } from '../data-phrases/data-verbs.js';
import type { Scene } from '../scene.js';
import { type Token, tokenAfter } from '../tokens.js';

/** So many tokens from a title a noun of data may explain it. */
const reach = 32;
const closers = /^["”»*_]{0,3}(?:\s\([^()]{1,60}\))?/;
const year = String.raw`(?:the\s)?(?:end\sof\s|financial\syears?\s|years?\s)?(?:\p{Lu}\p{Ll}+\s)?(?:1[89]|20)\d\d`;

/** Between a title and the noun phrase that says what it is: ", which is a", ": for every port since 1990, the". */
const links: readonly RegExp[] = [
  /^,\s(?:which\s(?:is|was|are|were)\s)?$/,
  /^\s(?:is|was|are|were)\s$/,
  /^\s?[:–—-]\s(?:(?:for|by|in|since)\s[^.;:()]{3,60},\s)?$/,
];

/** The phrases of data in a stretch of tokens; what they are of may reach out of it. */
const phrasesIn = (tokens: readonly Token[], from: number, to: number): DataPhrase[] =>
  readDataPhrases(tokens.slice(Math.max(0, from), to), () => false);

const isCollection = ({ head, complement, modified }: DataPhrase): boolean =>
  head.kind === 'holding' ||
  (head.kind === 'content' && (complement || modified)) ||
  (head.noun === 'number' && complement);

/** "*Life on Board*, a panel of crews", "*Life on Board*: for each port, the number of crews that …". */
function isExplainedBehind({ reading: { text, tokens } }: Scene, end: number): boolean {
  const gapStart = end + (closers.exec(text.slice(end, end + 70))?.[0].length ?? 0);
  if (!/^(?:,|\s?[:–—-]\s|\s(?:is|was|are|were)\s)/.test(text.slice(gapStart, gapStart + 6))) return false;
  const from = tokenAfter(tokens, gapStart);
  const window = tokens.slice(from, from + reach);
  return phrasesIn(tokens, from, from + reach).some((phrase) => {
    const opens = window[phrase.opens]?.start ?? phrase.start;
    const link = text.slice(gapStart, opens);
    return isCollection(phrase) && opens - gapStart < 120 && links.some((pattern) => pattern.test(link));
  });
}

/** What may stand between a phrase and the title that it announces: "a survey in its place, *…*"; but "a survey in Upper Quay, Lower Quay …". */
export const announces =
  /^(?:\s(?:in|for|on|at|with|of|by|from|among)\s[^,.;:()\p{Lu}]{3,50})?,\s(?:the\s)?["“„«*_]{0,3}$/u;

/** "a quite different panel in its place, *Life on Board*, was begun". */
function isExplainedBefore({ reading: { text, tokens } }: Scene, start: number): boolean {
  if (!/,\s(?:the\s)?$/.test(text.slice(Math.max(0, start - 6), start))) return false;
  const to = tokenAfter(tokens, start);
  return phrasesIn(tokens, to - reach, to).some(
    (phrase) =>
      phrase.determiner === 'indefinite' &&
      phrase.head.kind === 'holding' &&
      announces.test(text.slice(phrase.end, start)) &&
      !unreal.test(text.slice(Math.max(0, phrase.start - 60), phrase.start)),
  );
}

/** "followed 300 crews", "has interviewed dockers", but "followed in April": done by data whose title is set apart, and by bodies. */
const gathers =
  /^\s(?:(?:has|have|had)\s)?(?:also\s)?(?:follow(?:s|ed)|interview(?:s|ed)|survey(?:s|ed)|trac(?:es|ed)|count(?:s|ed)|record(?:s|ed)|register(?:s|ed)|enumerat(?:es|ed)|sampl(?:es|ed)|poll(?:s|ed))\s(?!(?:in|on|at|by|from|after|later|soon|as|with|to|up|that|how|why|what|suit|shortly|next)\b)/;

/** What only data do, or is only done for them. A book "covers" and "describes" as well. */
const dataVerbs: readonly RegExp[] = [
  // "figures run from 1922", "starts in 2012", "goes back to 1990"
  new RegExp(
    String.raw`^\s(?:(?:figures|data|tables|files|series|statistics|records)\s)?(?:runs?|ran|goes|go|went|reach(?:es)?|starts?|dates?|extends?)\s(?:back\s)?(?:from|to|in|with)\s${year}`,
    'u',
  ),
  /^\s(?:figures|data|files|microdata)\s(?:are|were|run|cover|go|begin|exist|can)\b/,
  // "had four waves", "has 2,000 respondents"
  /^\s(?:has|had|comprises|comprised)\s(?:so\sfar\s)?(?:\p{Ll}+|\d[\d,]*)\s(?:waves?|rounds?|respondents|observations|records|microdata)\b/u,
  new RegExp(String.raw`^\s(?:is|are|was|were)\s(?:also\s)?available\s(?:for|from|since)\s${year}`, 'u'),
  new RegExp(
    String.raw`(?:^|,)\s[^.;:()]{0,90}?\bcan\sbe\s(?:had|downloaded|ordered|obtained|tabulated|consulted)\s(?:online\s)?(?:by\s(?:month|quarter|year|country)\s)?(?:for|from)\s(?:each\syear\s(?:from\s)?|every\syear\s(?:from\s)?)?${year}`,
    'u',
  ),
  // "rest on the passenger card"
  /^\s(?:rests?|(?:is|are)\sbased|(?:is|are)\sderived|derives?)\s(?:up)?(?:on|from)\s(?:the\s)?(?:\p{Ll}+\s){0,2}(?:cards?|forms?|registers?|records|returns|census(?:es)?|files|questionnaires|declarations|surveys?)\b/u,
  // "file", "tables", "panel" right behind it
  /^\s(?:data\s?)?(?:files?|tables|panel|microdata|index|inventory|archive|time\sseries)(?=[\s,.;:)]|$)(?!\s(?:on|of)\b)/,
  // ", covering 1990 to 2001", ", available from 2008"
  new RegExp(String.raw`^,\s(?:covering|available|complete|spanning)\s[^.;:()]{0,60}?${year}`, 'u'),
  new RegExp(String.raw`^\s\((?:monthly|quarterly|annual(?:ly)?|yearly|weekly)?,?\s?(?:since|from)\s${year}\)`, 'u'),
  // ", with figures for 61 ports"
  /^,\swith\s(?:\p{Ll}+\s)?(?:figures|data|records|tables|statistics|microdata|answers)\s(?:for|on|of|from)\b/u,
  // ", which holds lists of …", ", which A gave us and which holds …"
  /^,\s(?:which|that)\s(?:[^.;:,]{3,60}\sand\s(?:which|that)\s)?(?:counts?|holds?|records?|contains?|lists?|measures?|registers?)\s/,
  // ", which the Board carried out in 2017", " is fed by the Police"
  /^,\s(?:which|that)\s[^.;:]{3,80}?\s(?:carried\sout|conducts?|conducted|runs?|ran|fielded|undertook)\s/u,
  // ", which the Board and the Bank have collected jointly since 2013", ", from which we extract the crews"
  /^,\s(?:which|that)\s[^.;:]{3,120}?\s(?:has|have|had)\s(?:\p{Ll}+ly\s)?(?:collected|compiled|gathered|kept|maintained|updated|fielded|tabulated)\s/u,
  /^,\s(?:from|out\sof)\swhich\s(?:we|I|one|users|the\sauthors?)\s(?:\p{Ll}+ly\s)?(?:extract|draw|drew|take|took|count|comput|select|tabulat|retain|keep|kept)/u,
  /^\s(?:is|are|was|were)\s(?:\p{Ll}+ly\s)?(?:fed|updated|brought\sup\sto\sdate)\s/u,
  // " of the Bank, quarterly since 2011"
  new RegExp(
    String.raw`^(?:\sof\s(?:the\s)?\p{Lu}[^,.;:()]{2,60})?,\s(?:monthly|quarterly|annual(?:ly)?|yearly|weekly)\s(?:since|from)\s[^.;:]{0,40}?${year}`,
    'u',
  ),
  // ": applications lodged, every month since March 2014"
  /^:\s(?:\p{Ll}[\p{L}-]*\s){0,3}?(?:applications|arrivals|departures|entries|exits|permits|visas|persons|people|migrants|workers|receipts|transfers|remittances|deaths|crossings|detections|decisions|cases|households|(?:in|out)?flows|stocks)\b[^.;:]{0,120}?\b(?:(?:since|from)\s(?:\p{Lu}\p{Ll}+\s)?(?:1[89]|20)\d\d|monthly|quarterly|(?:1[89]|20)\d\d\s?[–-]\s?(?:1[89]|20)\d\d)/u,
  // ", for which 300 crews were traced"
  /^,\s(?:for|in|by)\swhich\s[^.;:]{3,140}?\s(?:was|were|are|is|have\sbeen)\s(?:\p{Ll}+ly\s)?(?:traced|interviewed|surveyed|counted|asked|followed|sampled|recorded|questioned|visited)\b/u,
];

/** "runs the |", "conducted its |", "interviewed for |": what is done with no document. */
const gathering =
  /\b(?:conduct(?:s|ed)?|runs?|ran|field(?:s|ed)|carried\sout|carries\sout|maintain(?:s|ed)?|operates?|operated|administer(?:s|ed)?|repeat(?:s|ed)?|(?:interviewed|surveyed|counted|traced|recorded)\sfor)\s(?:(?:a|an|the|its|their|our|his|her)\s)?["“„«*_]{0,3}$/;
/** "The estimates took the place of |": what comes after data was data. */
const succession =
  /\b(?:estimates?|statistics|figures|series|register|database|survey|panel|tables?|census)\s(?:has\s|have\s)?(?:took\sthe\splace\sof|taken\sthe\splace\sof|replac(?:es|ed)|supersed(?:es|ed)|succeed(?:s|ed))\s(?:the\s)?["“„«*_]{0,3}$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the sentence says that a name is one of data, whatever its words. */
export function isSaidToBeData(scene: Scene, { start, end }: Span): boolean {
  const { text } = scene.reading;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = behind(text, end);
  if (dataVerbs.some((verb) => verb.test(after)) || gathering.test(before) || succession.test(before))
    return !unreal.test(before);
  return isExplainedBehind(scene, end) || isExplainedBefore(scene, start);
}

/** The same of a title that is set apart, which names no body: "*Life on Board* interviewed 300 crews". */
export const isTitleOfData = (scene: Scene, span: Span): boolean =>
  gathers.test(behind(scene.reading.text, span.end)) || isSaidToBeData(scene, span);

/** What stands behind a name, past what closes it. */
function behind(text: string, end: number): string {
  const words = text.slice(end, end + 260);
  return words.slice(closers.exec(words)?.[0].length ?? 0);
}
