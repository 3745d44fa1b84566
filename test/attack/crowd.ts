/** The graph that is attacked: people who know one another, in N-Triples; the same for the same size. */

/** How many people it takes for so many triples, about. */
export const peopleFor = (triples: number): number => Math.max(10, Math.round(triples / 8));

/** A small generator of pseudo-random numbers (mulberry32), so that a run can be made again from its seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts that are regular expressions of the worst kind, to be used by queries that take them from the data. */
const patterns = ['^(a+)+$', '^(a|a)*$', '^([a-zA-Z]+)*$', '(.*a){20}', '^(([a-z])+.)+[A-Z]([a-z])+$'];

/** Everybody in a knot links to everybody else in it. */
const knot = 24;

function* person(n: number, people: number, random: () => number): Generator<string> {
  const somebody = (): string => `<http://e/p${Math.floor(random() * people)}>`;
  const me = `<http://e/p${n}>`;
  yield `${me} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/${n % 3 === 0 ? 'Migrant' : 'Person'}> .`;
  yield `${me} <http://e/name> "name ${n}" .`;
  yield `${me} <http://e/knows> ${somebody()} .`;
  yield `${me} <http://e/knows> ${somebody()} .`;
  yield `${me} <http://e/age> "${Math.floor(random() * 90)}"^^<http://www.w3.org/2001/XMLSchema#integer> .`;
  yield `${me} <http://e/livesIn> <http://e/city${Math.floor(random() * 50)}> .`;
  if (n % 2 === 0) yield `${me} <http://e/note> "${'a'.repeat(30 + (n % 17))}!"@en .`;
  if (n % 100 === 0) yield `${me} <http://e/pattern> "${patterns[(n / 100) % patterns.length]}" .`;
}

export function* crowd(people: number): Generator<string> {
  const random = createRandom(people);
  for (let n = 0; n < people; n += 1) yield `<http://e/hub> <http://e/knowsOf> <http://e/p${n}> .`;
  for (let n = 0; n < people; n += 1) yield* person(n, people, random);
  for (let a = 0; a < knot; a += 1)
    for (let b = 0; b < knot; b += 1) if (a !== b) yield `<http://e/k${a}> <http://e/link> <http://e/k${b}> .`;
}
