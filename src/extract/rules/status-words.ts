/** The words that say that a thing has ended or is still to come; whose they are is for the rule to find. */

import type { EntityType } from '../claim.js';

/** A verb group that stands behind the thing it speaks of, and what it says of it. */
export interface StatusVerb {
  readonly status: 'discontinued' | 'forthcoming';
  readonly words: RegExp;
  /** What exists is not forthcoming because something of it "will be published". */
  readonly weak?: true;
  /** Said of these things only. */
  readonly of?: EntityType;
}

const been = String.raw`(?:is|are|was|were|(?:has|have|had)(?:\s(?:since|now|meanwhile))?\sbeen)\s(?:(?:since|now|then|later|finally|eventually|officially|already|also)\s)?`;
const kept = String.raw`(?:updated|maintained|compiled|published|collected|produced|issued|continued|kept(?:\sup)?|conducted|carried out|held|printed)`;
const made =
  '(?:published|released|issued|printed|launched|completed|finali[sz]ed|set up|established|created|opened|available|ready|added|put online|brought out)';
const soon = String.raw`(?:(?:soon|then|also|only|shortly|first|both|jointly)\s)?`;

export const statusVerbs: readonly StatusVerb[] = [
  {
    status: 'discontinued',
    words: new RegExp(
      String.raw`\b${been}(?:discontinued|terminated|abolished|abandoned|phased out|wound up|closed(?:\sdown)?|stopped|retired|given up|not continued|not renewed)\b(?!\s(?:to|for|on|during)\b)`,
      'gi',
    ),
  },
  {
    status: 'discontinued',
    words: new RegExp(
      String.raw`\b(?:(?:is|are|was|were)\sno longer\s(?:being\s)?${kept}|(?:is|are)\snot\s(?:being\s)?${kept}\sany\s?(?:more|longer)|(?:has|have)\snot been\s(?:${kept}\ssince|continued|resumed|renewed))\b`,
      'gi',
    ),
  },
  {
    status: 'discontinued',
    words:
      /\b(?:(?:has\s|have\s)?ceased\s(?:publication|to (?:appear|exist|be (?:published|updated|compiled|issued))|in\b)|(?:came|has come|have come) to an end|stopped\s(?:appearing|with|in|after)|(?:was|were|has been|have been)\s(?:then\s|since\s)?(?:replaced|superseded)\b(?=[^.;]{0,40}\bby\b)|(?<=\b(?:series|journal|yearbook|bulletin|newsletter|collection|publication)\s)ended\s(?:in|with)\b|(?<=,\s)(?:of which|whose)\s(?:the\s)?last\s(?:issue|number|volume|edition)\s(?:is dated|appeared|came out|was (?:published|issued)))/gi,
  },
  {
    status: 'forthcoming',
    words:
      /\b(?:is|are)\s(?:now\s|still\s|currently\s)?(?:forthcoming|in press|(?:in|under) preparation|being prepared)\b/gi,
  },
  {
    status: 'forthcoming',
    weak: true,
    words: new RegExp(
      String.raw`\b(?:will\s${soon}(?:be\s(?:\p{Ll}+ly\s)?${made}|appear|follow|come out|start|begin|go\s(?:live|online)|be led)|(?:is|are)\s(?:still\s)?(?:to\s(?:be\s(?:\p{Ll}+ly\s)?${made}|follow|appear|start|begin)|due\s(?:out|to\s(?:appear|start|begin))))\b`,
      'giu',
    ),
  },
  {
    // What a book "will address" it does not address yet.
    status: 'forthcoming',
    of: 'Publication',
    words:
      /\bwill\s(?:also\s)?(?:address|discuss|examine|present|contain|describe|deal with|look at|summari[sz]e|report on|cover)\b/gi,
  },
];

/** A passage of one remark. */
export const upcomingRemark = /^["“(*_]{0,2}(?:forthcoming|in press|in preparation)[)*_.]{0,3}$/i;

/** "…, closed in 2018", "(discontinued)", "; no longer updated": straight behind a name, or a remark of its own. */
export const endedRemark =
  /(?:^[(*_]{0,3}|[,;:(]\s?)(?:(?:which\s)?(?:now|since|then)\s)?(?:discontinued|closed(?=\s(?:in|since)\s)|no longer (?:updated|published|maintained|compiled)|not updated any\s?more|terminated|abandoned(?=\s(?:in|after)\s))(?=\s(?:in|since|after|as of|because|when)\b|\s?(?:[.;,)]|$))/gi;

const usedToMake = String.raw`\bused to\s(?:compile|collect|publish|maintain|produce|conduct|issue|keep|run|print|prepare|carry out)\s`;
export const usedTo = new RegExp(usedToMake, 'i');
/** In front of what has ended: "used to publish the". */
export const endedBefore = new RegExp(`${usedToMake}[^.;]{0,40}$`, 'i');

/** In front of what is still to come: "will start", "is preparing a", "will be issued as". */
export const upcomingBefore =
  /\b(?:(?:will|shall|plans? to|intends? to|hopes? to|(?:is|are) (?:about|planning|going) to)\s(?:(?:then|also|soon|jointly)\s)?(?:start|begin|launch|carry out|conduct|undertake|release|publish|bring out|open|introduce|establish|set up|create)|(?:is|are)\s(?:now\s|currently\s|also\s)?(?:preparing|planning|drafting))\s(?:(?:an?|its|our|their|another)\s(?:[\p{Ll}-]+\s){0,2})?["“*_]{0,2}$|\b(?:will|shall|(?:is|are) to)\sbe\s(?:(?:published|issued|released|printed|brought out)\s[^.;]{0,40}?(?:\bas|\bunder the title|\bentitled)|(?:held|stored|kept|collected)\s(?:[\p{Ll}-]+\s){0,2}in an?)\s(?:an?\s)?["“*_]{0,2}$/iu;

/** A heading of what is not there yet. */
export const upcomingHeading =
  /^(?:\d+(?:\.\d+)*\.?\s)?(?:in preparation|in press|under preparation|forthcoming(?:\s[\p{Ll}]+)?|upcoming(?:\s[\p{Ll}]+)?|planned(?:\s[\p{Ll}]+)?)$/iu;

/** Who is taken up again has not ended. */
export const resumed = /\b(?:resumed|taken up again|revived|reopened|restarted|reinstated|relaunched)\b/i;
