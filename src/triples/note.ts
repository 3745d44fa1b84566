/** Describes a note, the passages that its statements quote, and the places where it is broken. */
import { checkIri, type Iris, slugify } from '../iris.js';
import type { DamagedPlace, Note, Span } from '../notes/note.js';
import { type NamedNode, type Quad, type Quad_Object, rdf } from '../rdf.js';
import { dct, foaf, mig, oa, prov, rdfs, rdfTerms, schema, xsd } from '../vocabularies.js';
import { dateLiteral } from './literals.js';

/** How much of the text stands on either side of a quote, in code points. */
const contextLength = 32;

const faults: Readonly<Record<DamagedPlace['fault'], NamedNode>> = {
  garbled: mig.Garbled,
  cut: mig.Cut,
  headless: mig.Headless,
  'lost-heading': mig.LostHeading,
  'broken-list': mig.BrokenList,
};

/** Describes passages of one note; offsets into the text are UTF-16 units, those in the graph code points. */
export interface PassageWriter {
  iri(span: Span): NamedNode;
  describe(span: Span): Quad[];
}

export interface NoteContext {
  readonly iris: Iris;
  /** The agency of a name, where the gazetteer knows it. */
  findAgency(name: string): string | undefined;
}

/** The note's language tag, English where none is stated; an Error where it is no tag, for it goes into every literal. */
export function languageOf({ slug, frontMatter: { language = 'en' } }: Note): string {
  if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language))
    throw new Error(`note "${slug}": the language "${language}" is no BCP 47 tag such as "en" or "pt-BR"`);
  return language;
}

/** The note itself, its whole text, and what its front matter states; what is not stated is not there. */
export function describeNote(note: Note, { iris, findAgency }: NoteContext): Quad[] {
  const iri = iris.note(note.slug);
  const { symbol, title, date, publisher, url, licence } = note.frontMatter;
  const language = languageOf(note);
  const quads: Quad[] = [];
  const add = (property: NamedNode, object: Quad_Object) => quads.push(rdf.quad(iri, property, object));
  for (const type of [mig.Note, foaf.Document, prov.Entity]) add(rdfTerms.type, type);
  add(rdfs.label, rdf.literal(title ?? symbol ?? note.slug, language));
  add(schema.text, rdf.literal(note.text, language));
  add(schema.sha256, rdf.literal(note.sha256));
  if (note.frontMatter.language !== undefined) add(schema.inLanguage, rdf.literal(language));
  if (symbol !== undefined) add(dct.identifier, rdf.literal(symbol));
  if (title !== undefined) add(dct.title, rdf.literal(title, language));
  if (date !== undefined) add(dct.issued, dateLiteral(date));
  if (licence !== undefined) {
    const licenceIri = checkIri(licence);
    if (licenceIri === undefined) add(schema.copyrightNotice, rdf.literal(licence, language));
    else add(dct.license, rdf.namedNode(licenceIri));
  }
  const page = url === undefined ? undefined : checkIri(url);
  if (page !== undefined) add(foaf.page, rdf.namedNode(page));
  if (publisher !== undefined) {
    const agent = iris.entity('agency', findAgency(publisher) ?? slugify(publisher));
    add(dct.publisher, agent);
    quads.push(
      rdf.quad(agent, rdfTerms.type, foaf.Agent),
      rdf.quad(agent, foaf.name, rdf.literal(publisher, language)),
    );
  }
  return quads;
}

export function createPassageWriter(note: Note, iris: Iris): PassageWriter {
  const toCodePoints = codePointOffsets(note.text);
  const language = languageOf(note);
  const ends = ({ start, end }: Span) => [toCodePoints(start), toCodePoints(end)] as const;
  const text = (value: string) => rdf.literal(value, language);
  return {
    iri: (span) => iris.passage(note.slug, ...ends(span)),
    describe(span) {
      const [start, end] = ends(span);
      const passage = iris.passage(note.slug, start, end);
      const position = iris.selector(note.slug, start, end, 'position');
      const quote = iris.selector(note.slug, start, end, 'quote');
      const before = lastCodePoints(note.text.slice(0, span.start));
      const after = firstCodePoints(note.text.slice(span.end, span.end + 2 * contextLength));
      return [
        ...[mig.Passage, oa.SpecificResource, prov.Entity].map((type) => rdf.quad(passage, rdfTerms.type, type)),
        rdf.quad(passage, oa.hasSource, iris.note(note.slug)),
        rdf.quad(passage, oa.hasSelector, position),
        rdf.quad(passage, oa.hasSelector, quote),
        rdf.quad(position, rdfTerms.type, oa.TextPositionSelector),
        rdf.quad(position, oa.start, rdf.literal(String(start), xsd.nonNegativeInteger)),
        rdf.quad(position, oa.end, rdf.literal(String(end), xsd.nonNegativeInteger)),
        rdf.quad(quote, rdfTerms.type, oa.TextQuoteSelector),
        rdf.quad(quote, oa.exact, text(note.text.slice(span.start, span.end))),
        ...(before === '' ? [] : [rdf.quad(quote, oa.prefix, text(before))]),
        ...(after === '' ? [] : [rdf.quad(quote, oa.suffix, text(after))]),
      ];
    },
  };
}

export function describeDamage(place: DamagedPlace, passages: PassageWriter): Quad[] {
  const iri = passages.iri(place);
  return [
    ...passages.describe(place),
    rdf.quad(iri, rdfTerms.type, mig.DamagedPassage),
    rdf.quad(iri, dct.type, faults[place.fault]),
  ];
}

/** UTF-16 offset → code points before it, by a search among the astral characters. */
function codePointOffsets(text: string): (offset: number) => number {
  const astral = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map((match) => match.index);
  return (offset) => {
    let [low, high] = [0, astral.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((astral[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

const firstCodePoints = (text: string): string => [...text].slice(0, contextLength).join('');
// A cut through a pair leaves half a character at the front, which is never among the last ones.
const lastCodePoints = (text: string): string => [...text.slice(-2 * contextLength)].slice(-contextLength).join('');
