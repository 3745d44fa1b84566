/** Queries of shapes that were cheap before, with constants that make them dear: they are tried where nobody can be killed. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Attack, Target } from '../attack.js';
import { endOf, post } from '../send-query.js';

type Shape = (n: number, constant: string) => string;

/** Of somebody who knows of nobody there is little to find; the hub knows of all. */
const [few, all] = ['<http://e/p1>', '<http://e/hub>'];

const ends = ['200', '503'];

/** Each of so many shapes is learnt, and then asked for what takes long, again and again, by many at once. */
async function misuse({ origin }: Target, shape: Shape): Promise<string> {
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  for (const n of numbers) await endOf(post({ origin }, shape(n, few)), ends);
  const found = new Set<string>();
  const ask = async (n: number): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      found.add(await endOf(post({ origin }, `${shape(n, all)} # ${round}`), ends));
      await wait(50);
    }
  };
  for (let at = 0; at < numbers.length; at += 10) await Promise.all(numbers.slice(at, at + 10).map(ask));
  return [...found].every((end) => ends.includes(end)) ? 'answered' : [...found].join(', ');
}

const misuseOf = (what: string, shape: Shape): Attack => ({
  name: `a shape that was cheap: ${what}`,
  expected: ['answered'],
  run: (target) => misuse(target, shape),
});

export const knownShapes: readonly Attack[] = [
  misuseOf('a join', (n, who) => `SELECT (COUNT(*) AS ?n${n}) { ${who} <http://e/knowsOf> ?a . ?a ?p ?b . ?c ?p ?b }`),
  misuseOf(
    'an order',
    (n, who) => `SELECT ?b${n} { ${who} <http://e/knowsOf> ?a . ?a ?p ?b${n} } ORDER BY LCASE(STR(?b${n})) LIMIT 1`,
  ),
  misuseOf(
    'what is not there',
    (n, who) => `ASK { ${who} <http://e/knowsOf> ?a . ?a ?p ?b${n} FILTER (?b${n} = "no") }`,
  ),
];
