/** RDF that was sent is refused in one line, or it is read as another reader reads it, and survives being written. */
import { type Quad, rdf } from '../../../../src/rdf.js';
import { NotExpressible } from '../../../../src/serialise/not-expressible.js';
import { serialiseQuads } from '../../../../src/serialise/quads.js';
import { reifyClassically } from '../../../../src/serialise/reify-classically.js';
import { checkDepth } from '../../../../src/store/rdf/check-depth.js';
import { faultOfQuad } from '../../../../src/store/rdf/check-quad.js';
import { parseRdf } from '../../../../src/store/rdf/parse-rdf.js';
import { RdfSyntaxError } from '../../../../src/store/rdf/rdf-syntax-error.js';
import { isIsomorphic } from '../../../conformance/compare/isomorphic.js';
import type { Outcome } from '../../fuzz-target.js';
import { lineFault, reasonFault } from '../../one-line.js';
import { readElsewhere, takesTerms } from './second-reader.js';

export const baseIri = 'http://e/base/doc';

function decode(input: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input);
  } catch {
    return undefined;
  }
}

function refusal(error: unknown, text: string): Outcome {
  if (!(error instanceof RdfSyntaxError))
    return { kind: 'failed', fault: `${error instanceof Error ? error.stack : String(error)}` };
  return { kind: 'refused', fault: reasonFault(error.message) ?? lineFault(error.line, text) };
}

/** Graphs that are too much alike to be compared are taken for the same. */
export function areSame(one: Iterable<Quad>, other: Iterable<Quad>): boolean {
  try {
    return isIsomorphic(one, other);
  } catch (error) {
    if (error instanceof Error && error.message.includes('too much alike')) return true;
    throw error;
  }
}

export async function write(quads: Iterable<Quad>, format: string): Promise<string> {
  let text = '';
  for await (const part of serialiseQuads(quads, format)) text += part;
  return text;
}

/** Written in a syntax and read again, by us and by another, they are the same. */
async function writtenFault(quads: readonly Quad[], format: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await write(quads, format);
  } catch (error) {
    return error instanceof NotExpressible ? undefined : `cannot be written as ${format}: ${String(error)}`;
  }
  // JSON-LD has no triple terms: it gets statements in their place.
  const expected = format === 'jsonld' ? [...reifyClassically(quads)] : quads;
  for (const read of takesTerms(expected) ? [parseRdf, readElsewhere] : [parseRdf])
    if (!areSame(expected, await read(text, format, 'http://elsewhere/')))
      return `not the same by ${read.name} when it is written as ${format}:\n${text.slice(0, 1000)}`;
  return undefined;
}

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** As far as two readers agree: one writes each namespace of marked-up text twice, and keeps digits that a double has not. */
function comparable(quad: Quad): Quad {
  const { subject, predicate, object, graph } = quad;
  if (object.termType !== 'Literal') return quad;
  const { value, datatype } = object;
  const put = (text: string): Quad => rdf.quad(subject, predicate, rdf.literal(text, datatype), graph);
  if (datatype.value.endsWith('#XMLLiteral')) return put('');
  const isNumber = [`${xsd}integer`, `${xsd}double`].includes(datatype.value) && Math.abs(Number(value)) > 1e12;
  return isNumber ? put(Number(value).toPrecision(12)) : quad;
}

/** What the other reader makes of the text. */
async function compareReaders(text: string, format: string, quads: readonly Quad[]): Promise<Outcome> {
  // What has an IRI that is none the other leaves out, here and there.
  if (!takesTerms(quads)) return { kind: 'read, with odd terms' };
  let others: Quad[];
  try {
    others = await readElsewhere(text, format, baseIri);
  } catch {
    return { kind: 'read by us alone' };
  }
  if (!takesTerms(others)) return { kind: 'read, with odd terms' };
  if (areSame(quads.map(comparable), others.map(comparable))) return { kind: 'read' };
  // Of JSON-LD at the edges of its grammar two readers that are both conformant make two things.
  if (format === 'jsonld') return { kind: 'read otherwise elsewhere' };
  return {
    kind: 'read otherwise',
    fault: `we read\n${await write(quads, 'nquads')}they\n${await write(others, 'nquads')}`,
  };
}

/** `alsoAs`: syntaxes that can hold all that this one can. */
export async function readAndWrite(input: Uint8Array, format: string, alsoAs: readonly string[]): Promise<Outcome> {
  const text = decode(input);
  if (text === undefined) return { kind: 'no UTF-8' };
  if (checkDepth(text, format) !== undefined) return { kind: 'too deep' };
  let quads: Quad[];
  try {
    quads = await parseRdf(text, format, baseIri);
  } catch (error) {
    return refusal(error, text);
  }
  if (quads.some((quad) => faultOfQuad(quad) !== undefined)) return { kind: 'read, and not kept' };
  // One of them, by the bytes alone.
  const one = alsoAs[input.reduce((sum, byte) => sum + byte, 0) % alsoAs.length] ?? format;
  const fault = await writtenFault(quads, one);
  if (fault !== undefined) return { kind: 'written otherwise', fault };
  return compareReaders(text, format, quads);
}
