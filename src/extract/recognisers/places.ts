/** Recognises countries, regions, groups and cities, and pairs of countries that are corridors. */
import type { Place } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Found } from '../phrases.js';

const corridorGap = /^\s?(?:-|–|—|→|->|<->|↔)\s?$/;

/** "Mr. Jordan", "Prof. Ada Holland", "by P. Jordan": what stands behind a style or an initial is a person's name. */
const personAhead =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Madame?|Mme|Herr|Frau|Señora?)\.?\s(?:\p{Lu}[\p{L}.-]{0,14}\s){0,2}$|[\p{L}\p{N},;&:]\s(?:\p{Lu}\.[\s-]?){1,2}$/u;

/** "Jordan Labour Force Survey": no surname. */
const nameOfData =
  /^ (?:National|International|Household|Labou?r|Population|Demographic|Living|Migration|Migrants?|Emigration|Immigration|Refugees?|Returnees?|Return|Remittances?|Diaspora|Border|Health|Integrated|Internal|Socio\S*|Survey|Census|Panel|Register|Statistical|Work)\b/;

/** "Chad Ellison", "Georgia Ferreira": a country's name before a surname is a person's; "in Georgia Many …" it is not. */
function isGivenName(place: Place, before: string, behind: string): boolean {
  if (!('givenName' in place) || place.givenName !== true || !/^ \p{Lu}\p{Ll}/u.test(behind)) return false;
  if (nameOfData.test(behind)) return false;
  return !/(?:\b(?:in|between|across|within)\s|:\s)$/i.test(before);
}

/** "Australia and New Zealand" are the two countries, but where it stands among other regions: "Melanesia, Polynesia". */
function splitRegion(
  text: string,
  match: Found<Place>,
  found: readonly Found<Place>[],
): Mention<'place'>[] | undefined {
  const [value] = match.values;
  if (value?.kind !== 'region' || value.countries === undefined) return undefined;
  if (found.some((other) => other !== match && other.values[0]?.kind === 'region')) return undefined;
  return value.countries.flatMap(({ words, country }): Mention<'place'>[] => {
    const start = text.indexOf(words, match.start);
    if (start === -1 || start > match.end) return [];
    return [{ kind: 'place', start, end: start + words.length, value: country, foundBy: 'gazetteer' }];
  });
}

/** "returns from |", "sending 200 dollars from |", "two corridors: |": what goes a way stands in front of where it begins. */
const wayAhead =
  /\b(?:returns?|transfers?|remittances|crossings?|passages?|journeys?|corridors?|routes?|movements?|migration|deportations|repatriations|transit)\s(?:\p{Ll}+\s){0,2}?from\s(?:the\s)?$|\b(?:send(?:s|ing)?|sent|transferr(?:ed|ing))\s[^.;,:]{2,36}\sfrom\s(?:the\s)?$|\bcorridors?(?:\s\p{Ll}+){0,2}(?::|\sfrom|,)?\s(?:from\s)?(?:the\s)?$/u;
const to = /^\sto\s(?:the\s)?$/;
const nextWay = /^(?:,|;|,?\sand)\s(?:from\s)?(?:the\s)?$/;

/** "from Chad to Togo, Benin and Ghana", "the corridors Chad to Togo and Mali to Benin": a corridor for each end. */
function findWays(text: string, places: readonly Mention<'place'>[]): Mention<'corridor'>[] {
  const ways: Mention<'corridor'>[] = [];
  const gapBehind = (n: number): string => text.slice(places[n]?.end, places[n + 1]?.start ?? text.length);
  const codeAt = (n: number): string | undefined => {
    const value = places[n]?.value;
    return value?.kind === 'country' ? value.code : undefined;
  };
  let open = false;
  for (let n = 0; n + 1 < places.length; n++) {
    const start = places[n]?.start ?? 0;
    open = (open && nextWay.test(gapBehind(n - 1))) || wayAhead.test(text.slice(Math.max(0, start - 60), start));
    if (!open || !to.test(gapBehind(n))) {
      open = false;
      continue;
    }
    const from = codeAt(n);
    for (n++; ; n++) {
      const end = codeAt(n);
      const last = places[n];
      if (from !== undefined && end !== undefined && last !== undefined && end !== from)
        ways.push({
          kind: 'corridor',
          start: last.start,
          end: last.end,
          value: { from, to: end },
          foundBy: 'corridor',
        });
      if (!nextWay.test(gapBehind(n)) || to.test(gapBehind(n + 1))) break;
    }
  }
  return ways;
}

const isJoined = (text: string, before: Mention<'place'> | undefined, start: number): boolean =>
  before?.value.kind === 'country' && /^\s(?:and|&)\s$/.test(text.slice(before.end, start));

/** Places in the order of the text, of what the gazetteer finds there; "Brazil-Japan" gives a corridor that spans both, and both countries. */
export function recognisePlaces(text: string, found: readonly Found<Place>[]): Mention<'place' | 'corridor'>[] {
  if (found.length === 0) return [];
  const places: Mention<'place'>[] = [];
  for (const match of found) {
    const [value] = match.values;
    const before = text.slice(Math.max(0, match.start - 40), match.start);
    const parts = splitRegion(text, match, found);
    if (parts !== undefined) places.push(...parts);
    else if (
      value !== undefined &&
      !personAhead.test(before) &&
      // "Italy and | Malta Compared": two countries.
      (isJoined(text, places.at(-1), match.start) ||
        !isGivenName(value, before.slice(-9), text.slice(match.end, match.end + 24)))
    )
      places.push({ kind: 'place', start: match.start, end: match.end, value, foundBy: 'gazetteer' });
  }
  const corridors: Mention<'corridor'>[] = [];
  for (let n = 0; n + 1 < places.length; n++) {
    const from = places[n];
    const to = places[n + 1];
    if (from?.value.kind !== 'country' || to?.value.kind !== 'country' || from.value.code === to.value.code) continue;
    if (!corridorGap.test(text.slice(from.end, to.start))) continue;
    corridors.push({
      kind: 'corridor',
      start: from.start,
      end: to.end,
      value: { from: from.value.code, to: to.value.code },
      foundBy: 'corridor',
    });
    n++;
  }
  if (text.includes(' to ')) corridors.push(...findWays(text, places));
  if (corridors.length === 0) return places;
  return [...places, ...corridors].sort((a, b) => a.start - b.start || b.end - a.end);
}
