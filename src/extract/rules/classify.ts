/** Tells what a title or name stands for: a publication, a series, a dataset, a project or an event. */
import type { EntityType } from '../claim.js';
import type { Mention } from '../mention.js';
import { kindNoun, typeOfPhrase } from '../recognisers/kind-nouns.js';
import {
  doubleHead,
  isVerbThere,
  nameHead,
  nameHeads,
  organisationHeads,
  pluralSeriesHeads,
} from '../recognisers/name-heads.js';
import { parseEdition } from '../recognisers/series-references.js';
import type { Scene } from '../scene.js';
import { isTitleOfData } from './said-to-be-data.js';

const typeOfClass = {
  dataset: 'Dataset',
  series: 'Series',
  project: 'Project',
  event: 'Event',
  publication: 'Publication',
} as const;

/** Only documents have a second title like these: "A Manual for Crews", "Main Findings", "What Registers Tell", "Counting Boats". */
const secondTitle = new RegExp(
  String.raw`^.{3,}?\s?(?:[:?!]|\s[–—])\s(?:(?:An?|The|Some|Main|Key|First|Final)\s)?(?:[\p{L}-]+\s){0,2}?(?:${[
    'Analysis|Annual|Assessment|Atlas|Briefing|Case|Cases|Challenges|Essays?|Evidence|Experiences?|Findings|Guidance|Guide|Guidelines',
    'Handbook|History|Implications|Introduction|Issues|Lessons|Manual|Overview|Patterns|Perspectives|Primer|Profile|Prospects',
    'Recommendations|Report|Results|Review|Stories|Summary|Toolkit|Trends|Undercount',
  ].join('|')})\b|^.{3,}?\s?(?:[:?!]|\s[–—])\s(?:What|How|Why|Who|Where|Towards?|Beyond|\p{Lu}\p{Ll}+ing\s)\b`,
  'u',
);

/** "Deployment by Destination and Skill", "Remittances by Source Country": what only tables are called. */
const brokenDown =
  /^[^:?!]{6,80}\sby\s(?:(?:Source|Sending|Receiving|Place|Level|Type|Purpose|Port|Year|Month)\s(?:of\s)?)?(?:Country|Destinations?|Origins?|Sex|Age|Gender|Nationality|Nationalities|Citizenship|Skills?|Occupations?|Sectors?|Regions?|Provinces?|States?|Districts?|Months?|Years?|Quarters?|Birth|Residence|Visa|Permit|Departure|Arrival|Entry|Travel|Employment|Education|Purpose|Port)(?:\sof\s(?:Origin|Birth|Destination|Residence|Citizenship|Asylum|Departure|Entry|Work))?(?:(?:,\s|,?\sand\s)\p{Lu}\p{L}+(?:\sof\s\p{Lu}\p{L}+)?){0,3}$/u;

/** The first head noun of a title's main part: a "Report on the Conference" is a report; "Labour Force Survey Report" too. */
export function headType(title: string): EntityType | undefined {
  const own = headOfMain(title) ?? (brokenDown.test(title.replace(/\.$/, '')) ? 'Dataset' : undefined);
  return own === 'Dataset' && secondTitle.test(title) ? 'Publication' : own;
}

/** "Quarterly Labour Market Register": kept, however often it is read. */
const isKept = /\b(?:Register|Registry|Database|Panel|Census|Survey|File|Barometer)\b/;

function headOfMain(title: string): EntityType | undefined {
  const main = title.split(/[:–—]|[?!.]\s/)[0] ?? title;
  const words = main.match(/[\p{L}\p{N}-]+/gu) ?? [];
  let found: EntityType | undefined;
  for (let n = 0; n < words.length; n++) {
    const word = (words[n] ?? '').toLowerCase();
    const next = (words[n + 1] ?? '').toLowerCase();
    const kind = isVerbThere(word, words[0] ?? '') ? undefined : (doubleHead(word, next) ?? nameHead(word));
    // "Instituto Nacional de Estadística": what it is a head word before has told.
    if (n === 0 && kind === undefined && organisationHeads.get(word) === 'agency' && !nameHeads.has(next))
      return undefined;
    if (kind !== undefined && /^\p{Lu}|^\d/u.test(words[n] ?? '')) found = typeOfClass[kind];
    else if (found !== undefined && /^(?:of|on|for|in|and|the|to|from|at|about)$/.test(word)) break;
  }
  // "Migration Working Papers": documents in the plural, and no title of one.
  if (
    main === title &&
    pluralSeriesHeads.has(words.at(-1)?.toLowerCase() ?? '') &&
    !/\d/.test(title) &&
    words.length >= 2
  )
    return 'Series';
  const recurs = /^(?:Quarterly|Annual|Monthly|Weekly|Yearly|Biannual)\b/.test(title) && !/\d{4}/.test(title);
  return recurs && found !== 'Event' && !(found === 'Dataset' && isKept.test(main)) ? 'Series' : found;
}

const before: readonly { readonly type: EntityType; readonly words: RegExp }[] = [
  {
    type: 'Series',
    words:
      /\bseries\s(?:,?\s?(?:called|entitled|titled|named)\s)?(?:the\s)?$|\b(?:journal|yearbook|newsletter|periodical|bulletin|magazine|quarterly|(?:annual|quarterly|monthly|half-yearly|biannual|biennial|weekly|yearly)\s(?:\p{Ll}+\s)?(?:report|release|review|publication))(?:,|:|,?\s(?:called|entitled|titled|named))?\s(?:the\s)?$/iu,
  },
  {
    type: 'Event',
    words:
      /\b(?:meeting|conference|workshop|seminar|forum|symposium|summit|panel|session|dialogue|round\s?table|consultation|congress|course|webinar|colloquium|hearing|training(?:\s(?:week|day|course))?|academy|(?:summer|winter|spring|autumn) school|side event|event)s?(?:\s(?:for|of|with|among)\s[^,.;:()]{3,50},)?,?\s(?:(?:entitled|titled|on|called|named|themed|under the (?:title|theme))\s)?(?:the\s)?$/i,
  },
  {
    type: 'Dataset',
    words:
      /\b(?:database|data\s?set|survey|census|register|registry|data collection|statistics|compilation|tabulations?|data portal|microdata|collection|module|extract)s?(?:,|:|,?\s(?:called|entitled|titled|named|known as|on))?\s(?:the\s)?$/i,
  },
  {
    type: 'Project',
    words:
      /\b(?:project|programme|program|initiative|pilot|pilot study)s?(?:,|:|,?\s(?:called|entitled|titled|named|known as|on))?\s(?:the\s)?$/i,
  },
  {
    type: 'Publication',
    words:
      /\b(?:report|book|paper|note|study|handbook|publication|volume|guide|article|brochure|manual|document|monograph|booklet|toolkit|chapter|brief|essay|leaflet|titles?|title|entitled|titled|under the title|called)s?:?,?\s(?:,?\s?(?:called|entitled|titled|named|on|as|including|:)\s)?(?:the\s)?$/i,
  },
];
const behind: readonly { readonly type: EntityType; readonly words: RegExp }[] = [
  {
    type: 'Series',
    words:
      /^\s?(?:\([A-Z]{2,8}\)\s)?(?:series|journal|newsletter|bulletin|yearbook)\b|^,?\s(?:vol\.\s?)?\d{1,3}\s?\(\d{1,3}[–/-]?\d*\)|^,?\s(?:which is\s)?(?:a|an|the|our|its)\s(?:\p{Ll}+[\s-]){0,3}(?:journal|newsletter|series|periodical|bulletin|magazine|yearbook)\b|^,\s(?:an?|the|our|its)\s(?:annual|quarterly|monthly|half-yearly|biannual|biennial|weekly|yearly)\s(?:\p{Ll}+\s)?(?:report|release|review|publication)\b|^\s(?:quarterly|monthly|twice\sa\syear|(?:two|three|four|six|ten)\stimes\sa\syear)\b|^,?\s(?:which\s)?(?:is\s|has\s|has\sbeen\s)?(?:published|issued|appears|appeared|released|come\sout)\s(?:annually|quarterly|monthly|weekly|yearly|every|twice|\p{L}+ times a year|biannually|biennially)/iu,
  },
  {
    type: 'Dataset',
    words:
      /^\s?(?:\([A-Z][A-Za-z-]{1,11}\)\s)?(?:database|data\s?set|survey|census|register|registry|data\sportal|microdata)\b|^,?\s(?:which is\s)?(?:a|an|the|our|its)\s(?:\p{Ll}+[\s-]){0,4}(?:database|data\s?set|survey|census|register|compilation)\b/iu,
  },
  { type: 'Project', words: /^\s?(?:\([A-Z][A-Za-z-]{1,11}\)\s)?(?:project|programme|program|initiative|pilot)\b/i },
  {
    type: 'Event',
    words:
      /^\s?(?:conference|meeting|workshop|seminar|forum)\b|^,\s(?:an?\s|the\s)?(?:\p{Ll}+\s){0,3}(?:conference|meeting|workshop|seminar|forum|webinar|symposium|congress)\s(?:of|by|on|in|held|for|at)\b|^["”»*_]?\s\(\d{1,2}(?:[–-]\d{1,2})?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\)|^,?\s(?:was\s)?(?:held|took place|convened|organi[sz]ed)\s(?:in|on|from|at|by)\b/iu,
  },
  { type: 'Publication', words: /^["”*]?,?\s?\([A-Z]{2,6}\s(?:No\.\s?)?\d{1,4}\)/ },
];

/** "Title, a three-year project of …", "Title is a pilot of …", "**Title.** A survey of …", "Title, the Board's journal": a noun phrase says what it is. */
const nounPhraseBehind = new RegExp(
  String.raw`^["”»*_]{0,3}(?:\s\([^()]{1,40}\))?(?:,\s(?:which\s(?:is|was)\s)?|\.?["”»*_]{0,3}\s(?:is\s|was\s)?)(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|(?:[Tt]he\s)?(?:\p{Lu}[\p{L}&-]*\s(?:(?:of|for|on|and)\s)?(?:the\s)?){0,6}\p{Lu}[\p{L}&-]*(?:['’]s|s['’]))\s(?<phrase>(?:[\p{L}\d-]+\s){0,4}?${kindNoun})\b`,
  'u',
);
const quarterlyData =
  /\bquarterly\s(?:\p{Ll}+\s)?(?:tables?|files?|data|counts?|statistics|tabulations?|figures|returns?)\b/u;
export function kindBehind(right: string): EntityType | undefined {
  const phrase = nounPhraseBehind.exec(right)?.groups?.['phrase'];
  if (phrase === undefined || /\p{Lu}/u.test(phrase)) return undefined;
  // "Aliens Extract, a quarterly table": how often, and not what.
  const ofData = phrase.endsWith('quarterly') && quarterlyData.test(right);
  return ofData ? 'Dataset' : typeOfPhrase(phrase);
}

/** "Our monthly series, | Crew Transfers (CT), | starts in …": of numbers. */
const ofMonths = /\b(?:daily|weekly|monthly|quarterly|annual|yearly)\s(?:\p{Ll}+\s)?series,?\s["“«*_]{0,2}$/u;
const goesOn = /^["”»*_]{0,2}(?:\s\([^()]{1,12}\))?,?\s(?:starts?|begins?|runs?|goes|covers?|reaches|ends?)\b/;

/** What a reference has behind its title: a bracket with a number or year in it. */
const numbered = /^,?\s?\((?:[^()]{0,60}\D)?\d{1,4}(?:\D[^()]{0,30})?\)/;
/** ", a joint report of …", ", news release 98": what a title stands for by the noun behind it. */
const nounBehind = new RegExp(
  String.raw`^["”»*_]{0,2},?\s(?:(?:which\s)?(?:is|was)\s)?(?:(?:an?|the|its|our|their)\s(?:[\p{Ll}\d-]+\s){0,4}|(?:[\p{Ll}-]+\s){0,2})(?<noun>${kindNoun})\b`,
  'u',
);
/** ", is published twice a year", " was edited by": what is done to documents only. */
const documentary =
  /^["”»*_]{0,2}\s(?:Report|Study|Paper|Book|Brief|Guide)\s(?:by|of|for)\sthe\s\p{Lu}|^["”»*_]{0,2},?\s(?:which\s)?(?:(?:was|is|has been|were)\s)?(?:\p{Ll}+ly\s)?(?:published|edited|printed|reprinted|translated|co-published)\s(?:by|in|as|for|with)\b/u;

function typeOfApposition(right: string): EntityType | undefined {
  const noun = /^["”»*_]{0,2}(?:,|\s(?:is|was)\s(?:an?|the|our|its)\s)/.test(right)
    ? nounBehind.exec(right)?.groups?.['noun']
    : undefined;
  if (noun !== undefined) return typeOfPhrase(noun);
  return documentary.test(right) ? 'Publication' : undefined;
}

/** "Crew Statistics, | a series which starts in 1992": of numbers, where it is none of papers. */
export const ofNumbers =
  /^["”»*_]{0,2},?\s(?:which is\s)?(?:an?|the|our|its)\s(?:\p{Ll}+[\s-]){0,3}series\b(?!\s(?:of|on)\s(?:\p{Ll}+\s){0,2}(?:papers|reports|briefs|notes|releases|volumes|books|studies|publications|monographs|bulletins|documents|articles|guides|factsheets)\b)/u;

/** A noun in apposition behind a name: ", a database of …", ", a yearbook", ", published quarterly". */
export const projectBefore = (left: string): EntityType | undefined =>
  /\b(?:project|programme|program|initiative)\s(?:called\s|entitled\s|named\s)?["“„«*_]*$/.test(left)
    ? 'Project'
    : undefined;
export const apposition = (right: string): EntityType | undefined =>
  behind.find((cue) => cue.type !== 'Publication' && cue.words.test(right))?.type;

/** "`crew_asy_m` – *First Arrivals*": the code of a table. */
const codeInFront = /^['`*_]{0,3}([a-z][a-z\d]*(?:[_.][a-z\d]+)+)['`*_]{0,3}\s?(?:[:–—-]|--)\s?["“„«*_]{0,2}$/i;
export const readCodeInFront = (left: string): string | undefined => codeInFront.exec(left)?.[1];
/** "No. 15 “Waiting in Lima”": a number of a series. */
const numberInFront = /^\s*(?:No|Nr|Vol|Issue)\.?\s?\d{1,4}[:,.]?\s+["“„«*_]?$/i;

/** "calculates the series |", "From these returns it compiles the series |": numbers. */
const computes =
  /^From\s(?:these|those|the)\s[^.;]{3,120}\scompiles\s(?:the|its|a)\s(?:\p{Ll}+\s)?series\s["“„«*_]*$|\b(?:calculat(?:es|ed|ing)|comput(?:es|ed|ing)|deriv(?:es|ed|ing)|estimat(?:es|ed|ing))\s(?:the|its|their|a)\s(?:\p{Ll}+\s)?series\s(?:called\s|entitled\s)?["“„«*_]*$/u;
/** "publishes the biennial |". */
const periodic =
  /\b(?:annual|quarterly|monthly|half-yearly|biannual|biennial|triennial|weekly|yearly)\s["“„«*_]{0,2}$/u;
const dataEntry =
  /\b(?:data|statistics|interviews?|panel|survey|waves?|records?|register|files?|series|census|microdata|questionnaires?|database|figures|tables)\b/i;

/** "The report of the Panel, entitled |": whatever it is of. */
const ofDocument =
  /\b(?:report|study|paper|summary|handbook|review|guide|proceedings)s?\s(?:of|by)\s(?:the\s)?(?:[\p{L}-]+\s){0,4}[\p{L}-]+,?\s(?:entitled|titled|called)\s["“„«*_]*$/iu;

const ofText =
  /^(?:This|These)\s\p{Ll}+\s(?:applies|apply|is|are|was|were|has|have|describes?|covers?|gives?|contains?|refers?|relates?)\b|^(?:Last|First)\s(?:edited|updated|revised|modified|published)\b/u;

/** What a title stands for; undefined where it is no title of a thing at all. */
export function classifyTitle(scene: Scene, mention: Mention<'title'>): EntityType | undefined {
  // "**Registers.** Four ports gave us …": what the paragraph is about, and no name.
  if (mention.value.style === 'bold' && /^\p{Lu}\p{Ll}+s\.$/u.test(mention.value.text)) return undefined;
  const { text } = scene.reading;
  const title = mention.value.text;
  // "*Last edited: 26 September*", "*This page covers the year to April*": what says something of the text.
  if (ofText.test(title)) return undefined;
  const left = text.slice(Math.max(0, mention.start - 60), mention.start);
  const right = text.slice(mention.end, mention.end + 90);
  if (parseEdition(left) !== undefined || /^title-(?:number-in|prepared)$/.test(mention.foundBy)) return 'Publication';
  const told = headType(title);
  // "**Monthly moves** at two ports" is no periodical among data.
  const head = told === 'Series' && opensItemOfData(scene, mention) ? undefined : told;
  if (codeInFront.test(text.slice(0, mention.start)) || (ofMonths.test(left) && goesOn.test(right))) return 'Dataset';
  if (periodic.test(left) && head !== 'Dataset' && head !== 'Event') return 'Series';
  const fromBehind = behind.find((cue) => cue.words.test(right))?.type ?? kindBehind(right);
  const near = ofDocument.test(left) ? 'Publication' : before.find((cue) => cue.words.test(left))?.type;
  // "the conference, "Boat Statistics", took place in Lima": both sides say that it meets.
  if (near === 'Event' && fromBehind === 'Event') return near;
  if (fromBehind === 'Series' && head === 'Dataset' && ofNumbers.test(right)) return head;
  if (fromBehind !== undefined && !(fromBehind === 'Event' && head === 'Publication'))
    return fromBehind === 'Event' && head !== undefined ? head : fromBehind;
  // "a guide for pilots, Reading Our Tables, …": found by a noun of documents further off.
  const further = mention.foundBy === 'title-noun-further' ? 'Publication' : undefined;
  // "convening a workshop, Paper Trails of Crews, here in Lima": whatever its first word is called elsewhere.
  if (near === 'Event' && /,\s$/.test(left) && /^["”*_]{0,2},\s(?:here\s)?(?:in|at|on)\s/.test(right)) return near;
  const fromBefore = near === 'Event' ? near : (further ?? near);
  // "the project "Microdata for All"": the noun right before it tells what the title's own words do not.
  if (fromBefore === 'Project' && !/\son\s(?:the\s)?["“„«*_]*$/.test(left)) return fromBefore;
  // "a panel of residents, "Home", with interviews in three waves": no panel that meets.
  if (fromBefore === 'Event' && /\bpanels?\s(?:of|with|among)\b[^.;]*$/i.test(left) && isTitleOfData(scene, mention))
    return 'Dataset';
  // "calculates the series *Crews by Port*": of numbers, and no document.
  if (fromBefore === 'Series' && (brokenDown.test(title) || computes.test(left))) return 'Dataset';
  if (fromBefore === 'Series' || (fromBefore === 'Event' && head !== 'Publication')) return fromBefore;
  // "The Country in Its Census, edited by …".
  if (head === 'Dataset' && /^["”»*_]{0,2},\s(?:co-)?(?:edited|written|translated)\b/.test(right)) return 'Publication';
  if (head !== undefined && !(fromBefore === 'Publication' && head !== 'Series'))
    return head === 'Dataset' && fromBefore === 'Publication' ? 'Publication' : head;
  if (fromBefore !== undefined) return fromBefore;
  const apposed = typeOfApposition(right);
  if (apposed !== undefined) return apposed;
  if (isTitleOfData(scene, mention)) return 'Dataset';
  const words = title.split(/\s+/).length;
  // "„Title“: interviews with …" opens an entry of an inventory of data.
  if (/^[\d./–-]+(?:\s\p{L}+\s\d{4})?:\s["„“»*]?$/u.test(text.slice(0, mention.start))) return 'Event';
  if (
    /^,?\s(?:which|that)\s(?:counts?|covers?|holds?|records?|contains?|lists?|measures?|registers?)\b/.test(right) ||
    /\b(?:database|data\s?set|survey|panel|register|file|collection)\s(?:of|on)\s[^,.;]{3,60}(?:,\s|\s\()["„“»*]?$/i.test(
      left,
    )
  )
    return 'Dataset';
  if (mention.start <= 3 && /^["”“*_]?\s?[:–—-]\s/.test(right) && dataEntry.test(text.slice(mention.end)))
    return 'Dataset';
  if (mention.value.style === 'bold') return classifyBold(scene, mention, right);
  if (
    mention.value.style === 'quoted' &&
    /\b(?:names?|terms?|words?|expressions?|so-called|phrase|label\w*)\b[^.;:]{0,60}$/i.test(left)
  )
    return undefined;
  if (mention.value.style === 'quoted' && words >= 2 && numberInFront.test(text.slice(0, mention.start)))
    return 'Publication';
  if (mention.value.style === 'quoted')
    return (words >= 4 || numbered.test(right)) && /\p{Lu}\p{Ll}+.*\p{Lu}\p{Ll}+/u.test(title)
      ? 'Publication'
      : undefined;
  if (mention.value.style === 'link') return words >= 3 ? (scene.heading?.says ?? 'Publication') : undefined;
  return words >= 2 ? 'Publication' : undefined;
}

/** Under "Administrative data" an item that begins in bold is one of them, whatever goes on behind: "**Permits issued**, annual …". */
const opensItemOfData = (scene: Scene, { start, value }: Mention<'title'>): boolean =>
  value.style === 'bold' &&
  scene.block.kind === 'item' &&
  start <= 3 &&
  value.text.includes(' ') &&
  scene.heading?.says === 'Dataset';

/** Bold type sets off what a paragraph or item is about; in a text on data that is a dataset if data are spoken of. */
function classifyBold(scene: Scene, mention: Mention<'title'>, right: string): EntityType | undefined {
  const said = scene.heading?.says;
  if (said === 'Publication' && scene.block.kind === 'item') return said;
  if (opensItemOfData(scene, mention)) return /[.!?]$/.test(mention.value.text) ? undefined : 'Dataset';
  const leads =
    /^\s?(?:\([^)]{2,40}\))?\s?(?:[:–—.-]|\s?(?:is|are|covers?|holds?|contains?|gives?|shows?|counts?|lists?|records?|registers?|measures?|follows?|interviews?|asks?)\b|\s?(?:has|have)\sbeen\s(?:made|compiled|drawn|tabulated|taken|collected|kept|produced|published)\b)/.test(
      right,
    );
  if (said !== undefined) return leads ? said : undefined;
  return leads &&
    /\b(?:data|statistics|records?|covers?|covering|series|figures|microdata|tables?|census(?:es)?|permits|registered|interviewed)\b/i.test(
      scene.reading.text,
    )
    ? 'Dataset'
    : undefined;
}
