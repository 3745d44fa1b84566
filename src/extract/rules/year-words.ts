/** The words around a year that tell whether it is one of the data: what governs it, what is only planned, what is denied. */
import { findAll } from '../../notes/find-all.js';

/** Words that say the years behind them are those of the data. */
const ofData =
  /\b(?:cover(?:s|ed|ing|age)?|data|statistics|figures|estimates?|records?|recorded|recording|series|time series|period|periods|reference|available|availability|complete|exists?|existed|have been included|has been included|asked about|refer(?:s|red|ring)? to|relat(?:e|es|ed|ing) to|censuses|census|surveys?|rounds?|waves?|observations?|results|as of|as at|spans?|spanning|ranging|inflows?|outflows?|flows?|stocks?|conducted|carried out|collected|fielded|fieldwork|field ?time|interviews?|occurring|dating|enumerated|applications|permits|arrivals|range|runs?|goes back|reaches?|extend\w*|editions? of data|microdata|annually|yearly|quarterly|monthly|every \w+ years|ongoing|under way|(?:computeri[sz]ed|keyed|digiti[sz]ed) for|(?:days|dates) (?:are|were)|as (?:they|it) stood|questionnaires? (?:was|were) used|(?:are|is|were|was) (?:those|that) of)\b/gi;
/** Words that say they are not: foundation, revision, entry, publication, programme, law. */
const ofOther =
  /\b(?:established|founded|set up|created|launched|began operat\w+|introduced|inaugurated|initiated|started publishing|publish\w*|released?|issued|printed|appeared|brought out|come out|came out|updated?|updating|revis\w+|re-?calculat\w+|re-?comput\w+|re-?estimat\w+|re-?weight\w+|rebas\w+|last modified|modified|version|entered|(?<!\bof\s)entry|data[- ]entry|phase|input|digiti[sz]\w+|(?<=\b(?:was|were|been|is|are)\s)(?:computeri[sz]|automat)ed|keyed|scanned|transcribed|programmed|programme(?= (?:for|of)\b)|work programme|planned|forthcoming|expected|will be|adopted|ratified|signed|law|act|regulation|recommendations|resolution|convention|directive|manual|guidelines|questionnaire|classification|meeting|conference|workshop|mandate|budget|funded|paid|financed|redesigned|rebuilt|restored|converted|migrated|re-?worded|renamed|merged|discontinued|closed|ended|terminated|suspended|abolished|until further|target|by the year|accessed|retrieved|downloaded|copyright|adapted|methodology|methods?|report|yearbook|handbook|edition|archived|deposited|transferred|acquired|sample frame|frame based|deadline|join(?:s|ed)|acceded|accession|independence|moved|replaced|replacing (?:that|those|the one) of|opened|reopened|reform|amended|amendment|harmoni[sz]ed|admitted|checked|pilot(?! (?:survey|census))|drafted|designed|drawn up|written|changed|changes? of (?:method|definition|contractor|law|software|system|questionnaire|format)|altered|dropped|abandoned|given up|handed over|verified|keyed|microfilmed|corrected|taken over|came back|come back|skipped|agreed|(?<=\bwas\s)decided|endorsed|approved|refused|withdrawn|withdrew(?=\s(?:it|them|from)\b)|reviewed|coded|presented|switched on|(?:went|gone) (?:live|on-?\s?line)|rolled out|into (?:use|service|operation|force)|counted twice|double[- ]counted)\b/gi;
/** "certificates issued from 1997 to 2008": nothing is published over years but what the data count. */
const countedPapers = /\b(?:issu|publish|releas|sign|fil|adopt|admit|approv|ratif)\w+/gi;

/** "Tables were published between 2012 and 2014", "the results appeared from 2012 to 2014": these come out, whatever the data count. */
const resultsOut =
  /\b(?:tables|results|findings|reports|figures|data|estimates|tabulations|maps|volumes|articles|microdata|they|these)\s(?:(?:on|of|for|from)\s[^.;,]{1,40}\s)?(?:(?:has|have|had|were|are|been|also|first|only|then)\s){0,3}(?:published|released|issued|printed|appeared|disseminated|presented|came out)\s(?:[\p{L}-]+\s){0,3}$/iu;

const withoutPapers = (before: string): string => before.replace(countedPapers, (verb) => ' '.repeat(verb.length));

/** "workers who entered in 2010", "members who had come back": what people did is what the data are of. */
const doneByPeople = /(?<=\p{Ll}(?:s|men|people)\s)who\s(?:\p{Ll}{1,20}\s){1,4}/gu;

const withoutPeople = (before: string): string => before.replace(doneByPeople, (words) => ' '.repeat(words.length));

/** Where the last match of a cue in front of a year ends, -1 without one. */
function lastOf(cue: RegExp, clause: string): number {
  let at = -1;
  for (const match of findAll(clause, cue)) at = match.index + match[0].length;
  return at;
}

/** "a second, with the same questionnaire, in | 2016": how, which says nothing of when. */
const manner = /,\swith\s[^,.;:]{3,70},(?=\s)/gu;

/** "transcribed letters which emigrants wrote | between 1873 and 1914": of what is told of them, and not of what was done with them since. */
const inRelative = /\b(?:which|that|whom?)\s[^,.;:]{3,120}$/u;

export const saysOfData = (before: string): number => lastOf(ofData, before);
export function saysOfOther(before: string, single: boolean): number {
  const words = before.replace(manner, (aside) => ' '.repeat(aside.length));
  const at = lastOf(ofOther, withoutPeople(single ? words : withoutPapers(words)));
  return !single && at !== -1 && inRelative.test(words.slice(at)) ? -1 : at;
}

/** "established in 2002": the preposition is itself a cue, but the verb before it says more. */
const happened =
  /\b(?:established|founded|created|launched|set up|built|rebuilt|introduced|published|released|issued|updated|revised|adopted|renamed|discontinued|entered|added|redesigned|closed|terminated|began|begun|started|supplemented|complemented|enriched|superseded)\s(?:\p{L}+\s){0,3}(?:in|on|from|since|of|during|at the end of|until)?\s?(?:early\s|late\s|mid-|\d{1,2}\s|\p{Lu}\p{Ll}+\s){0,2}$/iu;
/** "launched its Labour Statistics database for the Arab States in 2013": what was begun, up to its year. */
const longHappened =
  /\b(?:launched|established|founded|set up|created|introduced|inaugurated)\s(?:its|the|a|an|our)\s(?:(?!(?:with|covering|which|that|and(?!\s\p{Lu})|of data|survey|census|round|wave|collection)\b)[\p{L}\p{N}'’()-]+\s){4,16}in\s$/u;
/** "An agreement concluded in | 2011 obliges them": of papers, and not of what they are about. */
const agreement =
  /\b(?:agreement|treaty|memorandum|contract|convention|protocol|act|law|decree)s?\s(?:(?:was|were)\s)?(?:concluded|signed|made|passed|reached)\s(?:in|on)\s$/i;
const dataBegan =
  /^(?:It|They)\s(?:began|started)\sin\s$|\b(?:data|series|collection|survey|fieldwork|interviews|observations|counting|recording|registration)\s(?:(?!was|were|been)\p{L}+\s){0,2}(?:began|begin|begins|begun|started|start|starts)\b/iu;
/** "In 1990 the Office established …", "Since 1990 it has been kept by …". */
const happenedBehind =
  /^,?\s[^.;]{0,70}?\b(?:established|founded|created|launched|set up|introduced|published|adopted|released|issued|began publishing|maintained|kept|had access|supplemented|complemented|enriched|superseded|replaced|gave\s(?:it|them|this|these)\sup|gave\sup)\b/i;

/** "At the end of 2017 the archive held …": when one counted what it holds, not what that is of. */
const helpBehind = /^\swith\s(?:the\s)?(?:help|support|assistance|funds)\b/i;
/** "carried out in 2004 | with support from": whoever helped, the data are of that year. */
const gathered =
  /\b(?:conducted|carried (?:it |them )?out|held|fielded|collected|taken|took place|run|ran|undert(?:aken|ook)|interviewed|surveyed|counted|repeated)\s[^.;:,()]{0,30}$/i;
/** "conducted the Harbour Migration Survey in | 2014": past the whole of a name. */
const gatheredByName =
  /\b(?:conducted|carried out|held|fielded|ran|undertook|repeated)\s(?:the|an?|its|our)\s(?:\p{Lu}[\p{L}-]*\s(?:(?:of|on|for|and|in)\s)?){1,9}(?:\([^()]{1,20}\)\s)?in\s$/u;
const stateBehind = /^,?\s(?:the|it|our|its)\s(?:\p{Ll}+\s)?(?:held|contained|comprised|listed|counted|stood)\b/iu;

/** "in which every foreigner has been entered since 2012": the data go on being filled. */
const filled =
  /\b(?:has|have)\s(?:been\s)?(?:\p{Ll}+\s)?(?:(?:entered|listed|registered|recorded|counted|logged|noted|typed|keyed|captured)\s(?:\p{Ll}+\s){0,4}|(?:captured|entered|recorded|stored|kept)\s(?:it|them|these|this)\sin(?:to)?\s(?:its|the|a)\s[^.;,]{3,60}\s)$/u;

/** "in the Journal, which we have kept | since 2009": whatever is entered in it. */
const keptSince =
  /\b(?:which|that)\s[^.;,]{2,50}\s(?:has|have)\s(?:also\s)?(?:kept|run|maintained|operated)\s(?:\p{Ll}+\s){0,2}$/u;

/** "Figures on crews can be produced from the Register | since 1995", "Totals can be drawn up for the end of | 2010 and 2013". */
const canBe =
  /\b(?:can|could)\s(?:only\s)?be\s(?:produced|compiled|calculated|computed|made|drawn(?:\sup)?|tabulated|supplied|shown|given|told|broken down)\s(?:[\p{L}-]+\s){0,5}$/u;

/** "each has been coded, | 2012 to 2022": what is set off behind what was done with the data is when they are of. */
const worked =
  /\b(?:coded|keyed|typed in|scanned|transcribed|digiti[sz]ed|checked|verified|corrected|anonymi[sz]ed),\s$/u;
/** "Transcription took | from 2004 till 2010": when the data were worked on. */
const workTook =
  /\b(?:transcription|translation|digiti[sz]ation|digiti[sz]ing|typing|cleaning|coding|scanning|keying|checking)\s(?:took|lasted|ran|went on|was done)\s(?:place\s)?$/iu;

/** "Interviews in Chad in 2010 lasted until February | 2011": when the last of them came to an end. */
const lasted =
  /\b(?:lasted|dragged on|went on|ran over|ran on|continued)\s(?:on\s)?(?:until|till|to|into)\s(?:\p{Lu}\p{Ll}+\s)?$/u;

/** "The latest release (MMP174) is | from 2020": when something came out. */
const release =
  /\b(?:latest|last|newest|current|most recent)\s(?:release|version|update|revision)\b(?:\s\([^()]{1,20}\))?\s(?:is|was|dates?|appeared|came out)\s(?:of\s|in\s|from\s)?(?:\p{Lu}\p{Ll}+\s)?$/u;
/** "the fourth survey of its kind after Chad (2014) and": what others have. */
const ofItsKind = /\bof (?:its|this|the same) kind\b[^.;]*\b(?:after|besides|like|beside|following)\b[^.;]*$/;
export const isOfRelease = (before: string): boolean => release.test(before) || ofItsKind.test(before);

/** What the verb next to a year says, where it is one that says more than any noun. */
export function closestVerb({
  before,
  after,
  own,
  single,
}: {
  before: string;
  after: string;
  own: string;
  single: boolean;
}): 'of data' | 'other' | undefined {
  const since = /^since\b/i.test(own);
  const phrase = withoutPeople((single ? before : withoutPapers(before)).slice(-120)).slice(-60);
  if (!single && resultsOut.test(before.slice(-120))) return 'other';
  if (helpBehind.test(after))
    return gathered.test(phrase) || gatheredByName.test(before.slice(-120)) ? 'of data' : 'other';
  if (since && (filled.test(phrase) || keptSince.test(phrase))) return 'of data';
  if (canBe.test(phrase) || (!single && worked.test(phrase))) return 'of data';
  if (!single && workTook.test(phrase)) return 'other';
  if (single && lasted.test(phrase)) return 'other';
  if (single && (longHappened.test(before.slice(-160)) || agreement.test(phrase))) return 'other';
  if (happened.test(phrase)) return dataBegan.test(phrase) ? 'of data' : 'other';
  if (
    happenedBehind.test(after) &&
    /^(?:In|Since|By)?\s?(?:the\s)?(?:early\s|late\s|mid-)?$|\b(?:in)\s$/i.test(
      clauseBefore(before).trimStart().slice(-18),
    )
  )
    return 'other';
  return /\b(?:at|by)\sthe\send\sof\s$/i.test(before) && stateBehind.test(after) ? 'other' : undefined;
}

/** The year's own clause: up to a comma with a conjunction, a bracket or a stop. */
const clauseEnd = /[;.()]|,\s(?:but|while|whereas|although|though|and)\s|\s(?:but|while|whereas|although)\s/;
const clauseBehind = (after: string): string => after.split(clauseEnd)[0] ?? after;
const clauseBefore = (before: string): string => before.split(clauseEnd).at(-1) ?? before;

const planned =
  /\b(?:will|shall|(?:is|are|was|were)\s(?:not\s)?(?:to (?:be|begin|start|follow|take place|appear|come out)|expected|intended|meant|due|to follow)|(?:had|has|have)\sbeen\s(?:planned|announced|foreseen|scheduled)|planned|foreseen|announced|scheduled|forthcoming|expected (?:in|by|for|before)|next(?!\sto\b)|follows? in|under discussion|promised (?:for|in|by)|may be added|being (?:prepared|planned|designed|considered)|(?:was|were) (?:once\s)?(?:considered|discussed|proposed|envisaged) (?:in|for)|(?:in|under) preparation|to be (?:added|held|conducted|carried out|repeated|taken|released))\b/i;

const onlyPlanned = /\b(?:planned|foreseen|announced|scheduled|proposed)\b/i;

/** "A third wave was announced for 2023", "results will follow in 2024"; but "will estimate crossings for 2012–2014". */
export const isFuture = (before: string, after: string, single: boolean): boolean =>
  (single ? planned : onlyPlanned).test(clauseBefore(before)) ||
  (single &&
    /^\s[^,]{0,40}\b(?:at the earliest|will|(?:is|are)\s(?:still\s)?(?:promised|expected|awaited|foreseen))\b/.test(
      clauseBehind(after),
    ));

/** "was set up in 1998 and holds contracts": where a new predicate begins, what was before says nothing of its years. */
const predicate =
  /,\s(?:it|they)\s\p{Ll}[\p{Ll}-]{3,}s?\s|(?:\b(?:and|which|that)|,)\s(?:now\s|then\s|also\s)?(?:holds|has|have|contains?|covers?|includes?|lists?|counts?|records?|keeps|gives?|presents?|shows?|comprises?|publish(?:es)?|starts?|begins?|runs|refers?|relates?)\b/giu;
/** "Entered in it are | certificates of": turned round, the participle says what the data hold. */
const turnedRound =
  /^\s?(?:Entered|Listed|Recorded|Registered|Included|Contained|Kept|Held|Shown|Counted)\s(?:in|by|with)\s(?:it|them|this|these|the \p{Ll}+)\s(?:is|are|were|was)\s/u;
export function predicateOf(before: string): string {
  let from = turnedRound.exec(before)?.[0].length ?? 0;
  for (const match of findAll(before, predicate)) from = match.index;
  return before.slice(from);
}

/** "Until 2016 such persons were counted twice", "before 1990 there are books": an end or a turn, and no year that there are data of. */
const turningPoint =
  /\b(?:until|till|before|prior to|up to|ahead of|earlier than|later than)\s(?:the\s)?(?:(?:start|beginning|end|spring|summer|autumn|winter|middle|reform|census)\s(?:of\s)?)?(?:(?:early|late|mid)[\s-])?(?:\d{1,2}\s)?(?:\p{L}+\s)?$/iu;
/** "in 1995 and every three years thereafter until | 2007": there are data of the end as well. */
const atIntervals =
  /\bevery\s(?:\p{L}+\s){1,3}(?:thereafter|afterwards|after that|from then on|since then)?\s?(?:until|up to)\s$/iu;
/** "had supplied a year by December | 2017": when one looked. */
const byThen =
  /\b(?:had|has|have)\s[^.;:]{3,80}\sby\s(?:the\s(?:end|middle|beginning|start)\sof\s)?(?:\p{Lu}\p{Ll}+\s)?$/u;
export const isTurningPoint = (before: string): boolean =>
  (turningPoint.test(before) && !atIntervals.test(before)) || byThen.test(before);

const deniedBefore =
  /\b(?:none|not|nothing|never|no (?:data|figures|survey|census|round)|without(?!\s(?:interruptions?|fail|(?:an?\s)?(?:break|gap|pause)s?)\b)|except(?:ing|ion of)?|excluding|apart from|other than|instead of)\s(?:\p{L}+\s){0,3}(?:for|in|of)?\s?$|\bno\s(?:\p{Ll}+\s)?(?:data|figures|surveys?|census(?:es)?|rounds?|waves?|interviews?|fieldwork)\s(?:was|were|is|are|has been|have been|could be)\s(?:\p{Ll}+\s){0,3}(?:for|in|during)?\s?$|\b(?:cannot|could not)\s(?:add|include|use|show|give|offer)\s(?:the\s)?(?:\p{Ll}+\s){0,3}$/iu;
/** "there has been no national survey of migrant households | since 2009". */
const noneSince =
  /\b(?:has|have|had) been no\s(?:\p{Ll}+\s){0,3}(?:data|figures|surveys?|census(?:es)?|rounds?|waves?|count)\b[^.,;:]{0,60}$/u;
const deniedBehind =
  /\b(?:(?:has|have|had|was|were)\s(?:\p{L}+\s)?(?:been\s)?(?:taken out|left out|removed|dropped|cancelled|canceled|given up|put off|postponed|skipped|omitted|excluded|lost|destroyed|annulled|abandoned)|(?:never|not) (?:happened|took place|fielded)|(?:survey|census|round|wave)s?(?:, [^.;,]{4,30},)? (?:had|has|have) no\b|^,\s(?:had|has|have) no (?:such )?(?:questions?|data|figures)\b|(?:is|are|was|were) not (?:held|fielded|available|included|carried out|conducted|covered|taken|part)|(?:was|were) missing|(?:has|have) (?:hardly|barely|only just|not yet) (?:begun|started)|(?:is|are|was|were|decided) not to (?:release|publish)|did not take place|(?:cannot|could not) be (?:opened|read|used|found|recovered))\b/iu;

/** "No census has been held in the Port of Lima | since 1984". */
const deniedThere =
  /\b[Nn]o\s(?:\p{Ll}+\s)?(?:data|figures|surveys?|census(?:es)?|rounds?|waves?|interviews?|fieldwork)\s(?:was|were|has been|have been)\s(?:\p{Ll}+\s){0,3}in\s(?:the\s)?(?:\p{Lu}[\p{L}.-]*\s(?:(?:of|and)\s(?:the\s)?)?){1,6}$/u;

/** "there is none for 2013", "the census of 2011 has been taken out". */
export const isDenied = (before: string, after: string, single: boolean): boolean =>
  deniedBefore.test(before.slice(-60)) ||
  deniedThere.test(before.slice(-110)) ||
  noneSince.test(before.slice(-110)) ||
  (single && deniedBehind.test(clauseBehind(withoutAsides(after))));
/** "A clerk who left in 2012 may well be counted in | 2014": an example. */
const example =
  /\b(?:[Ww]hoever|(?:[Aa]n?\s\p{Ll}{3,}|[Aa]ny(?:one|body)|[Ss]ome(?:one|body))\swho)\s\p{Ll}[^.;]{0,80}$/u;
const maybe = /\b(?:may|might|could|would|can)\s(?:well\s|also\s|still\s)?be\b/;
export const isExample = (before: string, after: string): boolean => example.test(before) && maybe.test(before + after);
/** "Since November 1998 | such cards are no longer collected": since when there are none. */
const noLonger =
  /^\s(?:(?!and\b|which\b|that\b)[^\s.;,]{1,30}\s){1,6}(?:is|are|was|were|has been|have been)\sno longer\s(?:being\s)?(?:collected|recorded|counted|held|kept|asked|included|registered|taken|conducted)\b/;
export const hasEnded = (before: string, own: string, after: string): boolean =>
  /\bsince\b/i.test(before.slice(-20) + own.slice(0, 20)) && noLonger.test(after);

/** "The census of 2011|, which was in version 1 (2018),| has been taken out". */
const withoutAsides = (after: string): string =>
  after.replace(/^,\s(?:which|that)\s[^.;:,]{2,60},/, '').replace(/^\s?\([^()]{1,40}\)/, '');

/** "The series begins with permits granted in", "goes back to", "counting began in": the data go on from there. */
const begins =
  /\b(?:(?:begins?|starts?|commences?)(?!\sfrom\s(?:the|an?)\s)|(?:data|series|counting|collection|recording|records|registrations?|measurements?|figures|statistics|observations|entries)\s(?:(?!was|were|been)\p{L}+\s){0,2}(?:began|started|commenced)|(?:go|goes|going|reach|reaches|reaching|date|dates|dating|stretch|stretches|stretching|extend|extends|extending|went|dated|reached)\s(?:\p{Ll}+\s){0,3}back(?:\sas far)?\s(?:to|as))\s[^.;:,()]{0,40}$/iu;
/** "The latest wave dates | from 2019": one of several, which does not go on. */
const oneOfSeveral =
  /\b(?:latest|last|most recent|newest|final|oldest|first|second|third|fourth|fifth)\s(?:and (?:so far )?(?:only|last)\s)?(?:\p{L}+\s)?(?:wave|round|survey|census|edition|issue|enumeration|sweep|interviews|fieldwork|version)\s(?:of\s\p{L}+\s)?(?:\p{L}+\s)?dat(?:es?|ed|ing)\s(?:back\s)?(?:(?:from|to)\s[^.;:,()]{0,30})?$/iu;
export const isOneOfSeveral = (before: string): boolean => oneOfSeveral.test(before);
/** "It began in", "Its first year is", "which replaced the Tide Survey in": in such a year, and from then on. */
const beginsThen =
  /\b(?:[Tt]he|[Ii]ts)\s(?:first|earliest|oldest)\s(?:entries|records|cards|files|data|figures)\s(?:are|were|is)\s(?:of|from|for)\s$|(?:^|[.;]\s)(?:It|They)\s(?:began|started)\sin\s(?:\p{Lu}\p{Ll}+\s)?$|\b(?:[Ii]ts|[Tt]he|[Tt]heir|whose)\sfirst\s(?:year|reference year)\s(?:is|was|being)\s$|,\swhich\s(?:replaced|succeeded|superseded|took the place of)\s[^.;,]{3,80}\sin\s(?:\p{Lu}\p{Ll}+\s)?$|\bas\sfar\sback\sas\s(?:\p{Lu}\p{Ll}+\s)?$/u;
export const beginsData = (before: string): boolean =>
  (begins.test(before) || beginsThen.test(before)) && !isOneOfSeveral(before);
