/** Names under which no data are kept, whatever rule took them for a dataset's: lines of a form, bodies, people, paths of a site. */
import { doubleHead, nameHead, organisationHeads } from './recognisers/name-heads.js';

/** "3.b Collection method", "METHOD OF COMPUTATION", "Update cycle", "Sources used": what a form asks for, and its headings. */
const formLine =
  /^(?:\d+\.?[a-z\d]?\.?\s)?(?:(?:data\s)?(?:collection|release|dissemination|publication|production|access|update|revision)\s(?:methods?|calendars?|cycles?|polic(?:y|ies)|practices?|conditions?|dates?|frequency)|methods?\sof\s\p{L}{1,30}|methodology|licen[cs]es?|published\s(?:in|by)|(?:data\s)?sources?\sused|tables?\sof\s(?:contents|releases|figures|abbreviations))$/iu;

/** "Table A1", "Annex C", "Figure 3b". */
const numbered = /^(?:table|figure|annex|appendix|box|chapter)$/i;
const number = /^(?:[A-Z]{1,2}|[A-Z]{0,2}\.?\d{1,3}[a-z]?)$/;

/** What a cell says where there are no data. */
const placeholder =
  /^(?:discontinued|withdrawn|suspended|confidential|forthcoming|not\s(?:yet\s)?(?:available|applicable|collected|published|released))$/i;

/** "0.b", "3.1.2": of a line of a form. */
const lineNumber = /^\d{1,2}(?:\.[a-z\d]{1,2})+\.?$/;

/** "2023-02", "2021-10-05": the day of an entry in a list of changes. */
const day = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** "Data held by other bodies": a heading. */
const heading = /^data\s(?:held|kept|collected)\sby\s(?:other|the|these|various)\s/i;

/** "1 See Official Records": a note at the foot. */
const note = /^\d{0,3}\s?See\s/;

/** "Madam Speaker", "Enquiries about the data": who is spoken to, and what about. */
const address =
  /^(?:(?:Dear|Madam|Mr|Mrs|Ms|Sir|Honourable)\.?\s|(?:[Ee]nquir|[Ii]nquir|[Qq]uer)ies\s(?:about|on|concerning)\s|[Qq]uestions\sabout\s|[Cc]ontact\s)/;

/** "Director of Statistics": who heads it. */
const person =
  /^(?:the\s)?(?:(?:deputy|acting|assistant)\s)?(?:director|head|chief|minister|commissioner|registrar)\s(?:general\s)?(?:of|for)\s/i;

/** "Home › Statistics › Migration". */
const path = /\s[›»>→]\s\S[^›»>→]*\s[›»>→]\s/u;

/** What may stand behind the head of a body's name: "Office of …", "Instituto Nacional …"; "Police Statistics" are data. */
const behindHead =
  /^(?:of|for|on|d[aeiou]s?|del|della|der|für|nacional|national|nationale|nazionale|general|général|générale|central|centrale|federal|fédéral)$/i;
const isStatistics = (word: string): boolean => /^(?:statisti|estad[ií]sti|estat[ií]sti)/.test(word);

/** "… Survey", "… Data Bank", "Police Statistics", but not "Bureau of Statistics". */
function endsAsData(words: readonly string[]): boolean {
  const [before = '', last = ''] = words.slice(-2);
  if (isStatistics(last)) return !words.slice(1).some((word) => behindHead.test(word));
  return last === 'data' || nameHead(last) === 'dataset' || doubleHead(before, last) === 'dataset';
}

/** "Instituto Nacional de Estadística (INE), Spain": a body, by its first word. */
function isBody([first = '', second = '', third = '']: readonly string[]): boolean {
  // "Network of Surveys on …".
  if (/^(?:surveys|censuses|panels|registers)$/.test(third)) return false;
  return organisationHeads.has(first) && nameHead(first) !== 'dataset' && behindHead.test(second);
}

/** In a few words; undefined for what may well be data. */
export function whyNoData(name: string): string | undefined {
  const words = (name.toLowerCase().match(/\p{L}[\p{L}-]{0,60}/gu) ?? []).filter((word, n) => n > 0 || word !== 'the');
  if (formLine.test(name) || lineNumber.test(name) || placeholder.test(name)) return 'is a line of a form';
  const [kind = '', which = '', ...others] = name.split(' ');
  if (others.length === 0 && numbered.test(kind) && number.test(which)) return 'is a part of the text';
  if (heading.test(name)) return 'is a heading';
  if (day.test(name)) return 'is a day';
  if (note.test(name)) return 'is a note';
  if (path.test(name)) return 'is a path of a site';
  if (endsAsData(words)) return undefined;
  if (address.test(name)) return 'is spoken to';
  if (person.test(name)) return 'is a person';
  return isBody(words) ? 'is a body' : undefined;
}
