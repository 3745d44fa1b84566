/** Terms come back from a query process as they were. */
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { type Quad, rdf, type Term } from '../../../src/rdf.js';
import { serialiseBindings } from '../../../src/serialise/results.js';
import { parseAnswer } from '../../../src/store/pool/parse-answer.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const a = rdf.namedNode('http://e/ä');
const terms: readonly Term[] = [
  a,
  rdf.blankNode('g.x'),
  rdf.literal('line\nend, "quoted" \\ 𝄞'),
  rdf.literal('bonjour', 'fr'),
  rdf.literal('שלום', { language: 'he', direction: 'rtl' } as never),
  rdf.literal('01', rdf.namedNode(`${xsd}integer`)),
  rdf.quad(a, a, rdf.literal('x')) as Quad,
];

describe('an answer of a query process', () => {
  it('gives back every kind of term, and unbound variables', async () => {
    async function* rows() {
      for (const term of terms) yield new Map([['x', term]]);
      yield new Map<string, Term>();
    }
    const bytes: Buffer[] = [];
    for await (const text of serialiseBindings({ variables: ['x', 'y'], rows: rows() }, 'json'))
      bytes.push(Buffer.from(text));
    // One byte at a time: characters are cut through the middle.
    const body = Readable.from([...Buffer.concat(bytes)].map((byte) => Buffer.from([byte])));
    const result = await parseAnswer('bindings', body);
    if (result.kind !== 'bindings') throw new Error(result.kind);
    expect(result.variables).to.deep.equal(['x', 'y']);
    const back: (Term | undefined)[] = [];
    for await (const row of result.rows) back.push(row.get('x'));
    expect(back).to.have.length(terms.length + 1);
    for (const [i, term] of terms.entries()) expect(back[i]?.equals(term), term.value).to.equal(true);
    expect(back.at(-1)).to.equal(undefined);
  });
});
