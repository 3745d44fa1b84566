/** Reads addresses: whose they are, the agency's or the dataset's. Those in a record of fields are read with its fields. */
import type { EntityType } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import { labelledSubject } from '../organisation-subjects.js';
import type { Organisation } from '../organisations.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { recallByAcronym } from '../spoken-thing.js';

const name = 'contacts';
type Address = Mention<'link' | 'email'>;

/** "accessed on", "source:" in a footnote: where a reference was found, nobody's home page. */
const whereFound = /\b(?:accessed|retrieved|source)\b/i;
/** "[![build](https://…": a picture, no page. */
const picture = /!\[[^\]]{0,80}\]\((?:[^()\s]{0,200}\)\]\()?\s?$/;
/** "on the Board's website at: <", "the website of the Board is", "Dock Board (": between a name and its address. */
const site = /^(?:['’]s?)?\s(?:\p{Ll}+\s)?(?:web\s?sites?|home\s?pages?|sites?|portal|pages?)\b[^.;]{0,40}$/iu;
const siteOf = /\b(?:web\s?site|home\s?page|site|portal)\s(?:of|for)\s(?:the\s)?$/i;
const bracketed = /^["”*_]{0,2}(?:\s\([\p{Lu}-]{2,12}\))?(?:\s[(<[]|:\s<?|,\s<?|\s[–—-]\s|\sat\s<?)$/u;
/** Who is written to about a text, a press release, a list: its authors, whatever it spoke of last. */
const aboutText =
  /\b(?:enquir(?:y|ies)|inquir(?:y|ies)|questions?|corrections?|comments?|(?<!\bon\s)requests?|suggestions?|contributions?|reach us|write to|contact us|press|media|further information|more information|mail to)\b[^.;]{0,60}$/i;

/** "The report is available at …". */
const offered =
  /\b(?:available|accessible|accessed|download\w*|obtained|found|consulted|read|see|published|online)\b[^.;]{0,40}$/i;
const doi = /\bdoi\b|["”*_.)\]]\s?[(<[]?$/i;
const located: readonly EntityType[] = ['Dataset', 'Publication', 'Series', 'Project', 'Event'];
/** "To: …", "Cc: …": to whom, not from whom. */
const addressed = /^(?:to|cc|bcc|sent to):/i;

/** The owner of the page: "unhcr" of https://www.unhcr.org, where that is all of the address. */
function ofHost({ directory }: Scene, { kind, value }: Address): Organisation | undefined {
  const host =
    kind === 'link' ? /^https?:\/\/(?:www\.)?([a-z\d-]{2,12})\.[a-z.]{2,8}\/?$/i.exec(value)?.[1] : undefined;
  return host === undefined ? undefined : directory.meaning(host.toUpperCase());
}

/** Whom the words right in front of an address say it is of. */
function ofWords(scene: Scene, { start }: Address): Subject | undefined {
  const { text, mentions } = scene.reading;
  const thing = scene.named.findLast(({ end }) => end <= start);
  if (thing !== undefined && bracketed.test(text.slice(thing.end, start))) return thing.subject;
  // "Questions about CDB: …".
  const short = /(?<![\p{L}\d-])(?<word>[\p{L}\d-]+)(?:[:,]|\sat)?\s[(<]?$/u.exec(text.slice(0, start))?.groups?.[
    'word'
  ];
  const meant = short === undefined ? undefined : recallByAcronym(scene, short);
  if (meant !== undefined) return meant;
  const last = mentionsOf(mentions, 'organisation').findLast(({ end }) => end <= start);
  if (last === undefined) return undefined;
  const between = text.slice(last.end, start);
  const its =
    site.test(between) ||
    bracketed.test(between) ||
    (between.length < 30 && siteOf.test(text.slice(Math.max(0, last.start - 30), last.start)));
  if (!its) return undefined;
  // "the Crew Desk of the Dock Board, desk@…": the part's, which stands first.
  const part = mentionsOf(mentions, 'organisation').findLast(
    ({ end, value }) =>
      value.parent === last.value && /^(?:\s\([^()]{2,12}\))?\sof\s(?:the\s)?$/.test(text.slice(end, last.start)),
  );
  return labelledSubject(scene.ledger, part?.value ?? last.value, scene.passage);
}

/** "Harbour Team, Dock Board, Quay 1, Oslo. E-mail: …": whom the lines of an address begin with. */
function ofLetterhead(scene: Scene, { start }: Address): Organisation | undefined {
  const { reading, topic, blockIndex } = scene;
  const here = isContact(scene)
    ? mentionsOf(reading.mentions, 'organisation').find(({ end }) => end <= start)
    : undefined;
  return here?.value ?? (topic.addressee?.block === blockIndex ? topic.addressee.organisation : undefined);
}

const isContact = ({ heading }: Scene): boolean => heading !== undefined && /\bcontacts?\b/i.test(heading.text);

/** An entry of a list, a reference, "the report is available at …": the address of what is named in front of it. */
function ofThing(scene: Scene, { kind, start }: Address, before: string): Subject | undefined {
  const { named, block, topic, heading, blockIndex } = scene;
  if (kind === 'link') {
    const here = named.filter((thing) => thing.end <= start && located.includes(thing.subject.type));
    const thing = offered.test(before) ? here.at(-1) : block.kind === 'item' || doi.test(before) ? here[0] : undefined;
    if (thing !== undefined) return thing.subject;
    // In a form with numbered headings: "10.3 Dissemination format - Online database".
    if (topic.sheet !== undefined && /\b(?:online|data\s?base|data access|web\s?site)\b/i.test(heading?.text ?? ''))
      return topic.sheet;
  }
  const { subject, entry } = topic;
  // "- see https://…" beneath the item that names the data.
  if (entry?.last === blockIndex && entry.level < block.level && subject === entry.subject) return subject;
  const ofData = subject?.type === 'Dataset' && topic.block === blockIndex && !aboutText.test(before);
  return ofData ? subject : undefined;
}

function subjectOf(scene: Scene, address: Address): Subject | undefined {
  const { ledger, passage, reading, directory, section } = scene;
  const before = reading.text.slice(Math.max(0, address.start - 90), address.start);
  const host = ofHost(scene, address);
  const said = ofWords(scene, address) ?? (host === undefined ? ofThing(scene, address, before) : undefined);
  if (said !== undefined) return said;
  // Whoever the last sentence was about: a text's own address is its author's.
  const author = section.owner ?? directory.self ?? directory.first;
  const named = ofLetterhead(scene, address) ?? host;
  const context = aboutText.test(before) ? author : contextOwnership(scene).organisations[0];
  const owner = named ?? context ?? (address.kind === 'email' ? author : undefined);
  return owner === undefined ? undefined : labelledSubject(ledger, owner, passage);
}

export const readContacts: Rule = {
  name,
  apply(scene) {
    const { mentions, text } = scene.reading;
    const [first] = scene.opens && isContact(scene) ? mentionsOf(mentions, 'organisation') : [];
    if (first !== undefined) scene.topic.addressee = { organisation: first.value, block: scene.blockIndex };
    if (addressed.test(text)) return false;
    for (const mention of mentions) {
      if (mention.kind !== 'link' && mention.kind !== 'email') continue;
      if (scene.block.kind === 'footnote' && whereFound.test(text)) continue;
      if (picture.test(text.slice(Math.max(0, mention.start - 300), mention.start))) continue;
      const subject = subjectOf(scene, mention);
      if (subject === undefined) continue;
      say(subject, mention.kind === 'link' ? 'landingPage' : 'email', mention.value, scene.passage, name);
    }
    return false;
  },
};
