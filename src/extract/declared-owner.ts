/** Reads sentences that say whose all that follows is: "The data in this section are those of …", "where none is named, the owner is …". */
import type { Mention } from './mention.js';
import type { Organisation } from './organisations.js';

export interface DeclaredOwner {
  readonly owner: Organisation;
  /** How far it holds: for the section it stands in, or for the whole text. */
  readonly scope: 'section' | 'text';
}

const data =
  '(?:data|data\\s?sets?|databases|sources|figures|tables|statistics|files|surveys|registers|records|collections|entries|items|publications|series)';
const belongTo =
  '(?:(?:are|were|is)\\s(?:all\\s)?(?:those of|the property of|(?:held|owned|kept|produced|published|compiled|collected|maintained|issued|managed|provided|supplied) by|from|taken from)|comes? from|belongs? to)';
const sections = '(?:section|chapter|part|list|page)';
const texts = '(?:annex|note|tree|catalogue|catalog|document|report|paper|inventory|overview|directory|readme)';

/** "The data in this section are held by the |". */
const ofWhole = new RegExp(
  String.raw`^(?:\p{Lu}?[\d.]*\s)?(?:All\s)?(?:[Tt]he\s|[Tt]hese\s)?(?:other\s)?${data}\s(?:\p{Ll}+\s)?(?:(?:in|of|on|under)\sthis\s(?<whole>${sections}|${texts})|(?:below|here|that follow|which follow|listed (?:here|below)|described (?:here|below)))\s${belongTo}\s(?:the\s)?$`,
  'iu',
);
/** "Everything in table 1 belongs to the |": where a row names another, it is told there. */
const everything =
  /^(?:Everything|All|Whatever is)\s(?:shown\s|listed\s)?(?:in|under)\s(?:tables?|lists?|parts?)\s\p{N}{1,2}\s(?:is|are|belongs?|comes?)\s(?:all\s)?(?:the property of|owned by|to|from)\s(?:the\s)?$/iu;
/** "Unless otherwise stated, all data are from the |". */
const unless = new RegExp(
  String.raw`^(?:Unless|Except where)\s[^,.;]{3,60},\s(?:all\s)?(?:the\s)?${data}\s(?:in this \p{Ll}+\s|below\s|here\s)?${belongTo}\s(?:the\s)?$`,
  'iu',
);
/** "; where none is named, the producer is |". */
const whereNone =
  /(?:^|[.;:,]\s)(?:where|if)\s(?:none|no\s(?:other\s)?(?:owner|producer|source|holder|publisher|body|agency|institution))\s(?:is|are)\s(?:named|given|stated|mentioned|indicated|shown),\s(?:the\s)?(?:owner|producer|source|holder|publisher|compiler)\s(?:is|was)\s(?:the\s)?$/i;

/** Undefined where the sentence declares nothing. */
export function findDeclaredOwner(
  text: string,
  organisations: readonly Mention<'organisation'>[],
): DeclaredOwner | undefined {
  for (const { start, value: owner } of organisations) {
    const ahead = text.slice(0, start);
    const whole = ofWhole.exec(ahead)?.groups;
    if (whole !== undefined) {
      const isText = whole['whole'] !== undefined && new RegExp(`^${texts}$`, 'i').test(whole['whole']);
      return { owner, scope: isText ? 'text' : 'section' };
    }
    if (unless.test(ahead) || everything.test(ahead) || whereNone.test(ahead)) return { owner, scope: 'text' };
  }
  return undefined;
}
