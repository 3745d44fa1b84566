/** Reads footnotes that tell whose a title is and when it was published: "¹¹ AGENCY and AGENCY (2006) …". */
import { findAll } from '../../notes/find-all.js';
import { type Subject, say, told } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Rule, Scene } from '../scene.js';
import { markOfNote, plainMark } from './footnote-marks.js';
import { readNumberOf } from './series.js';

const name = 'footnotes';
const mark = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\^?(\d{1,3})\]/g;

/** Remembers which title a footnote mark stands behind: the last one before it in its passage. */
function noteMarks(scene: Scene): void {
  const { text, mentions } = scene.reading;
  for (const found of findAll(text, mark)) {
    const title = mentions.findLast(
      (mention) => (mention.kind === 'title' || mention.kind === 'name') && mention.end <= found.index,
    );
    if (title === undefined || (title.kind !== 'title' && title.kind !== 'name')) continue;
    const subject = scene.ledger.recall(['Publication', 'Series'], title.value.text);
    if (subject !== undefined) scene.topic.footnotes.set(found[1] ?? plainMark(found[0]), subject);
  }
}

/** "[5] | Published as number 4 of the Quay Papers." */
const published = /\b(?:[Pp]ublished|[Ii]ssued|[Pp]rinted|[Aa]ppeared)(?=\sas\s)/;

/** What a note at the foot tells of the title it belongs to. */
function readNote(scene: Scene, subject: Subject): void {
  const { text, mentions } = scene.reading;
  const asNumber = published.exec(text.slice(0, 40));
  if (asNumber !== null && subject.type === 'Publication')
    readNumberOf(scene, subject, text.slice(asNumber.index + asNumber[0].length));
  const bracket = /\(((?:19|20)\d{2})[a-z]?\)/.exec(text);
  if (bracket?.[1] === undefined) return;
  const owners = mentionsOf(mentions, 'organisation')
    .filter((mention) => mention.end <= bracket.index)
    .map((mention) => mention.value);
  if (owners.length > 0) {
    const all = [...new Set([...subject.ownership.organisations, ...owners])];
    subject.ownership = {
      ...subject.ownership,
      organisations: all,
      clues: [...subject.ownership.clues, scene.passage],
    };
  }
  if (told(subject, 'published') === undefined) say(subject, 'published', bracket[1], scene.passage, name);
}

export const readFootnotes: Rule = {
  name,
  apply(scene) {
    if (scene.block.kind !== 'footnote') {
      noteMarks(scene);
      return false;
    }
    const key = markOfNote(scene.reading.text);
    const subject = key === undefined ? undefined : scene.topic.footnotes.get(key);
    if (subject === undefined) return false;
    readNote(scene, subject);
    return scene.garbled;
  },
};
