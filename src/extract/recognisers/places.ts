/** Recognises countries, regions, groups and cities, and pairs of countries that are corridors. */
import type { Place } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Found } from '../phrases.js';

const corridorGap = /^\s?(?:-|–|—|→|->|<->|↔)\s?$/;

/** "Mr. Jordan", "Prof. Ada Holland", "by P. Jordan": what stands behind a style or an initial is a person's name. */
const personAhead =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Madame?|Mme|Herr|Frau|Señora?)\.?\s(?:\p{Lu}[\p{L}.-]{0,14}\s){0,2}$|[\p{L}\p{N},;&:]\s(?:\p{Lu}\.[\s-]?){1,2}$/u;

/** "Chad Ellison", "Georgia Ferreira": a country's name before a surname is a person's; "in Georgia Many …" it is not. */
function isGivenName(place: Place, before: string, behind: string): boolean {
  if (!('givenName' in place) || place.givenName !== true || !/^ \p{Lu}\p{Ll}/u.test(behind)) return false;
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
      !isGivenName(value, before.slice(-9), text.slice(match.end, match.end + 4))
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
  if (corridors.length === 0) return places;
  return [...places, ...corridors].sort((a, b) => a.start - b.start || b.end - a.end);
}
