/** A JSON-LD frame as we make use of it: which nodes stand within which, to what depth. */
import type { JsonLdTerms, ReverseTerm } from './json-ld-terms.js';

export interface Frame {
  /** Properties whose values are written out within, by their IRI. */
  readonly within: ReadonlyMap<string, Frame>;
  /** What points here, and is written out within. */
  readonly reverse: readonly (ReverseTerm & { readonly frame: Frame })[];
  /** Terms whose list is there even where it is empty. */
  readonly lists: readonly string[];
}

/** The text of a frame, as JSON; its keys are terms of the context. */
export interface FrameObject {
  readonly [key: string]: unknown;
}

export const noFrame: Frame = { within: new Map(), reverse: [], lists: [] };

const isObject = (value: unknown): value is FrameObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON-LD 1.1 Framing: `@embed` says whether, `@omitDefault` whether a list that is empty is left out. */
export function readFrame(frame: FrameObject, terms: JsonLdTerms): Frame {
  const within = new Map<string, Frame>();
  const reverse: (ReverseTerm & { frame: Frame })[] = [];
  const lists: string[] = [];
  for (const [name, part] of Object.entries(frame)) {
    if (name.startsWith('@') || name === terms.keyword('@type') || !isObject(part)) continue;
    const backwards = terms.reverseNamed(name);
    const term = terms.named(name);
    if (backwards === undefined && term === undefined)
      throw new Error(`the JSON-LD frame names "${name}", which is no term of the context`);
    const isList = backwards !== undefined || term?.isList === true;
    if (isList && part['@omitDefault'] !== true) lists.push(name);
    if (part['@embed'] === '@never') continue;
    const inner = readFrame(part, terms);
    if (backwards !== undefined) reverse.push({ ...backwards, frame: inner });
    else if (term !== undefined) within.set(term.property, inner);
  }
  return { within, reverse, lists };
}
