/** What is written in any graph syntax is read back the same; what a syntax cannot say is an error. */
import { expect } from 'chai';
import { type Quad, rdf } from '../../src/rdf.js';
import { writeJsonLd } from '../../src/serialise/json-ld.js';
import { NotExpressible } from '../../src/serialise/not-expressible.js';
import { serialiseNQuads, serialiseQuads } from '../../src/serialise/quads.js';
import { parseRdf } from '../../src/store/parse-rdf.js';

const e = (name: string) => rdf.namedNode(`http://e/${name}`);
const xsd = (name: string) => rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${name}`);

async function write(quads: Iterable<Quad>, format: string): Promise<string> {
  let text = '';
  for await (const part of serialiseQuads(quads, format)) text += part;
  return text;
}

const awkward = [
  rdf.quad(e('s'), e('p'), rdf.literal('plain')),
  rdf.quad(
    e('s'),
    e('p'),
    rdf.literal('a "quoted" \\ back\\slash, \t tab, \r CR, \n LF, \r\n both, \u007F, é, 𝄞, <&>'),
  ),
  rdf.quad(e('s'), e('p'), rdf.literal('  spaces around  ')),
  rdf.quad(e('s'), e('p'), rdf.literal('')),
  rdf.quad(e('s'), e('p'), rdf.literal('mot', 'fr-ca')),
  rdf.quad(e('s'), e('p'), rdf.literal('007', xsd('integer'))),
  rdf.quad(e('s'), e('p'), rdf.literal('seven', xsd('integer'))),
  rdf.quad(e('s'), e('p'), rdf.literal('1', xsd('boolean'))),
  rdf.quad(e('s'), e('p'), rdf.literal('1.50', xsd('decimal'))),
  rdf.quad(e('s'), rdf.namedNode('http://purl.org/dc/terms/title'), rdf.namedNode('http://purl.org/dc/terms/a/b')),
  rdf.quad(e("it's(odd);x=1?a&b"), e('p'), e('übung')),
  rdf.quad(rdf.namedNode('urn:x:y'), rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), e('T')),
];

describe('graph syntaxes', () => {
  for (const format of ['turtle', 'trig', 'ntriples', 'nquads', 'rdfxml', 'jsonld'])
    it(`${format} is read back as what was written`, async () => {
      const back = await parseRdf(await write(awkward, format), format, 'http://base.example/');
      expect(serialiseNQuads(back)).to.equal(serialiseNQuads(awkward));
    });

  for (const format of ['trig', 'nquads', 'jsonld'])
    it(`${format} keeps graphs apart`, async () => {
      const quads = awkward.flatMap((q) => [q, rdf.quad(q.subject, q.predicate, q.object, e('g'))]);
      const back = await parseRdf(await write(quads, format), format, 'http://base.example/');
      expect(serialiseNQuads(back)).to.equal(serialiseNQuads(quads));
    });

  for (const format of ['turtle', 'rdfxml', 'jsonld', 'ntriples'])
    it(`${format} keeps one blank node one`, async () => {
      const b = rdf.blankNode('b.1');
      const back = await parseRdf(await write([rdf.quad(b, e('p'), b)], format), format, 'http://base.example/');
      expect(back).to.have.length(1);
      expect(back[0]?.subject.termType).to.equal('BlankNode');
      expect(back[0]?.object.value).to.equal(back[0]?.subject.value);
    });

  it('N-Quads are sorted, canonical and without repetitions', () => {
    const quads = [rdf.quad(e('b'), e('p'), rdf.literal('x\n')), rdf.quad(e('a'), e('p'), e('o'), e('g'))];
    expect(serialiseNQuads([...quads, ...quads])).to.equal(
      '<http://e/a> <http://e/p> <http://e/o> <http://e/g> .\n<http://e/b> <http://e/p> "x\\n" .\n',
    );
  });

  for (const format of ['turtle', 'ntriples'])
    it(`${format}: an IRI made from text cannot smuggle in a term`, async () => {
      const text = await write(
        [rdf.quad(rdf.namedNode('http://e/> <http://e/q> <http://e/x'), e('p'), e('o'))],
        format,
      );
      expect(text).to.include('<http://e/\\u003E\\u0020\\u003C');
    });

  it('writes triple terms with any predicate', async () => {
    const type = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
    const inner = rdf.quad(e('s'), type, e('o')) as unknown as Quad['object'];
    expect(await write([rdf.quad(e('r'), e('p'), inner)], 'ntriples')).to.equal(
      '<http://e/r> <http://e/p> <<( <http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/o> )>> .\n',
    );
  });

  const inexpressible: [string, string, Quad][] = [
    ['a predicate without a name', 'rdfxml', rdf.quad(e('s'), rdf.namedNode('http://e/1'), e('o'))],
    [
      'a predicate that is syntax',
      'rdfxml',
      rdf.quad(e('s'), rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#Description'), e('o')),
    ],
    ['a control character', 'rdfxml', rdf.quad(e('s'), e('p'), rdf.literal('\u0001'))],
    [
      'a triple term',
      'rdfxml',
      rdf.quad(e('s'), e('p'), rdf.quad(e('s'), e('p'), e('o')) as unknown as Quad['object']),
    ],
    [
      'a triple term',
      'jsonld',
      rdf.quad(e('s'), e('p'), rdf.quad(e('s'), e('p'), e('o')) as unknown as Quad['object']),
    ],
  ];
  for (const [what, format, quad] of inexpressible)
    it(`${format} cannot say ${what}, and does not pretend to`, async () => {
      const error = await write([quad], format).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(NotExpressible);
    });

  it('JSON-LD is compacted, and can point to its context', async () => {
    const context = { ex: 'http://e/', p: { '@id': 'ex:p', '@type': '@id' } };
    const quads = [rdf.quad(e('s'), e('p'), e('o'))];
    const embedded = JSON.parse(await writeJsonLd(quads, { context }));
    expect(embedded).to.deep.equal({ '@context': context, '@graph': [{ '@id': 'ex:s', p: 'ex:o' }] });
    const linked = JSON.parse(await writeJsonLd(quads, { context, contextIri: 'http://e/context' }));
    expect(linked['@context']).to.equal('http://e/context');
  });
});
