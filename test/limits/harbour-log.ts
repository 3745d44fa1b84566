/** The graph that limited queries are asked of: ships by number, with texts of very different length and every kind of odd character. */

import { type Quad, rdf } from '../../src/rdf.js';
import { createRandom } from '../random.js';

const iri = (name: string) => rdf.namedNode(`http://e/${name}`);
const odd = [
  'plain words ',
  'a,b "c" ',
  'two\nlines ',
  'tab\there ',
  "<&>]]>'",
  '\\n \\" ',
  'été ',
  '😀',
  '\r\n',
  '# . ; ',
  '{}[]',
  ' ',
];

export const ships = 3000;

/** The same each time. */
export function* harbourLog(): Generator<Quad> {
  const random = createRandom(11);
  for (let n = 0; n < ships; n += 1) {
    const ship = iri(`ship/${n}`);
    const words = Array.from({ length: 1 + random.number(random.chance(5) ? 400 : 40) }, () => random.pick(odd)).join(
      '',
    );
    yield rdf.quad(ship, iri('n'), rdf.literal(String(n), rdf.namedNode('http://www.w3.org/2001/XMLSchema#integer')));
    yield rdf.quad(ship, iri('log'), rdf.literal(words, random.chance(30) ? 'en' : undefined));
    yield rdf.quad(ship, iri('berth'), iri(`berth/${n % 60}`));
    if (n % 3 === 0) yield rdf.quad(ship, iri('tows'), iri(`ship/${random.number(ships)}`));
  }
}
