/** Recognises titles that the typography sets apart: italics, quotation marks, inline bold, Markdown links. */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';

interface Style {
  readonly style: Mention<'title'>['value']['style'];
  /** What it begins with; where that is not in a text, no pattern is tried. */
  readonly openers: readonly string[];
  /** First group: the title. The class of its characters leaves the opener out, so that no pattern is quadratic. */
  readonly pattern: RegExp;
}

const styles: readonly Style[] = [
  { style: 'link', openers: ['['], pattern: /\[([^[\]\n]{3,300})\]\((https?:\/\/[^\s()]{1,300})\)/g },
  { style: 'bold', openers: ['*'], pattern: /\*\*(?=\S)([^*\n]{3,300})\*\*/g },
  { style: 'bold', openers: ['_'], pattern: /(?<![\p{L}\p{N}_])__(?=\S)([^_\n]{3,300})__(?![\p{L}\p{N}])/gu },
  { style: 'italic', openers: ['*'], pattern: /(?<![*\p{L}\p{N}])\*(?=[^\s*])([^*]{3,300})\*(?!\*)/gu },
  { style: 'italic', openers: ['_'], pattern: /(?<![\p{L}\p{N}_/])_(?=[^\s_])([^_\n]{3,300})_(?![\p{L}\p{N}_])/gu },
  { style: 'quoted', openers: ['“', '„', '«'], pattern: /[“„«]\s?([^“”„«»]{3,300}?)\s?[”“»]/g },
  { style: 'quoted', openers: ['"'], pattern: /(?<![\p{L}\p{N}"])"([^"]{3,300})"(?![\p{L}\p{N}])/gu },
  { style: 'quoted', openers: ['»'], pattern: /»\s?([^«»“”„]{3,300}?)\s?«/g },
  { style: 'quoted', openers: ['‘'], pattern: /‘([^‘\n]{3,200}?)['’](?![\p{L}])/gu },
  { style: 'quoted', openers: ["'"], pattern: /(?<=[\s(])'(?=[\p{Lu}])([^'\n]{8,200})'(?=[\s,.;)])/gu },
];

const spoken =
  /\b(?:is|are|was|were|am|must|will|would|can|could|do|does|did|has|have|had|know|think|want|see|should)\b/i;

/** "*Page last updated 3 May 2019*", "_Edition of 2004_": when a text was made, and no title. */
const dateline =
  /^(?:(?:this|the|our)\s)?(?:(?:page|site|text|document|note|list|file|table|version|data|content|figures|information)\s)?(?:(?:was|were)\s)?(?:(?:last|first|latest)\s)?(?:updated?|revi(?:s|ew)ed|modified|accessed|retrieved|prepared|compiled|published|posted|printed|drafted|edition|version|draft|status|as (?:of|at))\b[\s:]*(?:(?:on|in|of|at|by)\s)?[^.;]{0,30}(?:1[89]|20)\d\d\.?$/i;

/** Titles in the order of the text; where two styles overlap, the outer one. */
export function recogniseTitles(text: string): Mention<'title'>[] {
  if (!/[*_"“„«‘'[]/.test(text)) return [];
  const found: Mention<'title'>[] = [];
  for (const { style, openers, pattern } of styles) {
    if (!openers.some((opener) => text.includes(opener))) continue;
    for (const match of findAll(text, pattern)) {
      const words = match[1] ?? '';
      const trimmed = words.replace(/^[*_"“\s]+|[*_"”,;\s]+$/g, '');
      if (trimmed.length < 3 || dateline.test(trimmed)) continue;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const speech = style === 'quoted' && /[,.!]$/.test(words.trimEnd()) && spoken.test(words) ? { speech: true } : {};
      const href = style === 'link' ? { href: match[2] ?? '' } : {};
      found.push({
        kind: 'title',
        start,
        end,
        value: { text: trimmed.replace(/\s+/g, ' '), style, ...href, ...speech },
        foundBy: `title-${style}`,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
