/** Reads one bibliographic entry off a stretch of a passage: who wrote it, its title, when it came out, and where its series may stand. */
import { findStopOfTitle, skipLead } from '../../notes/references.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import { contextOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { classifyTitle, headType } from './classify.js';
import { inRow, opensTitle, readAuthors, rowFrom } from './reference-authors.js';

export interface Entry {
  /** The title. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly owners: readonly Organisation[];
  /** Whether the entry names its owners, or persons; else they are the surroundings'. */
  readonly stated: boolean;
  readonly year: string | undefined;
  /** Behind the title and the bracket with its year: what stands there tells the series. */
  readonly close: number;
  /** "No. 3 – Title": its number in the series that is listed. */
  readonly number: string | undefined;
  /** Told by its opening, "WHO (2004).", "Smith, J.", and not by what stands around it. */
  readonly sure: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|will|can|may|covers|contains|includes|publishes|published|provides|maintains|conducts|collects|adopted|prepared|produced)\b/;
const notTitle = /\[(?:data ?set|data ?base|computer file|data file)\]|,\sversion\s\d/i;
const numberLead =
  /^(?:(?:No|Nr|Vol|vol|Issue|Band|Number)\.?\s|(?=\d{1,3}\s{2})|\p{Lu}{2,5}\s(?=\d{1,3}[.:]\s["“„«*_]))(?<number>\d{1,4}(?:[/:]\d{1,4})?)(?:\s\([^()]{4,24}\))?(?:\s?[–—:,.-]{1,2}\s+|\s+)(?=["“„«*_]{0,2}\p{Lu})/u;
/** What is said of a title behind a comma: "…, held at Oslo", "…, edited by …". */
const saidOf =
  /,\s(?:which\s)?(?:held|hosted|prepared|edited|written|published|issued|convened|organi[sz]ed|submitted|presented|adopted|compiled|(?:in cooperation|jointly|together)\swith|with)\s\p{Ll}*/u;

/** Year right behind the title in brackets, or at the end of the line: "(2004)", ". WHO, Geneva, 2004 (No. 7)". */
const datedTail =
  /^\s?\([^()]*(?:(?:19|20)\d{2}|forthcoming|in press|in preparation)\)|[\s(,.]\(?(?:(?:19|20)\d{2}|forthcoming|in press|in preparation)\)?(?:\s\([^()]{3,80}\))?[.,;⁰¹²³⁴⁵⁶⁷⁸⁹\s]*$|,\sforthcoming[.;]?$/;

const seriesTail =
  /,\s(?:\p{Lu}[\p{L}&-]*\s(?:(?:of|and|on|for)\s)?){1,8}?(?:Papers|Books|Briefs|Notes|Series|Studies|Monographs|Reports)$|,\s(?:\p{Lu}\p{L}+\s){0,2}(?:Paper|Brief|Note)$|,\s(?:\p{Lu}[\p{L}&-]*\s(?:(?:of|and|on|for)\s)?){0,7}?\p{Lu}[\p{L}&-]*,?\s(?:(?:[Nn]o|Nr|[Vv]ol)\.\s?)[A-Z]?\d{1,5}(?:[:/]\d{1,4})?$|,\sforthcoming$/u;

/** Whether the surroundings say that publications are listed here. */
export const listsPublications = (scene: Scene): boolean =>
  scene.heading?.says === 'Publication' || scene.topic.list?.announces === 'publications';

type Tail = Mention<'date' | 'place' | 'organisation' | 'years'>;
const isTail = (mention: Mention): mention is Tail =>
  mention.kind === 'organisation' ||
  mention.kind === 'date' ||
  (mention.kind === 'place' && mention.value.kind === 'city') ||
  (mention.kind === 'years' && mention.value.form === 'single');

const publishingHouse =
  /,\s(?:\p{Lu}[\p{L}&.-]*\s){1,4}(?:Publishing|Press|Publishers|Publications|Verlag|Éditions|Editions)$/u;

/** "…, Harbour Board, Luxembourg, 2020": a country that is a town as well, behind who has published. */
const isTownOfHouse = (mentions: readonly Mention[], { kind, start }: Mention): boolean =>
  kind === 'place' && mentions.some((one) => one.kind === 'organisation' && one.end + 2 === start);

/** "Press Office of the | Dock Board", "Paris and | Oslo": the part or the town in front; else the mention itself. */
function firstOf(mentions: readonly Mention[], last: Mention, text: string): Mention {
  const joins = last.kind === 'place' ? /^\sand\s$/ : /^\sof\s(?:the\s)?$/;
  const isFirst = ({ kind, end }: Mention): boolean =>
    kind === last.kind && end < last.start && joins.test(text.slice(end, last.start));
  return mentions.find(isFirst) ?? last;
}

/** Cuts brackets, year, town and publisher off a title that no stop parts from them: "Title, WHO, Geneva, 2004 (No. 7)". */
function cutTail(scene: Scene, start: number, end: number): number {
  const { text, mentions } = scene.reading;
  const bracket = /\s\((?=with\s|[^()]*(?:\d|forthcoming|in press|in preparation))[^()]*\)/.exec(
    text.slice(start, end),
  );
  let to = bracket === null ? end : start + bracket.index;
  const said = saidOf.exec(text.slice(start, to));
  if (said !== null && said.index > 8) to = start + said.index;
  // "Boats of Old, by the Dock Board, 2004"; but "Boats, by Country of Build".
  const author = mentionsOf(mentions, 'organisation').find(
    (mention) =>
      mention.start > start + 8 && mention.start < to && /,\sby\s(?:the\s)?$/.test(text.slice(start, mention.start)),
  );
  if (author !== undefined) to = text.lastIndexOf(', by', author.start);
  for (let guard = 0; guard < 6; guard++) {
    while (to > start && /[\s,.;:–-]/.test(text[to - 1] ?? '')) to--;
    const tail = mentions.find(
      (mention): mention is Tail => mention.end === to && (isTail(mention) || isTownOfHouse(mentions, mention)),
    );
    const town = mentions.find((mention) => mention.kind === 'place' && mention.end + 1 === tail?.start);
    // "…, Geneva 2004": the town stands right before the year.
    if (tail?.kind === 'years' && town !== undefined && text[town.start - 2] === ',') {
      to = town.start;
      continue;
    }
    // "…, Harbour Working Paper No. 9": the series before its year.
    const series = tail === undefined ? seriesTail.exec(text.slice(start, to)) : null;
    if (series !== null && series.index > 8) {
      to = start + series.index;
      continue;
    }
    // "…, Harbour Press, Oslo, 2012": a house that prints and is nobody else.
    const house = tail === undefined ? publishingHouse.exec(text.slice(start, to)) : null;
    if (house !== null && house.index > 8) {
      to = start + house.index;
      continue;
    }
    if (tail === undefined || tail.start < start + 8) break;
    const first = firstOf(mentions, tail, text);
    const joint = tail.kind === 'organisation' ? /(?:,|[^,]\sand|\s&)\s(?:the\s)?$/ : /,\s$/;
    if (!joint.test(text.slice(start, first.start))) break;
    to = first.start;
  }
  return text[to] === '?' ? to + 1 : to;
}

/** The title at an offset: the marked one, or all up to its stop. */
function readTitle(
  scene: Scene,
  from: number,
  end: number,
): (Range & { label: string; mention?: Mention<'title'> }) | undefined {
  const { text, mentions } = scene.reading;
  const marked = mentionsOf(mentions, 'title').find((title) => title.start >= from && title.start <= from + 2);
  // “I Was Sold”: Workers in …: the quotation is only the beginning of the title.
  if (marked !== undefined && !/^:\s\p{Lu}/u.test(text.slice(marked.end)))
    return { start: marked.start, end: marked.end, label: marked.value.text.replace(/[,.]$/, ''), mention: marked };
  const to = cutTail(scene, from, Math.min(findStopOfTitle(text.slice(0, end), from), end));
  const label = text.slice(from, to).replace(/\s+/g, ' ');
  return label.length < 8 || !/\s/.test(label) || !opensTitle.test(label) ? undefined : { start: from, end: to, label };
}

/** The day, month or year in brackets right behind a title, or else the latest between two offsets. */
function dateBetween(scene: Scene, from: number, to: number): { iso: string; end: number } | undefined {
  let found: { iso: string; end: number } | undefined;
  for (const mention of scene.reading.mentions) {
    if (mention.start < from || mention.end > to) continue;
    // "Report of the Meeting, Oslo, 24–26 May 2016": days in a row are those of a meeting.
    if (mention.kind === 'date' && mention.value.to === undefined)
      found = { iso: mention.value.from, end: mention.end };
    if (mention.kind === 'years' && mention.value.form === 'single')
      found = { iso: String(mention.value.periods[0]?.start), end: mention.end };
    const bracket = /^["”»*_]{0,2}\s\([^()]*$/.test(scene.reading.text.slice(from, mention.start));
    if (bracket && found?.end === mention.end) return found;
  }
  return found;
}

/** "WHO (May 2004)", "WHO (2004). Title. Geneva, May 2004": the day or month of the year that the authors have. */
const finest = (year: string, ...dates: readonly ({ iso: string } | undefined)[]): string =>
  dates.find((date) => date?.iso.startsWith(year))?.iso ?? year;

/** Who published it, by the imprint: "Geneva: WHO", ". CSB and University of Riga, 2019", "(OECD, 2004)". */
function publishersIn(scene: Scene, from: number, to: number): Organisation[] {
  const { text, mentions } = scene.reading;
  const all = mentionsOf(mentions, 'organisation').filter((mention) => mention.start >= from && mention.end <= to);
  const found: Organisation[] = [];
  let last = -1;
  for (const mention of all) {
    // "“Title,” Publisher": the comma may stand inside the quotation.
    const opens = /(?:^\s?|[.,:(?!;”"*]\s?|\b[Pp]ublished by\s|^,\sby\s)(?:the\s)?$/.test(
      text.slice(from, mention.start),
    );
    const joined = last !== -1 && inRow(text.slice(last, mention.start));
    if (!opens && !joined) continue;
    found.push(mention.value);
    last = mention.end;
  }
  return [...new Set(found)];
}

/** "[3] Dock Board, Rafts in Figures, 2016.": who, what and when, and nothing else in a note at the foot. */
const isNote = ({ block, reading: { text } }: Scene, end: number): boolean =>
  block.kind === 'footnote' &&
  /^(?:,[^.;]{0,60})?,?\s\(?(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d{2}\)?\.?$/u.test(text.slice(end));

/** The entry between two offsets; undefined where that is no reference. */
export function readEntry(scene: Scene, from: number, to: number): Entry | undefined {
  const { text } = scene.reading;
  const numbered = numberLead.exec(text.slice(from, to));
  const opening = from + (numbered?.[0].length ?? 0);
  const skipped = rowFrom(scene, opening) === undefined ? opening + skipLead(text.slice(opening, to)) : opening;
  const authors = numbered === null ? readAuthors(scene, skipped, to) : undefined;
  const listed = listsPublications(scene);
  const title = readTitle(scene, authors?.title ?? skipped, to);
  if (title === undefined || notTitle.test(text.slice(title.end, to)) || notTitle.test(title.label)) return undefined;
  const tail = Math.min(to, title.end + 240);
  const date = dateBetween(scene, title.end, tail);
  const forthcoming = /(?:\(|,\s)(?:forthcoming|in press|in preparation)\b/i.test(text.slice(skipped, tail));
  const year =
    authors?.year === undefined ? date?.iso : finest(authors.year, date, dateBetween(scene, skipped, title.start));
  const rest = text.slice(title.end, to);
  const publishers = publishersIn(scene, title.end, tail);
  const imprint = /[.?!]["”*_]?\s\p{Lu}[\p{L}\s.,]{1,40}:\s\p{Lu}/u.test(text.slice(title.end - 1, tail));
  if (authors?.sure !== true) {
    if (year === undefined && !forthcoming) return undefined;
    // "*Tides* was issued in 2016; …" is a sentence.
    if (finiteVerb.test(text.slice(title.end, date?.end ?? title.end))) return undefined;
    const told =
      authors !== undefined
        ? title.mention !== undefined || imprint || isNote(scene, title.end)
        : title.mention !== undefined && publishers.length > 0;
    if (!listed && numbered === null && !told) return undefined;
    if (title.mention !== undefined && numbered === null) {
      const type = classifyTitle(scene, title.mention);
      // "“Tides”, Dock Board, 2004": two words are a title where their publisher and year stand behind them.
      if (type === undefined ? publishers.length === 0 || year === undefined : type !== 'Publication') return undefined;
    }
    if (title.mention === undefined && numbered === null) {
      if (!imprint && headType(title.label) === 'Dataset') return undefined;
      if (authors === undefined && !datedTail.test(rest)) return undefined;
      // "Two titles deal with ports: *Tides* (2017)": the marked title is the title.
      if (
        mentionsOf(scene.reading.mentions, 'title').some(
          ({ start, end, value }) => value.style !== 'plain' && start > title.start + 2 && end <= to,
        )
      )
        return undefined;
    }
  }
  if (title.mention === undefined && finiteVerb.test(title.label) && !title.label.endsWith('?')) return undefined;
  const owners = authors !== undefined && !authors.persons ? authors.owners : publishers;
  const stated = owners.length > 0 || authors?.persons === true;
  return {
    start: title.start,
    end: title.end,
    label: title.label,
    owners: stated ? owners : contextOwnership(scene).organisations,
    stated,
    year: year !== undefined && /^\d/.test(year) ? year : undefined,
    close: title.end,
    number: numbered?.groups?.['number'],
    sure: authors?.sure === true || numbered !== null,
  };
}
