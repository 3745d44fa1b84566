/** Reads run-in heads: "Name: this database contains …", "Owner – Name, …", "Name (owner): …", and what data or project they head. */

import { slugify } from '../../iris.js';
import { findAll } from '../../notes/find-all.js';
import { isSectionLabel } from '../../notes/section-words.js';
import type { EntityType } from '../claim.js';
import { dataHead as dataNoun } from '../data-phrases/data-nouns.js';
import { holdingVerbs } from '../data-phrases/data-verbs.js';
import { type Ownership, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { labelledSubject } from '../organisation-subjects.js';
import { organisationsOf, rowAt, rowOf } from '../owner-site.js';
import { findOwnership } from '../owners.js';
import { namesOnly } from '../recognisers/names-only.js';
import type { Scene } from '../scene.js';
import { headType } from './classify.js';
import { columnOf } from './columns.js';
import { cutHead, type Head } from './entry-heads.js';
import { isNoName, type Named } from './named-heads.js';
import { cleanName, splitAcronym } from './names-of-things.js';
import { organisationsIn } from './owner-cell.js';
import { nameThing } from './things.js';

const rule = 'run-in-heading';
const dataWords =
  /\b(?:this|the|it)\b[^.]{0,40}\b(?:database|compilation|dataset|survey|collection|register|table|indicator)\b|\b(?:contains|covers|covering|statistics on|estimates of|data on|compil\w+ (?:of )?data|microdata|collection of|compilation|database|data\s?set|recorded by|collected|time series|counts of)\b/i;
const projectWords =
  /^(?:examining|analy[sz]ing|supporting|improving|exploring|developing|studying|assessing|investigating|piloting|testing|researching|measuring|mapping|promoting|building|strengthening|research|a\s(?:\p{Ll}+\s){0,3}(?:project|study|programme|pilot)|the project|this project)\b/iu;
const dataHead =
  /\b(?:databases?|data\s?banks?|data\s?sets?|surveys?|census(?:es)?|registers?|registry|compilations?|tabulations?|microdata|archives?|repository|inventor(?:y|ies)|statistics|collections?|files?|panels?|dashboards?|portals?|estimates|tables?|indicators?|data|flows?|stocks?|matrix|matrices|ledgers?|counts?|records)\b/i;
const documentHead = /\bpublications?\b|\bmanuals?\b|guidelines|^contribution\b/i;
/** Behind an owner and a name: what is counted, how often and by what. */
const countingWords =
  /\b(?:quarterly|monthly|weekly|annual(?:ly)?|yearly|half-yearly|by (?:month|quarter|year|sex|age|countr\w+|nationality|citizenship|region|province|state)|(?:in|out)flows?|receipts|entries|departures|arrivals|stocks?|interviews|respondents|rounds?|waves?)\b/i;
const finite = /\b(?:is|are|was|were|has|have|had|will|can|may|must|went|came|goes)\b|,\s(?:which|who|whose)\s/;
/** What has one of these before its end is a sentence: "The Board conducts a count of boats." */
const predicate =
  /\s(?:covers?|conducts?|contains?|holds?|keeps?|publishes|published|collects?|maintains?|provides?|includes?|compiles?|runs?|gives?|shows?|began|starts?|goes|carried|came|took|made|asks?|asked)\s/;
/** Labels of fields and of sections, which name nothing. */
const plainLabel =
  /^(?:(?:to|from|cc|sent|subject|date|dear\s.*)$|(?:from|about|together|with|our|madam|sir|mr|ms|home|please|suggestions|checked by|next (?:note|issue|update|release|meeting)|suggested citation|related|definitions?,|data (?:description|made|quality|availability))\b|source|note|repository|contact|e-?mail|tel|website|address|for further|years?|period|coverage|countries|country|frequency|unit|owner|publisher|access|url|definition|reference|author|status|language|licen[cs]e|methodology|topics?|keywords?|last update|update|(?:data |time )?(?:availability|series|disaggregation)$|disaggregation|rationale|goal|target|indicator(?:$|\s\d)|reference|data (?:sources?|providers?|compilers?|reporters?|collection)|release|calendar|comparability|documentation|limitations|the following|following|these|this|there|we\b|in\b|at\b|for\b|on\b|not\b|see\b|elsewhere|other|others|corrections?|questions?|requests?|item\s\d|box\s\d|table\s\d|figure\s\d|annex)/i;

/** Whether the text is listing data here: by the heading above, or the sentence that introduced the list. */
function listsData({ heading, topic, block }: Scene): boolean {
  if (block.kind === 'item' && topic.list !== undefined) return topic.list.announces === 'datasets';
  return heading?.says === 'Dataset';
}

const keptBy =
  /,\s(?:now\s|jointly\s)?(?:kept|held|maintained|compiled|run|published|produced|conducted|collected|managed|owned|issued|carried out|made|built|undertaken|hosted)\s(?:[\p{L}]+\s){0,4}?by\s(?:the\s)?/u;

/** "Name, Owner" and "Name (Owner)": the name, and where the owner stands. */
function splitTrailingOwner(scene: Scene, { start, end, delimiter }: Head): Pick<Named, 'end' | 'owner'> {
  const { text, mentions } = scene.reading;
  const head = text.slice(start, end);
  // "Crew Register, kept in Lima by the Dock Board: …".
  const agent = delimiter === 'stop' ? null : keptBy.exec(head);
  if (agent !== null) {
    const from = start + agent.index + agent[0].length;
    if (namesOnly(text, from, end, mentions)) return { end: start + agent.index, owner: { start: from, end } };
  }
  for (const match of findAll(head, /,\s(?:the\s)?(?=\p{Lu})|\s\((?=\p{Lu})/gu)) {
    const from = start + match.index + match[0].length;
    const stated = namesOnly(text, from, end, mentions);
    // In a list of data nobody but its owner stands behind the name.
    const likely =
      match[0].startsWith(',') &&
      listsData(scene) &&
      dataHead.test(head.slice(0, match.index)) &&
      /\s/.test(text.slice(from, end));
    if (stated || likely) return { end: start + match.index, owner: { start: from, end } };
  }
  return { end, owner: undefined };
}

/** "Owner: Name, …": the name behind the owner, up to what sets it off. */
function nameBehind({ reading }: Scene, head: Head): Named | undefined {
  const { text } = reading;
  const match =
    /^["“„«'*_]{0,3}(?:the\s)?(\p{Lu}[^,:;.()–—]{4,110}?)["”»'*_]{0,3}(?:\s\(([A-Z][A-Za-z\d-]{1,11})\))?(?=[,:;.(]|\s\(|\s[–—]\s|\sfor\s(?:the\s)?(?:corridor|countr|year|period)|$)/u.exec(
      text.slice(head.body, head.body + 160),
    );
  const label = match?.[1];
  if (match === null || label === undefined) return undefined;
  const start = head.body + match[0].indexOf(label);
  const end = start + label.length;
  // "Owner – the Centre keeps …": somebody of the owner's.
  const isSomebody = mentionsOf(reading.mentions, 'organisation').some(
    (mention) => mention.start < end && mention.end > start,
  );
  if (isSomebody || !/\s/.test(label)) return undefined;
  return {
    label,
    acronym: match[2],
    start,
    end,
    body: head.body + match[0].length,
    owner: { start: head.start, end: head.end },
  };
}

/** A description without an article: a plural, and what more is said of it up to the comma. */
const described =
  /^(?<label>(?:(?!(?:an?|the|its|their|our|of|on|by|for|from|to|in|at|and|with)\s)[\p{L}’'-]+\s){0,4}?[\p{L}’'-]+s(?:\s(?:and|or|of|by|for|from|to|in|at|with|between|issued|given|granted|lent|paid|sent|made|filed|held|received)\s[^,;:.()–—]{2,90}?)?)(?=,\s|;|\s\(|\sbound\sfor\b|\.?$)/u;

/** "The Board – publishes tables …": a predicate, and no data. */
const speaks = (label: string): boolean => {
  const [first = '', second] = label.toLowerCase().split(/\s/);
  return second !== undefined && holdingVerbs.has(first) && dataNoun(first, '') === undefined;
};

/** "Owner – arrivals by nationality, 2011–2023": data that bear no name, behind who has them; they are dated. */
function descriptionBehind({ reading, block }: Scene, head: Head): Named | undefined {
  const { text, mentions } = reading;
  if (block.kind !== 'item' || head.delimiter === 'stop' || !/[:–—]/.test(text.slice(head.end, head.body)))
    return undefined;
  const label = described.exec(text.slice(head.body, head.body + 160))?.groups?.['label'];
  if (label === undefined || finite.test(label) || speaks(label)) return undefined;
  const end = head.body + label.length;
  if (!mentions.some(({ kind, start }) => (kind === 'years' || kind === 'date') && start >= end)) return undefined;
  if (mentionsOf(mentions, 'organisation').some(({ start }) => start === head.body)) return undefined;
  return {
    label,
    acronym: undefined,
    start: head.body,
    end,
    body: end,
    owner: { start: head.start, end: head.end },
    nameless: true,
  };
}

/** "Of those abroad we know what others tell us:": a sentence. */
const saysSomething = /\s(?:we|they|you|he|she)\s\p{Ll}{2,}/u;

/** What a head names; undefined where it is a label, a sentence or somebody. */
function readHead(scene: Scene): Named | undefined {
  const { text, mentions } = scene.reading;
  const head = cutHead(text);
  if (head === undefined) return undefined;
  const words = text.slice(head.start, head.end);
  if (plainLabel.test(words) || isSectionLabel(words) || saysSomething.test(words)) return undefined;
  // "Two sources matter: the Crew Survey …".
  if (counting.test(words) && /^\S+\s\p{Ll}/u.test(words)) return undefined;
  if (head.delimiter !== 'bold' && predicate.test(words)) return undefined;
  // "The Forum on Rafts, Lima, was convened by …": a sentence.
  if (head.delimiter === 'stop' && finite.test(words)) return undefined;
  if (namesOnly(text, head.start, head.end, mentions))
    return head.delimiter === 'bold'
      ? descriptionBehind(scene, head)
      : (nameBehind(scene, head) ?? descriptionBehind(scene, head));
  const { end, owner } = splitTrailingOwner(scene, head);
  const behind =
    owner === undefined && !dataHead.test(text.slice(head.start, end)) ? nameBehind(scene, head) : undefined;
  // "Somebody unknown – Border Flow File, entries by month": the noun of data tells which of the two is the name.
  if (behind !== undefined && (head.delimiter === 'colon' || head.delimiter === 'dash') && dataHead.test(behind.label))
    return behind;
  const { label, acronym } = splitAcronym(cleanName(text.slice(head.start, end)).replace(/^The\s(?=\p{Lu}.*\)$)/u, ''));
  // "**Registers.** Four ports gave us …": what the paragraph is about, and no name.
  if (head.delimiter === 'bold' && acronym === undefined && /^\p{Lu}\p{Ll}+s\.?$/u.test(label)) return undefined;
  // A full stop ends sentences, too: only an acronym or the noun of data tells a head.
  if (head.delimiter === 'stop' && acronym === undefined && !(owner !== undefined && dataHead.test(label)))
    return undefined;
  return { label, acronym, start: head.start, end, body: head.body, owner };
}

/** "Two surveys matter here: …": a sentence that counts what follows. */
const counting =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|both|all|most|various|\d{1,2})\s/i;

/** "Foreign students: Dock School, school years 2000/01 to 2021/22.": whose and of when, and no verb, wherever it stands. */
function isRecord({ reading }: Scene, { body, owner }: Pick<Named, 'body' | 'owner'>): boolean {
  const { text, mentions } = reading;
  if (owner !== undefined || finite.test(text) || predicate.test(text)) return false;
  const isDated = mentions.some(({ kind, start }) => (kind === 'years' || kind === 'date') && start >= body);
  const [holder] = mentionsOf(mentions, 'organisation').filter(({ start }) => start >= body);
  if (!isDated || holder === undefined) return false;
  const isSetOff = /(?:^|,\s)(?:the\s)?$/.test(text.slice(body, holder.start).trimStart());
  return isSetOff && /^(?:\s?[,;(]|\.?$)/.test(text.slice(holder.end));
}

/** What the head stands for, by its own words, what is said of it, and what is listed here. */
function typeOf(scene: Scene, named: Named): EntityType | undefined {
  const { label } = named;
  if (named.nameless) return 'Dataset';
  const body = scene.reading.text.slice(named.body);
  const leads = named.owner === undefined || named.owner.start > named.start;
  if (leads && projectWords.test(body)) return 'Project';
  if (documentHead.test(label)) return undefined;
  const own = headType(label);
  if (dataWords.test(body.slice(0, 400)) || dataHead.test(label)) return own === undefined || leads ? 'Dataset' : own;
  if (own !== undefined && own !== 'Dataset') return undefined;
  // "Migration Calendar (MC)." opens a paragraph of a list of data.
  if (body === '') return listsData(scene) && named.acronym !== undefined ? 'Dataset' : undefined;
  const dated = scene.reading.mentions.some(
    ({ kind, start }) =>
      (kind === 'years' || kind === 'date' || kind === 'count' || kind === 'place') && start >= named.end,
  );
  const counts = !leads && countingWords.test(body) && scene.heading?.says !== 'Publication';
  if (named.acronym === undefined && isRecord(scene, named) && /s$/.test(label)) return 'Dataset';
  return (listsData(scene) || counts) && dated && /\s/.test(label) ? 'Dataset' : undefined;
}

/** ": a survey of the |", ": worker surveys by the |": what the thing is, and whose. */
const madeBy =
  /^(?:(?:an?|the)\s(?:[\p{Ll}-]+\s){1,5}|(?:[\p{Ll}-]+\s){0,4}(?:surveys?|statistics|panels?|registers?|records|files?|data|estimates|tables|interviews|counts?|database|series)\s)(?:of|by|from)\s(?:the\s)?$/u;

/** The owner that the head states, or that holds it in the words behind. */
function ownershipOf(scene: Scene, { owner, body }: Named): Ownership {
  const organisations = owner === undefined ? [] : organisationsIn(scene, owner);
  if (organisations.length > 0) return { organisations, attribution: 'stated', clues: [] };
  const { text, mentions } = scene.reading;
  const all = mentionsOf(mentions, 'organisation').filter(({ start }) => start >= body);
  // "Raft Survey: Dock Board, 2010–2018", "Raft Survey — Dock Board — 2010".
  const first = all.findIndex((mention) => /^(?:the\s)?$/i.test(text.slice(body, mention.start).trimStart()));
  if (first !== -1) {
    const row = rowOf({ text, all }, first);
    const behind = text.slice(row.at(-1)?.end);
    if (/^\s?(?:[,;–—(]|\.?$)/.test(behind))
      return { organisations: organisationsOf(row), attribution: 'stated', clues: [] };
  }
  const holder = all.findIndex(
    (mention) =>
      /^(?:the\s)?$/i.test(text.slice(body, mention.start).trimStart()) &&
      /^\s(?:\p{Ll}+\s){0,3}(?:to\s)?(?:compil|collect|maintain|publish|produc|hold|conduct|keep|run|operat|manag|disseminat|issu|provid|pilot)/u.test(
        text.slice(mention.end, mention.end + 60),
      ),
  );
  const maker =
    holder === -1 ? all.findIndex((mention) => madeBy.test(text.slice(body, mention.start).trimStart())) : holder;
  if (maker !== -1) return { organisations: rowAt(text, all, maker), attribution: 'stated', clues: [] };
  return findOwnership(scene, { start: 0, end: body });
}

/** "Poverty: examining …": the heads of a list of research are what its agency works on. */
function nameFocus(scene: Scene, { organisations }: Ownership, label: string): void {
  const [organisation] = organisations;
  if (organisation === undefined) return;
  const known = mentionsOf(scene.reading.mentions, 'theme').find((theme) => theme.end <= label.length + 2);
  const theme = known?.value ?? { slug: slugify(label), text: label };
  say(labelledSubject(scene.ledger, organisation, scene.passage), 'worksOn', theme, scene.passage, 'focus-areas');
}

export const readRunIn = (scene: Scene): boolean => {
  if (scene.block.kind !== 'paragraph' && scene.block.kind !== 'item') return false;
  const named = readHead(scene);
  if (named === undefined || isNoName(scene, named) || counting.test(named.label)) return false;
  if (!scene.opens && !isRecord(scene, named)) return false;
  const { label, start } = named;
  if (label.length < 3 || label.split(/\s+/).length > 16 || finite.test(label)) return false;
  const column = columnOf(label);
  if (column !== undefined && !['name', 'source', 'theme', 'coverage'].includes(column) && label.split(' ').length < 3)
    return false;
  const type = typeOf(scene, named);
  if (type !== 'Dataset' && type !== 'Project') return false;
  const body = scene.reading.text.slice(named.body);
  // "Brain drain: supporting the development of a … database": work on data is a database where one is spoken of.
  const asData =
    type === 'Project' && /\b(?:an?|the)\s(?:\p{Ll}+[\s,-]+){0,6}(?:database|data\s?set)\b/iu.test(body.slice(0, 160));
  const ownership = ownershipOf(scene, named);
  const subject = nameThing(scene, {
    type: asData ? 'Dataset' : type,
    label,
    start,
    end: named.end,
    ownership,
    rule,
    ...(named.acronym === undefined ? {} : { acronym: named.acronym }),
  });
  if (type === 'Project') nameFocus(scene, ownership, label);
  scene.taken.push({ start: 0, end: named.body });
  scene.topic.subject = subject;
  scene.topic.block = scene.blockIndex;
  return true;
};
