/** Reads whether a thing has ended or is still to come: only from a verb that has the thing itself for its subject. */
import { findAll } from '../../notes/find-all.js';
import type { EntityType } from '../claim.js';
import { type Subject, say, told } from '../ledger.js';
import type { Rule, Scene } from '../scene.js';
import { isCalled } from '../spoken-thing.js';
import {
  endedBefore,
  endedRemark,
  resumed,
  type StatusVerb,
  statusVerbs,
  upcomingBefore,
  upcomingHeading,
  upcomingRemark,
  usedTo,
} from './status-words.js';

const name = 'status';
type Status = StatusVerb['status'];

/** A cheap look whether there may be anything at all. */
const hint =
  /discontinu|terminat|abolish|abandon|phased|wound|closed|stopped|retired|no longer|any\s?more|not |ceased|to an end|replaced|superseded|forthcoming|press|prepar|planning|drafting|will |shall |to be |to follow|to appear|to start|to begin|due |used to|hopes? to|plans? to|intends? to|given up|ended|last /i;

/** A thing that this passage names, and where. */
interface Here {
  readonly subject: Subject;
  readonly start: number;
  readonly end: number;
}

const bearers: readonly EntityType[] = ['Dataset', 'Series', 'Publication', 'Project'];

/** What the rules before have read, and what is only named again. */
function thingsHere(scene: Scene): Here[] {
  const here: Here[] = scene.named.filter(({ subject }) => bearers.includes(subject.type));
  for (const { kind, value, start, end } of scene.reading.mentions) {
    if ((kind !== 'name' && kind !== 'title') || here.some((one) => start < one.end && end > one.start)) continue;
    const subject = scene.ledger.recall(bearers, value.text.replace(/\s\([A-Z-]+\)$/, ''));
    if (subject?.passages.includes(scene.passage)) here.push({ subject, start, end });
  }
  return here.sort((a, b) => a.start - b.start);
}

/** What may stand between a thing and its verb: a bracket, an apposition, "which", "itself". */
const gap =
  /^["”*_]{0,2}(?:\s[([][^()[\]]{0,80}[)\]])?["”*_]{0,2}(?:\s(?:of|by)\s(?:the\s|its\s)?\p{Lu}[^,.;:()]{1,60}?)?(?:,\s[^,.;:]{3,80},)?(?:,?\s(?:which|that))?(?:\s(?:itself|alone))?,?\s$/u;
/** Nothing but a pointer from where the clause begins: "It", "In 2004 the survey", "*This dataset". */
const pointer =
  /(?:^|[.;:(]\s|,?\s(?:and|but|when)\s)["“*_]{0,2}(?:(?:In|Since|After|By|From|At)\s[^,;.]{2,40},?\s)?(?:(It|They|This|These|Both)|(?:The|This|These|That|Its)\s(?:\p{Ll}+\s){0,2}?(\p{Ll}+))\s$/iu;

const printing = /\b(?:published|printed|issued|appear|come out|brought out)\b/i;

const fits = (subject: Subject, noun: string | undefined): boolean => noun === undefined || isCalled(subject, noun);

/** What "it" or "the survey" means: what the text named last, if the noun can be said of it. */
function pointedAt({ topic, blockIndex }: Scene, noun: string | undefined, verb: string): Subject | undefined {
  const named = topic.things.filter(({ block, subject }) => block === blockIndex && fits(subject, noun));
  const spoken = topic.subject !== undefined && topic.block === blockIndex ? topic.subject : undefined;
  const [latest] = named;
  if (noun !== undefined || latest === undefined)
    return latest?.subject ?? (spoken && fits(spoken, noun) ? spoken : undefined);
  const together = named.filter(({ passage }) => passage === latest.passage).map(({ subject }) => subject);
  const printed = printing.test(verb) ? together.find(({ type }) => type === 'Publication') : undefined;
  return printed ?? together.find((subject) => subject === spoken) ?? latest.subject;
}

/** "data entry for the | Quay Register | was closed": no end of the register. */
const ofPart = /\b(?:data entry|registration|enrolment|submission)\s(?:for|of|into|to)\s(?:the\s)?["“*_]{0,2}$/i;
/** ", which was attached to a larger one in 2009 and | has now been discontinued". */
const secondPredicate = /^["”*_]{0,2}(?:\s\([^()]{1,30}\))?,\s(?:which|that)\s[^.;:]{3,120}\sand\s$/;

const goesOn = /^(?:It|They|(?:The|This)\s(\p{Ll}+))\s[^.;:]{3,120},?\sand\s$/u;

/** Whose verb it is that begins at an offset. */
function subjectOf(scene: Scene, here: readonly Here[], at: number, verb: string): Subject | undefined {
  const { text } = scene.reading;
  const before = here.findLast(({ end }) => end <= at);
  if (before !== undefined && ofPart.test(text.slice(Math.max(0, before.start - 30), before.start))) return undefined;
  if (before !== undefined && secondPredicate.test(text.slice(before.end, at))) return before.subject;
  if (before !== undefined && gap.test(text.slice(before.end, at))) return before.subject;
  // "have been set apart as the Archive of Moves and are …": what they are called is what they are.
  if (
    before !== undefined &&
    /\bas\s(?:the\s)?["“*_]{0,2}$/.test(text.slice(Math.max(0, before.start - 12), before.start)) &&
    /^["”*_]{0,2}\sand\s$/.test(text.slice(before.end, at))
  )
    return before.subject;
  // "It takes in 11 countries and was discontinued …": said of what the sentence begins with.
  const opening = before === undefined ? goesOn.exec(text.slice(0, at)) : null;
  if (opening !== null) return pointedAt(scene, opening[1], verb);
  const match = pointer.exec(text.slice(Math.max(0, at - 80), at));
  if (match === null || (before !== undefined && before.end > at - match[0].length)) return undefined;
  // "is writing X; it is to follow": within the sentence what it named last, unless the noun is of another kind.
  if (before !== undefined && !/^[.:(]/.test(match[0]))
    return fits(before.subject, match[2]) ? before.subject : undefined;
  return pointedAt(scene, match[2], verb);
}

function tell(scene: Scene, subject: Subject, status: Status): void {
  if (told(subject, 'status') === undefined) say(subject, 'status', status, scene.passage, name);
}

function readVerbs(scene: Scene, here: readonly Here[]): void {
  const { text } = scene.reading;
  for (const { words, status, weak, of } of statusVerbs)
    for (const { index, 0: verb } of findAll(text, words)) {
      const subject = subjectOf(scene, here, index, verb);
      if (subject === undefined || (of !== undefined && subject.type !== of)) continue;
      if (status === 'discontinued' && resumed.test(text.slice(index, index + 160))) continue;
      // A series goes on and data with years are there: what "will be published" is more of them.
      if (weak && (subject.type === 'Series' || told(subject, 'period') !== undefined)) continue;
      tell(scene, subject, status);
    }
}

/** "Students Who Work. Forthcoming": the title before, in the same entry. */
function readOwnSentence({ reading, topic, blockIndex }: Scene): Subject | undefined {
  if (!upcomingRemark.test(reading.text)) return undefined;
  return [topic.publication, topic.subject].find((subject) => subject?.passages.at(-1)?.block === blockIndex);
}

/** "the Tabulation, closed in 2018", and at the end of an entry "…; no longer updated". */
function readRemarks(scene: Scene, here: readonly Here[]): void {
  const { text } = scene.reading;
  const { topic } = scene;
  for (const { index } of findAll(text, endedRemark)) {
    const before = here.findLast(({ end }) => end <= index);
    const ofEntry = scene.block.kind === 'item' || text.length < 120;
    if (before !== undefined && (ofEntry || /^["”*_]{0,2}\s?$/.test(text.slice(before.end, index))))
      tell(scene, before.subject, 'discontinued');
    else if (here.length === 0 && ofEntry && topic.subject !== undefined && topic.block === scene.blockIndex)
      tell(scene, topic.subject, 'discontinued');
  }
}

/** "used to publish X", "is preparing a X": the thing stands behind the words that tell. */
function readObjects(scene: Scene, here: readonly Here[]): void {
  const { text } = scene.reading;
  const [first] = here;
  // "Harbour flows: The Board used to compile …": what the entry is about.
  if (first !== undefined && first.start < 4 && /^["”*_]{0,2}:/.test(text.slice(first.end)) && usedTo.test(text))
    tell(scene, first.subject, 'discontinued');
  let from = 0;
  for (const { subject, start, end } of here) {
    const before = text.slice(Math.max(from, start - 90), start);
    if (endedBefore.test(before)) tell(scene, subject, 'discontinued');
    else if (subject.type !== 'Series' && upcomingBefore.test(before)) tell(scene, subject, 'forthcoming');
    from = end;
  }
}

export const readStatus: Rule = {
  name,
  apply(scene) {
    const { block, reading, heading } = scene;
    if (block.kind === 'heading' || block.kind === 'row' || scene.garbled) return false;
    const upcoming = scene.opens && heading !== undefined && upcomingHeading.test(heading.text);
    if (!upcoming && !hint.test(reading.text)) return false;
    const here = thingsHere(scene);
    readVerbs(scene, here);
    const alone = readOwnSentence(scene);
    if (alone !== undefined) tell(scene, alone, 'forthcoming');
    readRemarks(scene, here);
    readObjects(scene, here);
    const [first] = here;
    if (upcoming && first !== undefined && told(first.subject, 'period') === undefined)
      tell(scene, first.subject, 'forthcoming');
    return false;
  },
};
