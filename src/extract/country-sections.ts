/** Remembers under which country's heading or item, or in whose representative's paragraph, data are named: "the census" under "Chad" is Chad's. */
import type { Block } from '../notes/blocks.js';
import type { Passage } from '../notes/note.js';
import { type Entry, type Subject, say } from './ledger.js';
import type { Mention } from './mention.js';

interface CountrySection {
  readonly code: string;
  readonly passage: Passage;
  readonly level: number;
}

export interface CountrySections {
  /** A heading begins: a country's, or one that ends the section of the country before. */
  open(heading: Heading): void;
  /** A paragraph or item begins: a country's speaker may have it, or its name may stand in front, "**Chad.** …". */
  hear(opening: Omit<Heading, 'level'>, block: Pick<Block, 'kind' | 'level'>): void;
  /** Data are named in a block. */
  name(subject: Subject, block: number): void;
  /** Says of data that tell no place of their own which country they are of; not where a text has one such heading alone. */
  settle(): void;
}

interface Heading {
  readonly text: string;
  readonly places: readonly Mention<'place' | 'corridor'>[];
  readonly passage: Passage;
  readonly level: number;
}

/** What may stand beside the country's name: its number, its code. */
const beside = /^(?:(?:[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s|the\s|\s?\([A-Z]{2,3}\)|[.:*#\s])*$/i;

/** The country that a heading names and nothing else. */
function countryOf({ text, places }: Heading): string | undefined {
  const [place, ...more] = places;
  if (place?.kind !== 'place' || place.value.kind !== 'country' || more.length > 0) return undefined;
  return beside.test(text.slice(0, place.start)) && beside.test(text.slice(place.end)) ? place.value.code : undefined;
}

/** "12. The representative of the Statistics Office of | Chad | informed the meeting", "The expert from | Togo". */
const speakerOf =
  /^(?:\d{1,3}\.\s)?The\s(?:representatives?|delegates?|delegation|experts?|observers?|speakers?|participants?)\s(?:of|from)\s(?:the\s)?(?:[^.;,]{3,80}\sof\s(?:the\s)?)?$/;

/** Whether a statement tells which places data are of; from where to where people went tells not yet who has counted them. */
const isOfPlace = ({ property, object }: Entry): boolean =>
  /^(?:country|corridor|region|extent|countryCount)$/.test(property) &&
  !(typeof object === 'object' && 'role' in object && (object.role === 'origin' || object.role === 'destination'));

export function createCountrySections(): CountrySections {
  const codes = new Set<string>();
  const named = new Map<Subject, CountrySection | undefined>();
  let section: CountrySection | undefined;
  let speaker: CountrySection | undefined;
  /** The item that a country's name stands in front of; those beneath it belong to it. */
  let item: CountrySection | undefined;
  return {
    open(heading) {
      const code = countryOf(heading);
      const { passage, level } = heading;
      item = undefined;
      if (code !== undefined) {
        section = { code, passage, level };
        codes.add(code);
      } else if (section !== undefined && (section.level === 0 || level <= section.level)) section = undefined;
    },
    hear({ text, places, passage }, { kind, level }) {
      if (kind !== 'item' || (item !== undefined && level <= item.level)) item = undefined;
      const code = kind === 'item' ? countryOf({ text, places, passage, level }) : undefined;
      if (code !== undefined) {
        item = { code, passage, level };
        codes.add(code);
      }
      const place = places.find(({ kind, value }) => kind === 'place' && value.kind === 'country');
      if (place?.kind !== 'place' || place.value.kind !== 'country' || !speakerOf.test(text.slice(0, place.start)))
        return;
      speaker = { code: place.value.code, passage, level: 0 };
      codes.add(place.value.code);
    },
    name(subject, block) {
      if (subject.type !== 'Dataset') return;
      const here = speaker?.passage.block === block ? speaker : (item ?? section);
      const isOther = named.has(subject) && named.get(subject)?.code !== here?.code;
      named.set(subject, isOther ? undefined : here);
    },
    settle() {
      if (codes.size < 2) return;
      for (const [subject, under] of named)
        if (under !== undefined && ![...subject.statements].some(isOfPlace))
          say(subject, 'country', { code: under.code, role: 'covered' }, under.passage, 'country-section');
    },
  };
}
