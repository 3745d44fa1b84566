/** The head nouns that tell what a capitalised name is: the one table behind names and organisations. */
import type { NameClass } from '../mention.js';
import type { Token } from '../tokens.js';

/** "… Database" is a dataset, "… Conference" an event; in singular, lower case. A plural is looked up without its s. */
export const nameHeads: ReadonlyMap<string, NameClass> = new Map(
  Object.entries({
    dataset: [
      'database databank dataset study studies index inquiry enquiry file records monitor survey census register registry',
      'microdata statistics matrix barometer inventory tabulation tabulations estimate estimates tracker datahub portal panel archive',
      'repository cadastre observatory ledger table corpus microcensus module tracking diary diaries dashboard count sample poll',
      // In the plural alone: an "Indicator Group" is no data.
      'indicators rolls returns',
      // In the languages in which statistical offices name their sources.
      'encuesta encuestas estadística estadísticas censo registro empadronamiento padrón enquête recensement répertoire',
      'statistique statistiques inquérito recenseamento registo estatística estatísticas erhebung mikrozensus volkszählung',
      'ausländerzentralregister indagine rilevazione censimento statistik fichier registre chronology log',
    ].join(' '),
    series:
      'series journal yearbook bulletin newsletter quarterly digest annual notes cuadernos boletín boletim revista anuario annuaire anuário jahrbuch cahiers gazette',
    project: 'project programme program initiative pilot',
    event:
      'conference meeting workshop seminar forum dialogue summit symposium roundtable consultation congress colloquium session webinar jornada jornadas taller seminario encuentro colloque séminaire tagung',
    publication:
      'report handbook manual guidelines guide compendium glossary atlas outlook review recommendations principles toolkit factsheet brief paper profile profiles factbook abstract almanac catalogue primer sourcebook trends',
  } satisfies Record<NameClass, string>).flatMap(([kind, heads]) =>
    heads.split(' ').map((head) => [head, kind as NameClass] as const),
  ),
);

/** Heads of two words, the first of which alone would say something else. */
const doubleHeads: ReadonlyMap<string, NameClass> = new Map([
  ...'set hub portal archive bank collection file finder explorer warehouse cube'
    .split(' ')
    .map((second) => [`data ${second}`, 'dataset'] as const),
  ['information system', 'dataset'],
  ['registration system', 'dataset'],
  ['management system', 'dataset'],
  ['data infrastructure', 'dataset'],
  ['microdata bank', 'dataset'],
  ['census bank', 'dataset'],
  ['interactive map', 'dataset'],
  ['stock bank', 'dataset'],
  ['stocks bank', 'dataset'],
  ['reporting system', 'dataset'],
  ['monitoring system', 'dataset'],
  ['tracking system', 'dataset'],
  ['statistical system', 'dataset'],
  ['migrant stock', 'dataset'],
  ['panel study', 'dataset'],
  ['household panel', 'dataset'],
  ['working papers', 'series'],
  ['discussion papers', 'series'],
  ['occasional papers', 'series'],
  ['summer school', 'event'],
  ['winter school', 'event'],
  ['training course', 'event'],
  ['open day', 'event'],
  ...'verification registration enumeration profiling mapping census'
    .split(' ')
    .map((first) => [`${first} exercise`, 'dataset'] as const),
  ['work session', 'event'],
  ['clearing house', 'dataset'],
  ['price watch', 'dataset'],
  ['working party', 'event'],
  ['round table', 'event'],
  ['working group', 'event'],
  ['expert group', 'event'],
]);

/** By the first word, which few words are: to join every two of a text, only to look them up, takes longer. */
const bySecond = new Map<string, Map<string, NameClass>>();
for (const [heads, kind] of doubleHeads) {
  const [first = '', second = ''] = heads.split(' ');
  bySecond.set(first, (bySecond.get(first) ?? new Map()).set(second, kind));
}

/** What two words in small letters say together of what they head. */
export const doubleHead = (first: string, second: string): NameClass | undefined => bySecond.get(first)?.get(second);

/** What a word in small letters, or its singular, says of what it heads. */
export const nameHead = (word: string): NameClass | undefined =>
  nameHeads.get(word) ?? (word.endsWith('s') ? nameHeads.get(word.slice(0, -1)) : undefined);

/** "Making Borders Count", "Who Counts": a verb there, and no head, whatever it is elsewhere. */
export const isVerbThere = (word: string, opener: string): boolean =>
  /^counts?$/i.test(word) && /^(?:\p{L}+ing|Who|What|Why|How|When|Where|Those|That|All|Every|Each|To)$/iu.test(opener);

/** In the plural a name's last word tells a series of documents: "Migration Policy Briefs", "Technical Reports". */
export const pluralSeriesHeads: ReadonlySet<string> = new Set(
  'papers briefs notes reports monographs bulletins newsletters documents cuadernos cahiers'.split(' '),
);

/** Head nouns of organisations; `unit` where the word by itself speaks of a part of one. */
export const organisationHeads: ReadonlyMap<string, 'agency' | 'unit'> = new Map([
  ...[
    'ministry bureau office institute institution agency organization organisation commission committee council centre',
    'center bank fund university federation association authority secretariat foundation network union consortium academy',
    'college society publishing press inspectorate observatory board confederation alliance school museum library archive',
    'archives police service guard force court corporation embassy laboratory lab trust league chamber',
    'administration tribunal faculty coalition partnership government registrar treasury institut instituto',
    'institutet istituto ministerio ministère ministero ministério bundesamt bundesministerium landesamt agence agencia',
    'agência université universidad universität universidade università universiteit universitet universitetet direction',
    'dirección direção secretaría secretaria consejo conseil oficina departamento département servicio superintendencia',
    'fundación fondation stiftung observatorio observatoire centro comisión comité asociación associação associazione banco banque sociedad',
    'société akademie verein commissariat chancellery observatório serviço servizio haut-commissariat caisse ufficio agenzia banca',
    'staatssekretariat bundesagentur statistikamt amt zentralamt préfecture secrétariat subsecretaría corporación urząd ministerstwo instytut uniwersytet',
    'ministerul institutul universitatea inspectoratul archivo arquivo archivio museo musée museu biblioteca bibliothèque',
  ]
    .join(' ')
    .split(' ')
    .map((head) => [head, 'agency'] as const),
  ...'department division unit section branch brigade facultad faculdade faculté fakultät directorate directorate-general undersecretariat under-secretariat subdirectorate subdepartamento subdirección viceministry vice-ministry subdivision team desk unidad unidade unité división divisão coordinación coordenação'
    .split(' ')
    .map((head) => [head, 'unit'] as const),
]);

/** Which of the two a token in capitals says that it heads. */
export const headAt = (token: Token | undefined): 'agency' | 'unit' | undefined =>
  token?.capital && token.kind === 'word' ? organisationHeads.get(token.text.toLowerCase()) : undefined;

/** "Statistics Law", "Census Day", "Survey Committee", "Meeting House": named for data or a meeting, and none. */
export const namesNoData =
  /^(?:Laws?|Acts?|Regulations?|Directives?|Code|Decree|Decision|Agreement|Convention|Protocol|Treaty|Strategy|Policy|Council|Committee|Commission|Days?|Team|Group|Users?|House|Rooms?|Halls?|Building|Mill|Ships?|Vessel|Station|Officers?|Clerks?|Staff|Secretariat|Methods?|Methodology|Forms?|Questionnaires?|Fees?|Fund|Award|Prize)$/;

/** Little words that may stand inside a name, between two capitalised ones. */
export const connectors: ReadonlySet<string> = new Set(
  'of and for on the in to with without by from between among across at de del della dei degli la las los le les du des dos das der von van und et e da do y en em à às aos ao au aux pour sur sobre con por el für zur zum against & / -'.split(
    ' ',
  ),
);

/** Capitalised at the start of a sentence or a list, and no part of the name that follows. */
export const leadWords: ReadonlySet<string> = new Set(
  'the a an this that these those its their our his her in on at by for from with since under through within as and or but also all each every both some several many most other another recent current new latest first second third fourth last next annual see for after before during while when where which who data information contact source sources note table annex please i we they it he she is are was were no not only such more while however moreover furthermore additionally finally today since until between besides among unlike like via per following based'.split(
    ' ',
  ),
);

/** Words that one of which a name of data, a meeting or the like has, and the same of an organisation's. */
export const nameHeadWords: readonly string[] = [
  ...[...nameHeads.keys()].flatMap((head) => [head, `${head}s`]),
  ...[...doubleHeads.keys()].map((heads) => heads.replace(/ .*/, '')),
];
export const organisationHeadWords: readonly string[] = [...organisationHeads.keys(), 'statistics', 'panel'];
