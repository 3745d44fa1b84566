/** Finds who is said to have had a part in a thing besides its owner. */
import type { Organisation } from './organisations.js';
import { rowAt, type Site } from './owner-site.js';

/** "jointly with X", "together with X and Y": partners who own as well, before or behind the name. */
export function findPartners({ text, all }: Pick<Site, 'text' | 'all'>, from = 0, to = text.length): Organisation[] {
  const at = all.findIndex(
    (mention) =>
      mention.start >= from &&
      mention.start <= to &&
      /\b(?:jointly|together|in (?:cooperation|collaboration|partnership)|co-?organi[sz]ed|written|made|run|running|ran|conducted|produced|developed|kept|published)\s(?:with|jointly with)\s(?:the\s)?$|(?:^|[(,.;]\s?)with\s(?:the\s)?$/i.test(
        text.slice(Math.max(0, mention.start - 60), mention.start),
      ),
  );
  return at === -1 ? [] : rowAt(text, all, at);
}
