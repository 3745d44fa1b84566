/** Tells whether capitals that open a sentence are the name of data, by what is said of them: "Removals by Country of Destination exists from 2008 on". */
import { determinerOf } from '../data-phrases/data-nouns.js';
import { lowerOf } from '../data-phrases/sentence.js';
import { mentionsOf } from '../mention.js';
import { connectors, leadWords } from '../recognisers/name-heads.js';
import type { Scene } from '../scene.js';
import type { Token } from '../tokens.js';
import type { Name } from './free-names.js';

/** The first word of a sentence, past its number: "2.3 | Crossings between Ports". */
export function sentenceOpens(tokens: readonly Token[]): number {
  let at = 0;
  while (at < 4 && tokens[at]?.kind !== 'word') at++;
  return at;
}

/** Past what stands between a name and its verb: an acronym, a clause between commas. */
const between = String.raw`^["”*_]{0,2}(?:\s\([^()]{1,40}\))?(?:,\s[^,.;:]{2,60},)?\s(?:also\s|now\s)?`;
/** What only data do, or is only done with them. */
const ofData = new RegExp(
  String.raw`${between}(?:exists?|existed|covers?|covered|spans?|records?|counts?|goes\sback|go\sback|went\sback|reach(?:es)?\sback|runs?\sfrom|ran\sfrom|refers?\sto|relates?\sto|(?:is|are|was|were)\s(?:also\s|now\s)?(?:available|complete|updated|tabulated)\s)`,
);
/** "are compiled by the Board", "is a joint product with the Institute": who has a part in them. */
const bySomebody = new RegExp(
  String.raw`${between}(?:is|are|was|were)\s(?:\p{Ll}+ly\s)?(?:(?:compiled|maintained|kept|collected|tabulated|held|updated|conducted|fielded|carried\sout)\s[^.;:]{0,60}?by|an?\sjoint\s(?:product|undertaking|collection|effort|dataset|survey)\s(?:of|with|by))\s(?:the\s)?$`,
  'u',
);
/** What is no data, though it covers and exists: a law, an agreement, a part of the text. */
const otherHead =
  /^(?:Chapters?|Articles?|Sections?|Parts?|Tables?|Figures?|Annex(?:es)?|Acts?|Laws?|Regulations?|Directives?|Protocols?|Conventions?|Agreements?|Treat(?:y|ies)|Schemes?|Programmes?|Policies|Policy|Guidelines|Offices?|Courses?|Insurance|Benefits?|Definitions?)$/;

/** "Removals by Country of Destination": two capitals at least that are no place, for any first word has one. */
function isTitled({ reading }: Scene, { first, last }: Name): boolean {
  const places = mentionsOf(reading.mentions, 'place');
  const isPlace = (token: Token) => places.some(({ start, end }) => start <= token.start && end >= token.end);
  const words = reading.tokens.slice(first, last + 1);
  const capitals = words.filter((token) => token.capital && token.kind === 'word' && !isPlace(token));
  const opener = lowerOf(words[0]);
  return (
    capitals.length >= 2 &&
    !leadWords.has(opener) &&
    !/^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)$/.test(opener) &&
    !connectors.has(opener) &&
    determinerOf(opener) === 'bare' &&
    !words.some(({ text }) => otherHead.test(text))
  );
}

/** Whether the name that opens the sentence is one of data. */
export function opensAsData(scene: Scene, name: Name): boolean {
  const { text, tokens, mentions } = scene.reading;
  if (name.first !== sentenceOpens(tokens) || !isTitled(scene, name)) return false;
  const end = tokens[name.last]?.end ?? 0;
  const behind = text.slice(end, end + 160);
  const dated = mentions.some(({ kind, start }) => start > end && (kind === 'years' || kind === 'date'));
  if (dated && ofData.test(behind)) return true;
  return mentionsOf(mentions, 'organisation').some(
    ({ start }) => start > end && start - end < 160 && bySomebody.test(text.slice(end, start)),
  );
}
