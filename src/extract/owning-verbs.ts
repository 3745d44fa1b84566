/** The verbs by which somebody makes, keeps or convenes a thing, and those by which others only have to do with it. */

/** Without their last e or y; they take the regular endings. */
const stems =
  'publish releas produc maintain compil conduct collect disseminat manag operat prepar organis organiz conven develop establish launch creat coordinat administ administer provid offer edit pilot implement complet curat archiv gather assembl updat circulat stor serv facilitat print transcrib digitis digitiz design field monitor estimat count measur regist register record track map tabulat harmonis harmoniz process generat introduc initiat issu contribut host own interview enumerat supervis hold carr merg combin pool follow';
/** Irregular forms, and verbs of two words. */
const whole =
  'kept|keeps?|held|runs?|ran|running|has|have|had|written|wrote|writes?|began|begins?|begun|started|starts?|carry(?:ing)?\\sout|(?:sends?|sent|sending|gives?|gave|given|giving|hands?|handed)\\sout|undertakes?|undertook|undertaken|sets?\\sup|draws?\\sup|drew\\sup|drawn\\sup|makes?\\savailable|made\\savailable|puts?\\s(?:out|online|up)|brings?\\sout|brought\\sout|bringing\\sout|sums?\\sup|summed\\sup|builds?|built|takes?|took|taken|asks?|asked|responsible\\sfor|in\\scharge\\sof|adopts?|adopted';

/** Any form of a verb by which its subject makes or keeps what follows. */
export const owningVerb = new RegExp(
  String.raw`\b(?:(?:${stems.split(' ').join('|')})(?:e|es|s|ed|ing|ies|ied)?|${whole})\b`,
  'i',
);

/** What others do with data that are not theirs: who did only this to a thing does not own it. */
const besides =
  'used|uses|use|financ\\w+|fund\\w*|paid|pays|support\\w*|sponsor\\w*|cit\\w+|quot\\w+|attend\\w*|welcom\\w+|recommend\\w*|request\\w*|receiv\\w+|relies|relied|rely|borrow\\w*|commission\\w*|criticis\\w+|criticiz\\w+|endors\\w+|approv\\w+|review\\w*|translat\\w+|report(?:ed)?|enumerated|born|signed|covered|presented|adopted|required|supplied|supplies|supply|suppl\\w+|lent|lends|sent|submitted|transmitted|delivered|mandated|audited|certified|accepted|joined|joins|participat\\w+|recogni[sz]ed|caused|affected|hit|read|seen|checked|filled|quoted|steered|guided|advised|inspired|employed|trained|appointed|chaired';
const notOwning = new RegExp(`^(?:${besides})$`, 'i');

/** Whether the agent of this participle owns nothing by it: "financed by", "reported by". */
export const isBesides = (verb: string): boolean => notOwning.test(verb);

/** "… (which) is maintained jointly twice a year by the |": the words up to an agent; the participle is the first group. */
const passiveAgent =
  /\b(\p{L}+(?:ed|un|ld|pt|ut|en|own|awn)|(?:re)?built|made|brought|held)\s(?:(?!(?:and|but|or|which|that|who|is|are|was|were)\b)[\p{L}\d–-]+\s){0,6}?(?:and\s\p{L}+\s)?by\s(?:the\s|its\s|our\s)?$/iu;

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
