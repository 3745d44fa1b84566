/** A page of another catalogue, as it came → its quads and what it leads to. What is wrong with it is told with its line. */
import { findFormat } from '../../formats.js';
import type { Quad, Term } from '../../rdf.js';
import { checkDepth } from '../../store/rdf/check-depth.js';
import { faultOfQuad } from '../../store/rdf/check-quad.js';
import { lineOf } from '../../store/rdf/parse-json-ld.js';
import { guessFormat, parseRdf, type RdfReading } from '../../store/rdf/parse-rdf.js';
import { RdfSyntaxError } from '../../store/rdf/rdf-syntax-error.js';
import { decodeText } from './decode-text.js';

export interface PageText {
  /** Its address, or its file: what is said of it begins with that. */
  readonly name: string;
  /** What relative IRIs are resolved against; undefined where there is nothing, and each is an error. */
  readonly baseIri: string | undefined;
  /** A Content-Type, a format's name, or '' where there is neither. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Stands for the base that there is none of: whatever begins with it was relative. */
const noBase = 'relative-iri://none.invalid/';

const turtleFamily = ['turtle', 'trig', 'ntriples', 'nquads'];

/** What is a page for people is not RDF, whatever it is called. */
const isWebPage = (text: string): boolean =>
  /^\s*(?:<!doctype\s+html|(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>\s*)?<html[\s>])/i.test(text.slice(0, 2000));

/**
 * The formats to try. The text decides between JSON, XML and the rest, for many servers call RDF by another name; within the
 * family of Turtle what the sender says comes first.
 */
function candidates(text: string, contentType: string): string[] {
  const guessed = guessFormat(text);
  if (guessed !== 'trig') return [guessed];
  const declared = findFormat(contentType)?.id ?? '';
  return [...new Set([...(turtleFamily.includes(declared) ? [declared] : []), 'trig', 'nquads'])];
}

/** By the first format that can read it; where none can, what the first one says. */
async function parseAny(text: string, contentType: string, baseIri: string, reading: RdfReading): Promise<Quad[]> {
  let first: unknown;
  for (const format of candidates(text, contentType)) {
    const tooDeep = checkDepth(text, format);
    if (tooDeep !== undefined) throw new RdfSyntaxError(tooDeep.line, tooDeep.reason);
    try {
      return await parseRdf(text, format, baseIri, { ...reading, strict: true });
    } catch (error) {
      first ??= error;
      if (!(error instanceof RdfSyntaxError)) break;
    }
  }
  throw first;
}

function* termsOf({ subject, predicate, object, graph }: Quad): Generator<Term> {
  for (const term of [subject, predicate, object, graph]) {
    yield term;
    if (term.termType === 'Literal') yield term.datatype;
  }
}

/** The line of an IRI as it is written in the text, whole or behind its base. */
const lineOfIri = (text: string, iri: string): number =>
  [`<${iri}>`, `"${iri}"`, iri]
    .map((written) => (text.includes(written) ? lineOf(text, written) : 0))
    .find((line) => line > 0) ?? 1;

/** Throws {@link RdfSyntaxError} for a quad that is none, or that we do not keep. */
function check(quad: Quad, text: string): void {
  if (quad.object.termType === 'Quad') throw new RdfSyntaxError(1, 'triple terms (RDF 1.2) are not taken');
  for (const { value } of termsOf(quad))
    if (value.startsWith(noBase)) {
      const relative = value.slice(noBase.length);
      throw new RdfSyntaxError(lineOfIri(text, relative), `<${relative}> is a relative IRI; --base says against what`);
    }
  const fault = faultOfQuad(quad);
  if (fault === undefined) return;
  const iri = /^<(.*?)…?> is not an absolute IRI$/.exec(fault)?.[1];
  throw new RdfSyntaxError(iri === undefined ? 1 : lineOfIri(text, iri), fault);
}

/** Its quads, in all graphs it has; at least one. Every failure is an Error `name:line: reason`. */
export async function parsePage(
  { name, baseIri = noBase, contentType, bytes }: PageText,
  reading: RdfReading,
): Promise<Quad[]> {
  try {
    const text = decodeText(bytes, contentType);
    if (isWebPage(text)) throw new Error('is a web page, not RDF');
    const quads = await parseAny(text, contentType, baseIri, reading);
    for (const quad of quads) check(quad, text);
    if (quads.length === 0) throw new Error('holds no statement');
    return quads;
  } catch (error) {
    const line = error instanceof RdfSyntaxError ? error.line : 1;
    throw new Error(`${name}:${line}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
