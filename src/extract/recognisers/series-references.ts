/** Recognises a series and the number in it where a title is told of: ", Working Papers, No. 12", "(Series B, No. 7)", ". Migration Briefs 3". */
import { findAll } from '../../notes/find-all.js';

export interface SeriesReference {
  /** Its name; undefined where the number stands alone: "(No. 12, 2018)". */
  readonly name: string | undefined;
  readonly number: string | undefined;
  /** It is a periodical with volumes, whose issue numbers are no number of the title. */
  readonly periodical: boolean;
}

/** Nouns that a series of documents has for its head. */
const seriesHead =
  /\b(?:Series|Papers?|Reports?|Bulletins?|Studies|Notes?|Briefs?|Books?|Monographs?|Documents?|Publications?|Outlook|Digest|Collection|Cahiers?|Cuadernos?|Documentos?|Hefte?|Reihe|Série|Serie|Informes?|Estudios|Estudos|Cadernos?|Textos|Études|Beiträge)\b/;
const headAtEnd = new RegExp(String.raw`${seriesHead.source}(?:\s[A-Z])?$`);
/** "Documentos de Trabajo", "Cahiers du Port": in Romance languages the head stands in front. */
const headInFront =
  /^(?:Cahiers?|Cuadernos?|Cadernos?|Documentos?|Documents|Notas|Notes|Informes?|Estudios|Estudos|Études|Textos|Série|Serie)\s(?:d[aeo]s?|del|des|du|para|sur|sobre)\s/;
const periodicalHead =
  /\b(?:Journal|Review|Revista|Revue|Zeitschrift|Quarterly|Newsletter|Magazine|Bulletin|Boletín|Boletim|Annals|Gazette|Studies|Perspectives|Notas)\b/;
const capital = String.raw`(?:\p{Lu}[\p{L}&’'/-]*|(?<=\s)(?:of|and|on|for|the|in|de|del|la|los|y|do|da|dos|das|sobre|para|du|des|et|à|e|und|für|zur|&))`;
/** "… Papers", "… Series B": at least one capital; the little words stand between. */
const run = String.raw`(?<name>\p{Lu}[\p{L}&’'/-]*(?:,?\s${capital}){0,11}?)`;
const sign = String.raw`(?:[Nn]os?\.?|[Nn]r\.?|[Nn]umbers?|[nN]\.?[°º]|N[°º.]+|[Vv]ols?\.?|[Vv]olume|[Ii]ssue|[Bb]and|[Bb]d\.?|[Tt]ome|#)`;
const number = String.raw`(?<number>[A-Z]{0,2}\d{1,5}(?:[:/.-]\d{1,4}){0,2}|[IVXL]{2,6})(?![\p{L}\d%])`;
const opening = String.raw`^["”»*_]{0,2}[,.;]?\s?(?:[(\[]|in:?\s|published in\s|as\s)?\s?(?:in\s)?(?:the\s|our\s|its\s)?(?:series\s)?["“*_]{0,2}`;

const signed = new RegExp(
  String.raw`${opening}${run}["”*_]{0,2}(?<noun>\sseries)?,?\s(?:series\s)?(?<sign>${sign})\s?${number}`,
  'u',
);
const bare = new RegExp(String.raw`${opening}${run}["”*_]{0,2},?\s${number}`, 'u');
const numberOnly = new RegExp(String.raw`^["”»*_]{0,2}[,.;]?\s?\(?(?<sign>${sign})\s?${number}`, 'u');
/** "*Revista Andina* 14(2)", "Journal of Ports 3 (1)". */
const volume = new RegExp(
  String.raw`${opening}${run}["”*_]{0,2},?\s(?:[Vv]ol\.\s?)?\d{1,3}\s?\(\d{1,3}(?:[–/-]\d{1,3})?\)`,
  'u',
);

/** "The ILO …", "UNICEF's …", "Geneva, …": what stands before the name in the same capitals. */
function bareName(words: string): string {
  const name = words.replace(/^.*['’]s?\s/, '').replace(/^(?:The|In|See|Our|Its|Also|And|This)\s/, '');
  // A comma belongs to a name only in a row that ends with "and": "Social, Employment and Migration Papers".
  const comma = name.lastIndexOf(', ');
  return comma === -1 || /\s(?:and|&|y|et|und|e)\s/.test(name.slice(comma)) ? name : name.slice(comma + 2);
}

const isYear = (words: string | undefined): boolean => words !== undefined && /^(?:19|20)\d{2}$/.test(words);

/** "(Dock Dispatch No. 288, …)": nothing but a series is numbered in a bracket right behind a title. */
const isInBracket = /^["”»*_]{0,2}\s?\(\p{Lu}/u;
/** "“Counting the Absent”, Tides of Crews, no. 98": nor is anything else numbered between a title and its year. */
const isBehindTitle = /^["”»*_]{1,2},\s\p{Lu}/u;
/** "(Quay Demos 2/2018)": number and year. */
const ofYear = /^\d{1,3}\/(?:19|20)\d{2}$/;
/** "(Sales No. 7)", "(Act No. 5)": numbers of something else. */
const noSeries =
  /\b(?:Sales|Laws?|Acts?|Decrees?|Regulations?|Directives?|Resolutions?|Decisions?|Grants?|Projects?|Contracts?|Orders?|Conventions?|Treaty|Protocol|Tables?|Figures?|Annex|Questions?|Items?|Forms?|Rounds?|Waves?|Articles?|Chapters?|Sections?|Indicators?|Targets?|Rules?|Box|Part|Gazette|Statutory|Legislative|Catalogue|Catalog|Dataset|Study|Survey)$/;

/** The series with which a stretch begins: what stands right behind a title, an opening bracket or a stop. */
export function parseSeriesReference(words: string): SeriesReference | undefined {
  const journal = volume.exec(words)?.groups?.['name'];
  if (journal !== undefined) return { name: bareName(journal), number: undefined, periodical: true };
  const alone = numberOnly.exec(words)?.groups;
  if (alone !== undefined && !isYear(alone['number']))
    return { name: undefined, number: alone['number'], periodical: false };
  const withSign = signed.exec(words)?.groups;
  const name = withSign?.['name'];
  if (name !== undefined) {
    const volumes = /^v/i.test(withSign?.['sign'] ?? '') && periodicalHead.test(name);
    if (volumes) return { name: bareName(name), number: undefined, periodical: true };
    if (
      withSign?.['noun'] !== undefined ||
      seriesHead.test(name) ||
      periodicalHead.test(name) ||
      /^[A-Z][A-Z&-]{1,7}$/.test(name) ||
      ((isInBracket.test(words) || isBehindTitle.test(words)) && / \p{Lu}|-/u.test(name) && !noSeries.test(name))
    )
      return { name: bareName(name), number: withSign?.['number'], periodical: false };
  }
  const plain = bare.exec(words)?.groups;
  const label = plain?.['name'];
  if (label === undefined || isYear(plain?.['number'])) return undefined;
  // Without a "No." only a head noun right before the number, or an acronym, tells a series.
  const told =
    headAtEnd.test(label) ||
    headInFront.test(label) ||
    /^[A-Z][A-Z&-]{1,7}$/.test(label) ||
    (isInBracket.test(words) && ofYear.test(plain?.['number'] ?? '') && !noSeries.test(label));
  return told ? { name: bareName(label), number: plain?.['number'], periodical: false } : undefined;
}

/** ", Statistical Books, Luxembourg", " (Quay News, 2016)": a plural of documents between commas, stops or brackets is a series without a number. */
const unnumbered = new RegExp(
  String.raw`^(?:[.,]\s|\s\()["“*_]{0,2}${run}(?<=\s(?:Papers|Books|Briefs|Notes|Series|Studies|Monographs|Reports|News|Guidelines|Beiträge))["”*_]{0,2}(?=[,.;(]|$)`,
  'u',
);

/** "… came out in May as number 5 of our Quay Papers", ", No. 2 in the series Pilot Boats": number first, then whose. */
const numberOf = new RegExp(
  String.raw`^["”»*_]{0,2}[^.;:!?"“*_]{0,120}?(?:,|\s(?:as|is|was|forms))\s(?:the\s)?${sign}\s?${number}\s(?:of|in)\s(?:(?:the|our|its|their|your|a|that)\s)?(?:own\s|same\s)?(?<noun>series,?\s)?["“*_]{0,2}(?<name>\p{Lu}[\p{L}&’'/-]*(?:,?\s${capital}){0,9})(?<apposed>["”*_]{0,2},\sa\s(?:\p{Ll}+\s)?series\b)?`,
  'u',
);

/** "… appeared in its series Harbour Studies as No. 12": whose first, then which. */
const inSeries = new RegExp(
  String.raw`^["”»*_]{0,2}[^.;:!?"“]{0,100}?\sseries,?\s["“*_]{0,2}${run}["”*_]{0,2},?\s(?:as\s)?(?:the\s)?${sign}\s?${number}`,
  'u',
);

function parseInSeries(words: string): SeriesReference | undefined {
  const match = inSeries.exec(words)?.groups;
  const label = match?.['name'];
  return label === undefined ? undefined : { name: bareName(label), number: match?.['number'], periodical: false };
}

const beforeComma = (words: string): string => words.slice(0, Math.max(0, words.lastIndexOf(', ')));

export function parseNumberOf(words: string): SeriesReference | undefined {
  const match = numberOf.exec(words)?.groups;
  const isCalledSo = (match?.['noun'] ?? match?.['apposed']) !== undefined;
  // "number 6 of the Quay Papers, March 2018": its month or town stands behind a comma.
  for (
    let whole = (match?.['name'] ?? '').replace(/(?:,?\s\p{Ll}+)+$/u, '');
    whole !== '';
    whole = beforeComma(whole)
  ) {
    const name = bareName(whole);
    if (isCalledSo || headAtEnd.test(name) || periodicalHead.test(name))
      return { name, number: match?.['number'], periodical: false };
  }
  return undefined;
}

/** "…, and “| Another Title”": what stands behind it is the other's. */
const opensTitle = /\s["“„«*_]{1,2}\p{Lu}/u;

/** Where a series may stand behind a title: right behind it, behind a stop, a comma or an opening bracket. */
export function findSeriesReference(words: string, reach: RegExp): SeriesReference | undefined {
  const direct = parseNumberOf(words) ?? parseSeriesReference(words) ?? parseInSeries(words);
  if (direct !== undefined) return direct;
  for (const match of findAll(words, /[.,;]\s|\s\(|\sas(?=\s(?:the\s)?\p{Lu})/gu)) {
    const between = words.slice(0, match.index);
    if (!reach.test(between) || opensTitle.test(between)) return undefined;
    const found = parseSeriesReference(words.slice(match.index));
    if (found?.name !== undefined) return found;
    const name = unnumbered.exec(words.slice(match.index))?.groups?.['name'];
    if (name !== undefined) return { name: bareName(name), number: undefined, periodical: false };
  }
  return undefined;
}

/** ", No. 7, | was devoted to", ", No. 9, | dealt with": what stands between a number and its title. */
const treats = String.raw`(?:,\s(?:(?:is|was)\s)?(?:devoted to|concerned with|dealt with|deals with|dealing with|treats|treated|about|on|is|was|entitled|called))?`;
const front = new RegExp(
  String.raw`(?:(?<name>(?:\p{Lu}[\p{L}&’'-]*\s(?:(?:of|on|for|and|in|the)\s){0,2}){0,9}\p{Lu}[\p{L}-]+),?\s)?(?:(?<sign>${sign})\s?)?${number}(?: of the same series| in the (?:same )?series)?(?:\s\([^()]{4,24}\))?${treats}[,:]?\s?[–—]?\s?["“„»*_]{0,2}$`,
  'u',
);

/** "Working Paper No. 7, “Title”", "no. 14 of the Port Briefs": series and number in front of a title. */
export function parseSeriesInFront(words: string): SeriesReference | undefined {
  const match = front.exec(words)?.groups;
  const found = match?.['number'];
  if (found === undefined || (isYear(found) && match?.['sign'] === undefined)) return undefined;
  const name = match?.['name'];
  if (match?.['sign'] === undefined && (name === undefined || !seriesHead.test(name))) return undefined;
  if (name !== undefined && !seriesHead.test(name) && !periodicalHead.test(name)) return undefined;
  return { name: name === undefined ? name : bareName(name), number: found, periodical: false };
}

/** "The 2015 report had as its subject |", "its ninth edition, |", "that of 2017, |": one of a row, by its own title. */
const edition =
  /\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:(?<year>(?:19|20)\d\d)|first|second|third|fourth|fifth|sixth|latest|last|current)\s(?:report|edition|issue|volume|number)|that\s(?:of|for)\s(?<of>(?:19|20)\d\d))(?:\s(?:(?:has|had)\s(?:as|for)\sits\s(?:subject|theme|title)|bears?\sthe\stitle|bore\sthe\stitle|(?:is|was)\s(?:entitled|titled|called|devoted\sto|on)|deals?\swith|dealt\swith)|,)\s(?:the\s)?["“„«*_]{0,2}$/u;

/** What the words up to a title say of it as one of a row of editions, with its year where they tell it. */
export function parseEdition(words: string): { readonly year: string | undefined } | undefined {
  const groups = edition.exec(words.slice(-60))?.groups;
  return groups === undefined ? undefined : { year: groups['year'] ?? groups['of'] };
}
