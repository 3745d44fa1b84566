/** Recognises organisations by the head noun of a capitalised name: "National Economic and Social Council of Ireland". */
import type { Mention } from '../mention.js';
import type { Token } from '../tokens.js';
import { acronymAhead } from './acronyms.js';
import { isArchive, isPlaceOfKeeping, standsAlone } from './archives.js';
import { defineHere } from './defined-names.js';
import { takeForeignAcronym } from './foreign-acronyms.js';
import { growName, type NameSpan } from './grow-name.js';
import { isInCapitals } from './in-capitals.js';
import { connectors, doubleHead, headAt, leadWords, nameHead, organisationHeads } from './name-heads.js';
import type { NameSearch } from './organisation-context.js';
import { lengthOfRow, overCountry } from './rows-of-matters.js';
import { makeUnit } from './units.js';

type Found = Mention<'organisation'>;

/** "the Crossings Observatory, a database of …" is data, whatever its head says. */
const dataApposition =
  /^(?:\s\([A-Z]{2,10}\))?,?\s(?:is\s)?(?:an?|the|its|our)\s(?:\p{Ll}+\s){0,3}(?:database|data\s?set|register|survey|journal|newsletter|series|yearbook|bulletin|panel|collection of data)\b/u;

/** How many words say something: no little words, and no head nouns unless `heads`. */
function countWords(tokens: readonly Token[], { first, last }: NameSpan, heads: boolean): number {
  return tokens.slice(first, last + 1).filter(
    (token) =>
      token.kind === 'word' &&
      (token.capital || !connectors.has(token.text)) &&
      !leadWords.has(token.text.toLowerCase()) &&
      // "Ministry of Government": what it is for.
      (heads || headAt(token) === undefined || token.text === 'Government'),
  ).length;
}

/** Whether a stretch names an organisation: a head noun, and a word besides. */
const isName = (tokens: readonly Token[], span: NameSpan): boolean =>
  countWords(tokens, span, true) >= 2 && countWords(tokens, span, false) >= 1;

/** "Research Centre of the …": a name that says too little to stand without what follows. */
const isBare = (tokens: readonly Token[], { first, last }: NameSpan): boolean =>
  tokens
    .slice(first, last + 1)
    .every(
      (token) =>
        headAt(token) !== undefined || /^(?:research|documentation|resource|training|main|the)$/i.test(token.text),
    );

/**
 * "Statistics Department | of the Fund", "Institute of Demography | of the Academy of Sciences": what a unit is a part of
 * is no part of its name. The parts, the smallest first; a part that only points back ("the Fund") is left out.
 */
function splitParts(tokens: readonly Token[], span: NameSpan): NameSpan[] {
  // "Note by the Secretariat | for the Technical Committee": for whom, not who.
  const aim = span.first + 3;
  if (
    tokens[span.first + 1]?.text === 'for' &&
    tokens[span.first + 2]?.text === 'the' &&
    tokens.slice(aim, span.last + 1).some((token) => headAt(token) !== undefined)
  )
    return splitParts(tokens, { first: aim, last: span.last });
  for (let at = span.first + 1; at < span.last; at++) {
    if (tokens[at]?.text !== 'of') continue;
    const left = { first: span.first, last: at - 1 };
    const first = tokens[at + 1]?.text === 'the' ? at + 2 : at + 1;
    const right = { first, last: span.last };
    if (first > span.last || !isName(tokens, left) || isBare(tokens, left)) continue;
    if (first === span.last && headAt(tokens[first]) !== undefined) return [left];
    // "Centre for Homes | of Seamen of the Dock Board": the next body begins only where its own head stands.
    const next = tokens.slice(first, span.last + 1).findIndex(({ text }) => text === 'of');
    const heads = tokens
      .slice(first, next === -1 ? span.last + 1 : first + next)
      .some((token) => headAt(token) !== undefined);
    const holds = tokens.slice(left.first, at).some((token) => headAt(token) !== undefined);
    if (heads && holds && isName(tokens, right)) return [left, ...splitParts(tokens, right)];
  }
  return [span];
}

/** "Port Unit| of Chad|'s Dock Ministry": the country has the ministry, and not the unit. */
const withoutOwner = (
  tokens: readonly Token[],
  { first, last }: NameSpan,
  placeAt: NameSearch['placeAt'],
): NameSpan => {
  const place = tokens[last];
  const isOwner =
    place !== undefined &&
    last - 2 > first &&
    tokens[last - 1]?.text === 'of' &&
    tokens[last + 1]?.text === "'s" &&
    placeAt(place) === 'country';
  return isOwner ? { first, last: last - 2 } : { first, last };
};

/** "Research Centre | in Applied Economics for Development | (CREAD)": an acronym tells how far it goes past "in". */
function upToAcronym({ scan: { tokens }, placeAt }: NameSearch, grown: NameSpan, barrier: (token: Token) => boolean) {
  if (tokens[grown.last + 1]?.text !== 'in') return grown;
  const isNoPlace = (token: Token): boolean => (placeAt(token) ?? 'none') === 'none';
  const ahead = acronymAhead(
    tokens,
    grown.last,
    (token) => connectors.has(token.text) || (token.capital && isNoPlace(token) && !barrier(token)),
  );
  return { ...grown, last: ahead?.last ?? grown.last };
}

/** "Regional Bureau for Education | in Asia and the Pacific": of which part of the world it is. */
function overPart({ scan: { text, tokens }, placeAt }: NameSearch, grown: NameSpan): NameSpan {
  const [begin, end] = [tokens[grown.first], tokens[grown.last]];
  if (begin === undefined || end === undefined || tokens[grown.last + 1]?.text !== 'in') return grown;
  if (!isBranchOffice(text.slice(begin.start, end.end))) return grown;
  const isPart = (token: Token | undefined): boolean =>
    token !== undefined && /^(?:region|group)$/.test(placeAt(token) ?? '');
  const first = grown.last + (tokens[grown.last + 2]?.text === 'the' ? 3 : 2);
  let next = first;
  while (isPart(tokens[next])) next++;
  return next === first ? grown : { ...grown, last: next - 1 };
}

/** "High-level | Panel on …", "Advisory | Panel": of persons, not of data. */
const isPanelOfPersons = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'Panel' &&
  /^(?:High-[Ll]evel|Advisory|Intergovernmental|Eminent|Expert)$/.test(tokens[at - 1]?.text ?? '');

/** The stretch of the name whose head stands at `at`; undefined where there is none. */
function growFromHead(search: NameSearch, at: number, barrier: (token: Token) => boolean) {
  const { placeAt } = search;
  const { text, tokens } = search.scan;
  const token = tokens[at];
  if (token === undefined || !token.capital || token.kind !== 'word') return undefined;
  // Asked before anything else, for most capitals head no name.
  const isPanel = isPanelOfPersons(tokens, at);
  if (headAt(token) === undefined && token.text !== 'Statistics' && !isPanel) return undefined;
  if (barrier(token)) return undefined;
  // "Statistics Norway": the country names the office.
  const national = token.text === 'Statistics' && placeAt(tokens[at + 1] ?? token) === 'country';
  if (national) {
    const grown = growName(tokens, at + 1, barrier, /^(?:in|to|at|from|and|of|for|on)$/i);
    return { first: at, last: Math.max(at + 1, grown.last) };
  }
  const place = placeAt(token);
  // "Maastricht University" is known as no place: an organisation all the more.
  if ((headAt(token) === undefined && !isPanel) || (place !== undefined && place !== 'none')) return undefined;
  const before = tokens[at - 1]?.text ?? '';
  if (/^archives?$/i.test(token.text) && !isArchive({ text, tokens }, at)) return undefined;
  if (
    /^press$/i.test(token.text) &&
    !tokens.slice(Math.max(0, at - 4), at).some(({ text: word }) => word === 'University')
  )
    return undefined;
  // "Government of Kenya", but no "Government Statistician".
  if (token.text === 'Government' && tokens[at + 1]?.text !== 'of') return undefined;
  // "Network of Surveys on …": they are data.
  if (
    token.text === 'Network' &&
    /^of (?:Surveys|Censuses|Panels|Registers)$/.test(`${tokens[at + 1]?.text} ${tokens[at + 2]?.text}`)
  )
    return undefined;
  // Nor is a state that is no more: "the former Soviet Union".
  if (token.text === 'Union' && before === 'Soviet') return undefined;
  // The labour force is no body.
  if (token.text === 'Force' && /^Labou?r$/.test(before)) return undefined;
  // A summer school is held, not founded.
  const double = doubleHead(before.toLowerCase(), token.text.toLowerCase()) !== undefined;
  if (double && !(/^archive$/i.test(token.text) && (isPlaceOfKeeping(tokens, at) || standsAlone(tokens, at))))
    return undefined;
  if (dataApposition.test(text.slice(token.end, token.end + 70))) return undefined;
  const alone = growName(tokens, at, barrier, /^(?:in|to|at|from|with|without|by)$/i);
  const whole = overPart(search, upToAcronym(search, alone, barrier));
  const grown = withoutOwner(tokens, { ...whole, last: overCountry({ tokens, placeAt }, whole.last) }, placeAt);
  if (isRun(tokens, grown.first, at)) return undefined;
  return isThing(tokens, at, grown.last) || isOfData(tokens, grown.first, at) ? undefined : grown;
}

/** "has run | a Labour Permit Observatory", "keeps the | Crew Stocks Bank": what somebody runs under such a name are data. */
const isRun = (tokens: readonly Token[], first: number, head: number): boolean =>
  (tokens[head]?.text === 'Observatory'
    ? /^(?:an?|its)$/.test(tokens[first - 1]?.text ?? '')
    : /^(?:Bank|Archive)$/.test(tokens[head]?.text ?? '') &&
      /^(?:an?|its|the)$/.test(tokens[first - 1]?.text ?? '') &&
      tokens
        .slice(first, head)
        .some(({ text }) => /^(?:Stocks?|Data|Microdata|Records?|Files?|Tables?|Cards?)$/.test(text))) &&
  /^(?:runs?|ran|running|operates?|operated|keeps?|kept|maintains?|maintained|updates?)$/.test(
    tokens[first - 2]?.text ?? '',
  );

/** "Register of Humanitarian | Service | Points": what the head stands in is what data are of. */
const isOfData = (tokens: readonly Token[], first: number, head: number): boolean =>
  tokens
    .slice(first, Math.max(first, head - 1))
    .some(
      ({ text }, n) =>
        nameHead(text.toLowerCase()) === 'dataset' &&
        !/^archives?$|^statistics$|^observatory$|^stud/i.test(text) &&
        /^(?:of|on|for)$/.test(tokens[first + n + 1]?.text ?? ''),
    );

/** "Labour Force | Survey", "Studies Centre | Discussion Papers": the last word says that it is data or a document. "Bureau of the Census" is none. */
function isThing(tokens: readonly Token[], head: number, last: number): boolean {
  const word = tokens[last]?.text.toLowerCase() ?? '';
  const rest = tokens.slice(head, last + 1);
  const isBody = headAt(tokens[head]) === 'agency';
  // "DOCK INSTITUTE OF STATISTICS": in a line of capitals the little words have them too.
  const together = rest.every(
    ({ text, capital }) => (capital && !(isBody && connectors.has(text.toLowerCase()))) || /^(?:and|&)$/i.test(text),
  );
  return last > head && together && !organisationHeads.has(word) && nameHead(word) !== undefined;
}

/** "Bureau of Statistics| , Kenya| (KBS)": how long the country is that stands between a name and its acronym. */
function countryBehind({ scan: { tokens }, placeAt }: NameSearch, last: number): number {
  const comma = tokens[last + 1];
  if (comma?.text !== ',') return 0;
  let at = last + 2;
  while (at < last + 8 && placeAt(tokens[at] ?? comma) === 'country') at++;
  return at > last + 2 && tokens[at]?.text === '(' ? (tokens[at - 1]?.end ?? 0) - comma.start : 0;
}

/** "African Union | Commission": the known name in front that the head goes on with. */
function priorName({ scan: { text }, taken }: NameSearch, start: number): Found | undefined {
  return taken.find((mention) => mention.end === start - 1 && /[ ]/.test(text[mention.end] ?? ''));
}

/** What a body made of states is run by: "ECOWAS Commission" is no unit of ECOWAS, it acts for it; what is founded in a body's name. */
const organ = /^(?:Commission|Secretariat|Parliament|Court|Assembly|Bank|Institute|University|Foundation|College)$/;

/** "IOM | Country Office" is an office of IOM's; "UN | Refugee Agency", "ECOWAS | Commission" and "DOCK | Institute of Tides" are one name. */
const isOwner = (words: string, next: string): boolean =>
  words.length > 2 && !/\s/.test(words) && words === words.toUpperCase() && !organ.test(next);

const holds = (mentions: readonly Found[], { start, end }: Token): boolean =>
  mentions.some((mention) => start < mention.end && end > mention.start);

/** Names grown from a head noun, each part of "… of the …" an organisation of its own, the larger one its parent. */
export function findByHead(search: NameSearch): Found[] {
  const { taken, directory } = search;
  const { text, tokens } = search.scan;
  const found: Found[] = [];
  // In a line of capitals every little word looks like a part of a name.
  const capitals = isInCapitals(text);
  const barrier = (token: Token): boolean =>
    holds(taken, token) ||
    holds(found, token) ||
    (capitals &&
      leadWords.has(token.text.toLowerCase()) &&
      !/^(?:of|and|for|on)$/i.test(token.text) &&
      // "HARBOUR | DATA | ARCHIVE".
      !/^DATA ARCHIVES?\b/.test(text.slice(token.start, token.end + 10)));
  for (let at = 0; at < tokens.length; at++) {
    const grown = growFromHead(search, at, barrier);
    const first = tokens[grown?.first ?? -1];
    if (grown === undefined || first === undefined) continue;
    const prior = priorName(search, first.start);
    const goesOn =
      prior !== undefined && text[prior.end - 1] !== ')' && !isOwner(text.slice(prior.start, prior.end), first.text);
    if (grown.first === grown.last && !goesOn) continue;
    const parts = goesOn ? [grown] : splitParts(tokens, grown).filter((part) => isName(tokens, part));
    const mentions = parts.flatMap((part, n) => {
      const start = goesOn ? prior.start : tokens[part.first]?.start;
      const last = tokens[part.last];
      if (start === undefined || last === undefined) return [];
      const end = last.end + (n === parts.length - 1 ? lengthOfRow(search, part, last.end) : 0);
      const unit = !goesOn && (kindOf(tokens, part) === 'unit' || isBranchOffice(text.slice(start, end)));
      const country = n === parts.length - 1 ? countryBehind(search, part.last) : 0;
      const mention = defineHere({ text, start, end, country }, text.slice(start, end), unit, directory);
      return [mention.end === end ? takeForeignAcronym(search, mention) : mention];
    });
    mentions.forEach((mention, n) => {
      const parent = mentions[n + 1]?.value ?? (n === 0 && prior !== undefined && !goesOn ? prior.value : undefined);
      if (parent !== undefined && mention.value.parent === undefined && mention.value.entry === undefined)
        makeUnit(mention.value, parent);
    });
    found.push(...mentions);
    at = grown.last;
  }
  return found;
}

/** "Regional Office for Africa", "Subregional Headquarters", "Pacific Liaison and Coordination Office": what a larger body has abroad. */
export const isBranchOffice = (name: string): boolean =>
  /^(?:\p{Lu}\p{L}+\s)?(?:Liaison|Field)(?:\s(?:and|&)\s\p{Lu}\p{L}+)?\sOffice\b/u.test(name) ||
  /^(?:Sub-?[Rr]egional|Regional|Country|Field|Liaison|Multi-[Cc]ountry)\s(?:Office|Bureau|Centre|Center|Headquarters|Support Office)\b/.test(
    name,
  );

/** What the first head of a part says it is. */
function kindOf(tokens: readonly Token[], { first, last }: NameSpan): 'agency' | 'unit' {
  const kinds = tokens.slice(first, last + 1).flatMap((token) => headAt(token) ?? []);
  return kinds.length > 0 && kinds.every((kind) => kind === 'unit') ? 'unit' : 'agency';
}
