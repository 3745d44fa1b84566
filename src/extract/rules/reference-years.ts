/** Tells years that stand in references: when persons or bodies wrote of the data, and when a document came out. */
import { type Mention, mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';

/** "Tidewater Institute (2022): …": the year of a reference, behind its author. */
export const isOfReference = (scene: Scene, years: Mention<'years'>): boolean =>
  isBehindAuthor(scene, years) || isBehindPersons(scene, years) || isImprint(scene, years);

const surname = String.raw`(?:(?:van|von|de|del|da|di|el|al|Mc|Mac|O['’])[\s-]?){0,2}\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
/** What opens a sentence, or leads to a name: it is none of it. */
const leads =
  'As|In|While|When|If|Since|Although|See|By|For|From|Following|Unlike|Like|And|But|Both|Besides|With|Whereas|Later|Recently';
const persons = new RegExp(
  String.raw`(?:^|[^\p{L}\s]\s?|\p{Ll}\s|\b(?:${leads})\s)(?<who>${surname}(?:(?:,\s|,?\s(?:and|&)\s)${surname})*(?:,?\set\sal\.?)?)(?:['’]s?)?\s\($`,
  'u',
);
const research =
  /^[a-z]?\)\s(?:(?:also\s|both\s|first\s|then\s)?(?:us(?:es?|ed)|employ|work|analy[sz]|exploit|draw|find|found|show|estimat|rel(?:y|ies)|combin|link|match|compar|stud(?:y|ies)|investigat|examin|argue|explor|propos|deriv)\w*\b|(?:is|are)\sthe\s(?:best|most|first|main|only)\b)/;
/** "Syrians and Afghans", "the second Round": no persons. */
const nobody = /^(?:Round|Wave|Panel|Census|Survey|Module|Phase|Table|Figure|Register|Study|Sample|Edition|Version)$/;

/** ")| and Reinhold and Thom (2013|) are the best …": what stands behind the last of a row of references. */
const moreReferences = new RegExp(
  String.raw`^[a-z]?\)(?:(?:,|,?\sand|;)\s${surname}(?:\sand\s${surname})?\s\(\d{4})+`,
  'u',
);

/** "Moreno (2015) works with the panel", "see Reinhold and Thom (2013)", "Yang et al. (2006)": who wrote of the data, and when. */
function isBehindPersons(
  { reading: { text, mentions }, gazetteers }: Scene,
  { start, end, value }: Mention<'years'>,
): boolean {
  if (value.form !== 'single') return false;
  const known = mentions.filter(
    (mention) => mention.start < start && ['place', 'organisation', 'name', 'title'].includes(mention.kind),
  );
  // "In Kenya and Chad, Holland (2006) uses …": what is known ends before its comma.
  const last = known.at(-1)?.end ?? 0;
  const floor = Math.max(0, start - 80, text[last] === ',' ? last : 0);
  const match = persons.exec(text.slice(floor, start));
  const who = match?.groups?.['who'];
  if (match === null || who === undefined) return false;
  const from = start - match[0].length + match[0].indexOf(who);
  const isKnown = known.some((mention) => mention.end > from);
  const isNoPerson = (word: string): boolean =>
    nobody.test(word) || gazetteers.nationalities.has(word.toLowerCase().replace(/s$/, ''));
  if (isKnown || who.split(/[\s,]+/).some(isNoPerson)) return false;
  return (
    /\set\sal/.test(who) ||
    // "Constant and Massey (2003) follow them": two of them, who do something.
    (/\p{L}(?<!s)\s(?:and|&)\s\p{Lu}\p{Ll}+(?<!s)$/u.test(who) &&
      /^[a-z]?\)\s\p{Ll}{3,}/u.test(text.slice(end, end + 8))) ||
    research.test(text.slice(end, end + 140).replace(moreReferences, '')) ||
    /\b(?:[Ss]ee|[Cc]f\.?)\s(?:also\s)?$/.test(text.slice(Math.max(0, from - 12), from))
  );
}

/** "*Tides at Work* (Dock Board, Lima, 2012)", "*Tides at Work*, Lima, June 2018": when a document came out. */
function isImprint({ ledger, reading: { text, mentions } }: Scene, { start, value }: Mention<'years'>): boolean {
  if (value.form !== 'single') return false;
  const title = mentionsOf(mentions, 'title').findLast((mention) => mention.end <= start);
  const gap = title === undefined ? '' : text.slice(title.end, start);
  return (
    title !== undefined &&
    /^["”*_]{0,2}(?:,\s(?:an?|the)\s[^.;()]{3,80}\s\(|,|\s\()\s?(?:\p{Lu}[\p{L}&.-]*(?:,\s|\s)(?:(?:of|for|and|the)\s)*){1,8}(?:(?:[Nn]o|[Nn]r|[Vv]ol)\.\s?\d{1,4},?\s\(?)?$/u.test(
      gap,
    ) &&
    ledger.recall(['Publication'], title.value.text) !== undefined
  );
}

/** "“Tides at Work”, a handbook (Nouméa, | New Caledonia|, 2021)": where a document came out. */
export const isPlaceOfReference = (scene: Scene, { end }: Mention): boolean => {
  const { text, mentions } = scene.reading;
  const years = mentionsOf(mentions, 'years').find((mention) => mention.start >= end);
  return (
    years !== undefined &&
    /^(?:,\s\p{Lu}[\p{L}&.-]*)*,\s$/u.test(text.slice(end, years.start)) &&
    isImprint(scene, years)
  );
};

const isBehindAuthor = ({ reading: { text, mentions } }: Scene, { start, end }: Mention<'years'>): boolean =>
  /^[a-z]?\)[:.]\s/.test(text.slice(end, end + 4)) &&
  mentionsOf(mentions, 'organisation').some((author) => /^\s\($/.test(text.slice(author.end, start)));
