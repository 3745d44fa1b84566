/** Reads how data are cited (DataCite Metadata Schema 4.5, appendix): "Smith, John (2021): Raft Archive 1991–2019 [dataset]. Dock Board." */
import { type Ownership, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { readContacts } from './contacts.js';
import { nameThing } from './things.js';

const name = 'data-citation';

const citation =
  /^(?:[\p{L}\s]{2,30}:\s)?(?<authors>\p{Lu}[^()[\]]{1,200}?)\s\((?<year>(?:19|20)\d{2})[a-z]?\)[.:,]?\s(?<title>["“*_]{0,2}[\p{Lu}\p{N}][^[\]]{4,200}?),?\s?\[(?:data\s?(?:set|base|file|collection)s?|computer file|microdata)\]/iu;
/** "…, version 2.1" */
const version = /,\s(?:v\.?|version|release|edition)\s?\d[\d.]*$/i;
/** "…, 2010–2015" behind a comma is no part of the title. */
const years = /,\s((?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)\d{2}|\d{2}))?)$/;

/** The bodies that wrote or publish it; persons own nothing. */
function ownersOf(scene: Scene, authors: number, close: number): Ownership {
  const known = mentionsOf(scene.reading.mentions, 'organisation').filter(
    (mention: Mention<'organisation'>) => mention.foundBy !== 'context',
  );
  const writing = known.filter(({ end }) => end <= authors);
  const publishing = known.filter(({ start }) => start >= close);
  const [organisations] = [writing, publishing]
    .filter(({ length }) => length > 0)
    .map((mentions) => [...new Set(mentions.map(({ value }) => value))]);
  return organisations === undefined ? contextOwnership(scene) : { organisations, attribution: 'stated', clues: [] };
}

export const readDataCitations: Rule = {
  name,
  apply(scene) {
    const { text } = scene.reading;
    if (!text.includes('[') || scene.block.kind === 'row') return false;
    const match = citation.exec(text);
    const { authors = '', year = '', title = '' } = match?.groups ?? {};
    if (match === null) return false;
    const start = text.indexOf(title, match[0].indexOf(`(${year}`));
    const words = title
      .replace(/^["“*_]+|["”*_.]+$/g, '')
      .trim()
      .replace(version, '');
    // "Raft Archive (RA) 1991-2019"
    const acronym = /\s\(([A-Z]{2,10})\)(?=\s[\d–-]+$|,|$)/.exec(words);
    const label = words.replace(years, '').replace(acronym?.[0] ?? '', '');
    const subject = nameThing(scene, {
      type: 'Dataset',
      label,
      start,
      end: start + title.length,
      ownership: ownersOf(scene, match[0].indexOf(authors) + authors.length, match[0].length),
      rule: name,
      year: years.exec(words)?.[1]?.replace(/\s/g, '') ?? null,
      ...(acronym?.[1] !== undefined && { acronym: acronym[1] }),
    });
    say(subject, 'published', year, scene.passage, name);
    scene.topic.subject = subject;
    scene.topic.block = scene.blockIndex;
    readContacts.apply(scene);
    return true;
  },
};
