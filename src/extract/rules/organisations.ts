/** Reads which organisations a passage names, how they belong together, and who is speaking. */
import { say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { labelledSubject } from '../organisation-subjects.js';
import { isWithin, type Organisation } from '../organisations.js';
import { foldParts } from '../owner-site.js';
import { isBranchOffice } from '../recognisers/organisations-by-head.js';
import { departmentOf, makeUnit } from '../recognisers/units.js';
import type { Rule, Scene } from '../scene.js';
import { findSpeakers } from '../speakers.js';
import { isUnitLabel } from './columns.js';

const name = 'organisations';

/** Members of a group: the items of a list whose introduction says that a group consists of them. */
function readMembership(scene: Scene): void {
  const { topic, reading, ledger } = scene;
  const { list } = topic;
  const group = list?.announces === 'organisations' ? list.by : undefined;
  const [first] = mentionsOf(reading.mentions, 'organisation');
  if (scene.block.kind !== 'item' || list === undefined || group === undefined || first === undefined) return;
  if (first.start > 4 || first.value === group) return;
  const member = labelledSubject(ledger, first.value, scene.passage);
  // The item says who, the introduction of what.
  say(member, 'memberOf', group, list.passage, name);
  say(member, 'memberOf', group, scene.passage, name);
}

/** "Norwegian Directorate of Labour": a country's own, whoever's text it stands in. */
const isNational = ({ gazetteers }: Scene, label: string): boolean =>
  gazetteers.nationalities.has((label.split(' ')[0] ?? '').toLowerCase());

/** Whom the gazetteer knows to be no one country's. */
const isInternational = (owner: Organisation | undefined): boolean =>
  owner?.entry !== undefined && owner.entry.country === undefined;

/** "Chad's Department of Ports": where a country is spoken of, or stands above, a department may be its. */
const namesCountry = ({ reading: { mentions }, heading, gazetteers }: Scene): boolean =>
  mentionsOf(mentions, 'place').some(({ value }) => value.kind === 'country') ||
  gazetteers.places.find(heading?.text ?? '').some(({ values }) => values.some(({ kind }) => kind === 'country'));

/** "Population Division", "Labour Force Unit": a part by its very name; "Department of Ports" may be a ministry of its own. */
const partByName =
  /\b(?:Division|Unit|Section|Branch|Subdivision|Team|Desk|Department|Directorate|Office|Programme?)$|^(?:Division|Unit|Section|Branch|Subdivision|Team|Desk)\b/;

/** What a division or an institute of a larger body has in its turn. */
const smallest = /\b(?:Section|Unit|Branch|Team|Desk)$|^(?:Section|Unit|Branch|Team|Desk)\b/;

/** "1.2 Contact organisation unit: ", "1.b Unit: the ". */
const fieldLabel = /^(?:\d{1,2}(?:\.[\da-z]{1,2}){0,2}\.?\s)?([^:.,;]{3,40}):\s(?:the\s)?$/i;

/** "Organisation unit: Department of Ports", or a cell beneath "Unit in charge": the label says that it is a part. */
function isLabelledUnit({ block, reading }: Scene, { start }: Mention<'organisation'>): boolean {
  const { row } = block;
  if (row === undefined) return isUnitLabel(fieldLabel.exec(reading.text.slice(0, Math.min(start, 50)))?.[1] ?? '');
  const cell = row.cells.find((one) => one.start === start);
  return cell !== undefined && isUnitLabel(row.header[cell.column] ?? '');
}

/** Whose "its" is: of who acts in the sentence or is named in front, else of whom the one before was about. */
function possessor(
  { topic, blockIndex }: Scene,
  unit: Organisation,
  last: Mention<'organisation'> | undefined,
  speakers: readonly Organisation[] | undefined,
): Organisation | undefined {
  const isOther = (other: Organisation): boolean => other !== unit;
  const here = speakers?.find(isOther) ?? (speakers === undefined ? last?.value : undefined);
  if (here !== undefined && isOther(here)) return here;
  if (last !== undefined) return undefined;
  const before = topic.named?.block === blockIndex ? topic.named : topic.speaker;
  return before?.organisations.find(isOther);
}

const itsArm =
  /^(?:\s\([^()]{1,20}\))?,\s(?:its|their)\s(?:[\p{Ll}-]+\s){0,2}(?:arm|institute|school|branch|department|office|centre|center|unit)\b/u;

/** A unit that the text makes no part of anything is its owner's whose text it is; "its Division" the subject's. */
function adopt(scene: Scene, mention: Mention<'organisation'>, speakers: readonly Organisation[] | undefined): void {
  const unit = mention.value;
  if (unit.parent !== undefined || unit.entry !== undefined || mention.foundBy === 'back-reference') return;
  if (unit === scene.directory.self) return;
  const { text } = scene.reading;
  // "Through the Dock Institute (DI), its training arm in Lima, | the Board will offer …": whose arm it is.
  if (itsArm.test(text.slice(mention.end, mention.end + 90))) {
    const behind = mentionsOf(scene.reading.mentions, 'organisation').find(({ start }) => start > mention.end)?.value;
    const acting = speakers?.find((other) => other !== unit && !isWithin(other, unit)) ?? behind;
    if (acting !== undefined) makeUnit(unit, acting);
    return;
  }
  const whose = /\b(its|their|our)\s(?:own\s|new\s)?$/i.exec(
    text.slice(Math.max(0, mention.start - 12), mention.start),
  )?.[1];
  const possessive = whose !== undefined;
  const last = mentionsOf(scene.reading.mentions, 'organisation').findLast(({ end }) => end <= mention.start);
  const before = /,\swhose\s$/i.test(text.slice(0, mention.start)) ? last : undefined;
  // "the Dock Board, whose | Boat Unit keeps …", "…, whose | Island Office in Lima keeps …".
  if (
    before !== undefined &&
    mention.start - before.end <= 10 &&
    (partByName.test(unit.label) || departmentOf.test(unit.label))
  ) {
    makeUnit(unit, before.value);
    return;
  }
  if (
    !possessive &&
    !isLabelledUnit(scene, mention) &&
    (unit.type !== 'Unit' ||
      isNational(scene, unit.label) ||
      !(
        partByName.test(unit.label) ||
        isBranchOffice(unit.label) ||
        (departmentOf.test(unit.label) && isInternational(scene.section.owner) && !namesCountry(scene))
      ))
  )
    return;
  const { section, directory } = scene;
  const named = possessive && whose.toLowerCase() !== 'our' ? possessor(scene, unit, last, speakers) : undefined;
  const labelled = isLabelledUnit(scene, mention) ? directory.first : undefined;
  const isSmallest = smallest.test(unit.label);
  const letterhead = isSmallest || partByName.test(unit.label) ? directory.letterhead : undefined;
  const parent = named ?? section.owner ?? directory.self ?? section.principal?.organisation ?? labelled ?? letterhead;
  const mayHave = possessive || parent?.type === 'Agency' || isSmallest;
  if (parent !== undefined && parent !== unit && parent.parent !== unit && mayHave) makeUnit(unit, parent);
}

export const readOrganisations: Rule = {
  name,
  apply(scene) {
    const { text, mentions } = scene.reading;
    const named = mentionsOf(mentions, 'organisation');
    const speakers =
      scene.block.kind === 'paragraph' || scene.block.kind === 'item'
        ? findSpeakers(text, foldParts(text, named))
        : undefined;
    for (const mention of mentionsOf(mentions, 'organisation')) {
      const organisation = mention.value;
      const subject = labelledSubject(scene.ledger, organisation, scene.passage);
      const spelled = text
        .slice(mention.start, mention.end)
        .replace(/\s?\(.*$/s, '')
        .replace(/\s+/g, ' ');
      if (
        mention.foundBy !== 'back-reference' &&
        mention.foundBy !== 'first-person' &&
        mention.foundBy !== 'cut-name' &&
        spelled !== organisation.label &&
        spelled !== organisation.acronym &&
        spelled.length > 1
      )
        say(subject, 'alias', spelled, scene.passage, name);
      if (organisation.acronym !== undefined && text.includes(organisation.acronym))
        say(subject, 'acronym', organisation.acronym, scene.passage, name);
      adopt(scene, mention, speakers);
      // What the gazetteer alone knows of a parent is no statement of this note, unless the unit's name says it.
      const { parent } = organisation;
      const says = parent?.acronym !== undefined && spelled.startsWith(`${parent.acronym} `);
      if (organisation.parent !== undefined && (says || scene.directory.isNamed(organisation.parent))) {
        labelledSubject(scene.ledger, organisation.parent, scene.passage);
        say(subject, 'owner', organisation.parent, scene.passage, name);
      }
    }
    if (speakers !== undefined)
      scene.topic.speaker = { organisations: speakers, passage: scene.passage, block: scene.blockIndex };
    readMembership(scene);
    return false;
  },
};
