/** Reads data collections that carry no title: run-in headings, "X is a database", "a register of foreign residents", census rounds. */

import { isSectionLabel } from '../../notes/section-words.js';
import { type Ownership, type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { contextOwnership, findOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { readCountedPeople } from './counted-people.js';
import { readDataEntry } from './data-entries.js';
import { readDataReference } from './data-references.js';
import { readDescribedData } from './described-data.js';
import { readFileEntry } from './file-entries.js';
import { namedTokens } from './free-names.js';
import { readHeldItem } from './held-items.js';
import { phrasesOf, readNamedByKind } from './named-by-kind.js';
import { readNamedByVerb } from './named-by-verb.js';
import { readOrdinals } from './ordinals.js';
import { readProjectEntry } from './project-entries.js';
import { readRunIn } from './run-in.js';
import { nameThing } from './things.js';
import { dataHeads, keepOpening, readUnderHeading } from './under-heading.js';

const name = 'datasets';
/** The text now speaks of this. */
function take(scene: Scene, subject: Subject): void {
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
}

/** What may stand behind the noun of a definition; another noun makes it a mere adjective: "a survey company", "register-based". */
const behindHead = String.raw`\s?(?:$|[.,;:()–—]|["”*_])|\s(?:of|on|for|that|which|who|whose|where|in|into|with|by|from|to|about|at|and|or|as|under|through|within|between|since|like|available|open|accessible|free|common|held|kept|made|built|run|set|drawn|put|\p{Ll}+(?:ed|ing)|\d)\b`;

const copula = new RegExp(
  String.raw`^(?:The\s)?(\p{Lu}[\p{L}\p{N}'’&/,()-]*(?:\s(?:\p{Lu}[\p{L}\p{N}'’&/,()-]*|\d{4}|of|and|for|on|in|the|to|from|by|s)){0,12})\s(?:is|are|was)\s(?:an?|the|our|its)\s(?:[\p{L}-]+[\s,]+){0,6}?(?<head>journal|newsletter|periodical|bulletin|magazine|yearbook|${dataHeads}|project|programme|initiative)\b(?=${behindHead})`,
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

/** A cheap look whether a data word, or a name before a colon, is there at all. */
const hint =
  /data|survey|census|regist|compil|tabul|archive|repositor|inventor|series|statistic|collection|panel|dashboard|portal|estimate|table|indicator|reported|journal|newsletter|periodical|bulletin|magazine|yearbook|project|programme|initiative|flow|stock|study|^[^.;!?]{3,115}(?::| [–—] | -- )|\([A-Z][\w-]+\)\.$/i;

/** Behind a broken place a block goes on about what only the lost words named: no longer about the data spoken of before. */
const isHeadless = ({ opens, block, cut, reading }: Scene): boolean =>
  opens && cut && block.kind === 'paragraph' && /^\p{Ll}/u.test(reading.text);

/** A cheap look whether something is kept or covers something. */
const hasDataVerb =
  /\b(?:maintains?|keeps?|kept|holds?|held|runs?|operat|compil|collect|conduct|carried|covers?|covered|available|property|interviewed|surveyed|counted|traced|exist|joint|go(?:es)? back|spans?|looks? after|can be had|rests? on)/;

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
      readFileEntry(scene) ||
      (hint.test(scene.reading.text) && (readRunIn(scene) || readTabulation(scene) || readCopula(scene))) ||
      readUnderHeading(scene) ||
      (hint.test(scene.reading.text) && readNameless(scene));
    keepOpening(scene);
    if (whole || readDataEntry(scene) || readHeldItem(scene)) return false;
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
