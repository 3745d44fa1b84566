/** Reads data collections that carry no title: run-in headings, "X is a database", "a register of foreign residents", census rounds. */

import type { Passage } from '../../notes/note.js';
import { isSectionLabel } from '../../notes/section-words.js';
import { readDataPhrases } from '../data-phrases/data-phrase.js';
import { labelKey } from '../label-key.js';
import { type Ownership, type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { contextOwnership, findOwnership } from '../owners.js';
import { organisationHeads } from '../recognisers/name-heads.js';
import type { Heading, Rule, Scene, Topic } from '../scene.js';
import { headType } from './classify.js';
import { readCountedPeople } from './counted-people.js';
import { isTitle, readDataEntry } from './data-entries.js';
import { readDataReference } from './data-references.js';
import { readDescribedData } from './described-data.js';
import { namedTokens } from './free-names.js';
import { phrasesOf, readNamedByKind } from './named-by-kind.js';
import { readNamedByVerb } from './named-by-verb.js';
import { readOrdinals } from './ordinals.js';
import { readProjectEntry } from './project-entries.js';
import { readRunIn } from './run-in.js';
import { nameThing } from './things.js';

const name = 'datasets';
/** Nouns of data, for patterns. */
export const heads = String.raw`(?:database|data\s?bank|data\s?set|survey|census|register|registry|data collection|compilation|tabulations?|microdata|archive|repository|inventory|time series|statistics|collection|data file|panel|series of tables|dashboard|portal|estimates|table|indicator)`;
/** The text now speaks of this. */
function take(scene: Scene, subject: Subject): void {
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
}

/** What may stand behind the noun of a definition; another noun makes it a mere adjective: "a survey company", "register-based". */
const behindHead = String.raw`\s?(?:$|[.,;:()–—]|["”*_])|\s(?:of|on|for|that|which|who|whose|where|in|into|with|by|from|to|about|at|and|or|as|under|through|within|between|since|like|available|open|accessible|free|common|held|kept|made|built|run|set|drawn|put|\p{Ll}+(?:ed|ing)|\d)\b`;

const copula = new RegExp(
  String.raw`^(?:The\s)?(\p{Lu}[\p{L}\p{N}'’&/,()-]*(?:\s(?:\p{Lu}[\p{L}\p{N}'’&/,()-]*|\d{4}|of|and|for|on|in|the|to|from|by|s)){0,12})\s(?:is|are|was)\s(?:an?|the|our|its)\s(?:[\p{L}-]+[\s,]+){0,6}?(?<head>journal|newsletter|periodical|bulletin|magazine|yearbook|${heads}|project|programme|initiative)\b(?=${behindHead})`,
  'u',
);

/** "The X is a database of …": the sentence says what a name without a telling head is. */
function readCopula(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const match = copula.exec(text);
  const label = match?.[1]?.replace(/\s\([A-Z][A-Za-z-]{1,11}\)$/, '');
  const headWord = match?.groups?.['head']?.toLowerCase();
  if (match === null || label === undefined || headWord === undefined || label.length < 4) return false;
  if (
    mentions.some(
      (mention) =>
        (mention.kind === 'name' || mention.kind === 'title' || mention.kind === 'organisation') && mention.start <= 5,
    )
  )
    return false;
  if (
    isSectionLabel(label) ||
    /^(?:This|It|That|These|There|They|We|He|She|Data|Information|Each|Another|One|Its|Our|Their|In)\b/.test(label)
  )
    return false;
  const type = /journal|newsletter|periodical|bulletin|magazine|yearbook/.test(headWord)
    ? 'Series'
    : /project|programme|initiative/.test(headWord)
      ? 'Project'
      : 'Dataset';
  const start = text.indexOf(label);
  const acronym = /\(([A-Z][A-Za-z-]{1,11})\)$/.exec(match[1] ?? '')?.[1];
  const ownership = findOwnership(scene, { start, end: start + label.length });
  const known = scene.ledger.recall([type], label);
  if (known?.label.startsWith(`${label} `) && /^\p{Ll}+$/u.test(known.label.slice(label.length + 1)))
    return sayAgain(scene, known, label, ownership);
  const subject = nameThing(scene, {
    type,
    label,
    start,
    end: start + label.length,
    ownership,
    rule: 'is-a',
    ...(acronym === undefined ? {} : { acronym }),
  });
  if (type === 'Series') scene.topic.series = subject;
  else take(scene, subject);
  return true;
}

/** "the TIDES programme … TIDES is a programme of …": the same by a shorter name. */
function sayAgain(scene: Scene, subject: Subject, label: string, ownership: Ownership): boolean {
  say(subject, 'alias', label, scene.passage, 'is-a');
  if (ownership.attribution === 'stated' && ownership.clues.length === 0 && ownership.organisations.length > 0)
    subject.ownership = { ...ownership, clues: [scene.passage] };
  take(scene, subject);
  return true;
}

/** "Data is available on more than 150 countries": data that only the lost heading named. */
function readNameless(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  if (
    !/^(?:Data|Statistics|Information|Figures)\s(?:is|are)\s(?:also\s)?(?:available|collected|compiled|held|reported)\b/.test(
      text,
    ) ||
    !mentions.some((mention) => mention.kind === 'count' || mention.kind === 'years')
  )
    return false;
  const { topic, heading } = scene;
  // Under "Data availability" it says for what there are data, and has no name for them.
  if (heading !== undefined && isSectionLabel(heading.text)) return false;
  if (topic.subject !== undefined && sameOwner(scene, topic.subject)) return false;
  const label = text.replace(/[.;]\s*$/, '').replace(/\s+/g, ' ');
  take(
    scene,
    nameThing(scene, {
      type: 'Dataset',
      label,
      start: 0,
      end: text.length,
      ownership: contextOwnership(scene),
      rule: 'nameless-data',
    }),
  );
  return true;
}

function sameOwner(scene: Scene, subject: Subject): boolean {
  const here = contextOwnership(scene).organisations[0];
  return (
    here === undefined ||
    subject.ownership.organisations.some(
      (organisation) => organisation === here || organisation.parent === here || here.parent === organisation,
    )
  );
}

/** "The foreign-born population … was reported by 17 countries": a tabulation of a census, known by what it counts. */
function readTabulation(scene: Scene): boolean {
  const match =
    /^(?:The\s)?(.{6,200}?),?\s(?:was|were|had been|has been|have been|is|are)\s(?:also\s)?reported\sby\s(?=(?:some\s|about\s|more than\s)?(?:\d|\p{L}+\scountr))/u.exec(
      scene.reading.text,
    );
  const label = match?.[1];
  if (match === null || label === undefined || mentionsOf(scene.reading.mentions, 'count').length === 0) return false;
  const start = scene.reading.text.indexOf(label);
  take(
    scene,
    nameThing(scene, {
      type: 'Dataset',
      label,
      start,
      end: start + label.length,
      ownership: contextOwnership(scene),
      rule: 'census-tabulation',
    }),
  );
  return true;
}

/** "This quarterly survey …", "The database contains …". Where letters of any case match, only the group tells a name. */
const points = new RegExp(
  String.raw`^(?:This\s(?<these>(?:\p{L}+\s){0,2}?)${heads}\b|(?:The|Our)\s(?<those>(?:\p{L}+\s){0,2}?)${heads}\s(?:\p{Ll}+\s)?(?:contains|covers|holds|provides|includes|is|was|has|presents|records|gives|collects|brings|lists|reports|measures|shows|comprises|offers|consists)\b)`,
  'iu',
);

/** "The Quay Register covers …" points at nothing: it is a name. */
function pointsAtData(text: string): boolean {
  const groups = points.exec(text)?.groups;
  return groups !== undefined && !/\p{Lu}/u.test(`${groups['these'] ?? ''}${groups['those'] ?? ''}`);
}

/** Whether the heading is the name of whose section it opens: that is no data. */
const isOwnersName = (
  { section: { owner, clues } }: Scene,
  { passage }: { passage: Passage },
  label: string,
): boolean => owner !== undefined && clues.includes(passage) && labelKey(owner.label) === labelKey(label);

/** The words that may name what "this database" is: the heading above the paragraph, or what the paragraph opened with. */
function nameAbove({ opens, heading, topic, passage }: Scene): NonNullable<Topic['opening']> | undefined {
  if (!opens) return topic.opening?.passage.block === passage.block ? topic.opening : undefined;
  return heading?.says === 'Publication' ? undefined : heading;
}

/** "Boats of the Coast." with nothing said of it yet: the next sentence may tell that these are data. */
function keepOpening({ opens, block, topic, reading, passage, garbled }: Scene): void {
  const { text, mentions } = reading;
  const isName = /^\p{Lu}[^.;:,?!]{8,90}\.$/u.test(text.trim()) && isTitle(text);
  const isNamed = mentions.some(({ kind }) => kind === 'name' || kind === 'title' || kind === 'organisation');
  if (!opens) {
    if (topic.opening?.passage.block === passage.block) topic.opening = undefined;
  } else
    topic.opening =
      block.kind === 'paragraph' && isName && !isNamed && !garbled
        ? { text: text.replace(/[.\s]+$/, ''), passage }
        : undefined;
}

const finite =
  /(?<!\b(?:which|that|who)\s)\b(?:is|are|was|were|has|have|had|will|would|can|may|found|shows?|showed|told|asked|began)\b/;

/** "A school survey, run in three ports in 2012." right beneath a heading: no sentence, but what the heading is. */
function isDescription({ reading, opens, heading, blockIndex }: Scene): boolean {
  if (!opens || heading === undefined || heading.passage.block !== blockIndex - 1) return false;
  const { text, tokens } = reading;
  if (!/^(?:An?|The first|The only|Our|One)\s\p{Ll}/u.test(text) || finite.test(text)) return false;
  const [phrase] = readDataPhrases(tokens.slice(0, 16), () => false);
  return phrase !== undefined && phrase.head.kind === 'holding' && phrase.opens === 0 && isTitle(heading.text);
}

const madeBy = /^(?:Kept|Run|Held|Maintained|Compiled|Published|Collected|Conducted|Owned|Produced)\s[^.;]{0,60}\bby\b/;

/** Whether a heading may be the name of data: a title, of nobody and of nothing else. */
function canNameData({ text }: Heading, { gazetteers }: Scene): boolean {
  const type = headType(text);
  const last = text.split(' ').at(-1)?.toLowerCase() ?? '';
  const isSomebody = gazetteers.agencies.find(text).length > 0 || organisationHeads.has(last);
  return isTitle(text) && (type === undefined || type === 'Dataset') && !isSomebody;
}

/** "Carers at Home" under "Surveys": each heading beneath names one, where what it heads is dated or speaks of data, and of none by name. */
function isListedHeading(scene: Scene): boolean {
  const { heading, blockIndex, reading } = scene;
  if (heading?.under !== 'Dataset' || heading.says !== undefined) return false;
  if (heading.passage.block !== blockIndex - 1 || !canNameData(heading, scene)) return false;
  if (reading.mentions.some(({ kind }) => kind === 'title' || kind === 'name')) return false;
  const dated = reading.mentions.some(({ kind }) => kind === 'years' || kind === 'date');
  return dated || reading.hasDataNouns || madeBy.test(reading.text);
}

/** "This database contains …" under a heading that is no name by itself: the heading names it. */
function readUnderHeading(scene: Scene): boolean {
  const { topic, reading } = scene;
  const listed = isListedHeading(scene);
  const heading = listed ? scene.heading : nameAbove(scene);
  if (heading === undefined || (topic.subject?.passages.includes(heading.passage) ?? false)) return false;
  if (isSectionLabel(heading.text)) return false;
  if (!pointsAtData(reading.text) && !isDescription(scene) && !listed) return false;
  const label = heading.text.replace(/\s\(([A-Z][A-Za-z-]{1,11})\)$/, '');
  if (isOwnersName(scene, heading, label)) return false;
  const acronym = /\(([A-Z][A-Za-z-]{1,11})\)$/.exec(heading.text)?.[1];
  const subject = scene.ledger.subject('Dataset', label, contextOwnership(scene), heading.passage, 'heading');
  say(subject, 'label', label, heading.passage, 'heading');
  if (acronym !== undefined) say(subject, 'acronym', acronym, heading.passage, 'heading');
  take(scene, subject);
  return true;
}

/** A cheap look whether a data word, or a name before a colon, is there at all. */
const hint =
  /data|survey|census|regist|compil|tabul|archive|repositor|inventor|series|statistic|collection|panel|dashboard|portal|estimate|table|indicator|reported|journal|newsletter|periodical|bulletin|magazine|yearbook|project|programme|initiative|flow|stock|study|^[^.;!?]{3,115}(?::| [–—] | -- )|\([A-Z][\w-]+\)\.$/i;

/** Behind a broken place a block goes on about what only the lost words named: no longer about the data spoken of before. */
const isHeadless = ({ opens, block, cut, reading }: Scene): boolean =>
  opens && cut && block.kind === 'paragraph' && /^\p{Ll}/u.test(reading.text);

/** A cheap look whether something is kept or covers something. */
const hasDataVerb =
  /\b(?:maintains?|keeps?|kept|holds?|held|runs?|operat|compil|collect|conduct|carried|covers?|covered|available|property|interviewed|surveyed|counted|traced)/;

export const readDatasets: Rule = {
  name,
  apply(scene) {
    if (scene.block.kind === 'heading' || scene.block.kind === 'row') return false;
    if (isHeadless(scene)) scene.topic.subject = undefined;
    const entry = readProjectEntry(scene);
    if (entry !== undefined) {
      take(scene, entry);
      return false;
    }
    const whole =
      (hint.test(scene.reading.text) && (readRunIn(scene) || readTabulation(scene) || readCopula(scene))) ||
      readUnderHeading(scene) ||
      (hint.test(scene.reading.text) && readNameless(scene));
    keepOpening(scene);
    if (whole || readDataEntry(scene)) return false;
    readOrdinals(scene, namedTokens(scene));
    readDataReference(scene, namedTokens(scene));
    if (scene.reading.hasDataNouns || hasDataVerb.test(scene.reading.text)) readGrammar(scene);
    readCountedPeople(scene);
    return false;
  },
};

/** What the grammar of data tells: names beside a noun or a verb, and descriptions. */
function readGrammar(scene: Scene): void {
  const found = phrasesOf(scene);
  // What was named is no part of a description any more.
  const left = readNamedByKind(scene, found) ? phrasesOf(scene) : found;
  readNamedByVerb(scene, left.isNamed);
  if (scene.reading.hasDataNouns) readDescribedData(scene, left.phrases);
}
