/** Reads data known by description alone: "keeps a register of foreign residents", "the Bank's monthly tables on transfers". */
import type { DataPhrase } from '../data-phrases/data-phrase.js';
import { isWhatIsHeld, leader } from '../data-phrases/holders.js';
import { isPredicate, isTopic, isUnreal } from '../data-phrases/passing.js';
import { type Relation, relationsOf } from '../data-phrases/relations.js';
import { createSentence, type Sentence } from '../data-phrases/sentence.js';
import { labelKey } from '../label-key.js';
import type { Ownership, Subject } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { isPartOfOther } from './part-of-other.js';
import { announces } from './said-to-be-data.js';
import { nameThing } from './things.js';

/** How many of the latest data a description is compared with. */
const remembered = 24;

const isCensusRound = ({ head, modified, determiner }: DataPhrase, words: string): boolean =>
  head.noun === 'census' && modified && determiner === 'definite' && /\d{4}/.test(words);

/** "Our survey of moves to the coast." under "Survey of Coastal Moves": a line without a verb says what the heading names. */
function describesHeading(scene: Scene, phrase: DataPhrase): boolean {
  const { heading, topic, reading, opens } = scene;
  if (!opens || heading === undefined || topic.subject?.passages.includes(heading.passage) !== true) return false;
  return (
    phrase.first <= 6 &&
    reading.text.length < 300 &&
    !/[,;:(]/.test(reading.text.slice(0, phrase.end)) &&
    reading.text.length - phrase.end < 12
  );
}

const availability =
  /^[^.;]{0,40}?\b(?:exists?|(?:is|are) available|available (?:for|from|since)|complete since|go(?:es)? back|can be had)\b/;
/** "(since 1975) | can be obtained". */
const obtained = /^\s?\((?:since|from)\s[^()]{4,20}\)/;
const canBeHad = (behind: string): boolean => availability.test(behind) || obtained.test(behind);
/** "the individual records | of the Dock Board | go back to 1990". */
const ofBody =
  /^\sof\s(?:the\s)?\p{Lu}[^.;:,]{2,80}?\s(?:go(?:es)? back|reach(?:es)? back|runs? from|covers?|spans?|exists?|begins?|starts?|(?:is|are) available)\s[^.;:]{0,40}?(?:1[89]|20)\d\d/u;
const surveyed =
  /\b(?:household|sample|telephone|online|mail|passenger|school|enterprise)\s(?:survey|panel|census)$|^micro-?census$/i;

const somewhere = /^\s(?:in|at|among|of)\s(?:the\s)?[\p{Lu}\p{Ll}][^.;]{3,90}[:,]\s[^.;]*\b(?:19|20)\d\d\b/u;

/** "records | of the Dock Board and the ILO": whose they are is all that tells them from others. */
function endWithBody({ text, tokens, organisationAt }: Sentence, { last, end }: DataPhrase): number {
  if (!ofBody.test(text.slice(end, end + 160))) return end;
  let at = last + 1;
  let to = end;
  for (; at < last + 14; at++) {
    const body = organisationAt(tokens[at]);
    if (body !== undefined) to = body.end;
    else if (!/^(?:of|the|and|,)$/.test(tokens[at]?.text ?? '')) break;
  }
  return to;
}

/** The phrase itself, what stands behind it, and whether it is the subject of a sentence that says more than its name. */
interface Surroundings {
  readonly label: string;
  readonly behind: string;
  readonly opens: boolean;
  /** Whether a folder holds it: "crews/ contains | the returns of …". */
  readonly inFolder: boolean;
}

/** "Monthly stocks by port, 2011 to date" under the name of something only says what that holds. */
function opensSentence({ reading, topic, blockIndex }: Scene, phrase: DataPhrase): boolean {
  const goesOn = topic.subject !== undefined && topic.block === blockIndex;
  const { text, tokens } = reading;
  const before = tokens[phrase.opens - 1]?.text.toLowerCase();
  return before === undefined
    ? !goesOn || availability.test(text.slice(phrase.end, phrase.end + 120))
    : before === 'and';
}

/** "A comparable file | is compiled by", "a register | opened in 2009 by the Board": one that the text has not spoken of yet. */
function isAnother(
  { head, determiner }: DataPhrase,
  relations: ReadonlySet<Relation>,
  { label }: Surroundings,
): boolean {
  if (head.kind !== 'holding' || determiner !== 'indefinite') return false;
  return (
    /^(?:similar|comparable|separate|parallel|second|third|further|smaller|larger)\s/.test(label) &&
    (relations.has('made') || relations.has('held'))
  );
}

/** Whether what the sentence says is enough to speak of a collection of its own. */
function isCollection(
  phrase: DataPhrase,
  relations: ReadonlySet<Relation>,
  dated: boolean,
  words: Surroundings,
): boolean {
  const { head, complement, modified, determiner } = phrase;
  const has = (relation: Relation) => relations.has(relation);
  if (words.inFolder && head.kind !== 'project' && (complement || modified)) return true;
  if (head.kind === 'project' || head.noun === 'question' || ofDocuments.test(words.label)) return false;
  // "conducted a household survey in 2014": one of many, told by its year.
  const once = has('held') && determiner === 'indefinite' && /^\sin\s(?:19|20)\d\d\b/.test(words.behind);
  if (once && surveyed.test(words.label)) return true;
  // "jointly run a household panel in Lima and Quito: 5,020 households, visited in 2019".
  if (has('held') && determiner === 'indefinite' && dated && surveyed.test(words.label) && somewhere.test(words.behind))
    return true;
  // "the QSB household panel, 2014 and 2017": whose it is tells it from others.
  const whose = head.kind === 'holding' && determiner === 'bare' && has('owned') && has('covers');
  if (!complement && !modified) return whose || isAnother(phrase, relations, words);
  if (head.kind === 'loose' && modified && determiner === 'definite' && ofBody.test(words.behind)) return true;
  if (head.kind === 'loose' && complement && has('covers') && (has('owned') || (words.opens && canBeHad(words.behind))))
    return true;
  if (head.kind === 'loose' || head.kind === 'counted')
    return complement && dated && (has('held') || has('made')) && (determiner !== 'definite' || head.noun === 'number');
  // "has collected statistics on seamen for decades" tells of work, "statistics on seamen since 1990" of a collection.
  if (head.kind === 'content' && determiner === 'bare' && !dated && !phrase.periodic) return false;
  if (has('held') || has('made')) return head.kind === 'holding' || complement || dated;
  if (has('owned')) return complement || has('covers');
  // "Lists of seamen exist from 1990": without an article only where the sentence says that they can be had.
  if (determiner === 'bare')
    return words.opens && has('covers') && complement && (phrase.periodic || availability.test(words.behind));
  return has('covers') && determiner !== 'demonstrative';
}

const content = (words: string): string[] =>
  labelKey(words)
    .split(' ')
    .filter((word) => word.length > 3);

/** The collection that a description takes up again: "the register" after "Register of Seamen", "this survey of seamen". */
function antecedent(scene: Scene, phrase: DataPhrase, label: string): Subject | undefined {
  if (phrase.determiner === 'indefinite') return undefined;
  const words = content(label);
  return scene.ledger.subjects.slice(-remembered).findLast((subject) => {
    if (subject.type !== 'Dataset') return false;
    const key = ` ${subject.key} `;
    const noun = new RegExp(` ${phrase.head.noun.slice(0, -1)}\\p{L}{0,4} `, 'u').test(key);
    if (phrase.determiner === 'demonstrative')
      return noun && (!phrase.modified || words.every((word) => key.includes(word)));
    return noun && words.every((word) => key.includes(word.replace(/s$/, '')));
  });
}

/** "Tables on permits | were handed over by the |": where nobody else is said to have them, they are whose hands they come from. */
const handedOver =
  /^[^.;:]{0,60}\s(?:is|are|was|were|(?:has|have) been)\s(?:\p{Ll}+\s)?(?:handed over|supplied|provided|passed on|transmitted|delivered|sent)\s(?:to\s[^.;:]{2,40}\s)?by\s(?:the\s)?$/u;

/** Whose it is: the one that the item opens with or that handed it over, or as any thing's. */
function ownershipOf(scene: Scene, sentence: Sentence, phrase: DataPhrase): Ownership {
  const { text, mentions } = scene.reading;
  const lead =
    leader(sentence, phrase) ??
    mentionsOf(mentions, 'organisation').find(
      ({ start }) => start > phrase.end && handedOver.test(text.slice(phrase.end, start)),
    );
  return lead === undefined
    ? findOwnership(scene, phrase)
    : { organisations: [lead.value], attribution: 'stated', clues: [] };
}

/** "crews/ contains the |": what a folder of a package holds. */
const inFolder = /^[`'*]{0,2}[\w-]{2,40}\/[`'*]{0,2}\s(?:contains|has|holds|keeps)\s(?:the\s|all\s)?$/;
/** "quarterly series of short releases". */
const ofDocuments = /\bseries\sof\s(?:\p{Ll}+\s){0,2}(?:releases|papers|briefs|reports|notes|studies|documents)$/u;

/** Whether the sentence says for when, and but for things that are counted, for how many or where. */
const isDated = ({ reading }: Scene, { head }: DataPhrase): boolean =>
  reading.mentions.some(
    ({ kind }) =>
      kind === 'years' || kind === 'date' || (head.kind !== 'counted' && (kind === 'count' || kind === 'place')),
  );

/** Names the data that the passage describes; the text then speaks of the last. */
export function readDescribedData(scene: Scene, phrases: readonly DataPhrase[]): void {
  if (phrases.length === 0) return;
  const { text, mentions } = scene.reading;
  const sentence = createSentence(
    scene.reading,
    mentionsOf(mentions, 'organisation'),
    scene.topic.subject !== undefined,
  );
  for (const phrase of phrases) {
    if (isContent(scene, phrase)) continue;
    const predicate = isPredicate(sentence, phrase) && !isWhatIsHeld(sentence, phrase);
    if (predicate || isTopic(sentence, phrase) || isUnreal(sentence, phrase)) continue;
    if (isPartOfOther(scene, phrase)) continue;
    const label = text.slice(phrase.start, phrase.end).replace(/\s+/g, ' ');
    const relations = relationsOf(sentence, phrase);
    const round =
      isCensusRound(phrase, label) &&
      (relations.has('covers') ||
        /\b(?:in|available from) the $/.test(text.slice(Math.max(0, phrase.start - 20), phrase.start)));
    if (
      !round &&
      !isCollection(phrase, relations, isDated(scene, phrase), {
        label,
        behind: text.slice(phrase.end, phrase.end + 120),
        opens: opensSentence(scene, phrase),
        inFolder: inFolder.test(text.slice(0, phrase.start)),
      })
    )
      continue;
    if (apposes(scene, phrase) || describesHeading(scene, phrase)) continue;
    const known = antecedent(scene, phrase, label);
    if (known !== undefined) continue;
    const span = {
      start: phrase.start,
      end: phrase.head.kind === 'loose' ? endWithBody(sentence, phrase) : phrase.end,
    };
    const subject = nameThing(scene, {
      type: 'Dataset',
      label: text.slice(span.start, span.end).replace(/\s+/g, ' '),
      ...span,
      ownership: ownershipOf(scene, sentence, phrase),
      rule: 'described-dataset',
    });
    scene.topic.subject = subject;
    scene.topic.block = scene.blockIndex;
  }
}

const takenFrom = /^\sfrom\s(?:the\s|our\s|its\s)?(?:\p{Lu}[\p{L}\s]{1,40}['’]s?\s)?$/u;
const containing =
  /^(?:has|have|had|holds?|held|contains?|contained|includes?|included|gives?|provides?|provided|offers?|offered)$/;
/** "It brought together | official figures of six ports". */
const gathering = /^(?:brings?|brought|draws?|drew|puts?)$/;
const goesOnAboutData =
  /^(?:It|They|This|The (?:database|dataset|register|file|survey|panel|compilation|collection))\s/;
/** "The Quay Register, which we built, has | complete data for both ports": what named data have in them. */
function isContent(
  { reading: { text, tokens, mentions }, named, topic }: Scene,
  { opens: at, head, end }: DataPhrase,
): boolean {
  // "We take the number of rafts by port | from the Dock Board's Quay Register".
  const source = mentionsOf(mentions, 'name').find(({ start, value }) => start >= end && value.class === 'dataset');
  if (head.kind !== 'holding' && source !== undefined && takenFrom.test(text.slice(end, source.start))) return true;
  const isTogether = tokens[at - 1]?.text === 'together' && gathering.test(tokens[at - 2]?.text ?? '');
  if (head.kind !== 'holding' && isTogether && goesOnAboutData.test(text) && topic.subject?.type === 'Dataset')
    return true;
  if (head.kind === 'holding' || !(isTogether || containing.test(tokens[at - 1]?.text ?? ''))) return false;
  const from = tokens.find(({ kind, capital }) => kind === 'word' && capital);
  const second = tokens[1]?.start ?? 0;
  const opens = [
    ...named.filter(({ subject }) => subject.type === 'Dataset'),
    ...mentionsOf(mentions, 'name').filter(({ value }) => value.class === 'dataset'),
  ];
  return opens.some(({ start }) => start === from?.start || start === second);
}

/** "the Quay Panel, a survey of …", "a survey, *Quay Lives*": the phrase says what a name beside it is. */
function apposes(scene: Scene, phrase: DataPhrase): boolean {
  const { text, tokens, mentions } = scene.reading;
  const { named } = scene;
  const start = tokens[phrase.opens]?.start ?? phrase.start;
  if (
    phrase.determiner === 'indefinite' &&
    named.some(
      (one) =>
        /^["”*]?(?:\s\([^()]{1,40}\))?,\s$/.test(text.slice(one.end, start)) ||
        // "A survey of senders, Money from Abroad, was taken".
        (one.start > phrase.end && /^,\s["“*]?$/.test(text.slice(phrase.end, one.start))),
    )
  )
    return true;
  // "its Crew Statistics | database for the ports": the noun of the name.
  const isOfName =
    phrase.determiner === 'bare' && /^(?:database|register|registry|panel|portal|system)$/.test(phrase.head.noun);
  return mentions.some(
    (mention) =>
      (mention.kind === 'name' || mention.kind === 'title') &&
      ((isOfName && text.slice(mention.end, phrase.start) === ' ') ||
        (mention.end <= start &&
          /^["”*]?(?:\s\([^()]{1,40}\))?(?:\sof\s(?:the\s)?\p{Lu}[\p{L}\s-]{2,60})?(?:,|:|\s[–—])\s$/u.test(
            text.slice(mention.end, start),
          )) ||
        (mention.start >= phrase.end &&
          (/^,?\s(?:called\s|named\s|entitled\s|\()?(?:the\s)?["“*]?$/.test(text.slice(phrase.end, mention.start)) ||
            (mention.kind === 'title' && announces.test(text.slice(phrase.end, mention.start)))))),
  );
}
