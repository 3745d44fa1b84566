/** What is done with data and what data do: the verbs by which a sentence says that there is a collection. */

const words = (list: string): string[] => list.split(' ');

/** "carry" → carries, carried, carrying. */
function regularForms(base: string): string[] {
  const y = /[^aeiou]y$/.test(base);
  const stem = y ? base.slice(0, -1) : base;
  const mute = base.endsWith('e');
  return [
    base,
    y ? `${stem}ies` : /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`,
    mute ? `${base}d` : y ? `${stem}ied` : `${base}ed`,
    mute ? `${base.slice(0, -1)}ing` : `${base}ing`,
  ];
}

const irregular = [
  'hold holds held holding',
  'keep keeps kept keeping',
  'run runs ran running',
  'set sets setting',
  'put puts putting',
  'bring brings brought bringing',
  'draw draws drew drawn drawing',
  'build builds built building',
  'take takes took taken taking',
  'undertake undertakes undertook undertaken undertaking',
  'own owns owned owning',
  'make makes made making',
  'plan plans planned planning',
  'begin begins began begun beginning',
  'start starts started starting',
];

/** Verbs whose object somebody makes, keeps or gives out. */
export const holdingVerbs: ReadonlySet<string> = new Set([
  ...words(
    'maintain compile collect operate manage publish produce host conduct carry disseminate administer establish create launch provide develop archive gather assemble release issue prepare attach repeat pilot commission update curate store distribute design implement organise organize offer estimate digitise digitize transcribe harmonise harmonize tabulate field administer support deposit finance harmonise extend continue initiate introduce add own possess serve record',
  ).flatMap(regularForms),
  ...irregular.flatMap(words),
  ...words('has have had'),
]);

/** Participles that say who does it: "conducted | by the Board", "kept by", "drawn up every half-year by". */
export const makingParticiples: ReadonlySet<string> = new Set(
  words(
    'maintained compiled collected operated managed published produced hosted conducted carried disseminated administered established created launched provided developed archived gathered assembled released issued prepared repeated piloted updated curated stored distributed designed implemented organised organized offered transcribed digitised digitized tabulated fielded undertaken taken held kept run set drawn built owned made supplied put attached added appended opened started begun introduced handed delivered transmitted',
  ),
);

/** Verbs whose subject is a collection: "the register | covers", "the file goes back to". */
export const coverageVerbs: ReadonlySet<string> = new Set([
  ...words(
    'cover contain include record count list measure register reach begin start exist give show refer describe report date comprise extend interview ask span stop end track relate enumerate belong',
  ).flatMap(regularForms),
  ...words(
    'goes go went holds hold held began begun gave shows has have had is are was were dates showed ran runs asks asked starting beginning comes come came',
  ),
]);

const countingVerbs = /^(?:publish|compil|record|count|collect|list|tabulat|releas|report|register)(?:s|es|ed|e|ing)?$/;
const talkingVerbs = /^(?:conduct(?:s|ed)?|held|holds?|made|carr(?:y|ies|ied)|took|taken|record(?:s|ed)?)$/;
/** What is done with things that are counted: "publishes detections", "clearances are recorded by", "held interviews". */
export const isCounted = (noun: string, verb: string): boolean =>
  countingVerbs.test(verb) || (noun === 'interview' && talkingVerbs.test(verb));

/** What may not be or has not been: no collection is there yet. */
export const unreal =
  /\b(?:would|should|could|might|cannot|can't|planned? to|plans? to|planning to|intend(?:s|ed)? to|hopes? to|hoped to|wants? to|wanted to|aims? to|aimed to|agreed to|decided to|asked to|invited to|encouraged to|recommend\w*|propos\w+|need(?:s|ed)? to|does not|do not|did not|has not|have not|had not|never|nobody|nor|neither|no longer needs?|if)\s(?:\p{L}+\s){0,3}$/iu;
