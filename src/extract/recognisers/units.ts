/** Finds who a unit is a part of, by what stands between two names. */
import type { Mention } from '../mention.js';
import { isDeepest, isWithin, type Organisation } from '../organisations.js';

type Found = Mention<'organisation'>;

/** ", a small team at the …", " is a part of …". */
const partOf =
  /^(?:,|,\swhich\sis|\s(?:is|was|forms))\s(?:(?:an?|the)\s)?(?:\p{Ll}+\s){0,3}(?:part|team|unit|department|division|branch|arm|centre|center|institute|programme|body|organ|group|office)\s(?:of|at|in|within)\s(?:the\s)?$/u;
/** ", a part of the |", ", which is a branch of the |", ", which is based in Lima and is part of the |". */
const plainPart =
  /^,\s(?:which\sis\s)?(?:based\sin\s\p{Lu}[\p{L}-]{1,20}\sand\s(?:is\s)?)?(?:an?\s)?(?:part|branch|department|division|section)\sof\s(?:the\s)?$/u;
/** ", a research unit at the |". */
const ownUnit =
  /^,\s(?:which\sis\s)?an?\s(?:\p{Ll}+\s){0,2}(?:unit|department|division|branch|section|team)\s(?:of|at|in|within)\s(?:the\s)?$/u;
/** ", which belongs to the |", ", a non-profit body under the |". */
const belongsTo =
  /^,\swhich\s(?:belongs to|is attached to|reports to|comes under|sits in|sits within|falls under)\s(?:the\s)?$|^,\san?\s(?:[\p{Ll}-]+\s){0,3}(?:body|agency|unit|office|centre|center|institute|department|service|institution)\s(?:under|attached to|within)\s(?:the\s)?$/u;
/** What a larger body has several of: "Centre for Migration Studies of the University of …". */
const subordinate =
  /\b(?:Institute?|Cent(?:re|er)|School|College|Faculty|Laboratory|Lab|Observatory|Office|Bureau|(?:Under|Sub)?[Ss]ecretariat|Archives?|Library|Department|Directorate|Inspectorate|Team|Programme|Network|Museum|Unit|Division|Section|Branch|Unidade?|Observat[oó]rio|Observatoire|Departamento|Département|Direcci[oó]n|Dire[cç][cç]?ão|Coordinaci[oó]n|Centro|Laborat[oó]rio|Facultad|Faculdade|Serviço)(?![\p{L}])/u;
const university = /\b(?:Universit\p{L}+|Universidade?|Universidad|College|Academy)\b/u;

/** "the Statistics Division of DESA", "IOM's Research Department", "DESA, Population Division", "UNODC/GPAT": who a unit belongs to. */
export function linkUnits(text: string, mentions: Found[]): Found[] {
  linkLines(text, mentions);
  linkChain(text, mentions);
  mentions.forEach((mention, n) => {
    const unit = mention.value;
    if (
      unit.parent !== undefined ||
      mention.foundBy === 'back-reference' ||
      mention.foundBy === 'first-person' ||
      (unit.entry !== undefined && unit.type === 'Unit')
    )
      return;
    const before = mentions[n - 1];
    const after = mentions[n + 1];
    const gapBefore = before === undefined ? '' : text.slice(before.end, mention.start);
    const gapAfter = after === undefined ? '' : text.slice(mention.end, after.start);
    const ahead = text.slice(0, before?.start ?? 0);
    const parent =
      before !== undefined &&
      (isBehind(mention, before.value, gapBefore) ||
        isInside(mention, before.value, { ahead, gap: gapBefore, next: text[mention.end] }))
        ? before.value
        : after !== undefined && isBefore(unit, after.value, gapAfter)
          ? after.value
          : undefined;
    if (parent !== undefined && parent !== unit && !isWithin(parent, unit)) makeUnit(unit, parent);
  });
  shareParents(text, mentions);
  return mentions;
}

/** "the Statistics Department and the | Crew Branch of the Dock Board": what stands behind the last of a row of units is said of all. */
function shareParents(text: string, mentions: readonly Found[]): void {
  for (let n = mentions.length - 2; n >= 0; n--) {
    const [unit, next, larger] = [mentions[n]?.value, mentions[n + 1]?.value, mentions[n + 2]?.value];
    const parent = next?.type === 'Unit' ? next.parent : undefined;
    if (unit?.type !== 'Unit' || unit.parent !== undefined || unit.entry !== undefined || parent === undefined)
      continue;
    const gap = text.slice(mentions[n]?.end, mentions[n + 1]?.start);
    if (parent === larger && /^(?:,|,?\sand|\sor)\s(?:of\s)?(?:the\s)?$/.test(gap)) makeUnit(unit, parent);
  }
}

/** What a body takes part in or keeps and names as if it stood for itself. */
const partnership = /\b(?:Partnership|Programme|Program|Initiative|Alliance|Platform|Facility)\b/;

/** Lines of names and nothing else, "World Bank, Knowledge Partnership (KP)": the one that is a part of the other. */
function linkLines(text: string, mentions: readonly Found[]): void {
  if (mentions.length < 2 || mentions.length > 8 || (mentions[0]?.start ?? 1) > 0) return;
  const gaps = mentions.map(({ end }, n) => text.slice(end, mentions[n + 1]?.start));
  if (!gaps.every((gap, n) => /^(?:[,;]?\s)$/.test(gap) || (n + 1 === gaps.length && gap.length < 2))) return;
  const isPart = ({ value: { label, type, parent } }: Found): boolean =>
    type === 'Agency' && parent === undefined && partnership.test(label);
  mentions.forEach((first, n) => {
    const second = mentions[n + 1];
    if (second === undefined || gaps[n] !== ', ' || isPart(first) === isPart(second)) return;
    const [part, whole] = isPart(first) ? [first, second] : [second, first];
    makeUnit(part.value, whole.value);
  });
}

const partWord = /\b(?:Division|Section|Branch|Unit|Service|Department|Office|Bureau|Directorate|Team|Desk)$/;

/** "Crew Section, Harbour Data Service, IMO", on one line or on three: each is a part of the next. */
function linkChain(text: string, mentions: readonly Found[]): void {
  const isPart = ({ value: { label, entry } }: Found): boolean => entry === undefined && partWord.test(label);
  const end = mentions.findIndex(
    (one, n) => !isPart(one) || !/^,?\s$/.test(text.slice(one.end, mentions[n + 1]?.start)),
  );
  const chain = mentions.slice(0, end + 1);
  const whole = chain.at(-1);
  if (chain.length < 3 || chain[0]?.start !== 0 || whole === undefined || isPart(whole)) return;
  for (let n = chain.length - 2; n >= 0; n--) {
    const [part, next] = [chain[n]?.value, chain[n + 1]?.value];
    if (part !== undefined && next !== undefined && part.parent === undefined) makeUnit(part, next);
  }
}

/** "Department of Ports": a ministry in one country, a part in what many countries have in common. */
export const departmentOf = /^(?:Department|Directorate(?:[- ]General)?) (?:of|for)\s/;
const office =
  /\b(?:Office|Division|Section|Unit|Branch|Centre|Center|Team|Desk)$|^(?:Bureau of|Office|Section|Unit|Branch|Team|Desk)\s/;

/** What a body has in or for a part of the world. */
const officeFor = /^(?:(?:Regional|Country|Subregional|Liaison|Field)\s)?Office (?:for|in)\s/;

/** What stands between the steps of the path that leads to a page. */
export const breadcrumb = /^\s(?:[»›>]|→)\s$/;

/** "IOM's Research Department", "UNODC/GPAT", "DESA, Population Division": the larger body stands before. */
function isBehind(mention: Found, larger: Organisation, gap: string): boolean {
  const unit = mention.value;
  // "the Council's Displacement Centre": what stands for itself elsewhere is said to be somebody's here.
  if (unit.entry !== undefined)
    return gap === "'s " && unit.type === 'Agency' && subordinate.test(unit.label) && larger.type === 'Agency';
  if (/^(?:'s?\s(?:own\s|new\s)?|,?\s(?:through|via)\sits\s(?:own\s)?)$/.test(gap)) return true;
  if (gap === '/' && mention.foundBy === 'acronym-first') return true;
  // "Crew Permit Office, | Department of Crews": the larger one stands behind.
  if (unit.type === 'Unit' && gap === ', ' && departmentOf.test(unit.label) && office.test(larger.label)) return false;
  // Behind its acronym as well: "Dock Board (DB), | Crew Unit".
  const plain = gap.replace(/^(?:\s\([^()]{2,15})?\)(?=,)/, '');
  if (unit.type === 'Unit' && /^(?:,\s|\s[-–—·•|]\s|:\s)$/.test(plain)) return true;
  // "University of Ports » Crew Centre » Data": the path of a page.
  if (breadcrumb.test(gap) && (unit.type === 'Unit' || isSubordinate(unit))) return true;
  if (gap === ', ' && larger.type === 'Agency' && officeFor.test(unit.label)) return true;
  return gap === ', ' && isSubordinate(unit) && !university.test(unit.label) && university.test(larger.label);
}

/** "Within the Ministry, the | Dock Department", "the Ministry (Dock Department)": named behind what it is a part of. */
function isInside(
  { value: unit }: Found,
  larger: Organisation,
  { ahead, gap, next }: { ahead: string; gap: string; next: string | undefined },
): boolean {
  if (unit.entry !== undefined) return false;
  // "At UNHCR | the Data Service": the little words say it of any body.
  if (gap === ' the ' && /^(?:Within|At)\s(?:the\s)?$/.test(ahead)) return true;
  if (!(unit.type === 'Unit' || isSubordinate(unit))) return false;
  // "Within the Board, figures are the responsibility of | the Crew Institute".
  if (/^Within\s(?:the\s)?$/.test(ahead) && /^,\s[^.;]{3,120}\s(?:of|by|with)\sthe\s$/.test(gap)) return true;
  // "University of Ports, Lima | (Centre for Boats)": in the bracket stands a part of it, past its town.
  if (/^(?:,\s\p{Lu}[\p{L}-]+)?\s\($/u.test(gap))
    return (next === ')' || next === ',') && (unit.type === 'Unit' || university.test(larger.label));
  return /^,\s(?:the\s|its\s)?$/.test(gap) && /^(?:[Ww]ithin|[Ii]n|[Aa]t)\s(?:the\s)?$/.test(ahead);
}

/** "the Port Unit| of the |Dock Ministry", "the Port Unit| of Chad's |Dock Ministry". */
const ofCountry = /^,?\sof\s(?:the\s)?(?:(?:\p{Lu}\p{L}+\s){0,2}\p{Lu}\p{L}+['’]s\s)?$/u;

/** "the Statistics Division of DESA", "the Centre for Migration Studies, University of …": it stands behind. */
function isBefore(unit: Organisation, larger: Organisation, gap: string): boolean {
  if (gap === ', ' && departmentOf.test(larger.label) && office.test(unit.label) && unit.entry === undefined)
    return true;
  if (unit.type === 'Unit')
    return (
      (unit.entry === undefined && (partOf.test(gap) || plainPart.test(gap) || belongsTo.test(gap))) ||
      /^,?\s(?:at|in|within|\(|based at)\s?(?:the\s)?$/.test(gap) ||
      ofCountry.test(gap) ||
      (larger.type === 'Agency' && gap === ', ')
    );
  if (/^,?\s(?:at)\s(?:the\s)?$/.test(gap)) return true;
  // What the gazetteer knows to stand for itself stays so, unless the words put it plainly into a larger body.
  if (unit.entry !== undefined) {
    if (belongsTo.test(gap) || (larger.type === 'Agency' && (plainPart.test(gap) || ownUnit.test(gap)))) return true;
    const plainly = partOf.test(gap) && /\s(?:at|unit|department|centre)\s/.test(gap);
    return (
      subordinate.test(unit.label) && (plainly || /^\sof\s(?:the\s)?$/.test(gap) || isOfUniversity(unit, larger, gap))
    );
  }
  if (partOf.test(gap) || plainPart.test(gap) || belongsTo.test(gap)) return true;
  if (!isSubordinate(unit)) return false;
  return /^\s(?:within|in)\s(?:the\s)?$/.test(gap) || ofCountry.test(gap) || isOfUniversity(unit, larger, gap);
}

/** "Centre for Migration Studies, University of …": a comma is enough before a university. */
const isOfUniversity = (unit: Organisation, larger: Organisation, gap: string): boolean =>
  /^,\s(?:[Tt]he\s)?$/.test(gap) && university.test(larger.label) && !university.test(unit.label);

/** Whether its name is that of something a larger body has several of. */
export const isSubordinate = ({ label, entry }: Organisation): boolean =>
  entry === undefined && subordinate.test(label);

/** From now on the organisation is a part of another; but nobody is a part of itself: "Dock Board of the Dock Board". */
export function makeUnit(organisation: Organisation, parent: Organisation): void {
  if (organisation === parent || isWithin(parent, organisation) || isDeepest(parent)) return;
  organisation.parent = parent;
  (organisation as { type: Organisation['type'] }).type = 'Unit';
}

/** A department that the text makes no part of anything stands for itself. */
export function freeUnit(organisation: Organisation): void {
  if (organisation.type === 'Unit' && organisation.parent === undefined && organisation.entry === undefined)
    (organisation as { type: Organisation['type'] }).type = 'Agency';
}

/** A letterhead that ends with a university: "Data Archive" over "Institute of Social Science, The University of …". */
export function linkLetterhead(above: Organisation | undefined, line: string, mentions: readonly Found[]): void {
  const [first] = mentions;
  const larger = first?.value;
  if (above === undefined || larger === undefined || first === undefined || first.start > 4) return;
  // "Department of Crews" over "Ministry of Ports".
  const isOfMinistry = /^Ministry\b/.test(larger.label) && departmentOf.test(above.label);
  if (isOfMinistry && line.length <= 110) makeUnit(above, larger);
  if (line.length > 110 || !university.test(line) || university.test(above.label) || !isSubordinate(above)) return;
  makeUnit(above, larger);
}

/** A line of a letterhead that names a body and nothing else but its acronym or town. */
export const isNameAlone = (line: string, [first, ...others]: readonly Found[]): boolean =>
  first !== undefined &&
  others.length === 0 &&
  /^(?:[Tt]he\s)?$/.test(line.slice(0, first.start)) &&
  /^(?:\s\([^()]{2,12}\))?$/.test(line.slice(first.end));

const secretariat = /\bSecretariat\b/;

/** "DOCK COMMUNITY (DC)" over "General Secretariat" over "Department of Boats": what stands below is a part of the first; so is an author whom its line ends with. */
export function linkBelow(
  head: Organisation,
  line: string,
  mentions: readonly Found[],
  author: Organisation | undefined,
): void {
  const [first] = mentions;
  const part = first?.value;
  if (first === undefined || part === undefined || part.entry !== undefined || part.parent !== undefined) return;
  const endsLine = part === author && /^(?:\s\([^()]{2,12}\))?\.?$/.test(line.slice(first.end));
  if (!isNameAlone(line, mentions) && !endsLine) return;
  const isOfUniversity = university.test(head.label) && isSubordinate(part) && !university.test(part.label);
  if (part.type === 'Unit' || isOfUniversity || departmentOf.test(part.label) || secretariat.test(part.label))
    makeUnit(part, head);
}
