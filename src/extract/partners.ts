/** Finds who is said to have had a part in a thing besides its owner. */
import type { Organisation } from './organisations.js';
import { rowAt, type Site, togetherWith } from './owner-site.js';
import { doesIt } from './owning-verbs.js';
import { createBefore } from './words-before.js';

/** What somebody does with somebody else: "prepared with", "a conference that we convened with", "has been running with". */
const done =
  'written|wrote|writes?|did|done|made|makes?|runs?|running|ran|held|holds?|taken|built|conducted|conducts?|carried out|carries out|under way|undertaken|undertook|produced?|produces|prepare[sd]?|develop(?:s|ed)?|designed|compile[sd]?|collect(?:s|ed)?|maintain(?:s|ed)?|keeps?|kept|manage[sd]?|publish(?:es|ed)?|issue[sd]?|release[sd]?|edit(?:s|ed)?|launched|created|organi[sz](?:ed|ing)|convened|convening|led|co-?(?:organi[sz]ed|published|edited|authored|produced)';
/** "a three-year project with the", "a survey with". */
const common =
  'project|study|survey|report|programme|program|publication|pilot|panel|initiative|venture|workshop|seminar|conference|database';
/** "with the French statistical institute | INSEE": what the partner is. */
const described = String.raw`(?:(?:\p{L}+\s){0,3}(?:institute|office|agency|bank|university|organi[sz]ation|ministry|bureau|authority|service|centre|institution)\s)?`;
/** The words right before a partner. */
const isBeside = createBefore(
  new RegExp(
    String.raw`(?:\b(?:(?:${done})\s(?:(?:it|them|this|the\s(?:diaries|survey|panel|study|register|database|records|tables|files?))\s)?(?:(?:in|since|until)\s(?:\p{L}+\s)?\d{4}\s)?(?:jointly\s)?with|${togetherWith}|joint\swith|(?:an?|the|our|its|joint)\s(?:[\p{Ll}-]+\s){0,3}(?:${common}|undertaking|effort|product|enterprise)\swith|the\sothers?\s(?:being|are|is)|(?:organi[sz]ed|held|convened|conducted|carried out)\s[^.;]{3,90}\s(?:19|20)\d{2}\swith|^With\s(?:our|the|its)\s(?:colleagues|friends|partners|counterparts)\s(?:at|from|in|of))|(?:^|[(,.;]\s?)(?:and,?\s)?with)\s(?:the\s)?(?:then\s)?(?:secretariat\sof\s(?:the\s)?)?${described}["“*_]{0,2}`,
    'iu',
  ),
);

/** "jointly with X", "together with X and Y", "X was our partner": who owns as well, before or behind the name. */
export function findPartners({ text, all }: Pick<Site, 'text' | 'all'>, from = 0, to = text.length): Organisation[] {
  return [
    ...new Set(
      all.flatMap((mention, at) =>
        mention.start >= from &&
        mention.start <= to &&
        (isBeside(text, mention.start) ||
          /^\s(?:is|was|are|were)\s(?:our|its|the)\s(?:\p{Ll}+\s)?partners?\b/u.test(
            text.slice(mention.end, mention.end + 50),
          ))
          ? rowAt(text, all, at)
          : [],
      ),
    ),
  ];
}

const withBehind = /^["”»*_]{0,2}(?:\s\([^()]{1,40}\))?\s(?:(?:jointly|together)\s)?with\s(?:the\s)?$/u;

/** "shares the Quay Register with the |": gives him of it. */
const shares = /\s(?:shar|exchang|compar|link|match|combin|merg|replac|suppl|provid|discuss)\p{Ll}*\s/u;

/** "The Board runs the Crew Panel (2012 to 2015) | with Statistics Ruritania": right behind the thing. */
export function findPartnerBehind({ text, end, all }: Pick<Site, 'text' | 'end' | 'all'>): Organisation[] {
  const at = all.findIndex(({ start }) => start >= end);
  const active = all.some((mention) => {
    const gap = mention.end <= end ? text.slice(mention.end, end) : '';
    return doesIt(gap) && !shares.test(gap);
  });
  return active && at !== -1 && withBehind.test(text.slice(end, all[at]?.start)) ? rowAt(text, all, at) : [];
}
