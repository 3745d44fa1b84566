/** Reads the short name of a country's body: a text that has named the National Bank of Chad goes on about the National Bank. */
import type { Gazetteers } from './gazetteer.js';

const ofCountry = /^(?<short>\p{Lu}\S*\s.{2,60})\sof\s(?:the\s)?(?<place>\p{Lu}[^,()]{2,50})$/u;

/** "Dock Board | of the Republic |" of Chad. */
const ofState =
  /\sof\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]+\s){0,3}(?:Republic|Kingdom|State|Union|Sultanate|Principality|Commonwealth|Federation)$/u;

/** "High-level Panel on Crews", "Knowledge Centre on Crews": what such a body is on is left out later. */
const onMatter =
  /^(?<short>\p{Lu}\S*\s(?:\p{Lu}\S*\s)?(?:Panel|Task Force|Working Group|Committee|Commission|Group|Council|Centre|Center|Observatory|Network))\s(?:on|for)\s/u;

/** "National Bank" of "National Bank of Chad": the name of a country's body without its country, of a panel without its matter; undefined where it has none. */
export function shortName({ places }: Gazetteers, label: string): string | undefined {
  const panel = onMatter.exec(label)?.groups?.['short'];
  if (panel !== undefined) return panel.toLowerCase();
  const { short, place = '' } = ofCountry.exec(label)?.groups ?? {};
  if (short === undefined || / of /.test(place)) return undefined;
  const [found] = places.find(place);
  const isWhole = found !== undefined && found.start === 0 && found.end === place.length;
  if (!isWhole || !found.values.some(({ kind }) => kind === 'country')) return undefined;
  const bare = short.replace(ofState, '');
  return / /.test(bare) ? bare.toLowerCase() : undefined;
}
