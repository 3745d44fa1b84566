/** Whether two sets of quads are the same but for the labels of their blank nodes: exactly, by refinement and backtracking. */
import { createHash } from 'node:crypto';
import type { Quad, Term } from '../../../src/rdf.js';

/** Blank node label → what is known of it. */
type Colours = ReadonlyMap<string, string>;

/** Colours tried before giving up; a pair of graphs that needs more is an error, not a guess. */
const bound = 5_000;

/** Language tags are the same in any case (RDF 1.1 Concepts, section 3.3). */
export function keyOf(term: Term, blank: (label: string) => string): string {
  switch (term.termType) {
    case 'BlankNode':
      return blank(term.value);
    case 'Literal':
      return JSON.stringify([term.value, term.language.toLowerCase(), term.direction ?? '', term.datatype.value]);
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object].map((part) => keyOf(part, blank)).join(' ')}>>`;
    default:
      return `${term.termType}<${term.value}>`;
  }
}

const keyOfQuad = (quad: Quad, blank: (label: string) => string): string =>
  [quad.subject, quad.predicate, quad.object, quad.graph].map((term) => keyOf(term, blank)).join(' ');

function* labelsIn(term: Term): Generator<string> {
  if (term.termType === 'BlankNode') yield term.value;
  if (term.termType === 'Quad')
    for (const part of [term.subject, term.predicate, term.object, term.graph]) yield* labelsIn(part);
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');
const distinct = (colours: Colours): number => new Set(colours.values()).size;

/** The quads, each once, with those that a blank node stands in. */
class Graph {
  readonly quads: ReadonlyMap<string, Quad>;
  readonly #around = new Map<string, Quad[]>();

  constructor(quads: Iterable<Quad>) {
    this.quads = new Map([...quads].map((quad) => [keyOfQuad(quad, (label) => `_:${label}`), quad]));
    for (const quad of this.quads.values())
      for (const label of new Set(labelsIn(quad))) this.#around.set(label, [...(this.#around.get(label) ?? []), quad]);
  }

  plainColours(): Colours {
    return new Map([...this.#around.keys()].map((label) => [label, '']));
  }

  /** Tells blank nodes apart by what stands around them, until that tells no more of them apart. */
  refine(colours: Colours): Colours {
    const next = new Map<string, string>();
    for (const [label, quads] of this.#around) {
      const seen = quads.map((quad) => keyOfQuad(quad, (b) => (b === label ? '_:this' : `_:[${colours.get(b)}]`)));
      next.set(label, digest(`${colours.get(label)} ${seen.sort().join('\n')}`));
    }
    return distinct(next) === distinct(colours) ? next : this.refine(next);
  }
}

/** Colour → the labels that have it. */
function classesOf(colours: Colours): Map<string, string[]> {
  const classes = new Map<string, string[]>();
  for (const [label, colour] of colours) classes.set(colour, [...(classes.get(colour) ?? []), label]);
  return classes;
}

class Search {
  #tried = 0;

  constructor(
    private readonly left: Graph,
    private readonly right: Graph,
  ) {}

  match(leftBefore: Colours, rightBefore: Colours): boolean {
    this.#tried += 1;
    if (this.#tried > bound) throw new Error(`the graphs are too much alike to be compared in ${bound} steps`);
    const [left, right] = [this.left.refine(leftBefore), this.right.refine(rightBefore)];
    const [ours, theirs] = [classesOf(left), classesOf(right)];
    for (const [colour, labels] of ours) if (theirs.get(colour)?.length !== labels.length) return false;
    const open = [...ours].filter(([, labels]) => labels.length > 1).sort(([, a], [, b]) => a.length - b.length)[0];
    if (open === undefined) return this.#isSame(ours, theirs);
    const [colour, [first = '']] = open;
    const marked = new Map(left).set(first, `${colour}!`);
    return (theirs.get(colour) ?? []).some((label) => this.match(marked, new Map(right).set(label, `${colour}!`)));
  }

  /** Every blank node has its partner: are the quads the same? */
  #isSame(ours: ReadonlyMap<string, string[]>, theirs: ReadonlyMap<string, string[]>): boolean {
    const partner = new Map([...ours].map(([colour, [label = '']]) => [label, theirs.get(colour)?.[0] ?? '']));
    const mapped = [...this.left.quads.values()].map((q) => keyOfQuad(q, (label) => `_:${partner.get(label)}`));
    return mapped.every((key) => this.right.quads.has(key));
  }
}

/** Throws where it cannot be decided within bounds. */
export function isIsomorphic(left: Iterable<Quad>, right: Iterable<Quad>): boolean {
  const [ours, theirs] = [new Graph(left), new Graph(right)];
  const [a, b] = [ours.plainColours(), theirs.plainColours()];
  return ours.quads.size === theirs.quads.size && a.size === b.size && new Search(ours, theirs).match(a, b);
}
