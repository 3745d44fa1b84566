/** Reads collections that only their verb tells: "Persons who cross the bridge are counted by the Board since 2014", "the Board surveyed 900 senders in 2016". */
import { unreal } from '../data-phrases/data-verbs.js';
import type { Subject } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { isWithin } from '../organisations.js';
import { contextOwnership, findOwnership } from '../owners.js';
import { dependent, justBefore } from '../relations.js';
import type { Scene } from '../scene.js';
import { sentenceStart } from './continues-topic.js';
import { nameThing } from './things.js';

const rule = 'counted-people';
/** Those of whom, and that of which, there are records. */
const people =
  '(?:adults|persons|people|migrants|emigrants|immigrants|returnees|workers|nationals|citizens|refugees|residents|foreigners|aliens|travellers|passengers|families|households|trainees|graduates|students|pupils|nurses|doctors|teachers|seafarers|sailors|labourers|herders|traders|commuters|senders|borrowers|children|women|men|respondents|employers|farms|crossings|departures|arrivals|entries|exits|deaths|marriages|holders|applicants|claimants|newcomers|beneficiaries|detainees|victims|tourists|visitors|apprentices|emigration|immigration|permits|visas|applications|contracts|moves|transfers|incidents|detections|detentions|removals|expulsions|interceptions|returns|placements|naturalisations|naturalizations|remittances|disappearances|dead(?:\\sand\\smissing)?)';
/** "every worker who leaves". */
const onePerson =
  '(?:person|migrant|emigrant|immigrant|returnee|worker|citizen|refugee|resident|foreigner|traveller|passenger|family|household|student|nurse|departure|arrival|entry|exit|crossing|death|permit|contract)';
const counted =
  '(?:counted|recorded|registered|enumerated|listed|surveyed|interviewed|traced|tabulated|polled|measured)';
const often =
  /\b(?:every|each)\s(?:\p{L}+\s)?(?:year|years|month|months|quarter|week|day|season|summer|autumn|winter|spring)\b|\b(?:annually|monthly|quarterly|weekly|yearly|daily)\b/iu;

/** "Persons passing the posts of A and B | have been counted", "All exits | are recorded": bare, or all of them. */
const passive = new RegExp(
  String.raw`^(?<label>(?:(?:All|Every|Each)\s)?(?:[\p{L}-]+\s){0,3}?${people}\b[^.;:]{0,160}?)\s(?:are|were|is|was|(?:has|have)\sbeen)\s(?:(?:also|now|regularly|still|\p{Ll}+ly)\s)?(?:${counted}|(?:published|released|tabulated|given|shown|compiled)\s(?:weekly|monthly|quarterly|annually|yearly|every|(?:by\s[^.;:]{3,60}\s)?(?:for|since|from)\s(?:the\s(?:years?|period|quarters?)\s)?(?:1[89]|20)\d\d))\b`,
  'iu',
);
/** "The …", "Some 900 persons …", "These …": spoken of before, or the sample of something. */
const pointsBack =
  /^(?:the|this|these|those|that|such|its|their|our|some|about|nearly|more|over|only|no|not|few|many|most|both|other|another|data|results|in|at|if|when|where|while|although)\b|^\d/i;

const active = new RegExp(
  String.raw`^\s(?:(?:also|itself|has|have|had|now|since|then|first|in\s\d{4})\s){0,2}(?<label>(?:counts?(?!\son\b)|counted|reports(?=\s[\p{Ll}-]+\sby\s(?:month|quarter|week|year|nationality|citizenship|sex))|surveys|surveyed|interviews|interviewed|registers|registered|enumerates|enumerated|asks|asked|records|recorded|traces|traced|polled)\s(?:(?:some|about|more than|over|nearly|all|every|each|the)\s)?(?:\d[\d,.]*\s)?(?:[\p{Ll}-]+\s){0,2}?(?:${people}|(?<=\b(?:every|each)\s(?:[\p{Ll}-]+\s){0,2})${onePerson})(?:\s(?:who|whose|with|from|of|abroad)\s(?:[\p{Ll}-]+\s?){1,6})?)(?![\p{L}-])`,
  'u',
);

interface Found {
  readonly start: number;
  readonly end: number;
}

function findPassive(scene: Scene): Found | undefined {
  const { text } = scene.reading;
  const start = sentenceStart(text);
  const rest = text.slice(start, start + 320);
  if (pointsBack.test(rest)) return undefined;
  const label = passive.exec(rest)?.groups?.['label'];
  return label === undefined ? undefined : { start, end: start + label.length };
}

function findActive(scene: Scene): Found | undefined {
  const { text, mentions } = scene.reading;
  for (const { end, start } of mentionsOf(mentions, 'organisation')) {
    if (dependent.test(justBefore(text, start))) continue;
    const label = active.exec(text.slice(end, end + 200))?.groups?.['label']?.trimEnd();
    if (label === undefined) continue;
    const from = end + text.slice(end).indexOf(label);
    // "reports | interceptions": what one reports goes by its own name.
    const verb = /^reports\s/.exec(label)?.[0].length ?? 0;
    return { start: from + verb, end: from + label.length };
  }
  return undefined;
}

const isDataName = (mention: Mention): boolean =>
  (mention.kind === 'name' && (mention.value.class === 'dataset' || mention.value.class === 'project')) ||
  mention.kind === 'title';

/** "Pilots are counted by the Tide Office", where the Dock Board's data were spoken of. */
function isOfOther({ ownership }: Subject, { text, mentions }: Scene['reading']): boolean {
  const agent = mentionsOf(mentions, 'organisation').find(({ start }) => byAgent.test(text.slice(0, start).slice(-40)));
  const owners = ownership.organisations;
  return (
    agent !== undefined &&
    owners.length > 0 &&
    !owners.some((owner) => owner === agent.value || isWithin(owner, agent.value) || isWithin(agent.value, owner))
  );
}
const byAgent = new RegExp(String.raw`\b${counted}\s(?:[\p{L}\d]+\s){0,4}by\s(?:the\s)?$`, 'u');

/** Whether the passage goes on about data that have been named. */
function goesOn({ topic, blockIndex, heading, named, reading }: Scene): boolean {
  if (named.length > 0 || reading.mentions.some(isDataName)) return true;
  const { subject } = topic;
  if (subject === undefined || isOfOther(subject, reading)) return false;
  return topic.block === blockIndex || (heading !== undefined && subject.passages.includes(heading.passage));
}

const hint = new RegExp(
  String.raw`\b(?:${counted}|published|counts?|reports|surveys|interviews|registers|enumerates|asks|asked|records|traces)\b`,
  'i',
);

export function readCountedPeople(scene: Scene): void {
  const { text, mentions } = scene.reading;
  if (scene.block.kind !== 'paragraph' || !hint.test(text) || goesOn(scene)) return;
  const dated = mentions.some(({ kind }) => kind === 'years' || kind === 'date') || often.test(text);
  if (!dated) return;
  const span = findPassive(scene) ?? findActive(scene);
  if (span === undefined || unreal.test(text.slice(0, span.start))) return;
  if (/\b(?:not|never|nobody|no longer|will be|would|could)\b/.test(text.slice(span.end, span.end + 40))) return;
  const stated = findOwnership(scene, span);
  const ownership = stated.organisations.length > 0 ? stated : contextOwnership(scene);
  if (ownership.organisations.length === 0) return;
  scene.topic.subject = nameThing(scene, {
    type: 'Dataset',
    label: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    ...span,
    ownership,
    rule,
  });
  scene.topic.block = scene.blockIndex;
}
