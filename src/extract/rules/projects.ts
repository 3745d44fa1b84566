/** Reads projects, pilots and studies that carry no name, and the countries they are carried out in. */
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { contextOwnership, findOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { readPlaces } from './data-places.js';
import { readThemes } from './subject-matter.js';
import { nameThing } from './things.js';

const name = 'projects';

function located(scene: Scene): Mention<'place' | 'corridor'>[] {
  return scene.reading.mentions.filter(
    (mention): mention is Mention<'place' | 'corridor'> =>
      mention.kind === 'corridor' || (mention.kind === 'place' && mention.value.kind === 'country'),
  );
}

/** "Several recent projects, in countries such as A and B, involve the collection of data on …". */
function readPlural(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const match =
    /\b((?:(?:several|some|two|three|four|five|a number of|many|various|other|recent|pilot|research|country|ongoing|new|the|its)\s){1,5}(?:projects|pilots|pilot studies|case studies|field studies|pilot surveys))\b/i.exec(
      text,
    );
  const places = located(scene);
  if (match?.[1] === undefined || places.length === 0) return false;
  if (mentions.some((mention) => mention.kind === 'name' && mention.value.class === 'project')) return false;
  if (!/\b(?:data|survey|study|studies|research|collect\w*|examine\w*)\b/i.test(text)) return false;
  const topic = scene.topic.subject;
  if (topic?.type === 'Project' && topic.passages.includes(scene.passage)) return false;
  if (topic?.type === 'Project' && scene.topic.block === scene.blockIndex) {
    readPlaces(scene, topic, places);
    return true;
  }
  const start = match.index;
  const end = start + match[0].length;
  const subject = nameThing(scene, {
    type: 'Project',
    label: match[1].replace(/^(?:the|its)\s/i, ''),
    start,
    end,
    ownership: findOwnership(scene, { start, end }),
    rule: name,
  });
  finish(scene, subject, places);
  return true;
}

const kinds = '(?:research |study |pilot |regional |joint )?(?:project|programme|program|pilot study|initiative)';
/** A pilot of a ship or for a port is nobody's project: what is tried out is what it is on, or a survey. */
const trial = String.raw`pilot\s(?:on|of (?=an?\s(?:[\p{Ll}'’-]+\s){0,4}(?:panel|survey|census|register|module|questionnaire|system|form)\b))`;
/** "a study programme on border corridors was started …", "the project on Migration without Borders, which …". */
const described = new RegExp(
  String.raw`(?<!\b[Oo]n\s)\b(?:an?|the|its|our|this)\s(?<label>(?:\p{Ll}+\s){0,2}?(?:${kinds}\s(?:on|of|for|about)|${trial})\s?(?<topic>[^.;:,()]{4,90}?))(?=,|\.|;|\s\(|\s(?:was|is|were|has|have|had|which|that|began|started|in \d+|since|with|covers|covered|looks|looked|ran|runs|concerned|concerns)\b)`,
  'u',
);
function readOne(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const match = described.exec(text);
  const label = match?.groups?.['label'];
  if (match === null || label === undefined || scene.named.some(({ subject }) => subject.type === 'Project'))
    return false;
  if (
    !mentions.some(
      (mention) =>
        mention.kind === 'years' || mention.kind === 'place' || mention.kind === 'corridor' || mention.kind === 'date',
    )
  )
    return false;
  const topic = match.groups?.['topic'];
  // A project on a title bears that title.
  const name =
    topic !== undefined &&
    /^\p{Lu}[\p{L}-]+(?:\s(?:\p{Lu}[\p{L}-]+|without|with|and|of|in|on|the|for|to))*\s\p{Lu}[\p{L}-]+$/u.test(topic)
      ? topic
      : label;
  const start = match.index + match[0].indexOf(name);
  const end = start + name.length;
  if (
    mentions.some(
      (mention) => (mention.kind === 'name' || mention.kind === 'title') && mention.start < end && mention.end > start,
    )
  )
    return false;
  const ownership = findOwnership(scene, { start, end });
  const subject = nameThing(scene, {
    type: 'Project',
    label: name.replace(/^(?:an?|the|its|our|this)\s/i, ''),
    start,
    end,
    ownership,
    rule: 'described-project',
  });
  finish(
    scene,
    subject,
    located(scene).filter((place) => place.start > end),
  );
  return true;
}

/** An item of a list of projects or instruments that names where it is carried out. */
function readItem(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const announces = scene.topic.list?.announces;
  if (
    scene.block.kind !== 'item' ||
    !scene.opens ||
    (announces !== 'projects' && scene.topic.subject?.type !== 'Project')
  )
    return false;
  const places = located(scene);
  if (places.length === 0 || mentions.some((mention) => mention.kind === 'name' || mention.kind === 'title'))
    return false;
  const words = text.split(/[,;(:]|\s(?:in|such as|like|carried out|implemented)\s/)[0]?.trim() ?? '';
  if (words.length < 6 || words.split(/\s+/).length > 14) return false;
  const subject = nameThing(scene, {
    type: 'Project',
    label: words,
    start: 0,
    end: words.length,
    ownership: contextOwnership(scene),
    rule: name,
  });
  finish(scene, subject, places);
  return true;
}

function finish(scene: Scene, subject: Subject, places: readonly Mention<'place' | 'corridor'>[]): void {
  readPlaces(scene, subject, places);
  readThemes(scene, subject, 0, scene.reading.text.length);
  for (const count of mentionsOf(scene.reading.mentions, 'count'))
    say(subject, 'countryCount', count.value, scene.passage, name);
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
}

const hint = /project|programme|program|pilot|initiative/;

export const readProjects: Rule = {
  name,
  apply(scene) {
    if (scene.block.kind === 'heading' || scene.block.kind === 'row') return false;
    void (readItem(scene) || readPlural(scene) || (hint.test(scene.reading.text) && readOne(scene)));
    return false;
  },
};
