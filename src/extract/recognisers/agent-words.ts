/** Tells by the words beside a name in capitals that it is somebody's: "paid for by |", "the recruiting agency |", "|, a charity". */

import { createBefore } from '../words-before.js';

export const keeping =
  'publish|compil|maintain|produc|collect|conduct|host|manag|operat|administer|disseminat|curat|issu|releas|coordinat|commission|implement|own|keep|hold|run';

/** Where such words may end: cheap to find. */
export const agentBefore =
  /\b(?:by|with|of|from|agency|office|bureau|institute|authority|ministry|service|company|firm|charity|foundation|association|network|consultancy|contractor|organi[sz]ation|tank)(?:,?\s)(?:the\s)?(?=\p{Lu})/gu;

/** "… maintained by |", "… paid for by |", "… jointly with |": what follows in capitals is somebody, and no tool or kind. */
export const isSurelyAgent = createBefore(
  new RegExp(
    String.raw`\b(?:(?:${keeping})(?:e?d|t)|kept|held|run|carried out|set up|owned|established|funded|financed|paid(?: for)?|sponsored|supplied|provided|convened|organi[sz]ed)\s(?:\p{Ll}+\s){0,3}?by\s(?:the\s)?|\b(?:jointly|together|in (?:cooperation|collaboration|partnership)|cooperat\w+|on behalf)\s(?:with|of)\s(?:the\s)?`,
    'u',
  ),
);
/** "carried out with |", "with advice from |", "funds of |", "shared with |". */
const isPartner = createBefore(
  /\b(?:carried out|conducted|prepared|written|compiled|produced|made|shared|agreed|linked|exchanged)\s(?:\p{Ll}+\s){0,2}?with\s(?:the\s)?|\b(?:advice|help|support|assistance|funds|funding|money|means|a grant|grants|permission|a gift)\s(?:of|from)\s(?:the\s)?/u,
);
/** "the recruiting agency |", "Panama's border service, |": a common noun says what is named behind it. */
const isKindOfBody = createBefore(
  /(?:\b(?:the|an?|our|its|their|of)|['’]s)\s(?:[\p{Ll}-]+\s){0,3}(?:agency|office|bureau|institute|authority|ministry|service|company|firm|charity|foundation|association|network|consultancy|contractor|organi[sz]ation|think tank),?\s/u,
);
/** "|, a network of shelters", "|, the Irish police". */
const body =
  /^(?:\s\([^()]{1,30}\))?,\s(?:an?|the|our|its)\s(?:[\p{L}-]+\s){0,3}(?:agency|office|bureau|institute|authority|ministry|service|police|company|firm|charity|foundation|association|network|consultancy|contractor|organi[sz]ation|think tank|university|union|federation|bank)\b/u;

/** Whether the words up to `start` say that somebody is named there. */
export const isAgentAhead = (text: string, start: number): boolean =>
  isSurelyAgent(text, start) || isPartner(text, start) || isKindOfBody(text, start);

/** Whether the words behind a name say that it is a body's. */
export const isBodyBehind = (text: string, end: number): boolean => body.test(text.slice(end, end + 120));
