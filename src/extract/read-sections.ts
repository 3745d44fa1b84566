/** First walk over a note: the organisations that it defines, and whose text each block is. */
import type { Block } from '../notes/blocks.js';
import { findAll } from '../notes/find-all.js';
import type { NoteReading } from '../notes/read.js';
import type { Mention } from './mention.js';
import type { Directory, Organisation } from './organisations.js';
import { recogniseOrganisations } from './recognisers/organisations.js';
import { createPlaceAt } from './recognisers/recognise.js';
import type { Scan } from './recognisers/scan.js';
import { breadcrumb, isNameAlone, linkBelow, linkLetterhead } from './recognisers/units.js';
import { walkSections } from './sections.js';
import { createSelfClues } from './self-clues.js';
import { findAuthor } from './speakers.js';

/** So many passages from the start a text may say who wrote it; and so many may be a letterhead. */
const headPassages = 14;
const letterheadPassages = 4;

const firstPerson = /\b(?:we|our|us|ourselves)\b/gi;

/** Whom a line signs that names him and nothing else: "Dock Board, Lima", but not "With the Dock Board." */
const findSignature = (
  text: string,
  organisations: readonly Mention<'organisation'>[],
  block: Block | undefined,
): Mention<'organisation'> | undefined =>
  block === undefined || text.length >= 110 || block.end - block.start > 400
    ? undefined
    : organisations.find(
        ({ start, end }) => /^(?:the\s)?$/i.test(text.slice(0, start)) && end - start >= text.length * 0.7,
      );

/** "University of Ports » Crew Centre » Data": whose page it is, the last body of its path. */
function ofPath(text: string, organisations: readonly Mention<'organisation'>[]): Organisation | undefined {
  const [first, ...more] = organisations;
  if (first?.start !== 0) return undefined;
  const last = more.findLast(({ start }, n) => breadcrumb.test(text.slice([first, ...more][n]?.end, start)));
  return last?.value;
}

/** `words`: the passages as they are read. */
export function readSections(
  note: NoteReading,
  words: readonly string[],
  scan: (text: string, number: number) => Scan,
  directory: Directory,
) {
  const walk = walkSections(note);
  const selfClues = createSelfClues(directory);
  let letterhead: Organisation | undefined;
  let letterheadAt = 0;
  note.cuts.forEach((_, n) => {
    const passage = note.note.passages[n];
    if (passage === undefined) return;
    const scanned = scan(words[n] ?? '', n);
    const candidates: (readonly Organisation[])[] = [];
    const context = {
      scan: scanned,
      directory,
      unresolved: (meant: readonly Organisation[]) => candidates.push(meant),
    };
    const organisations = recogniseOrganisations(context, createPlaceAt(scanned.places));
    const block = note.blocks[passage.block];
    const signed = findSignature(scanned.text, organisations, block);
    const author = n < headPassages ? findAuthor(scanned.text, organisations) : undefined;
    directory.introduce(author);
    if (n === 0) directory.self ??= ofPath(scanned.text, organisations);
    if (n === letterheadAt + 1) linkLetterhead(letterhead, scanned.text, organisations);
    if (directory.letterhead !== undefined && n < letterheadPassages)
      linkBelow(directory.letterhead, scanned.text, organisations, author);
    const isAlone = isNameAlone(scanned.text, organisations);
    // Beneath the title a body that is named alone.
    const mayBegin = n === 0 || (n === 1 && letterhead === undefined && isAlone);
    if (mayBegin && organisations[0]?.start === 0) {
      letterhead = organisations[0].value;
      letterheadAt = n;
      if (isAlone && letterhead.type === 'Agency') directory.letterhead = letterhead;
    }
    const signature = block?.kind === 'paragraph' && n >= note.cuts.length * 0.6 ? signed?.value : undefined;
    const firstPersons = scanned.mayHold('firstPerson') ? findAll(scanned.text, firstPerson).length : 0;
    directory.hear(signature, firstPersons);
    selfClues.hear({ passage, author, signature, firstPersons });
    walk.add({ block: passage.block, passage, text: scanned.text, organisations, candidates });
  });
  const sections = walk.finish(directory);
  directory.restart();
  directory.selfClues = selfClues.settle();
  return sections;
}
