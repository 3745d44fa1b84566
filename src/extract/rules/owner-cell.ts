/** Reads the cell or field that says whose a thing is: all that stands in it are organisations, known or not. */
import { type Ownership, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { labelledSubject } from '../organisation-subjects.js';
import type { Organisation } from '../organisations.js';
import { contextOwnership } from '../owners.js';
import { organisationHeads } from '../recognisers/name-heads.js';
import { makeUnit } from '../recognisers/units.js';
import type { Scene } from '../scene.js';
import type { CellRead } from './cells.js';
import { isUnitLabel } from './columns.js';
import { splitAcronym } from './names-of-things.js';

/** Nobody: a dash, "n.a.", "various". */
export const saysNothing =
  /^(?:[-–—./?]*|n\.?\s?[ad]\.?|n\/[ad]|none|not (?:available|applicable|known|stated)|unknown|various|several|tbd|tbc|pending)$/i;
const joint = /^[\s,;/&+]*(?:(?:and|with|together with|jointly with|y|et|und|e)\s)?(?:the\s)?/i;
const marks = /[*_]|\s?\[\^?\w{1,3}\]|\s\^\w{1,2}(?=$|[\s,;])|\((?![A-Z][A-Za-z-]{1,11}\))[^()]*\)/g;

/** "ADP|, with the" before the name of another: what leads on to that. */
const leadsOn =
  /(?:,?\s(?:together|jointly|with|of|and|for|in|by|from|at|the|an?|de|del|des|du|la|le|et|y|e|und)){1,6}$/u;

interface Unknown {
  readonly label: string;
  readonly acronym: string | undefined;
}

/**
 * The words of a stretch between names, when they are names that nobody knows: no places, no remarks. `before`: a known name
 * follows.
 */
function unknownNames(scene: Scene, from: number, to: number, before: boolean): Unknown[] {
  const { text, mentions } = scene.reading;
  const words = text
    .slice(from, to)
    .replace(joint, '')
    .replace(marks, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(before ? leadsOn : '', '');
  if (!/^\p{Lu}/u.test(words) || words.length > 120) return [];
  const places = mentionsOf(mentions, 'place').filter(({ start, end }) => start >= from && end <= to);
  return words
    .split(
      /,?\s(?:jointly\s|together\s)?with\s(?:the\s)?(?=\p{Lu})|\s?[;/]\s|\s?;\s?|,\s(?=\p{Lu})|\s(?:and|&)\s(?=\p{Lu})/u,
    )
    .map((part) => splitAcronym(part.replace(/[\s,.;(]+$/, '')))
    .filter(
      ({ label }) =>
        /^\p{Lu}[\p{L}\p{N}]/u.test(label) &&
        !organisationHeads.has(label.toLowerCase()) &&
        !places.some(({ start, end }) => text.slice(start, end).includes(label)),
    );
}

/** Behind an organisation and a comma stands its town: "Centre for Island Studies, Mahé". */
const isTown = (gapBefore: string, name: string): boolean => /^,\s/.test(gapBefore) && /^\p{Lu}\p{Ll}+$/u.test(name);

/** "Dock Board|, paid for by the ILO", "Dock Board| with advice from the ILO": who is named behind has only helped. */
const helpers =
  /[,;(]?\s(?:paid (?:for )?by|(?:co-)?funded by|financed by|sponsored by|supported by|advised by|with (?:the )?(?:\p{Ll}+ )?(?:advice|help|support|assistance|funds|funding|money|grants?)(?: and \p{Ll}+)? (?:from|of|by))\s/u;

/** Every organisation of a cell, in its order; what the recognisers leave between them is one as well. */
export function organisationsIn(scene: Scene, { start, end: whole }: { start: number; end: number }): Organisation[] {
  const { text } = scene.reading;
  const helped = helpers.exec(text.slice(start, whole));
  const end = helped === null || helped.index === 0 ? whole : start + helped.index;
  const known = mentionsOf(scene.reading.mentions, 'organisation').filter(
    (mention) => mention.start >= start - 1 && mention.end <= end + 1,
  );
  const found: Organisation[] = [];
  let at = start;
  const between = (to: number): void => {
    for (const { label, acronym } of unknownNames(scene, at, to, to < end)) {
      if (found.length > 0 && isTown(text.slice(at, to), label)) continue;
      const organisation = scene.directory.named(label, false);
      if (acronym !== undefined) {
        scene.directory.define(acronym, organisation);
        say(
          labelledSubject(scene.ledger, organisation, scene.passage),
          'acronym',
          acronym,
          scene.passage,
          'organisations',
        );
      }
      found.push(organisation);
    }
  };
  for (const mention of known) {
    if (mention.start > at) between(mention.start);
    found.push(standsAlone(scene, mention));
    at = Math.max(at, mention.end);
  }
  between(end);
  joinWhole(scene, start, found);
  return [...new Set(found)];
}

/** What is in charge of something is a part of somebody. */
const inCharge = /\bin charge\b|^responsible$/i;

/** No part of a body, whatever is in charge beside it. */
const ofItsOwn = /\b(?:Ministry|Bank|University|Agency|Authority|Commission|Council|Bureau|Institute)\b/;

/** "In charge": where one cell names a part of a body, the cells beneath it name others of its parts. */
function joinWhole({ block: { row }, topic: { table } }: Scene, start: number, found: readonly Organisation[]): void {
  const cell = row?.cells.find((one) => one.start <= start && one.end >= start);
  const label = row?.header[cell?.column ?? -1] ?? '';
  if (!inCharge.test(label) && !isUnitLabel(label)) return;
  table.whole ??= found.find(({ type, parent }) => type === 'Unit' && parent !== undefined)?.parent;
  const [first] = found;
  if (table.whole === undefined || first === undefined || first.entry !== undefined || first.parent !== undefined)
    return;
  if (!ofItsOwn.test(first.label)) makeUnit(first, table.whole);
}

/** A department in a table of many countries is no part of whoever keeps the table, unless its cell says so. */
function standsAlone(scene: Scene, { start, value: organisation }: Mention<'organisation'>): Organisation {
  const { owner } = scene.section;
  const { row } = scene.block;
  const cell = row?.cells.find((one) => one.start <= start && one.end >= start);
  const labelled = isUnitLabel(row?.header[cell?.column ?? -1] ?? '');
  if (
    !labelled &&
    organisation.entry === undefined &&
    organisation.parent !== undefined &&
    organisation.parent === owner
  )
    if (!scene.reading.mentions.some(({ kind, value }) => kind === 'organisation' && value === owner))
      organisation.parent = undefined;
  return organisation;
}

/** The owners by their cell; where there is none or it is blank, those of the context. */
export function ownershipOfCell(scene: Scene, owner: CellRead | undefined): Ownership {
  if (owner === undefined || owner.words === '') return contextOwnership(scene);
  if (saysNothing.test(owner.words)) return { organisations: [], attribution: 'stated', clues: [] };
  const organisations = organisationsIn(scene, owner);
  return organisations.length > 0 ? { organisations, attribution: 'stated', clues: [] } : contextOwnership(scene);
}
