/** Looks every quote of a graph up at its offset in the text of its note; never looks for a similar one. */
import { createHash } from 'node:crypto';
import { createIris, type Iris } from '../iris.js';
import type { NamedNode, Quad } from '../rdf.js';
import { mig, oa, prov, rdfTerms, schema } from '../vocabularies.js';

export interface Verification {
  /** One line each: what is wrong, and of which resource. */
  readonly failures: readonly string[];
  readonly quotes: number;
  readonly claims: number;
}

/** The values of a subject's property, each once, whichever graphs they stand in. */
type Lookup = (subject: string, predicate: NamedNode) => readonly string[];

/** Only what is looked up is kept: a graph may be large. */
const wanted = new Set(
  [oa.hasSource, oa.hasSelector, oa.start, oa.end, oa.exact, oa.prefix, oa.suffix, prov.wasQuotedFrom, schema.text]
    .concat(schema.sha256)
    .map(({ value }) => value),
);

function indexQuads(quads: Iterable<Quad>): { lookup: Lookup; claims: string[]; passages: string[]; notes: string[] } {
  const values = new Map<string, Set<string>>();
  const ofType = { claims: new Set<string>(), passages: new Set<string>(), notes: new Set<string>() };
  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(rdfTerms.type)) {
      if (object.equals(mig.Claim)) ofType.claims.add(subject.value);
      if (object.equals(mig.Passage)) ofType.passages.add(subject.value);
      if (object.equals(mig.Note)) ofType.notes.add(subject.value);
    }
    if (predicate.equals(prov.wasQuotedFrom)) ofType.passages.add(object.value);
    if (!wanted.has(predicate.value)) continue;
    const key = `${subject.value} ${predicate.value}`;
    values.set(key, (values.get(key) ?? new Set()).add(object.value));
  }
  return {
    lookup: (subject, predicate) => [...(values.get(`${subject} ${predicate.value}`) ?? [])],
    claims: [...ofType.claims],
    passages: [...ofType.passages],
    notes: [...ofType.notes],
  };
}

/** A stretch of a text by code points; a text without astral characters needs no list of them. */
function codePointSlicer(text: string): (start: number, end: number) => string {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (start, end) => text.slice(start, end);
  const points = [...text];
  return (start, end) => points.slice(start, end).join('');
}

/** What is wrong with a note's own text; undefined where nothing is. */
function noteFault(note: string, text: string | undefined, lookup: Lookup): string | undefined {
  const [held, ...others] = lookup(note, schema.text);
  if (held === undefined || others.length > 0) return 'does not have one text';
  if (text !== undefined && text !== held) return 'its text is not that of its file';
  const digest = createHash('sha256').update(held, 'utf8').digest('hex');
  return lookup(note, schema.sha256).includes(digest) ? undefined : 'its SHA-256 is not that of its text';
}

/** What is wrong with a passage; undefined where its words stand at its offset. */
function passageFault(
  passage: string,
  slices: ReadonlyMap<string, ReturnType<typeof codePointSlicer>>,
  lookup: Lookup,
) {
  const one = (property: NamedNode): string | undefined => {
    const found = lookup(passage, oa.hasSelector).flatMap((selector) => lookup(selector, property));
    return found.length === 1 ? found[0] : undefined;
  };
  const [source = ''] = lookup(passage, oa.hasSource);
  const slice = slices.get(source);
  if (slice === undefined) return 'its note is not in the graph';
  const [start, end, exact] = [Number(one(oa.start)), Number(one(oa.end)), one(oa.exact)];
  if (!(start >= 0 && end > start) || exact === undefined) return 'does not have one position and one quote';
  if (passage !== `${source}#char=${start},${end}`) return `its name does not say its position ${start},${end}`;
  const there = slice(start, end);
  if (there !== exact)
    return `at ${start},${end} stands ${JSON.stringify(there.slice(0, 60))}, not ${JSON.stringify(exact.slice(0, 60))}`;
  const [prefix, suffix] = [one(oa.prefix) ?? '', one(oa.suffix) ?? ''];
  if (slice(Math.max(0, start - [...prefix].length), start) !== prefix) return 'its prefix does not stand before it';
  if (slice(end, end + [...suffix].length) !== suffix) return 'its suffix does not stand behind it';
  return undefined;
}

/** `texts`: the notes' texts as their files have them, by slug; without them the texts that the graph holds must do. */
export function verifyQuotes(
  quads: Iterable<Quad>,
  { texts, base }: { readonly texts?: ReadonlyMap<string, string> | undefined; readonly base: string },
): Verification {
  const { lookup, claims, passages, notes } = indexQuads(quads);
  const iris: Iris = createIris(base);
  const bySource = new Map([...(texts ?? [])].map(([slug, text]) => [iris.note(slug).value, text]));
  const failures: string[] = [];
  const check = (name: string, fault: string | undefined) => fault !== undefined && failures.push(`${name}: ${fault}`);
  const slices = new Map<string, ReturnType<typeof codePointSlicer>>();
  for (const note of notes) {
    const text = bySource.get(note);
    if (texts !== undefined && text === undefined) check(note, 'its file is not among the notes');
    else check(note, noteFault(note, text, lookup));
    slices.set(note, codePointSlicer(text ?? lookup(note, schema.text)[0] ?? ''));
  }
  for (const claim of claims)
    check(claim, lookup(claim, prov.wasQuotedFrom).length === 0 ? 'quotes nothing' : undefined);
  for (const passage of passages) check(passage, passageFault(passage, slices, lookup));
  return { failures, quotes: passages.length, claims: claims.length };
}
