/** Reads what the introduction of a list announces, and the items that are subjects an agency works on. */

import { slugify } from '../../iris.js';
import { leadsOn } from '../../notes/open-end.js';
import { say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { labelledSubject } from '../organisation-subjects.js';
import type { Organisation } from '../organisations.js';
import { contextOwnership } from '../owners.js';
import type { ListIntroduction, Rule, Scene } from '../scene.js';

const name = 'lists';

/** What the items are, by the words of the introduction. */
function announced(text: string): ListIntroduction['announces'] {
  const tail = text.slice(-260);
  if (
    /\b(?:organi[sz]ations|agencies|members|institutions|partners|bodies)\b[^.]*$/i.test(tail) &&
    !/\bpublications?\b/i.test(tail)
  )
    return 'organisations';
  if (
    /\b(?:publications?|reports|titles|papers|books|documents)\b[^.]*$/i.test(tail) ||
    /\b(?:results|findings|details|more|analyses)\s[^.;]{0,40}\b(?:found|published|printed|presented|read)\sin:\s*$/i.test(
      tail,
    )
  )
    return 'publications';
  if (/\b(?:meetings|conferences|workshops|events|seminars)\b[^.]*$/i.test(tail)) return 'events';
  if (
    /\b(?:databases?|datasets?|compilations|surveys|data collections|statistics|tables|sources|indicators)\b[^.]*$/i.test(
      tail,
    )
  )
    return 'datasets';
  if (/\b(?:projects|instruments|pilots|studies|programmes|surveys)\b[^.]*$/i.test(tail)) return 'projects';
  if (
    /\b(?:work(?:s|ed|ing)?\s(?:\p{L}+\s){0,6}on|focus(?:es|ed)?\b|focus areas|areas|themes|topics|issues|subjects|research|expertise|activities|priorities|concerns?|deals? with|undertaken)\b[^.]*$/iu.test(
      tail,
    ) ||
    /\bareas of\b.*\bbelow\.\s*$/i.test(tail)
  )
    return 'themes';
  return undefined;
}

/** Remembers what a list is of; forgets it at the next paragraph of prose. */
function noteIntroduction(scene: Scene): void {
  const { topic, block, passage, reading } = scene;
  if (block.kind === 'heading') {
    topic.list = undefined;
    return;
  }
  if (block.kind !== 'paragraph') return;
  if (leadsOn(reading.text))
    topic.list = {
      passage,
      text: reading.text,
      announces: announced(reading.text),
      by: topic.speaker?.organisations[0],
    };
  else if (scene.opens && reading.text.length > 160) topic.list = undefined;
}

/** A subject as an item names it: the gazetteer's, where the item names one, else its own words. */
function themesOf(scene: Scene): { slug: string; text: string }[] {
  const known = mentionsOf(scene.reading.mentions, 'theme').map((mention) => mention.value);
  const words = scene.reading.text.replace(/[.;,]\s*$/, '').trim();
  if (known.length > 0 || words.split(/\s+/).length > 14 || /[.!?]\s/.test(words) || scene.garbled) return known;
  return [{ slug: slugify(words), text: words }];
}

/** The agency whose list or paragraph this is. */
function worker(scene: Scene): Organisation | undefined {
  return contextOwnership(scene).organisations[0];
}

const worksWith =
  /\b(?:works?|working|focus\w*|deals?|research\w*|promot\w+|advocat\w+|support\w*|address\w*|undertak\w+|undertaken|carr\w+ out|monitor\w*|stud(?:y|ies|ied|ying)|analy[sz]\w+|assist\w*|covers?|concern\w*|expertise|mandate|programme|activities|engaged|aims?|seeks?|responsible|attention|combat\w*|establish\w*)\b/i;

/** Words by which a sentence names the subjects of somebody's work, whoever its grammatical subject is. */
const namesThemes =
  /\b(?:themes?|topics|subjects|focus(?:es|ed)? on|areas of (?:work|research|expertise)|research on)\b/i;

/** A sentence in which an agency says what it works on; what a title is about is no such thing. */
function readWork(scene: Scene): void {
  const { text, mentions } = scene.reading;
  if (scene.block.kind !== 'paragraph' || !worksWith.test(text)) return;
  const titles = mentions.filter((mention) => mention.kind === 'title' || mention.kind === 'name');
  const themes = mentionsOf(mentions, 'theme').filter(
    (theme) => !titles.some((title) => theme.start >= title.start && theme.end <= title.end),
  );
  if (themes.length === 0) return;
  const { speaker } = scene.topic;
  const organisation =
    speaker?.passage === scene.passage ? speaker.organisations[0] : namesThemes.test(text) ? worker(scene) : undefined;
  if (organisation === undefined) return;
  const subject = labelledSubject(scene.ledger, organisation, scene.passage);
  for (const theme of themes) say(subject, 'worksOn', theme.value, scene.passage, 'focus');
}

export const readLists: Rule = {
  name,
  apply(scene) {
    noteIntroduction(scene);
    const { list } = scene.topic;
    if (scene.block.kind === 'item' && list?.announces === 'themes') {
      const organisation = worker(scene);
      if (organisation !== undefined) {
        const subject = labelledSubject(scene.ledger, organisation, scene.passage);
        for (const theme of themesOf(scene)) say(subject, 'worksOn', theme, scene.passage, 'focus-areas');
      }
    }
    readWork(scene);
    return false;
  },
};
