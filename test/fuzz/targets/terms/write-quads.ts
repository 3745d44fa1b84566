/** A target for each syntax of graphs: what is written comes back the same by another reader, or is refused, by the writer or the reader. */
import { type Quad, rdf } from '../../../../src/rdf.js';
import { NotExpressible } from '../../../../src/serialise/not-expressible.js';
import { reifyClassically } from '../../../../src/serialise/reify-classically.js';
import { faultOfQuad } from '../../../../src/store/rdf/check-quad.js';
import { openPlain } from '../../../conformance/documents.js';
import type { Random } from '../../../random.js';
import { type FuzzTarget, type Outcome, probing } from '../../fuzz-target.js';
import { areSame, write } from '../rdf/read-and-write.js';
import { readElsewhere, takesTerms } from '../rdf/second-reader.js';
import { object, predicate, subject, toTerm, type WrittenTerm } from './odd-terms.js';

type WrittenQuad = readonly [WrittenTerm, WrittenTerm, WrittenTerm, WrittenTerm?];

const generate =
  (hasGraphs: boolean) =>
  (random: Random): Uint8Array => {
    const quads = Array.from({ length: 1 + random.number(6) }, (): WrittenQuad => {
      const triple = [subject(random), predicate(random), object(random)] as const;
      return hasGraphs && random.chance(40) ? [...triple, subject(random)] : triple;
    });
    return Buffer.from(JSON.stringify(quads));
  };

const toQuads = (input: Uint8Array): Quad[] =>
  (JSON.parse(Buffer.from(input).toString()) as WrittenQuad[]).map((quad) =>
    rdf.quad(...(quad.map((term) => toTerm(term as WrittenTerm)) as Parameters<typeof rdf.quad>)),
  );

/** The text, or undefined where the syntax is said to have no way for it. */
async function written(quads: readonly Quad[], format: string): Promise<string | undefined> {
  try {
    return await write(quads, format);
  } catch (error) {
    if (error instanceof NotExpressible) return undefined;
    throw error;
  }
}

/** From the bytes of the dictionary, as a store that holds them answers. */
async function answered(quads: readonly Quad[], format: string): Promise<string> {
  const store = openPlain(quads);
  const { body } = await store.respond('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', { graph: format });
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function readBack(text: string, format: string): Promise<Quad[] | undefined> {
  try {
    return await readElsewhere(text, format, 'http://elsewhere/');
  } catch {
    return undefined;
  }
}

/** Only what a store can hold. */
async function storeFault(quads: readonly Quad[], format: string, text: string): Promise<string | undefined> {
  if (quads.some(({ graph }) => graph.termType !== 'DefaultGraph')) return undefined;
  const other = await answered(quads, format);
  const [one, two] = [await readBack(other, format), await readBack(text, format)];
  return other === text || (one !== undefined && two !== undefined && areSame(one, two))
    ? undefined
    : `a store writes\n${other.slice(0, 800)}\nand not\n${text.slice(0, 800)}`;
}

const probe =
  (format: string) =>
  async (input: Uint8Array): Promise<Outcome> => {
    const quads = toQuads(input);
    const isKept = quads.every((quad) => faultOfQuad(quad) === undefined);
    const text = await written(quads, format);
    if (text === undefined) return { kind: 'refused by the writer' };
    const expected = format === 'jsonld' ? [...reifyClassically(quads)] : quads;
    const back = await readBack(text, format);
    const mustBeRead = isKept && takesTerms(expected);
    if (back === undefined)
      return {
        kind: 'refused by the reader',
        fault: mustBeRead ? `cannot be read:\n${text.slice(0, 1000)}` : undefined,
      };
    // Of what is no RDF a reader may leave out what it does not take.
    const isSame = areSame(expected, back) || (!mustBeRead && [...back].every((quad) => holds(expected, quad)));
    if (!isSame)
      return { kind: 'other', fault: `comes back as ${await write(back, 'nquads')}\n${text.slice(0, 1000)}` };
    return {
      kind: isKept ? 'the same' : 'no RDF, the same',
      fault: isKept ? await storeFault(quads, format, text) : undefined,
    };
  };

/** Whether it is one of them, but for labels of blank nodes. */
const holds = (quads: readonly Quad[], one: Quad): boolean => quads.some((quad) => areSame([quad], [one]));

/** `format`: its id in `formats.ts`. */
export const writing = (format: string, { hasGraphs = false } = {}): FuzzTarget => ({
  name: `${format}-out`,
  share: 20,
  generate: generate(hasGraphs),
  open: probing(probe(format)),
});
