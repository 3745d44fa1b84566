/** Reads which years the data speak of, and leaves out founding, revision, publication and what else bears a year. */
import type { Period } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';
import { isFoundation } from './history.js';
import { isOfReference } from './reference-years.js';
import {
  beginsData,
  closestVerb,
  hasEnded,
  isDenied,
  isExample,
  isFuture,
  isOfRelease,
  isOneOfSeveral,
  isTurningPoint,
  predicateOf,
  saysOfData,
  saysOfOther,
} from './year-words.js';

const rule = 'coverage';

/** "The paper files start in | 1984": what nobody has keyed. */
const onPaper =
  /\bpaper (?:files|cards|forms|records)\s(?:start|begin|go back|exist|reach back|are kept)\b[^.;]{0,20}$/;

/** "Cards are there from 1948|, but nobody has ever keyed the old ones". */
const notKeyed =
  /^,?\sbut\s(?:nobody|no one|none|(?:they|these|the old ones)\s(?:are|were|have)\s(?:not|never))\b[^.;:]{0,50}\b(?:keyed|digiti[sz]ed|computeri[sz]ed|entered|scanned)\b/;

/** "1,912 interviews in May 2013 and, by telephone, 1,105 in | October 2017": the number alone, the second time. */
const andSoMany =
  /\b(?:interviews|households|respondents|persons|people|families|questionnaires|workers|travellers)\b[^.;]*\b(?:and|then)\b[^.;]{0,60}\s\d[\d,. ]*\s(?:\p{Ll}+\s)?in\s$/u;

/** "1997/98": of one survey, as of a school year. */
const splitYear = /^(?:19|20)\d\d\/\d\d(?:\d\d)?$/;

/** How a year stands in its sentence. */
interface Place {
  /** The clause in front of it, at most so many characters, and what stands right behind it. */
  readonly before: string;
  /** Of it, what stands behind an earlier year: "opened in 2016, | with rulings of". */
  readonly near: string;
  readonly after: string;
  /** The year's own words: "since 1990". */
  readonly own: string;
  readonly single: boolean;
  /** Whether a country stands right in front of it: "Niger (2019)", "Peru 2007 and 2017". */
  readonly behindPlace: boolean;
  /** Whether the name of data does: "the Transit Register for 2015 and 2016". */
  readonly behindName: boolean;
}

/** What stands in front of a year, and behind it. */
interface Clause {
  readonly before: string;
  readonly after: string;
}

/** "the stocks on 31 December 2011": days on which one counts, not on which something happens. */
const countingDay = /^(?:1 January|31 March|30 June|1 July|30 September|31 December|mid-|end of )/i;

/** "… (1990–1995)", "1990: …": what may stand between a clause and its year. */
const beforeYear =
  /(?:(?:\b(?:in|from|for|during|between|since|of|to|the|years?|fiscal|FY|period|as of|as at|and|or|through|until|until the|over|covering|dating|dated|around|about|early|late|end of|mid|spring|summer|autumn|winter|1|january|july|\d{1,2})|[,;(:–-])\s?){1,4}$/i;
/** Words that would say so in any sentence about data: weaker than a word that says otherwise. */
const weakCue = /\b(?:from|between|for|years?|seasons?|since|during|over)\b/i;
/** "for the school years 1998/99 to 2010/11": whatever was done with the data, they are of these years. */
const ofPeriod =
  /\bfor\s(?:the\s)?(?:(?:school|academic|fiscal|financial|calendar|reference|whole|harvest)\s)?(?:years?|period|quarters?|months|seasons?)\s(?:of\s)?$/i;
/** Which word it is that speaks of something else the reason by kind tells. */
const otherWord = 'a word before it speaks of something else';
const plans = /\b(?:programmes?|plans?|planning|budget|mandate|strategy|targets?|work|agenda|framework)\b/i;

/** Of the last sentence before; "No. 1 of 2017" is one. */
function lastStop(text: string, before: number): number {
  let at = text.lastIndexOf('. ', before);
  while (at > 0 && /\b(?:Nos?|Nr|vol)$/i.test(text.slice(Math.max(0, at - 4), at))) at = text.lastIndexOf('. ', at - 1);
  return at;
}

function placeOf(scene: Scene, { start, end, value: { form } }: Mention<'years'>): Place {
  const { text, mentions } = scene.reading;
  // "coded into the Crew File: monthly movements, …": behind its name stands what the data are.
  const told = mentionsOf(mentions, 'name').findLast(
    (name) => name.value.class === 'dataset' && name.end < start && text.startsWith(': ', name.end),
  );
  const from = Math.max(text.lastIndexOf(';', start), lastStop(text, start), start - 220, told?.end ?? 0, 0);
  const gap = (other: { end: number }): string => text.slice(other.end, start);
  const before = predicateOf(text.slice(from, start));
  const earlier = mentionsOf(mentions, 'years').findLast((years) => years.end < start);
  const consumed = earlier !== undefined && /^\)?,\s(?!and\b|or\b|again\b)[^,]{12,}$/.test(gap(earlier));
  return {
    before,
    near: consumed && gap(earlier).length < before.length ? gap(earlier) : before,
    after: text.slice(end, end + 100),
    own: text.slice(start, end),
    single: form === 'single',
    behindPlace: mentionsOf(mentions, 'place').some((place) => place.end < start && /^,?\s\(?$/.test(gap(place))),
    behindName: mentionsOf(mentions, 'name').some(
      (name) =>
        name.value.class === 'dataset' &&
        name.end < start &&
        /^["”*]{0,2}(?:\s\([\p{Lu}-]+\))?(?:,\s|\s\(|,?\s(?:for|of|from)\s(?:the\s(?:years?|period)\s)?)$/u.test(
          gap(name),
        ),
    ),
  };
}

/** Whether years in a sentence about data are years of these data. */
export const isCoverageYear = (scene: Scene, mention: Mention<'years'>): boolean =>
  whyNotCoverage(scene, mention) === undefined;

/** Why years in a sentence about data are not years of these data, for a curator; undefined where they are. */
function whyNotCoverage(scene: Scene, mention: Mention<'years'>): string | undefined {
  const place = placeOf(scene, mention);
  const { before, after, own, single } = place;
  if (isFuture(before, after, single)) return 'is a year that was only planned';
  if (isDenied(before, after, single || splitYear.test(own)) || hasEnded(before, own, after))
    return 'the sentence says that there are no data for it';
  if ((single && onPaper.test(before)) || notKeyed.test(after)) return 'is of what lies on paper only';
  if (andSoMany.test(before)) return undefined;
  if (single && isExample(before, after)) return 'is an example';
  if (single && isTurningPoint(before)) return 'is only an end or a turn';
  if (isOfReference(scene, mention)) return 'is the year of a reference';
  if (isOfRelease(before)) return 'is the year of what was published';
  if (single && isFoundation(scene, mention)) return 'is when something was done, not what the data are of';
  const behind = saysBehind(after);
  if (behind !== undefined) return behind ? undefined : 'is the year of what is named behind it';
  if (place.behindPlace || place.behindName) return undefined;
  if (countingDay.test(own) && /\b(?:on|at|as of|as at)\s$/i.test(before)) return undefined;
  if (ofPeriod.test(before.slice(-50)) && !plans.test(before.slice(-80))) return undefined;
  if (/\bonly\s$/.test(before) && mention.value.form === 'open') return undefined;
  const positive = saysOfData(before);
  const other = saysOfOther(place.near, single);
  const negative = other === -1 ? -1 : other + before.length - place.near.length;
  const verb = closestVerb(place);
  if (verb !== 'of data' && negative > positive && !beginsData(before.slice(negative)))
    return /^\)?,?\s(?:and\s)?(?:censuses|rounds|surveys|data)\b/i.test(after) ? undefined : otherWord;
  if (verb !== undefined)
    return verb === 'of data' ? undefined : 'is when something was done, not what the data are of';
  if (positive !== -1) return undefined;
  if (negative === -1 && (beginsData(before) || /^(?:since|from|between)\b/i.test(own))) return undefined;
  // "Persons who left by sea; 2012 to date": a clause of its own.
  return /^[;\s]*$/.test(before) || weakCue.test(before.slice(-30)) || beforeYear.test(before)
    ? undefined
    : 'nothing says that it is a year of the data';
}

/** What the words right behind a year say it is of, where they do. */
function saysBehind(after: string): boolean | undefined {
  // "who left in the nineties are still there".
  if (/^\s(?:is|are)\sstill\s(?:there|in\sit|listed|kept)\b/.test(after)) return false;
  // "last revised in 2017, when the results of the 2016 census had come".
  if (/^,\swhen\s(?:the\s)?(?:results|figures|data|tables|findings)\s(?:of|from)\b/.test(after)) return false;
  if (
    /^\s?(?:edition|revision|version|round of revisions|Recommendations|Convention|Act\b|Law\b|Protocol|Regulation|Directive|report|programme|budget|questionnaire|publication|yearbook|release|methodology|prices)/i.test(
      after,
    )
  )
    return false;
  // "the 1990 round (1985–1994)": the bracket says which years those are.
  if (/^\s(?:\p{Ll}+\s)?(?:round|wave)s?\s\((?:1[5-9]|20)\d{2}\s?[-–—]/u.test(after)) return false;
  if (
    /^\s(?:census|survey|round|wave|data|figures|estimates|statistics|population|censuses|rounds|waves|microdata)/i.test(
      after,
    )
  )
    return true;
  return /^\s(?:\p{Lu}[\p{L}-]*\s(?:(?:of|on|and|for)\s)?){0,6}(?:Conference|Meeting|Dialogue|Summit|Forum|Workshop|Congress|Declaration|Protocol|Compact|Agenda|Outlook|Review)\b/u.test(
    after,
  )
    ? false
    : undefined;
}

/** "The series begins in 2004": one year, and an open end; "the latest wave dates from 2019": an open end, and one year. */
function readPeriod(period: Period, before: string, form: Mention<'years'>['value']['form']): Period {
  if (form === 'open' && isOneOfSeveral(before)) return { ...period, end: period.start };
  return form === 'single' && beginsData(before) ? { ...period, end: null } : period;
}

/** "1976–2020; women separately since 1991": an open end within what is told is a part of it. */
export function isPartOfTold(subject: Subject, { start, end }: Period): boolean {
  if (end !== null) return false;
  return [...subject.statements].some(
    ({ property, object }) =>
      property === 'period' &&
      object.start <= start &&
      object.end !== null &&
      object.end > start &&
      object.end > object.start,
  );
}

const takenIn =
  /\bbreakdown\s(?:by|of)\s[^.;,]{3,40}\s(?:has been|have been|is|was)\savailable\s(?:only\s)?(?:since|from)?\s?$|\b(?:have|has|had|are|is|were|was)\s(?:also\s|only\s)?(?:been\s)?(?:also\s|only\s)?(?:included|added|covered as well|taken in|separately shown|shown separately|distinguished)\s(?:only\s)?(?:since|from)?\s?$|\b(?:figures?|appears?)\s(?:in\s(?:it|them)\s)?only\s(?:since\s|from\s)?$/;
const takesIn =
  /^,\sby\s\p{Ll}|^,?\s(?:it|they|(?:the|this|these)\s(?:\p{Ll}+\s){1,2})\s?(?:(?:has|have)\salso|also)\s(?:contain|includ|cover|count|record|list|taken? in|distinguish|show)\w*/u;

/** "Women are shown separately | from 1991": whatever else is known. */
const setApart = /\b(?:shown separately|separately shown)\s(?:only\s)?(?:since|from)?\s?$/;

/** "since 1983, at first in spring only and, | from 2003 on": how it went on. */
const partBehind =
  /\b(?:at first|first|initially|originally|in spring|in summer|only)\b[^.;]{0,40}(?:and|but|then),?\s(?:from\s)?$/;

/** "since 1976; passengers have been included since 1991": what came in later is a part of what goes on all the while. */
function isLaterPart(subject: Subject, { start, end }: Period, { before, after }: Clause): boolean {
  const inPart = takenIn.test(before) || takesIn.test(after) || partBehind.test(before);
  if (end !== null || !inPart) return false;
  const told = [...subject.statements].flatMap(({ property, object }) => (property === 'period' ? [object] : []));
  if (told.length === 0) return setApart.test(before);
  return told.some((period) => period.start < start) && told.some((period) => (period.end ?? start) >= start);
}

type Kind = 'reference-period' | 'fieldwork' | 'running';

/** "which the Department has run since 2004": since when somebody has kept it, and most often since when there are data. */
const running =
  /\b(?:has|have)\s(?:been\s)?(?:run|kept|operated|maintained|managed|administered|held|hosted|in use|in operation)\s(?:by\s[^.;,]{3,60}\s)?$/;
/** "Movements are available from 2006 onwards": since when there are data indeed. */
const hadFrom =
  /\b(?:available|complete|usable|reliable|exist|begin|start|go back)\s(?:only\s)?(?:from|since|with|in|to)?\s?$/;

/** Whether the years are when people were asked, or what they were asked about. */
function kindOf(before: string, form: Mention<'years'>['value']['form']): Kind | undefined {
  if (form === 'open' && running.test(before)) return 'running';
  const at = (cue: RegExp): number => before.search(cue);
  const asked = at(
    /\b(?:(?:persons|people|workers|migrants|men|women|children|students|families|households|nationals)\swho\s(?:had\s|have\s)?(?:departed|left|arrived|returned|emigrated|migrated|moved|come back|came back)|asked about|reference (?:period|years?)|(?:refer|relate)(?:s|red|d)? to|sp(?:eaks?|oke) of|those of the years|moves of)\b[^.;]*$/i,
  );
  if (asked !== -1) return 'reference-period';
  return at(/\b(?:interview\w*|fieldwork|field ?time|questionnaires? (?:went|were sent)|in the field)\b[^.;]*$/i) === -1
    ? undefined
    : 'fieldwork';
}

/** The words in front of the years, and their form. */
interface Said {
  readonly before: string;
  readonly form: Mention<'years'>['value']['form'];
}

/** Says a period; what people were asked about outweighs when they were asked. */
function sayPeriod(scene: Scene, subject: Subject, period: Period, { before, form }: Said): void {
  const kind = kindOf(before, form);
  const { statements } = subject;
  const told = (by: string): boolean =>
    [...statements].some(({ property, rule }) => property === 'period' && rule === by);
  if (kind === 'fieldwork' && told('reference-period')) return;
  if (form === 'open' && hadFrom.test(before))
    statements.retract(
      ({ property, rule, object }) => property === 'period' && rule === 'running' && object.start < period.start,
    );
  if (kind === 'reference-period')
    statements.retract(({ property, rule }) => property === 'period' && rule === 'fieldwork');
  say(subject, 'period', period, scene.passage, kind ?? rule);
}

/** The periods that a subject's data cover, by the years of a sentence. */
export function readYears(scene: Scene, subject: Subject, years: readonly Mention<'years'>[]): void {
  for (const mention of years) {
    const reason = whyNotCoverage(scene, mention);
    if (reason !== undefined) {
      if (reason !== otherWord) scene.reject(mention, reason);
      continue;
    }
    const before = scene.reading.text.slice(Math.max(0, mention.start - 100), mention.start);
    const after = scene.reading.text.slice(mention.end, mention.end + 100);
    for (const period of mention.value.periods) {
      const read = readPeriod(period, before, mention.value.form);
      if (!isPartOfTold(subject, read) && !isLaterPart(subject, read, { before, after }))
        sayPeriod(scene, subject, read, { before, form: mention.value.form });
    }
  }
}
