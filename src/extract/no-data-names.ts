/** Names under which no data are kept, whatever rule took them for a dataset's: lines of a form, bodies, people, paths of a site. */
import { nameHead, organisationHeads } from './recognisers/name-heads.js';

/** "3.b Collection method", "METHOD OF COMPUTATION", "Data release calendar", "TABLE OF CONTENTS": what a form asks for. */
const formLine =
  /^(?:\d+\.?[a-z\d]?\.?\s)?(?:(?:data\s)?(?:collection|release|dissemination|publication|production)\s(?:methods?|calendars?|policy|practices?)|methods?\sof\s\p{L}+|methodology|licen[cs]es?|tables?\sof\s(?:contents|releases|figures|abbreviations)|(?:table|figure|annex|appendix|box|chapter)\s[A-Z]{0,2}\.?\d{0,3}[a-z]?)$/iu;

/** "Madam Speaker", "Enquiries about the data": who is spoken to, and what about. */
const address =
  /^(?:(?:dear|madam|mr|mrs|ms|sir|honourable|excellenc\w+)\s|(?:enquir|inquir|quer)ies\s(?:about|on|concerning)\s|questions\sabout\s|contact\s)/iu;

/** "Director of Statistics": who heads it. */
const person =
  /^(?:the\s)?(?:(?:deputy|acting|assistant)\s)?(?:director|head|chief|minister|commissioner|registrar)\s(?:general\s)?(?:of|for)\s/iu;

/** "Home › Statistics › Migration". */
const path = /\s[›»>→]\s\S.*\s[›»>→]\s/u;

/** "Instituto Nacional de Estadística (INE), Spain": a body, by its first word, unless the name of its data ends it. */
function isBody(name: string): boolean {
  const [first = ''] = name.replace(/^the\s/i, '').split(/[\s(]/, 1);
  const head = first.toLowerCase();
  if (!organisationHeads.has(head) || nameHead(head) === 'dataset') return false;
  const last = /([\p{L}-]+)[^\p{L}]*$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return nameHead(last) !== 'dataset' || /^estad|^estat|^statisti/.test(last);
}

export const isNoDataName = (name: string): boolean =>
  formLine.test(name) || address.test(name) || person.test(name) || path.test(name) || isBody(name);
