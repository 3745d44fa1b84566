/** A node of an RDF graph, to be walked from property to property. */
import type { Quad, Term } from '../../src/rdf.js';

const namespaces: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  mf: 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#',
  qt: 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#',
  ut: 'http://www.w3.org/2009/sparql/tests/test-update#',
  rs: 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#',
  ht: 'http://www.w3.org/2011/http#',
  cnt: 'http://www.w3.org/2011/content#',
  sd: 'http://www.w3.org/ns/sparql-service-description#',
  void: 'http://rdfs.org/ns/void#',
};

/** `mf:name` → its IRI. */
export function expand(name: string): string {
  const [prefix = '', local = ''] = name.split(':');
  const namespace = namespaces[prefix];
  if (namespace === undefined) throw new Error(`no prefix "${prefix}"`);
  return namespace + local;
}

const keyOf = (term: Term): string => `${term.termType} ${term.value}`;

/** Subject → its statements. */
export type GraphIndex = ReadonlyMap<string, readonly Quad[]>;

export function indexGraph(quads: Iterable<Quad>): GraphIndex {
  const index = new Map<string, Quad[]>();
  for (const quad of quads) {
    const key = keyOf(quad.subject);
    const statements = index.get(key);
    if (statements === undefined) index.set(key, [quad]);
    else statements.push(quad);
  }
  return index;
}

export class Node {
  constructor(
    readonly term: Term,
    private readonly index: GraphIndex,
  ) {}

  get value(): string {
    return this.term.value;
  }

  /** All objects of a property such as `mf:name`. */
  all(property: string): Node[] {
    const iri = expand(property);
    const statements = this.index.get(keyOf(this.term)) ?? [];
    return statements.filter((q) => q.predicate.value === iri).map((q) => new Node(q.object, this.index));
  }

  one(property: string): Node | undefined {
    return this.all(property)[0];
  }

  /** The members of the list that the property leads to; without the property, none. */
  list(property: string): Node[] {
    const members: Node[] = [];
    for (let rest = this.one(property); rest !== undefined; rest = rest.one('rdf:rest'))
      members.push(...rest.all('rdf:first'));
    return members;
  }

  is(type: string): boolean {
    return this.all('rdf:type').some(({ value }) => value === expand(type));
  }
}

/** The nodes that have the property. */
export function nodesWith(index: GraphIndex, property: string): Node[] {
  const iri = expand(property);
  return [...index.values()].flatMap((statements) => {
    const found = statements.find((q) => q.predicate.value === iri);
    return found === undefined ? [] : [new Node(found.subject, index)];
  });
}
