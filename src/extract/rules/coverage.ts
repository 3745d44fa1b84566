/** Reads which years, countries and regions the data speak of, and leaves out what only looks like it. */
import { findAll } from '../../notes/find-all.js';
import type { CountryRole } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';

const rule = 'coverage';

/** Words that say the years behind them are those of the data. */
const dataYears =
  /\b(?:cover(?:s|ed|ing|age)?|data|statistics|figures|estimates?|records?|recorded|recording|series|time series|period|periods|reference|available|availability|censuses|census|surveys?|rounds?|waves?|observations?|results|as of|as at|spans?|spanning|ranging|inflows?|outflows?|flows?|stocks?|conducted|carried out|collected|fielded|fieldwork|interviews?|held|took place|taking place|occurring|dating|enumerated|applications|permits|arrivals|range|runs?|goes back|reaches?|extend\w*|editions? of data|microdata|annually|yearly|quarterly|monthly|every \w+ years)\b/gi;
/** Words that would say so in any sentence about data: weaker than a word that says otherwise. */
const weakCue = /\b(?:from|between|for|years?|since|during|over)\b/i;
/** Words that say they are not: foundation, revision, entry, publication, programme, law. */
const otherYears =
  /\b(?:established|founded|set up|created|launched|began operat\w+|introduced|inaugurated|initiated|started publishing|publish\w*|released?|issued|printed|appeared|updated?|updating|revis\w+|last modified|modified|version|entered|entry|data[- ]entry|phase|input|digiti[sz]\w+|keyed|programmed?|programme of work|work programme|planned|forthcoming|expected|will be|adopted|ratified|signed|law|act|regulation|recommendations|resolution|convention|directive|manual|guidelines|questionnaire|classification|meeting|conference|workshop|mandate|budget|funded|redesigned|migrated|renamed|merged|discontinued|closed|ended|terminated|suspended|until further|target|by the year|accessed|retrieved|downloaded|copyright|adapted|methodology|report|yearbook|handbook|edition|archived|deposited|transferred|acquired|sample frame|frame based|deadline|joined|acceded|accession|independence|moved|replaced|printed|opened|reopened|reform|amended|amendment|harmoni[sz]ed)\b/gi;
const beforeYear =
  /(?:\b(?:in|from|for|during|between|since|of|to|the|years?|period|as of|as at|and|or|through|until|until the|over|covering|dating|dated|around|about|early|late|end of|mid|spring|summer|autumn|winter|1|january|july|\d{1,2}|,|\(|:|–|-)\s?){1,4}$/i;

/** The distance from a year back to the last match of a cue in front of it; a cue of its own sentence part counts. */
function nearest(cue: RegExp, clause: string): number {
  let at = -1;
  for (const match of findAll(clause, cue)) at = match.index + match[0].length;
  return at;
}

/** Whether years at a span are years of the data. `strong`: the sentence speaks of data as a whole. */
export function isCoverageYear(text: string, start: number, end: number, strong: boolean, range = false): boolean {
  const clauseStart = Math.max(text.lastIndexOf(';', start), text.lastIndexOf('. ', start), start - 220, 0);
  const before = text.slice(clauseStart, start);
  const after = text.slice(end, end + 100);
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
  if (
    /^\s(?:\p{Lu}[\p{L}-]*\s(?:(?:of|on|and|for)\s)?){0,6}(?:Conference|Meeting|Dialogue|Summit|Forum|Workshop|Congress|Declaration|Protocol|Compact|Agenda|Outlook|Review)\b/u.test(
      after,
    )
  )
    return false;
  const positive = nearest(dataYears, before);
  // "certificates issued from 1997 to 2008": nothing is published over years but what the data count.
  const negative = nearest(
    otherYears,
    range ? before.replace(/\b(?:issu|publish|releas|sign|fil|adopt)\w+/gi, (verb) => ' '.repeat(verb.length)) : before,
  );
  if (negative > positive) return /^\)?,?\s(?:and\s)?(?:censuses|rounds|surveys|data)\b/i.test(after);
  // "established in 2002": the preposition is itself a cue, but the verb before it says more.
  const phrase = before.slice(-60);
  if (
    /\b(?:established|founded|created|launched|set up|introduced|published|released|issued|updated|revised|adopted|renamed|discontinued|entered|added|redesigned|closed|terminated|began|begun|started)\s(?:\p{L}+\s){0,3}(?:in|on|from|since|of|during|at the end of|until)?\s?(?:early\s|late\s|mid-|\d{1,2}\s|\p{Lu}\p{Ll}+\s){0,2}$/iu.test(
      phrase,
    )
  )
    return /\b(?:data|series|collection|survey|fieldwork|interviews|observations)\s(?:\p{L}+\s){0,2}(?:began|begin|begins|begun|started|start|starts)\b/iu.test(
      phrase,
    );
  if (
    /^,?\s[^.;]{0,70}?\b(?:established|founded|created|launched|set up|introduced|published|adopted|released|issued|began publishing|maintained|kept)\b/i.test(
      after,
    ) &&
    /^(?:In|Since|By)?\s?$|\b(?:in)\s$/i.test(before.slice(-4))
  )
    return false;
  if (positive === -1 && negative === -1 && /^(?:since|from|between)\b/i.test(text.slice(start, end))) return true;
  if (positive === -1) return strong && (weakCue.test(before.slice(-30)) || beforeYear.test(before));
  return true;
}

/** The periods that a subject's data cover, by the years of a sentence. */
export function readYears(scene: Scene, subject: Subject, years: readonly Mention<'years'>[], strong: boolean): number {
  const { text } = scene.reading;
  let count = 0;
  for (const mention of years) {
    if (!isCoverageYear(text, mention.start, mention.end, strong, mention.value.form !== 'single')) continue;
    for (const period of mention.value.periods) {
      say(subject, 'period', period, scene.passage, rule);
      count++;
    }
  }
  return count;
}

const exclusionBefore =
  /\b(?:except(?:ing|ion of)?(?:\sfor)?|exclud\w+|other than|apart from|aside from|not\s(?:yet\s)?(?:cover\w*|includ\w+|available\sfor|reported\sby|in)|(?:does|do|did|could|is|are|was|were|has|have)\snot|cannot|without|withdr[aeo]w\w*|invited|declined|omit\w*|lacks?|lacking|no\s(?:data|figures|information)|missing|but\snot|unlike|never|neither|nor|refus\w+|left out|leaves out|dropped)\b[^.;]*$/i;
const exclusionAfter =
  /^[^.;]{0,90}?\b(?:(?:were|was|is|are|has|have|had|been|being)\s(?:\p{L}+\s){0,2}(?:excluded|omitted|invited|withdrawn|left out|missing|dropped|removed|no longer|not\s(?:covered|included|yet|part|available))|withdrew|declined|dropped out|opted out|refused|did not (?:take part|participate|report|respond|supply|provide|join)|do(?:es)? not (?:take part|participate|report|respond|supply|provide))\b/iu;
const elsewhere =
  /\b(?:based|headquartered|located|hosted|held|meeting|meetings|workshop|conference|seminar|office|offices|capital|visit|visited|funded by|financed by|supported by|donors?|government|governments|embassy|consulate|ministry|republic|kingdom|university|institute|staff|author|published|printed|press|states?|provinces?|cities|districts?)\s(?:\p{Ll}+\s){0,2}?(?:in|of|at|by|to|from)?\s?(?:the\s)?(?:\p{Lu}[\p{L}-]+,\s)?$/iu;
/** "by the national statistical offices of A, B and C": those countries report. */
const reporters =
  /\b(?:statistical|statistics)\s(?:offices?|agenc\w+|institutes?|authorities|services)\s(?:of|in)\s(?:the\s)?$/i;
const clauseBreak =
  /[;.]\s|,\s(?:while|but|whereas|although|though|however|and\s(?:also\s)?(?:a|the|is|are|was|were|has|have)\b)|\s(?:whereas|while|although|but)\s|[()]/g;

/** The clause around a span: exclusion in one clause does not reach into the next. */
function clauseAround(text: string, start: number, end: number): { before: string; after: string } {
  let from = 0;
  let to = text.length;
  for (const match of findAll(text, clauseBreak)) {
    if (match.index + match[0].length <= start) from = match[0].startsWith('(') ? match.index + 1 : match.index;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return { before: text.slice(from, start), after: text.slice(end, to) };
}

const listGap =
  /^(?:,\s(?:and\s|or\s)?(?:the\s)?|,?\s(?:and|or|as well as|&|plus)\s(?:the\s)?|\s?\/\s?|;\s(?:and\s)?(?:the\s)?|,?\s(?:and|in|for)\s(?:in\s|the\s)?|\s\([^()]{1,40}\)(?:,\s(?:and\s)?|\sand\s)(?:the\s)?|\s[–-]\s)$/;

/** "Kenya and Uganda; Rwanda was excluded": what stands behind the semicolon is said of the last only. */
const leavesOut = (text: string, from: number, to: number): boolean =>
  text[from] === ';' && exclusionAfter.test(text.slice(to));

/** Places that stand in one list share what stands before its first and behind its last. */
export function splitRows(
  text: string,
  places: readonly Mention<'place' | 'corridor'>[],
): Mention<'place' | 'corridor'>[][] {
  const rows: Mention<'place' | 'corridor'>[][] = [];
  for (const place of places) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (
      row !== undefined &&
      last !== undefined &&
      (place.start < last.end ||
        (listGap.test(text.slice(last.end, place.start)) && !leavesOut(text, last.end, place.end)))
    )
      row.push(place);
    else rows.push([place]);
  }
  return rows;
}

/** Whether what stands at a span is left out of the data: excluded, withdrawn, only invited. */
export function isExcluded(text: string, start: number, end: number): boolean {
  const { before, after } = clauseAround(text, start, end);
  return exclusionBefore.test(before.slice(-120)) || exclusionAfter.test(after);
}

/** Whether the places of a row are left out of the data, or are no matter of the data at all. */
export function isOutside(text: string, start: number, end: number): boolean {
  const { before } = clauseAround(text, start, end);
  return isExcluded(text, start, end) || (elsewhere.test(before.slice(-60)) && !reporters.test(before));
}

const roles: readonly { readonly role: CountryRole; readonly before: RegExp }[] = [
  {
    role: 'reporting',
    before:
      /\b(?:(?:as\s)?(?:recorded|reported|supplied|submitted|provided|transmitted|returned|compiled)\s(?:\p{Ll}+\s){0,2}by|reporting countries(?:\sare|:|,)?|reporters?:?)\s(?:the\s)?$/iu,
  },
  {
    role: 'origin',
    before:
      /\b(?:(?:e?migrants?|immigrants?|nationals|citizens|refugees|workers|people|persons|originating|departures|coming|natives|asylum[- ]seekers|returnees|women|men|students|nurses|doctors|labourers|arrivals|migration|emigration|outflows?|remittances|born)\s(?:\p{Ll}+\s){0,2}?(?:from|born in|of)|countries of origin(?:\sare|:|,)?|origin:)\s(?:the\s)?$/iu,
  },
  {
    role: 'destination',
    before:
      /\b(?:(?:migrants?|emigrants?|migration|workers|nationals|moving|flows?|going|went|emigrated|refugees|students|remittances)\s(?:\p{Ll}+\s){0,4}?(?:to|into|living in|residing in|resident in|abroad in)|countries of destination(?:\sare|:|,)?|bound for|destinations?:?|destination countries(?:\ssuch as)?|living in|residing in|settled in|hosted by)\s(?:the\s)?$/iu,
  },
  {
    role: 'study',
    before: /\b(?:case stud(?:y|ies)|piloted|pilots?|fieldwork|implemented|study countries)\b[^.;]{0,60}$/i,
  },
];

function roleOf(text: string, start: number, subject: Subject): CountryRole {
  const before = text.slice(Math.max(0, start - 90), start);
  if (reporters.test(before)) return 'reporting';
  const found = roles.find((entry) => entry.before.test(before))?.role;
  return found ?? (subject.type === 'Project' ? 'study' : 'covered');
}

/** The countries, corridors, regions and groups that a subject's data cover, by a sentence. Gives their number. */
export function readPlaces(scene: Scene, subject: Subject, places: readonly Mention<'place' | 'corridor'>[]): number {
  const { text } = scene.reading;
  let count = 0;
  for (const row of splitRows(text, places)) {
    const first = row[0];
    const last = row.at(-1);
    if (first === undefined || last === undefined || isOutside(text, first.start, last.end)) continue;
    const role = roleOf(text, first.start, subject);
    for (const mention of row) count += readPlace(scene, subject, mention, role);
  }
  return count;
}

function readPlace(scene: Scene, subject: Subject, mention: Mention<'place' | 'corridor'>, role: CountryRole): number {
  const { text } = scene.reading;
  if (mention.kind === 'corridor') {
    say(subject, 'corridor', mention.value, scene.passage, rule);
    return 1;
  }
  const place = mention.value;
  if (place.kind === 'country') {
    say(subject, 'country', { code: place.code, role }, scene.passage, rule);
    return 1;
  }
  if (place.kind === 'region' || place.kind === 'group') {
    const key = place.kind === 'region' ? place.code : place.slug;
    say(subject, 'region', { key, text: text.slice(mention.start, mention.end) }, scene.passage, rule);
    return 1;
  }
  return 0;
}

/** Counts and "each country or area": kept as numbers with their words. */
export function readCounts(scene: Scene, subject: Subject): void {
  for (const mention of mentionsOf(scene.reading.mentions, 'count'))
    if (!isExcluded(scene.reading.text, mention.start, mention.end))
      say(subject, 'countryCount', mention.value, scene.passage, rule);
  for (const mention of mentionsOf(scene.reading.mentions, 'extent'))
    say(subject, 'extent', mention.value, scene.passage, rule);
}

const measures: readonly { readonly measure: string; readonly words: RegExp }[] = [
  { measure: 'net-migration', words: /\bnet (?:international )?migration\b/i },
  {
    measure: 'stock',
    words:
      /\b(?:stocks?|foreign-born|migrant population|number of (?:international )?migrants|foreign (?:population|persons|residents))\b/i,
  },
  {
    measure: 'flow',
    words:
      /\b(?<!\bnet migration )(?:(?:in|out)?flows?|arrivals|departures|immigrations?|entries and exits|border[- ]crossings?)\b/i,
  },
  { measure: 'transfer', words: /\bremittances? (?:flows|sent|received|transfers|inflows|outflows)\b/i },
];

/** Whether data are of stocks or of flows, by the words of the name or its sentence. */
export function readMeasures(scene: Scene, subject: Subject, words: string): void {
  for (const { measure, words: pattern } of measures)
    if (pattern.test(words)) say(subject, 'measure', measure, scene.passage, rule);
}

/** "by sex and age group", "classified by country of birth, age and sex". */
export function readBreakdown(scene: Scene, subject: Subject): void {
  const match =
    /\b(?:(?:classified|disaggregated|broken down|tabulated|cross-classified|available)\s)?by\s((?:(?:country|place|region) of (?:birth|origin|citizenship|destination|residence|last residence)|citizenship|nationality|sex|age(?: groups?)?|gender|occupation|education(?: level)?|level of education|urban\/rural residence|duration of stay|reason|purpose|type of permit|marital status|origin|destination|year of arrival|main groups)(?:(?:,\s(?:and\s)?|\sand\s)(?:(?:country|place|region) of (?:birth|origin|citizenship|destination|residence|last residence)|citizenship|nationality|sex|age(?: groups?)?|gender|occupation|education(?: level)?|level of education|urban\/rural residence|duration of stay|reason|purpose|type of permit|marital status|origin|destination|year of arrival)){0,8})/i.exec(
      scene.reading.text,
    );
  if (match !== null) say(subject, 'breakdown', match[0].trim(), scene.passage, rule);
}

/** Themes by the words of a name or sentence. */
export function readThemes(scene: Scene, subject: Subject, from: number, to: number): void {
  for (const mention of mentionsOf(scene.reading.mentions, 'theme'))
    if (mention.start >= from && mention.end <= to)
      say(subject, 'theme', { slug: mention.value.slug, text: mention.value.label }, scene.passage, 'theme');
}
