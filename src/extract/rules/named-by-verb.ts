/** Reads capitalised names that only what is done with them tells to be data: "maintains the Case Law Collection, with rulings of 1999 to 2017". */

import { determinerOf } from '../data-phrases/data-nouns.js';
import type { DataPhrase, IsNamed } from '../data-phrases/data-phrase.js';
import { isUnreal } from '../data-phrases/passing.js';
import { relationsOf } from '../data-phrases/relations.js';
import { createSentence, lowerOf, type Sentence } from '../data-phrases/sentence.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import { connectors, namesNoData, organisationHeads } from '../recognisers/name-heads.js';
import type { Scene } from '../scene.js';
import { type Token, tokenFrom } from '../tokens.js';
import { canBeName, isAcronym, type Name, nameFrom } from './free-names.js';
import { opensAsData, sentenceOpens } from './names-in-front.js';
import { isSaidToBeData } from './said-to-be-data.js';
import { nameThing } from './things.js';

const rule = 'named-by-verb';
/** What is kept and no data, or somebody: "the Free Movement Protocol covers …", "the Prime Minister has held …". */
const otherHeads =
  /^(?:Compact|Agenda|Goals?|Plan|Scheme|Campaign|Charter|Declaration|Constitution|Process|Party|Weeks?|Years?|Months?|Awards?|Prize|Routes?|Corridors?|Regions?|Area|Zone|Sea|Ocean|Wars?|Villages?|Camps?|Settlements?|Complex|Facilit(?:y|ies)|Prisons?|Shelters?|Hospitals?|Clinics?|Hotels?|Schools?|Airport|Border|Bridge|Port|Road|Street|River|Lake|Valley|States?|Islands?|Peninsula|Nations?|Territor(?:y|ies)|Kingdom|Republic|Union|Minister|President|Director|Chief|Officer|Secretary|Chair|Professor|Doctor|Commissioner|Ambassador|Governor|Rapporteur|Head|Manager|Office|Offices|House|Hall|Building|Fellow|Programme|Program|Project|Initiative|Pathway|Visa|Permit|Pass|Mission|Delegation|Delegates|Forces?|Army|Navy|Guidelines|Principles|Rules?|Questionnaire of)$/;
/** What is done with data for a long time, and with little else that has a name. */
const keeping = /^(?:maintain(?:s|ed)?|keeps?|kept|after|compil(?:es|ed?)|updat(?:es|ed?))$/;
/** Three words in capitals or more: "the Digitized Disembarkation Cards". */
const isLong = ({ tokens }: Sentence, { first, last }: DataPhrase): boolean =>
  tokens.slice(first, last + 1).filter(({ capital }) => capital).length >= 3;

/** "cover January 2015 to 2018", "have existed since 2008". */
const coversTime =
  /^["”*]?(?:\s\([^()]{1,40}\))?\s(?:(?:covers?|covered|spans?|goes back|go back|runs? from|ran from|exists?|existed)|(?:[^.;:]{0,80}\s)?(?:have|has)\s(?:\p{Ll}+\s)?existed)\s/u;
const keptBy = String.raw`(?:which\s(?:is|are|was|were|has been)\s)?(?:now\s|jointly\s)?(?:managed|run|kept|maintained|operated|hosted|compiled|administered|collected|produced)\s(?:\p{Ll}+\s){0,3}by\s`;
const whichKeeps = String.raw`which\s(?:the\s)?\p{Lu}[^,.;:]{0,60}\s(?:collected|compiled|keeps|kept|maintains|runs|ran|gathered|operates|manages)\s`;
/** ", managed by the Dock Board, contains", ", which the Board keeps with others, lists": one keeps it, and something is in it. */
const keptAndHolds = new RegExp(
  String.raw`^["”*]?(?:\s\([^()]{1,40}\))?,\s(?:${keptBy}|${whichKeeps})[^.;:]{0,110}(?:,|\sand)\s(?:contains?|covers?|holds?(?!\s(?:about\s|some\s)?\d)|lists?|records?|gives?|counts?|shows?|includes?)\s`,
  'u',
);
/** What the sentence has besides where the name is one of data. */
const ofData =
  /\b(?:records?|recorded|data|statistics|counts?|counted|entr(?:y|ies)|interview\w*|respondents|figures|sample|observations|microdata|persons?|cases|decisions|answers|conversations|prices|movements|registered|households|crossings|arrivals|departures|permits|variables)\b/i;
const gathering = /\b(?:interviewed|surveyed|counted|recorded|registered|collected|asked|traced|followed)\b/i;
/** Verbs that one does with what is no data as well: "published the Green Paper", "organised the Harbour Days". */
const doneWithAnything =
  /^(?:publish|issu|releas|organi[sz]|host|establish|creat|launch|set|provid|offer|produc|prepar|bring|br?ought|put|design|introduc|initiat|financ|support|implement|attach|administ|own|make|made|has|have|had|serv|plan)/;
const brokenDown =
  /\p{L}s\sby\s(?:\p{Lu}[\p{L}-]+\s){0,2}(?:Nationalit|Citizenship|Countr|Source|Sex|Age|Month|Quarter|Year|Reason|Region|Province|District|Municipalit|Town|Type|Kind|Origin|Destination|Sector|Occupation|Category|Purpose|Mode|Corridor|Currency)/u;
const property =
  /^["”*]?(?:\s\([^()]{1,40}\))?(?:,\s[^,.;]{2,40},)?\s(?:is|was|are|were|remains?|remained)\s(?:still\s|also\s)?the\sproperty\sof\b/;

/** "Births have been entered in the | Aliens' Book". */
const enteredIn = /\b(?:entered|recorded|registered|inscribed)\sin(?:to)?\sthe\s$/;
/** "receives the file every month and publishes it as | Movement of Crews". */
const issuedAs =
  /\b(?:publish(?:es|ed)|releas(?:es|ed)|issue[sd]|disseminate[sd]|(?:are|is|were|was)\s(?:published|released|issued|disseminated))\s(?:(?:it|them|these|this|the\s\p{Ll}+)\s)?(?:\p{Ll}+ly\s)?as\s(?:the\s)?["“*]?$/u;

/** "the Movement of DB Crews": an acronym between two words of a name is one of them. */
function withAcronyms(tokens: readonly Token[], isNamed: IsNamed): IsNamed {
  return (token) => {
    if (!isNamed(token) || !isAcronym(token.text)) return isNamed(token);
    const n = tokenFrom(tokens, token.start) ?? 0;
    const next = tokens[n + 1];
    return !(connectors.has(lowerOf(tokens[n - 1])) && next?.capital === true && !isNamed(next));
  };
}

/** The word that says what the whole is: the last one before "of …" or "on …". */
function headOf(tokens: readonly Token[], { first, last }: Name): string {
  for (let n = first + 1; n <= last; n++) if (connectors.has(lowerOf(tokens[n]))) return tokens[n - 1]?.text ?? '';
  return tokens[last]?.text ?? '';
}

const adjective =
  /^(?:resulting|new|old|older|annual|yearly|monthly|quarterly|weekly|own|joint|present|current|former|earlier|so-called|related|regular|first|second|latest|public|online|large|small|main|updated|two|three)$/;
/** Where the determiner of a name stands: "the | resulting | Notifications of Boats". */
function determinerAt(tokens: readonly Token[], first: number): number | undefined {
  let at = first - 1;
  while (at > first - 3 && adjective.test(lowerOf(tokens[at]))) at--;
  return determinerOf(lowerOf(tokens[at])) === 'bare' ? undefined : at;
}

/** The name as the grammar of data sees it: a thing that somebody may keep. */
function phraseOf(tokens: readonly Token[], { first, last }: Name): DataPhrase | undefined {
  const begin = tokens[first];
  const end = tokens[last];
  if (begin === undefined || end === undefined) return undefined;
  const at = determinerAt(tokens, first);
  const determiner = at === undefined ? 'bare' : determinerOf(lowerOf(tokens[at]));
  return {
    start: begin.start,
    end: end.end,
    head: { kind: 'holding', noun: headOf(tokens, { first, last }).toLowerCase(), plural: false },
    determiner,
    opens: at ?? first,
    first,
    headAt: last,
    last,
    modified: true,
    periodic: false,
    complement: true,
  };
}

/** The word right before the phrase and its determiner, past an adverb. */
const verbBefore = ({ tokens }: Sentence, { opens }: DataPhrase): string => lowerOf(tokens[opens - 1]);

/** "the Movement Gauge of the Dock Board | covers": the verb stands behind whose it is. */
function withOwner({ tokens, organisationAt }: Sentence, phrase: DataPhrase): DataPhrase {
  if (lowerOf(tokens[phrase.last + 1]) !== 'of') return phrase;
  const at = phrase.last + (lowerOf(tokens[phrase.last + 2]) === 'the' ? 3 : 2);
  const owner = organisationAt(tokens[at]);
  let last = at;
  while (owner !== undefined && organisationAt(tokens[last + 1]) === owner) last++;
  return owner === undefined ? phrase : { ...phrase, last, end: tokens[last]?.end ?? phrase.end };
}

const isKept = (text: string, { end }: DataPhrase): boolean =>
  keptAndHolds.test(text.slice(end, end + 240)) && ofData.test(text.slice(end));

function isData(scene: Scene, sentence: Sentence, phrase: DataPhrase): boolean {
  const { text, mentions } = scene.reading;
  const behind = text.slice(phrase.end, phrase.end + 120);
  const pointed = /^(?:definite|possessive)$/.test(phrase.determiner);
  if (pointed && property.test(behind)) return true;
  const dated = mentions.some(({ kind }) => kind === 'years' || kind === 'date' || kind === 'count');
  const rest = text.slice(0, phrase.start) + behind;
  if (isKept(text, phrase)) return true;
  const ahead = text.slice(Math.max(0, phrase.start - 70), phrase.start);
  if (enteredIn.test(ahead) || (dated && issuedAs.test(ahead))) return true;
  const relations = relationsOf(sentence, withOwner(sentence, phrase));
  // "publishes RSE Arrivals by Nationality": what is broken down is data, whatever is done with it.
  if (relations.has('held') && brokenDown.test(text.slice(phrase.start, phrase.end))) return true;
  if (relations.has('held'))
    return (
      (dated || (pointed && keeping.test(verbBefore(sentence, phrase)) && isLong(sentence, phrase))) &&
      (ofData.test(rest) || (pointed && isLong(sentence, phrase))) &&
      !doneWithAnything.test(verbBefore(sentence, phrase)) &&
      verbBefore(sentence, phrase) !== ','
    );
  if (!pointed) return false;
  if (relations.has('covers'))
    return (
      coversTime.test(behind) ||
      ofData.test(rest) ||
      /^\s(?:is|are)\s(?:also\s|[^.;:]{3,60}\sand\sis\s)?available\sfor\b/.test(behind)
    );
  return relations.has('owned') && gathering.test(text.slice(0, phrase.start));
}

/** "two collections, Births Abroad (1970–2019) and …": years from and to in a bracket, in a sentence about data. */
const range = /^["”*_]{0,2}\s\((?:1[89]|20)\d\d\s?[–-]\s?(?:(?:1[89]|20)\d\d|\d\d)?\)/;
const aboutData =
  /\b(?:collections|data|data\s?sets|databases|statistics|sources|files|tables|surveys|registers|records)\b/i;
const isRanged = (text: string, { end }: DataPhrase): boolean =>
  range.test(text.slice(end, end + 20)) && aboutData.test(text);

/** "the Nigerians and Togolese": people, and no name. */
function areNationals({ reading, gazetteers }: Scene, { first, last }: Name): boolean {
  const words = reading.tokens.slice(first, last + 1).filter(({ capital }) => capital);
  return words.every(({ text }) => gazetteers.nationalities.has(text.toLowerCase().replace(/s$/, '')));
}

/** Names what is kept or covers something under a name that no head noun tells. */
export function readNamedByVerb(scene: Scene, isNamed: IsNamed): void {
  const { text, tokens } = scene.reading;
  const isTaken = withAcronyms(tokens, isNamed);
  let sentence: Sentence | undefined;
  const opens = sentenceOpens(tokens);
  for (let at = Math.min(opens, 1); at < tokens.length; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || !token.capital) continue;
    if (before?.capital === true && determinerOf(lowerOf(before)) === 'bare') continue;
    const name = nameFrom(tokens, at, isTaken);
    if (name === undefined || name.first !== at) continue;
    at = name.last;
    const phrase = phraseOf(tokens, name);
    const head = headOf(tokens, name);
    if (phrase === undefined || name.last === name.first || !canBeName(scene, name)) continue;
    if (
      areNationals(scene, name) ||
      namesNoData.test(head) ||
      otherHeads.test(head) ||
      organisationHeads.has(head.toLowerCase())
    )
      continue;
    sentence ??= createSentence(
      scene.reading,
      mentionsOf(scene.reading.mentions, 'organisation'),
      scene.topic.subject !== undefined,
    );
    if (isUnreal(sentence, phrase)) continue;
    // What opens a sentence has a capital, whatever it is: by itself nothing is told by that.
    const told =
      name.first <= opens
        ? isKept(text, phrase)
        : isData(scene, sentence, phrase) || isSaidToBeData(scene, phrase) || isRanged(text, phrase);
    if (!told && !opensAsData(scene, name)) continue;
    const { start, end } = phrase;
    scene.topic.subject = nameThing(scene, {
      type: 'Dataset',
      label: text.slice(start, end).replace(/\s+/g, ' '),
      start,
      end,
      ownership: findOwnership(scene, { start, end }),
      rule,
    });
    scene.topic.block = scene.blockIndex;
    scene.taken.push({ start, end });
  }
}
