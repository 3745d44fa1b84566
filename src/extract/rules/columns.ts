/** Tells by its label what a column of a table, or a field of a record, says of a thing. */

export type Column =
  | 'name'
  | 'source'
  | 'owner'
  | 'author'
  | 'partner'
  | 'years'
  | 'fieldwork'
  | 'first-year'
  | 'last-year'
  | 'published'
  | 'founded'
  | 'updated'
  | 'places'
  | 'origin'
  | 'destination'
  | 'coverage'
  | 'theme'
  | 'link'
  | 'series'
  | 'number'
  | 'acronym'
  | 'frequency'
  | 'status'
  | 'contact'
  | 'venue'
  | 'other'
  /** Beneath a label of a table of things that says nothing known. */
  | 'unknown';

const making =
  'held|kept|issued|published|convened|organi[sz]ed|collected|compiled|produced|run|maintained|conducted|carried out|managed|owned|provided|created|prepared|deposited|supplied|led|administered|operated|edited|brought out';

/** The words of labels; the first line that fits tells the column. What names somebody stands before what he does. */
const labels: readonly { readonly column: Column; readonly words: RegExp }[] = [
  { column: 'contact', words: /^(?:contacts?(?: (?:address|points?|for questions))?|e-?mails?|enquiries|inquiries)$/i },
  { column: 'owner', words: /^contact organi[sz]ation$/i },
  // Of a thing, but nothing that is read.
  {
    column: 'other',
    words:
      /\b(?:sample|respondents|cases|size|extent|format|licen[cs]e|rights|contacts?|e-?mail|phone|tel|methods?|methodology|mode|price|cost|fees?|pages|isbn|issn|users?|used|fund\w*|sponsor\w*|donors?|financ\w*|budget|money|grants?|paid|copied|copy|obtained|received|transmitted|sent|fed|changes?|version|quality|legal|mandate|confidentiality|restrictions?|language|processed|repository|archive|remarks?|notes?|comments?|distribut\w+|citation|cite|unit of measure\w*|(?:web ?)?page|website)\b|^units?$/i,
  },
  { column: 'name', words: /^(?:releases?|outputs?|deliverables?)$/i },
  {
    column: 'years',
    words:
      /^data (?:for|of|from)$|^(?:coverage - )?time$|^(?:years|waves|rounds|periods?|dates) (?:held|available)$|^available (?:years|periods?)$|^time series$/i,
  },
  { column: 'updated', words: /\blast (?:updated?|revis\w+|modified)\b|\bupdated?\b|\brevised\b/i },
  { column: 'frequency', words: /\bfrequency\b|\bperiodicity\b|\bhow often\b/i },
  { column: 'status', words: /\bstatus\b/i },
  {
    column: 'link',
    words: /\b(?:url|uri|doi|link|website|web ?page|web|access\w*|address|online|available|availability)\b/i,
  },
  {
    column: 'acronym',
    words: /^(?:acronym|abbreviat\w+|(?:data\s?set |short )?(?:code|id)|identifier|short(?: (?:name|title|form))?)$/i,
  },
  {
    column: 'first-year',
    words:
      /^(?:how far back|goes back to|(?:data |available |in use |kept |published )?since|from|start(?:ing)?(?: year| date)?|first (?:year|round|wave)|year started|begin\w*)$/i,
  },
  {
    column: 'last-year',
    words: /^(?:to|until|end(?:ing)?(?: year| date)?|last (?:year|round|wave)|latest (?:year|round|wave))$/i,
  },
  { column: 'founded', words: /\b(?:found\w*|establish\w*|launched|set up|year created)\b/i },
  {
    column: 'fieldwork',
    words: /\bfield ?work\b|\binterview(?:ing|s)? (?:dates?|period)\b|^(?:data )?collection (?:dates?|period)$/i,
  },
  {
    column: 'partner',
    words:
      /\b(?:partners?|co-?(?:producers?|owners?)|joint (?:owners?|producers?)|(?:owned|shared|jointly) with|in (?:cooperation|collaboration) with|together with)\b/i,
  },
  {
    column: 'owner',
    words: new RegExp(
      String.raw`\b(?:${making}) by\b|^(?:by|who|whose|body|house|press|imprint)$|^(?:in )?(?:whose|what) (?:hands|property|files?)\b|\b(?:answerable|answers|in charge|belongs? to|property of)\b|^(?:kept|held) (?:at|in)$|^who (?:keeps?|kept|made|makes|owns|holds|runs|ran|compiles|collects|publishes|produces|maintains|is responsible|did)\b`,
      'i',
    ),
  },
  { column: 'author', words: /\b(?:authors?|principal investigators?|investigators?|editors?|compilers?' names?)\b/i },
  {
    column: 'owner',
    words:
      /\b(?:agenc(?:y|ies)|organi[sz]ations?|institut(?:e|es|ion|ions)|providers?|producers?|owners?|publishers?|deposit(?:ary|ories)|responsible|custodians?|stewards?|compilers?|holders?|keepers?|maintainers?|creators?|depositors?|authority|authorities|conven[oe]rs?|organi[sz]ers?|office|body|ministry|department|issuer|source (?:agency|institution|organi[sz]ation))\b/i,
  },
  {
    column: 'published',
    words:
      /\bpubli(?:shed|cation (?:year|date))\b|^(?:year|date|month|day) of (?:publication|issue|release)|\brelease\w*\b|\bissued\b|\bappeared\b/i,
  },
  {
    column: 'origin',
    words:
      /\b(?:countr\w+ of (?:origin|birth|citizenship|nationality|departure)|origins?|(?:sending|source|home) countr\w+)\b(?!.*\bdestinations?\b)/i,
  },
  {
    column: 'destination',
    words:
      /^(?!.*\borigins?\b).*\b(?:countr\w+ of (?:destination|asylum|arrival)|destinations?|(?:receiving|host|asylum) countr\w+)\b|^hosts?$/i,
  },
  {
    column: 'years',
    words:
      /\byears?\b|\bperiods?\b|\btime\b|\btemporal\b|\bspan\b|\bdates?\b|^reference$|\brounds?\b|\bwaves?\b|\bvintages?\b|\bwhen\b/i,
  },
  {
    column: 'places',
    words:
      /\bcountr(?:y|ies)\b|^(?:member )?(?:states?|economy|economies)$|\bareas?\b|\bgeograph\w*|\bspatial\b|\bregions?\b|\breporters?\b|\bterritor\w+|\bwhere\b|\bcorridors?\b|^geo\b|\bgeopolitical\b|\bplaces covered\b/i,
  },
  { column: 'coverage', words: /\bcoverage\b|\bscope\b|\bcovered\b|\bcovers\b|\buniverse\b/i },
  // "Series and number" holds both, "Series no." the number alone.
  { column: 'series', words: /^series\b(?! (?:title|name|no|nr|number)\b)|\bpublished in\b|\bjournal\b/i },
  { column: 'number', words: /\b(?:no\.?|number|nr\.?|issue|volume|vol\.?)$|^#$|^no\b/i },
  { column: 'venue', words: /\b(?:venue|place|location|city|town)\b/i },
  {
    column: 'name',
    words:
      /\b(?:data\s?sets?|data\s?bases?|names?|titles?|surveys?|census(?:es)?|collections?|publications?|reports?|papers?|documents?|meetings?|conferences?|workshops?|events?|projects?|programmes?|series|registers?|products?|holdings?|resources?|stud(?:y|ies)|instruments?|operations?|compilations?)\b/i,
  },
  { column: 'source', words: /\bsources?\b|\bdata\b|\bindicators?\b|\btables?\b|\bstatistics?\b|\bfiles?\b/i },
  {
    column: 'theme',
    words:
      /\b(?:topics?|subjects?|themes?|measures?|contents?|concepts?|domains?|keywords?|population|description)\b|^what\b/i,
  },
];

/** What a label says; undefined where it says nothing that is known. */
export function columnOf(label: string): Column | undefined {
  const bare = label.replace(/[*_:]/g, '').trim();
  return labels.find(({ words }) => words.test(bare))?.column;
}

const units = /\b(?:units?|departments?|divisions?|sections?|branch(?:es)?|directorates?)\b(?!\sof\b)/i;
/** Whether a label says that whoever stands there is a part of a larger body: "Organisation unit", "Unit in charge". */
export const isUnitLabel = (label: string): boolean =>
  (units.test(label) && columnOf(label) === 'owner') || unitOnly.test(label);
/** Beside "Contact organisation" and "Contact person". */
const unitOnly = /^(?:contact\s)?(?:organi[sz]ation(?:al)?\s)?unit$/i;

/** Columns that only a table of things has. */
const ofThings: ReadonlySet<Column | undefined> = new Set([
  'owner',
  'partner',
  'years',
  'fieldwork',
  'first-year',
  'places',
  'coverage',
  'published',
  'link',
  'series',
  'venue',
  'frequency',
  'updated',
  'founded',
  'origin',
  'destination',
  'theme',
  'number',
  'acronym',
  'author',
  'status',
]);
/** A first column of these is the key of some other table: a code book, a glossary, a list of changes, figures by country. */
const otherKeys =
  /^(?:variables?|field|attribute|label|value|code|term|word|symbol|step|question|item|chapter|section|version|release|change|abbreviation|acronym|day|time|session|role|person|participant|column)s?$/i;

/** All rows of a table have one header: what it says is read with the first of them. */
const read = new WeakMap<readonly string[], readonly (Column | undefined)[]>();

/** What each column of a table says. Without a column for names the first may be it, where nothing else is in it. */
export function readHeader(header: readonly string[]): readonly (Column | undefined)[] {
  const columns = read.get(header) ?? columnsOf(header);
  read.set(header, columns);
  return columns;
}

function columnsOf(header: readonly string[]): (Column | undefined)[] {
  const found = header.map(columnOf);
  const name = found.indexOf('name');
  const source = found.indexOf('source');
  if (name === -1 && source !== -1) found[source] = 'name';
  else if (name === -1 && (found[0] === undefined || found[0] === 'theme') && header[0] !== '') found[0] = 'name';
  const known = found.filter((column) => ofThings.has(column)).length;
  const other = header.length > 0 && otherKeys.test((header[0] ?? '').replace(/[*_]/g, '').trim());
  const persons = header.some((label) => /\b(?:e-?mail|phone|telephone|position)\b/i.test(label));
  const figures = header.filter((label) => /^[\d\s–/%-]+$/.test(label)).length;
  // "Inflows 2015" heads figures; a row without a header above it is none itself.
  const dated = header.some((label) => /\p{L}.*\b(?:19|20)\d{2}\b/u.test(label));
  // A table of something else names nothing.
  if (!found.includes('name') || known === 0 || persons || dated || figures >= 2 || (other && known < 2))
    return header.map(() => undefined);
  return found.map((column) => column ?? 'unknown');
}
