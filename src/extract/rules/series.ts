/** Reads the series a title belongs to and its number there: "(MRS 24)", "Working Paper No. 29", "(Demographic Reports 2004:5)". */
import { findAll } from '../../notes/find-all.js';
import { type Subject, say, told } from '../ledger.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { nameThing } from './things.js';

const name = 'series';
const series = String.raw`(?<series>\p{Lu}[\p{L}&\s-]{1,60}?)`;
/** What stands behind a title, the most specific form first. */
const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`^["”*]?[,.]?\s?\((?:in\s)?${series},?\s(?:No\.\s?|vol\.\s?)?(?<number>[A-Z]?\d{1,4}(?:[:/]\d{1,4})?)(?:,[^()]{0,40})?\)`,
    'u',
  ),
  new RegExp(
    String.raw`^["”*]?[,.]?\s(?:in\s)?(?:the\s)?${series},?\s(?:No|no|Nr|Vol|vol|Issue|issue)\.?\s?(?<number>[A-Z]?\d{1,4}(?:[:/]\d{1,4})?)\b`,
    'u',
  ),
  /^["”*]?[,.]?\s(?<series>[A-Z][A-Z&-]{1,7})\s(?<number>\d{1,4})(?:[.,;]|$)/,
  // “Title,” AGENCY, City, 2018 (Report Series, no. 9)
  new RegExp(
    String.raw`^[^.;()]{0,90}\(${series},?\s(?:No|no|Nr|Vol|vol)\.?\s?(?<number>[A-Z]?\d{1,4}(?:[:/]\d{1,4})?)\)`,
    'u',
  ),
  /^["”*]?,?\s?\(?(?:No|no|Nr|Vol|vol|Volume|Issue|issue|Band|Bd|tome|Tome)\.?\s?(?<number>\d{1,4}(?:\/\d{1,4})?)\b/,
];
const seriesWords =
  /\b(?:Series|Papers?|Reports?|Bulletins?|Studies|Notes?|Briefs?|Books|Monographs|Occasional|Working|Outlook)\b/;

/** "Working Paper No. 7, “Title”": series and number in front of the title. */
const inFront =
  /(?:(?<series>(?:\p{Lu}[\p{L}&-]*\s){0,5}\p{Lu}[\p{L}-]+)\s)?\b(?:No|no|Nr|Vol|vol|Band|Bd)\.?\s?(?<number>\d{1,4}(?:\/\d{1,4})?)(?: of the same series| in the (?:same )?series)?[,:]?\s["“„»*_]?$/u;

/** Says of a title, by what stands behind it at `end`, which series it is in and with which number. */
export function readSeries(scene: Scene, subject: Subject, start: number, end: number): void {
  const right = scene.reading.text.slice(end, end + 140);
  const front = inFront.exec(scene.reading.text.slice(Math.max(0, start - 90), start))?.groups;
  if (front?.['number'] !== undefined) {
    const words = front['series'];
    const known =
      words === undefined ? scene.topic.series : (scene.ledger.recall(['Series'], words) ?? newSeries(scene, words));
    say(subject, 'seriesNumber', front['number'], scene.passage, name);
    if (known !== undefined) say(subject, 'partOf', known, scene.passage, name);
    return;
  }
  for (const form of forms) {
    const match = form.exec(right)?.groups;
    const number = match?.['number'];
    if (number === undefined || /^(?:19|20)\d{2}$/.test(number)) continue;
    const words = match?.['series']?.trim();
    const known =
      words === undefined ? scene.topic.series : (scene.ledger.recall(['Series'], words) ?? newSeries(scene, words));
    if (words !== undefined && known === undefined) continue;
    say(subject, 'seriesNumber', number, scene.passage, name);
    if (known !== undefined) say(subject, 'partOf', known, scene.passage, name);
    return;
  }
}

/** A series that is named only by what it numbers. */
export function newSeries(scene: Scene, words: string): Subject | undefined {
  if (!seriesWords.test(words)) return undefined;
  return nameThing(scene, {
    type: 'Series',
    label: words,
    start: 0,
    end: 0,
    ownership: contextOwnership(scene),
    rule: name,
  });
}

/** A title that stands in a sentence about a series, or in the list beneath it, is a member without a number. */
export function joinSeries(scene: Scene, subject: Subject, start: number): void {
  const current = scene.topic.series;
  if (current === undefined || told(subject, 'partOf') !== undefined || !current.passages.includes(scene.passage))
    return;
  const before = scene.reading.text.slice(0, start);
  if (
    /\b(?:titles?(?: as)?|includ(?:e|es|ing)|volumes?|issues?|numbers?|such as|examples?|among (?:them|others)|latest)\b/i.test(
      before,
    )
  )
    say(subject, 'partOf', current, scene.passage, 'series-members');
}

const capitals = String.raw`\p{Lu}[\p{L}-]*(?:\s(?:\p{Lu}[\p{L}-]*|in|of|on|and|the|for|y|de|et|du|la|le|des)){0,9}`;
/** "in the series Población y Desarrollo", ", published twice a year": a series by the words beside its name. */
const named: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:series|journal|newsletter|periodical|yearbook|bulletin)\s(?:called\s|entitled\s|titled\s)?(?<label>${capitals}(?<!\s(?:in|of|on|and|the|for)))(?=[\s,.;:]|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<label>${capitals}\s\p{Lu}[\p{L}-]+),\s(?:which is\s|which appears\s)?(?:published|issued|released|appearing|a (?:\p{Ll}+\s)?(?:journal|newsletter|periodical|bulletin|yearbook|magazine|series))\b(?:\s(?:annually|quarterly|monthly|weekly|yearly|biannually|biennially|every|twice|(?:two|three|four|five|six) times))?`,
    'gu',
  ),
];

const hint =
  /series|journal|newsletter|periodical|yearbook|bulletin|magazine|, (?:which is )?(?:published|issued|released|appearing)/;

export const readNamedSeries: Rule = {
  name,
  apply(scene) {
    const { text, mentions } = scene.reading;
    if (scene.block.kind === 'heading' || scene.block.kind === 'row' || !hint.test(text)) return false;
    for (const pattern of named) {
      for (const match of findAll(text, pattern)) {
        const label = match.groups?.['label'];
        if (label === undefined || label.length < 5) continue;
        if (/, (?:published|issued|released)$/.test(match[0])) continue;
        const start = match.index + match[0].indexOf(label);
        const taken = mentions.some(
          (mention) =>
            (mention.kind === 'title' || mention.kind === 'name') &&
            mention.start < start + label.length &&
            mention.end > start,
        );
        if (taken) continue;
        scene.topic.series = nameThing(scene, {
          type: 'Series',
          label,
          start,
          end: start + label.length,
          ownership: contextOwnership(scene),
          rule: name,
        });
      }
    }
    return false;
  },
};
