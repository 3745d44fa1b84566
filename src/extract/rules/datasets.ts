/** Reads data collections that carry no title: run-in headings, "X is a database", "a register of foreign residents", census rounds. */
import { slugify } from '../../iris.js';
import { type Ownership, type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { labelledSubject } from '../organisation-subjects.js';
import { contextOwnership, findOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { headingSays } from './classify.js';
import { nameThing } from './things.js';

const name = 'datasets';
const heads = String.raw`(?:database|data\s?bank|data\s?set|survey|census|register|registry|data collection|compilation|tabulations?|microdata|archive|repository|inventory|time series|statistics|collection|data file|panel|series of tables|dashboard|portal|estimates|table|indicator)`;
const dataWords =
  /\b(?:this|the|it)\b[^.]{0,40}\b(?:database|compilation|dataset|survey|collection|register|table|indicator)\b|\b(?:contains|covers|covering|statistics on|estimates of|data on|compil\w+ (?:of )?data|microdata|collection of|compilation|database|data\s?set|recorded by|collected|time series|counts of)\b/i;
const projectWords =
  /^(?:examining|analy[sz]ing|supporting|improving|exploring|developing|studying|assessing|investigating|piloting|testing|researching|measuring|mapping|promoting|building|strengthening|research|a\s(?:\p{Ll}+\s){0,3}(?:project|study|programme|pilot)|the project|this project)\b/iu;

const dataLabel = new RegExp(String.raw`\b${heads}\b|\bdata\b|\bflows?\b|\bstocks?\b`, 'i');

const finite = /\b(?:is|are|was|were|has|have|had|will|can|may|must)\b/;

/** "Name: This database contains …": a run-in heading and the data it heads. */
function readRunIn(scene: Scene): boolean {
  const { text } = scene.reading;
  if (!scene.opens || (scene.block.kind !== 'paragraph' && scene.block.kind !== 'item')) return false;
  const match =
    /^["“*_]{0,2}([\p{Lu}\p{N}][^:.;!?\n]{2,110}?)["”*_]{0,2}(?:\s\(([A-Z][A-Za-z-]{1,11})\))?["”*_]{0,2}\s?(?::["”*_]{0,2}|\s[–—]|\s--)\s(?=\S)/u.exec(
      text,
    );
  const label = match?.[1]?.trim();
  if (match === null || label === undefined || label.split(/\s+/).length > 16 || finite.test(label)) return false;
  if (
    mentionsOf(scene.reading.mentions, 'organisation').some(
      (mention) => mention.start <= 2 && mention.end >= label.length - 2,
    )
  )
    return false;
  if (mentionsOf(scene.reading.mentions, 'title').some((mention) => mention.start <= 3 && mention.end >= label.length))
    return false;
  if (
    /^(?:source|note|repository|contact|e-?mail|tel|website|address|for further|years?|period|coverage|countries|country|frequency|unit|owner|publisher|access|url|definition|reference|author|status|language|licen[cs]e|methodology|topics?|keywords?|last update|update|(?:data |time )?(?:availability|series|disaggregation)$|disaggregation|rationale|goal|target|indicator$|reference|data (?:sources?|providers?|compilers?|reporters?|collection)|release|calendar|comparability|documentation|limitations|the following|following|these|this|there|we\b)/i.test(
      label,
    )
  )
    return false;
  const body = text.slice(match[0].length);
  const type = projectWords.test(body)
    ? 'Project'
    : dataWords.test(body.slice(0, 400)) || dataLabel.test(label)
      ? 'Dataset'
      : undefined;
  if (
    type === undefined ||
    (type === 'Dataset' && /\bpublications?\b|\bmanuals?\b|guidelines|^contribution\b/i.test(label))
  )
    return false;
  // "Brain drain: supporting the development of a … database": work on data is a database where one is spoken of.
  const asData =
    type === 'Project' && /\b(?:an?|the)\s(?:\p{Ll}+[\s,-]+){0,6}(?:database|data\s?set)\b/iu.test(body.slice(0, 160));
  const end = match[0].length;
  const ownership = ownershipOf(scene, end);
  const subject = nameThing(scene, {
    type: asData ? 'Dataset' : type,
    label,
    start: 0,
    end,
    ownership,
    rule: 'run-in-heading',
    ...(match[2] === undefined ? {} : { acronym: match[2] }),
  });
  if (type === 'Project') nameFocus(scene, ownership, label);
  scene.taken.push({ start: 0, end });
  take(scene, subject);
  return true;
}

/** "Poverty: examining …": the heads of a list of research are what its agency works on. */
function nameFocus(scene: Scene, { organisations }: Ownership, label: string): void {
  const [organisation] = organisations;
  if (organisation === undefined) return;
  const known = mentionsOf(scene.reading.mentions, 'theme').find((theme) => theme.end <= label.length + 2);
  const theme =
    known === undefined ? { slug: slugify(label), text: label } : { slug: known.value.slug, text: known.value.label };
  say(labelledSubject(scene.ledger, organisation, scene.passage), 'worksOn', theme, scene.passage, 'focus-areas');
}

/** The owner of what a paragraph opens with: the first organisation that holds it in the same sentence, or the context's. */
function ownershipOf(scene: Scene, end: number): Ownership {
  const { text, mentions } = scene.reading;
  const holder = mentionsOf(mentions, 'organisation').find(
    (mention) =>
      mention.start >= end &&
      /^(?:the\s)?$/i.test(text.slice(end, mention.start).trimStart()) &&
      /^\s(?:\p{Ll}+\s){0,3}(?:to\s)?(?:compil|collect|maintain|publish|produc|hold|conduct|keep|run|operat|manag|disseminat|issu|provid|pilot)/u.test(
        text.slice(mention.end),
      ),
  );
  if (holder !== undefined) return { organisations: [holder.value], attribution: 'stated', clues: [] };
  const maker = mentionsOf(mentions, 'organisation').find(
    (mention) =>
      mention.start >= end &&
      /^(?:an?|the)\s(?:[\p{Ll}-]+\s){1,5}(?:of|by|from)\s(?:the\s)?$/u.test(text.slice(end, mention.start)),
  );
  if (maker !== undefined) return { organisations: [maker.value], attribution: 'stated', clues: [] };
  return findOwnership(scene, { start: 0, end });
}

/** The text now speaks of this. */
function take(scene: Scene, subject: Subject): void {
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
}

const copula = new RegExp(
  String.raw`^(?:The\s)?(\p{Lu}[\p{L}\p{N}'’&/,()-]*(?:\s(?:\p{Lu}[\p{L}\p{N}'’&/,()-]*|\d{4}|of|and|for|on|in|the|to|from|by|s)){0,12})\s(?:is|are|was)\s(?:an?|the|our|its)\s(?:[\p{L}-]+[\s,]+){0,6}?(?<head>journal|newsletter|periodical|bulletin|magazine|yearbook|${heads}|project|programme|initiative)\b`,
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
  if (/^(?:This|It|That|These|There|They|We|He|She|Data|Information|Each|Another|One|Its|Our|Their|In)\b/.test(label))
    return false;
  const type = /journal|newsletter|periodical|bulletin|magazine|yearbook/.test(headWord)
    ? 'Series'
    : /project|programme|initiative/.test(headWord)
      ? 'Project'
      : 'Dataset';
  const start = text.indexOf(label);
  const acronym = /\(([A-Z][A-Za-z-]{1,11})\)$/.exec(match[1] ?? '')?.[1];
  const subject = nameThing(scene, {
    type,
    label,
    start,
    end: start + label.length,
    ownership: findOwnership(scene, { start, end: start + label.length }),
    rule: 'is-a',
    ...(acronym === undefined ? {} : { acronym }),
  });
  if (type === 'Series') scene.topic.series = subject;
  else take(scene, subject);
  return true;
}

/** "maintains a register of foreign residents", "compiles annual statistics on …": data by description. */
const described = new RegExp(
  String.raw`\b(?:maintains?|maintained|holds?|keeps?|kept|compiles?|compiled|collects?|operates?|manages?|publishes|produces?|runs?|hosts?|conducts?|conducted|carries out|carried out|disseminates?|administers?|established|created|set up|launched|provides?|developed|archives?)\s(?:also\s|regularly\s)?(?<label>(?:(?:an?|its|the|their|our|one|two|annual|quarterly|monthly|detailed|official|national|yearly|regular|own|longitudinal|biennial|\p{Ll}{3,}-?\p{Ll}*)\s){0,5}?${heads}\s(?:of|on|for|about|covering|with)\s(?:[^.;:,()]{3,110}))`,
  'iu',
);
/** "collects data on students …", "compiles country tables on …": any data, where the sentence says for when or where. */
const loosely =
  /\b(?:maintains?|compiles?|compiled|collects?|keeps?|publishes|produces?|disseminates?|gathers?|assembles?)\s(?:also\s|regularly\s)?(?<label>(?:\p{Ll}{3,}-?\p{Ll}*\s){0,3}?(?:data|tables|figures|records|information|counts|returns)\s(?:of|on|for|about)\s(?:[^.;:,()]{3,110}))/u;
const labelStop =
  /\s(?:covering|who|where|from \p{Lu}|other than|for (?:the (?:years?|period)|\d)|from \d|since|between \d|which|that|in (?:\d|\p{Lu})|by \d|and (?:publishes|publish|has|is|also|makes|provides)|collected|based on|dating|going back|reaching|every|with data|during|broken down|classified|disaggregated|available)\b/u;

/** "in its NewCronos database": a name of one word, told from any other by its capitals or by what stands before it. */
const byName =
  /(?:\b(?:the|its|our|their|a|an)\s)(?<label>(?:\p{Lu}[\p{L}\d-]*\s){1,5})(?<head>database|data\s?set|databank|survey|register|registry|data portal|census|panel|microdata)\b/u;

/** "UNHCR's database ProGres". */
const nameBehind =
  /(?:'s|\b(?:the|its|our|their))\s(?:\p{Ll}+\s){0,2}(?:database|data\s?set|register|survey|panel|data portal)\s(?:called\s|named\s)?(?<label>\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}[\p{L}\d-]+){0,4})/u;

function readNamed(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const match = byName.exec(text) ?? nameBehind.exec(text);
  const words = match?.groups?.['label']?.trim();
  if (match === null || words === undefined) return false;
  const start = match.index + match[0].indexOf(words);
  const label = [words, match.groups?.['head']].filter((part) => part !== undefined).join(' ');
  const end = start + label.length;
  if (
    mentions.some(
      (mention) =>
        (mention.kind === 'name' ||
          mention.kind === 'title' ||
          mention.kind === 'organisation' ||
          mention.kind === 'place') &&
        mention.start < end &&
        mention.end > start,
    )
  )
    return false;
  take(
    scene,
    nameThing(scene, {
      type: 'Dataset',
      label,
      start,
      end,
      ownership: findOwnership(scene, { start, end }),
      rule: 'named-data',
    }),
  );
  return true;
}

function readDescribed(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  // "The registry holds tabulations of …" goes on about the registry.
  if (
    /^(?:it|they|the|this|these)\s(?:\p{Ll}+\s){0,2}(?:holds?|contains?|keeps?|has|provides?)\b/iu.test(text) &&
    scene.topic.subject !== undefined
  )
    return false;
  const match =
    described.exec(text) ??
    (mentions.some((mention) => mention.kind === 'years' || mention.kind === 'count' || mention.kind === 'place')
      ? loosely.exec(text)
      : null);
  const words = match?.groups?.['label'];
  if (match === null || words === undefined) return false;
  const start = match.index + match[0].indexOf(words);
  const stop = labelStop.exec(words);
  const label = (stop === null ? words : words.slice(0, stop.index))
    .replace(/^(?:an?|its|the|their|our|one|also)\s/i, '')
    .trim();
  const span = { start, end: start + words.length };
  if (
    mentions.some(
      (mention) =>
        (mention.kind === 'name' || mention.kind === 'title') &&
        mention.start < span.start + label.length + 12 &&
        mention.end > span.start,
    )
  )
    return false;
  if (label.split(/\s+/).length < 3 || /\b(?:publications?|reports?|manuals?)\b/i.test(label)) return false;
  const subject = nameThing(scene, {
    type: 'Dataset',
    label,
    start: span.start,
    end: span.start + label.length,
    ownership: findOwnership(scene, span),
    rule: 'described-dataset',
  });
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
  const { topic } = scene;
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

const points = new RegExp(
  String.raw`^(?:This|The|Our)\s(?:\p{Ll}+\s){0,2}?${heads}\s(?:\p{Ll}+\s)?(?:contains|covers|holds|provides|includes|is|was|has|presents|records|gives|collects|brings|lists|reports|measures|shows|comprises|offers|consists)\b`,
  'iu',
);

/** "This database contains …" under a heading that is no name by itself: the heading names it. */
function readUnderHeading(scene: Scene): boolean {
  const { heading, topic, reading } = scene;
  if (heading === undefined || !scene.opens || (topic.subject?.passages.includes(heading.passage) ?? false))
    return false;
  if (
    /^(?:introduction|overview|background|general|data|statistics|research|publications?|methodology|sources?|contacts?|notes?)$/i.test(
      heading.text,
    ) ||
    headingSays(heading.text) === 'Publication'
  )
    return false;
  if (!points.test(reading.text)) return false;
  const label = heading.text.replace(/\s\(([A-Z][A-Za-z-]{1,11})\)$/, '');
  const acronym = /\(([A-Z][A-Za-z-]{1,11})\)$/.exec(heading.text)?.[1];
  const subject = scene.ledger.subject('Dataset', label, contextOwnership(scene), heading.passage, 'heading');
  say(subject, 'label', label, heading.passage, 'heading');
  if (acronym !== undefined) say(subject, 'acronym', acronym, heading.passage, 'heading');
  take(scene, subject);
  return true;
}

/** A cheap look whether a data word, or a name before a colon, is there at all. */
const hint =
  /data|survey|census|regist|compil|tabul|archive|repositor|inventor|series|statistic|collection|panel|dashboard|portal|estimate|table|indicator|reported|journal|newsletter|periodical|bulletin|magazine|yearbook|project|programme|initiative|flow|stock|study|^[^.;!?]{3,115}(?::| [–—] | -- )/i;

export const readDatasets: Rule = {
  name,
  apply(scene) {
    if (scene.block.kind === 'heading' || scene.block.kind === 'row') return false;
    if (!hint.test(scene.reading.text)) return false;
    void (
      readRunIn(scene) ||
      readTabulation(scene) ||
      readCopula(scene) ||
      readUnderHeading(scene) ||
      readNameless(scene) ||
      readNamed(scene) ||
      readDescribed(scene)
    );
    return false;
  },
};
