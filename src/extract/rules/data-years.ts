/** Reads which years the data speak of, and leaves out founding, revision, publication and what else bears a year. */
import { type Subject, say } from '../ledger.js';
import type { Mention } from '../mention.js';
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
  for (const match of clause.matchAll(cue)) at = match.index + match[0].length;
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
