/** Reads data that the heading above names, or the words that a paragraph opened with: "Boats of the Coast", and beneath it "This database contains …". */
import type { Passage } from '../../notes/note.js';
import { isSectionLabel } from '../../notes/section-words.js';
import { readDataPhrases } from '../data-phrases/data-phrase.js';
import { labelKey } from '../label-key.js';
import { say } from '../ledger.js';
import { contextOwnership } from '../owners.js';
import { organisationHeads } from '../recognisers/name-heads.js';
import type { Heading, Scene, Topic } from '../scene.js';
import { headType } from './classify.js';
import { isTitle } from './data-entries.js';

/** Nouns of data, for patterns. */
export const dataHeads = String.raw`(?:database|data\s?bank|data\s?set|survey|census|register|registry|data collection|compilation|tabulations?|microdata|archive|repository|inventory|time series|statistics|collection|data file|panel|series of tables|dashboard|portal|estimates|table|indicator)`;

/** "This quarterly survey …", "The database contains …". Where letters of any case match, only the group tells a name. */
const points = new RegExp(
  String.raw`^(?:This\s(?<these>(?:\p{L}+\s){0,2}?)${dataHeads}\b|(?:The|Our)\s(?<those>(?:\p{L}+\s){0,2}?)${dataHeads}\s(?:\p{Ll}+\s)?(?:contains|covers|holds|provides|includes|is|was|has|presents|records|gives|collects|brings|lists|reports|measures|shows|comprises|offers|consists)\b)`,
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
export function keepOpening({ opens, block, topic, reading, passage, garbled }: Scene): void {
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
  const isDated = /^(?:(?:last\s)?(?:updated|revised|reviewed|modified)|version|edition|as (?:of|at))\b/i.test(text);
  return !isDated && isTitle(text) && (type === undefined || type === 'Dataset') && !isSomebody;
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

/** "Voices of the Quay. Every second year, in 2018 and 2020, the Board asks …": people are asked under the name that opened. */
function asksUnderOpening({ opens, topic, passage, reading: { text, mentions } }: Scene): boolean {
  return (
    !opens &&
    topic.opening?.passage.block === passage.block &&
    /\b(?:asks?|asked|interview(?:s|ed)|survey(?:s|ed)|count(?:s|ed)|visit(?:s|ed)|follow(?:s|ed))\b/.test(text) &&
    mentions.some(({ kind }) => kind === 'years' || kind === 'date')
  );
}

/** "This database contains …" under a heading that is no name by itself: the heading names it. */
export function readUnderHeading(scene: Scene): boolean {
  const { topic, reading } = scene;
  const listed = isListedHeading(scene);
  const heading = listed ? scene.heading : nameAbove(scene);
  if (heading === undefined || (topic.subject?.passages.includes(heading.passage) ?? false)) return false;
  if (isSectionLabel(heading.text)) return false;
  if (!pointsAtData(reading.text) && !isDescription(scene) && !listed && !asksUnderOpening(scene)) return false;
  const label = heading.text.replace(/\s\(([A-Z][A-Za-z-]{1,11})\)$/, '');
  if (isOwnersName(scene, heading, label)) return false;
  const acronym = /\(([A-Z][A-Za-z-]{1,11})\)$/.exec(heading.text)?.[1];
  const subject = scene.ledger.subject('Dataset', label, contextOwnership(scene), heading.passage, 'heading');
  say(subject, 'label', label, heading.passage, 'heading');
  if (acronym !== undefined) say(subject, 'acronym', acronym, heading.passage, 'heading');
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
  return true;
}
