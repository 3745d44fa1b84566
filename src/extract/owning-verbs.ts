/** The verbs by which somebody makes, keeps or convenes a thing, and those by which others only have to do with it. */

/** Without their last e or y; they take the regular endings. */
const stems =
  'publish releas produc maintain compil conduct collect disseminat manag operat prepar organis organiz conven develop establish launch creat coordinat administ administer provid offer edit pilot implement complet curat archiv gather assembl updat circulat stor serv facilitat print transcrib digitis digitiz design field monitor estimat count measur regist register record track map tabulat harmonis harmoniz process generat introduc initiat issu contribut host own interview enumerat supervis hold carr merg combin pool follow cod discontinu suspend';
/** Irregular forms, and verbs of two words. */
const whole =
  'kept|keeps?|held|withdrew|withdraws?|withdrawn|runs?|ran|running|(?:has|have|had)(?!\\s(?:\\p{Ll}+\\s)?access\\b)|written|wrote|writes?|began|begins?|begun|started|starts?|carry(?:ing)?\\sout|(?:sends?|sent|sending|gives?|gave|given|giving|hands?|handed)\\sout|undertakes?|undertook|undertaken|sets?\\sup|draws?\\sup|drew\\sup|drawn\\sup|makes?\\savailable|made\\savailable|puts?\\s(?:out|online|up)|brings?\\sout|brought\\sout|bringing\\sout|sums?\\sup|summed\\sup|builds?|built|takes?|took|taken|asks?|asked|responsible\\sfor|(?:is|are|was|were)\\s(?:the\\s)?(?:joint\\s|sole\\s|co-)?(?:owners?|keepers?|producers?|publishers?|custodians?|compilers?|makers?)\\sof|(?:is|was)\\s(?:now\\s)?(?:the\\s)?home\\s(?:of|to)|in\\scharge\\sof|adopts?|adopted|enters?\\s(?:the|its|their|all)(?=\\s)|extracts?\\s(?=(?:this|these)\\stables?)';

/** Any form of a verb by which its subject makes or keeps what follows. */
export const owningVerb = new RegExp(
  String.raw`\b(?:(?:${stems.split(' ').join('|')})(?:e|es|s|ed|ing|ies|ied)?|${whole})\b`,
  'iu',
);

/** What others do with a thing that is not theirs, by the part that they have in it. */
const othersVerbs = {
  funder:
    'financ\\w+|co-financed|fund\\w*|co-funded|paid|pays|support\\w*|sponsor\\w*|commission\\w*|mandated|employed|trained',
  supplier:
    'supplied|supplies|suppl\\w+|feeds|fed|lent|lends|sent|sends|submitted|transmitted|delivered|given|gave|gives|handed|passed|passes|forwarded|shared|transferred|filled',
  user: 'used|uses|use|analysed|analyses|analyzed|cit\\w+|quot\\w+|receiv\\w+|relies|relied|rely|borrow\\w*|reads?|seen|draws|criticis\\w+|criticiz\\w+|recommend\\w*|request\\w*|recogni[sz]ed',
  reviewer:
    'endors\\w+|approv\\w+|review\\w*|checked|audited|certified|accepted|translat\\w+|steered|guided|advised|inspired|appointed|adopted|required',
  guest: '(?:took|takes?|taken|taking)\\spart|attend\\w*|welcom\\w+|joined|joins|participat\\w+|presented|chaired',
  wisher: 'agreed|agrees|refused|refuses|declined|declines|wants|wanted|hopes|hoped|wished',
  knower: 'knows?|knew|believe[sd]?|thinks?|thought|understands?|understood|hears?|heard',
  counted: 'report(?:ed)?|enumerated|born|signed|covered|caused|affected|hit',
} as const;
const notOwning = new RegExp(`^(?:${Object.values(othersVerbs).join('|')})$`, 'i');

/** Whether the agent of this participle owns nothing by it: "financed by", "reported by". */
export const isBesides = (verb: string): boolean => notOwning.test(verb);

/** "… (which) is maintained jointly twice a year by the |": the words up to an agent; the participle is the first group. */
const passiveAgent =
  /\b((?:\p{L}+(?:ed|un|ld|pt|ut|en|own|awn)|(?:re)?built|made|done|brought|held)(?:\sout)?)\s(?:(?!(?:and|but|or|which|that|who|is|are|was|were)\b)[\p{L}\d–-]+,?\s){0,6}?(?:and\s\p{L}+\s)?by\s(?:the\s|its\s|our\s|(?:(?:\p{Lu}[\p{L}-]+\s)?\p{Lu}[\p{L}-]+)?['’]s\s)?(?:(?:an?\s)?(?:\p{L}+\s){0,2}(?:colleagues|partners|counterparts|researchers|scholars|staff|experts|teams?|students|scientists|demographers|statisticians)\s(?:at|of|from|in|with)\s(?:the\s)?)?$/iu;

/** The participle of an agent that words end with, the last of several: "commissioned by A and | written | by the". */
export function participleOfAgent(words: string): string | undefined {
  let found: string | undefined;
  for (let from = 0; ; ) {
    const match = passiveAgent.exec(words.slice(from));
    if (match?.[1] === undefined) return found;
    found = match[1];
    from += match.index + found.length;
  }
}

/** Adverbs and helping verbs before the verb that counts. */
const helping =
  '(?:(?:also|now|has|have|had|will|then|further|jointly|regularly|itself|only|both|is|are|was|been|still|already|often|usually|alone|merely|today|currently|since)\\s){0,4}';
const firstVerb = new RegExp(
  String.raw`^(?:'s?)?(?:\s\([^()]{1,40}\))?(?:,\s[^.;]{0,60},)?,?\s${helping}(\p{Ll}+(?:\s(?:out|part))?)`,
  'u',
);
/** "reported that it is preparing …": what counts is what the subject said of itself. */
const saying =
  /^\s(?:has\s)?(?:reported|reports|said|says|wrote|announced|stated|noted|replied)\sthat\s(?:it|they)(?=\s)/;
/** "commissioned | and holds": the second of two verbs of one subject. */
const secondVerb = new RegExp(String.raw`\s(?:and|but)\s${helping}(\p{Ll}+(?:\sout)?)`, 'gu');

/** "contributed a chapter to the |": a part of what is another's. */
const givesPart =
  /\scontribut\p{Ll}*\s(?:(?:an?|the|its|their|our|two|three|some)\s)?(?:\p{Ll}+\s)?(?:chapters?|sections?|annex|articles?|papers?|forewords?|data|figures|tables?|funds?)\b/u;

/** "added a | Crew Module to its survey": what was added is whose survey it is. */
const adds =
  /^(?:\s\([^()]{1,30}\))?\s(?:(?:has|have|had|also|then)\s){0,2}add(?:ed|s)\san?\s(?:\p{Ll}+\s){0,2}["“«*_]{0,2}$/u;

/** "We | do not have it". */
const hasNot =
  /^(?:\s\([^()]{1,30}\))?,?\s(?:do|does|did)\snot\s(?:\p{Ll}+\s)?(?:have|hold|keep|own|maintain|collect|produce|publish)\b/u;

/** Whether the words between a subject and the thing say that it makes or keeps it. */
export function doesIt(gap: string): boolean {
  const words = gap.replace(saying, '').replace(/\sused to(?=\s)/, '');
  // Only the first verb is the subject's: "A financed the survey that collects …"; or one joined to it.
  const first = firstVerb.exec(words)?.[1];
  if (givesPart.test(words) || hasNot.test(words)) return false;
  if (adds.test(words)) return true;
  if (first === undefined || !isBesides(first)) return owningVerb.test(words);
  const [clause = ''] = words.split(/[,;:]|\s(?:that|which|who)\s/);
  return [...clause.matchAll(secondVerb)].some(([, verb = '']) => !isBesides(verb) && owningVerb.test(verb));
}
