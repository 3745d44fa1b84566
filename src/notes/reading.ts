/** How a note's text is read: the same words without what typesetting left in them, and the way back to the original. */
import { type OffsetMap, replaceMapped } from './offset-map.js';
import { readWikiMarks } from './wiki-marks.js';

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Soft hyphens and zero-width marks go, ligatures open, every odd space is a space and every odd hyphen or apostrophe a plain one. */
const typesetting =
  /[\u00AD\u200B-\u200F\u2060\uFEFF]|[\uFB00-\uFB06]|[\u00A0\u2000-\u200A\u202F\u205F\u3000]|[\u2010\u2011]|[\u2019\u02BC`\u00B4]/g;

export interface Reading {
  readonly text: string;
  readonly map: OffsetMap;
}

/** As `readTypesetting`, and the marks of a wiki page as those of Markdown. */
export function readMarks(text: string): Reading {
  const wiki = readWikiMarks(text);
  if (wiki === undefined) return readTypesetting(text);
  const { text: read, map } = readTypesetting(wiki.text);
  return { text: read, map: { toOriginal: (offset) => wiki.map.toOriginal(map.toOriginal(offset)) } };
}

export function readTypesetting(text: string): Reading {
  return replaceMapped(text, typesetting, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xfb00 && code <= 0xfb06) return ligatures[character] ?? character;
    if (code === 0x2010 || code === 0x2011) return '-';
    if (code === 0x2019 || code === 0x02bc || code === 0x60 || code === 0xb4) return "'";
    if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return '';
    return ' ';
  });
}
