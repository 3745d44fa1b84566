/** Tells which data and projects a sentence is about, and to which of them a span in it belongs. */
import type { EntityType } from '../claim.js';
import type { Subject } from '../ledger.js';
import type { Scene } from '../scene.js';
import { recallByAcronym } from '../spoken-thing.js';
import type { Token } from '../tokens.js';

/** A subject and where the sentence names it. */
export interface Named {
  readonly subject: Subject;
  readonly start: number;
}

const covered: readonly EntityType[] = ['Dataset', 'Project', 'Series'];

/** The dataset or project that a stretch of the passage is about: named before it in the sentence, else in it, else the topic. */
function subjectsHere(scene: Scene): Named[] {
  const here: Named[] = [];
  for (const mention of scene.reading.mentions) {
    if (mention.kind !== 'name' && mention.kind !== 'title') continue;
    const subject = scene.ledger.recall(covered, mention.value.text.replace(/\s\([A-Z-]+\)$/, ''));
    if (subject?.passages.includes(scene.passage)) here.push({ subject, start: mention.start });
  }
  // Data and projects without a name in capitals: "a register of seamen".
  for (const { subject, start } of scene.named)
    if (
      subject.type !== 'Series' &&
      covered.includes(subject.type) &&
      !here.some((one) => one.subject === subject && one.start === start)
    )
      here.push({ subject, start });
  for (const token of scene.reading.tokens) {
    const subject = recallByAcronym(scene, token.text);
    if (subject !== undefined && doesSomething(scene, token) && !here.some((one) => one.subject === subject))
      here.push({ subject, start: token.start });
  }
  return here.sort((a, b) => a.start - b.start);
}

/** "CDB: 2015–2020", "By then the CDB | had …": what the acronym is the subject of; not "the findings of the CDB were …". */
const opensOrHas =
  /^(?::\s|\s(?:also\s|now\s)?(?:had|has|is|was|covers?|covered|shows?|gives?|counts?|counted|runs?|ran|starts?|started|begins?|began|holds?|held|contains?|lists?|records?|includes?)\b)/;
const dependsOn = /\b(?:of|in|with|from|on|to|by|for|than|as|and|or|\d{4})\s(?:the\s)?$/i;

/** No acronym that stands in the name of somebody, or of another thing, does. */
function doesSomething({ reading: { text, mentions } }: Scene, token: Token): boolean {
  if (!opensOrHas.test(text.slice(token.end, token.end + 24))) return false;
  if (dependsOn.test(text.slice(Math.max(0, token.start - 12), token.start))) return false;
  return !mentions.some(
    ({ kind, start, end }) =>
      start <= token.start &&
      end > token.start &&
      (kind === 'organisation' || kind === 'name' || kind === 'title' || kind === 'link'),
  );
}

/** "a rider to the Labour Force Survey", "drawn from the register": named beside what the sentence is about. */
const besides =
  /\b(?:attached to|rider to|part of|component of|based on|taken from|drawn from|linked to|matched (?:to|with)|compared with|derived from|(?:compiled|made|produced|prepared|estimated|calculated|computed|extracted|built|tabulated|drawn up|put together|constructed|obtained)\s(?:by\s[^.;,]{2,70}\s)?(?:from|out of)|(?:compil|prepar|produc|mak|extract|tabulat|draw|tak|build|estimat)\w*\s[^.;,]{3,80}\sfrom|supplement (?:to|of)|extension of|successor (?:of|to)|unlike|(?:relat|refer|pertain)\w*\sto|replac\w+|confused with|sample frame|frame of|(?:tables?|tabulations?|extracts?|figures|samples?|results?)\s(?:from|out of)|(?:module|questions?|rider)\s[^.;]{0,60}\sin|add(?:ed|s)?\s[^.;,]{3,80}\sto)\s(?:the|its|an?|our)?\s?["“*„»«]{0,2}$/i;

/** What the passage is about leaves out what it only names beside it; the topic then stays with what it is about. */
function mainSubjects(
  scene: Scene,
  here: { subject: Subject; start: number }[],
): { subject: Subject; start: number }[] {
  const main = here.filter(({ start }) => !besides.test(scene.reading.text.slice(Math.max(0, start - 90), start)));
  const [first] = main;
  if (first === undefined || main.length === here.length) return here;
  if (!main.some(({ subject }) => subject === scene.topic.subject) && first.subject.type !== 'Series')
    scene.topic.subject = first.subject;
  return main;
}

/** The data and projects that the sentence names and is about, in its order. */
export const subjectsOfSentence = (scene: Scene): Named[] => mainSubjects(scene, subjectsHere(scene));

/** "…; the study, known as | Crews Abroad": the name is that of what the clause before tells. */
const calledSo =
  /^\s(?:the|this|that|these|their|its)\s(?:\p{Ll}+\s?){1,3},?\s(?:(?:is|was|which is|now)\s)?(?:known as|called|named|entitled|titled)\s(?:the\s)?["“*]{0,2}$/u;

const inFront = /^(?:and\s|but\s)?(?:in|for|from|since|between|at|on)\s(?:the\s)?$/i;

/** The subject that a span belongs to: the latest one named before it, else the first behind it. */
export function nearestSubject(text: string, here: readonly Named[], at: number): Subject | undefined {
  const before = here.findLast((entry) => entry.start <= at);
  const [first] = here;
  if (first === undefined) return undefined;
  if (before !== undefined) {
    // "… keeps cards from 1976; in Chad, the | register …": in front of a name in the clause of that name.
    const next = here.find((entry) => entry.start > at);
    const opens =
      next !== undefined && text.slice(before.start, at).includes('; ') && !text.slice(at, next.start).includes(';');
    return opens && inFront.test(text.slice(text.lastIndexOf('; ', at) + 2, at)) ? next.subject : before.subject;
  }
  // What stands in a clause of its own before the name is not said of it, unless that of the name points back to it.
  const [, ...clauses] = text.slice(at, first.start).split(';');
  const own = clauses.at(-1);
  return own === undefined || (clauses.length === 1 && calledSo.test(own)) ? first.subject : undefined;
}
