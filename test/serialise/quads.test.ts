/** What is written in any graph syntax is read back the same; what a syntax cannot say is an error. */
import { expect } from 'chai';
import { type Quad, rdf } from '../../src/rdf.js';
import { type JsonLdOptions, writeJsonLd } from '../../src/serialise/json-ld.js';
import { NotExpressible } from '../../src/serialise/not-expressible.js';
import { serialiseNQuads, serialiseQuads } from '../../src/serialise/quads.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { isIsomorphic } from '../conformance/compare/isomorphic.js';

const e = (name: string) => rdf.namedNode(`http://e/${name}`);
const xsd = (name: string) => rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${name}`);

async function write(quads: Iterable<Quad>, format: string): Promise<string> {
  let text = '';
  for await (const part of serialiseQuads(quads, format)) text += part;
  return text;
}

const json = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON');

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
  rdf.quad(e('s'), e('p'), rdf.literal('1e6', xsd('double'))),
  rdf.quad(e('s'), e('p'), rdf.literal('{ "b":[1,null,"x"], "a":{}}', json)),
  rdf.quad(e('s'), e('p'), rdf.literal('no JSON', json)),
  rdf.quad(e('s'), rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), rdf.literal('a word')),
  rdf.quad(e('s'), e('p'), rdf.literal('كلمة', { language: 'ar', direction: 'rtl' } as unknown as string)),
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

  it('N-Triples are canonical: languages in lower case, escapes only where they must be, in capitals', async () => {
    const text = '\u0000\u0007\b\t\n\u000B\f\r\u000E\u001F "\\\u007F\u0080é\uFFFE\uFFFF\uFFFD𝄞';
    const quads = [
      rdf.quad(e('a'), e('p'), rdf.literal(text)),
      rdf.quad(e('b'), e('p'), rdf.literal('chat', 'EN-GB')),
      rdf.quad(e('c'), e('p'), rdf.literal('chat', { language: 'EN-GB', direction: 'ltr' } as unknown as string)),
      rdf.quad(e('d'), e('p'), rdf.quad(e('s'), e('p'), rdf.literal('x', 'DE')) as unknown as Quad['object']),
    ];
    expect(await write(quads, 'ntriples')).to.equal(
      [
        '<http://e/a> <http://e/p> "\\u0000\\u0007\\b\\t\\n\\u000B\\f\\r\\u000E\\u001F \\"\\\\\\u007F\u0080é\\uFFFE\\uFFFF\uFFFD𝄞" .\n',
        '<http://e/b> <http://e/p> "chat"@en-gb .\n',
        '<http://e/c> <http://e/p> "chat"@en-gb--ltr .\n',
        '<http://e/d> <http://e/p> <<( <http://e/s> <http://e/p> "x"@de )>> .\n',
      ].join(''),
    );
  });

  const document = (quads: Quad[], options: JsonLdOptions): string => [...writeJsonLd(quads, options)].join('');

  it('JSON-LD: a node that also names a graph stays one; what looks like a prefix of the context does not', async () => {
    const b = rdf.blankNode('b');
    const quads = [rdf.quad(b, e('p'), b, b), rdf.quad(rdf.namedNode('ex:s'), e('p'), b)];
    const context = { ex: 'http://e/' };
    for (const text of [await write(quads, 'jsonld'), document(quads, { context })]) {
      const back = await parseRdf(text, 'jsonld', 'http://base.example/');
      expect(new Set(back.flatMap((q) => [q.subject, q.object, q.graph].map((term) => term.value)))).to.have.length(3);
      expect(back.map((q) => q.subject.value)).to.include('ex:s');
    }
  });

  it('JSON-LD: collections are lists where nothing else knows of their cells', async () => {
    const said = '<a:s> <a:p> ( 1 ( ) ( 2 ) _:x ) . _:x <a:p> ( 3 ) .';
    const hard = `<a:s> <a:p> _:l, _:l2 . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ;
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:m . _:m <a:q> 1 .
      <a:t> a ( 1 2 ) . <a:s> <a:q> ( 4 ) . _:l2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l2 ;
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 .
      <a:g> { <a:s> <a:p> ( 1 ) . _:c <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ;
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ( ) } <a:s> <a:r> _:c .`;
    for (const text of [said, hard]) {
      const quads = await parseRdf(text, 'trig', 'http://base.example/');
      const written = await write(quads, 'jsonld');
      expect(written).to.include('@list');
      expect(isIsomorphic(await parseRdf(written, 'jsonld', 'http://base.example/'), quads), text).to.equal(true);
    }
    expect(await write(await parseRdf(said, 'trig', 'http://base.example/'), 'jsonld')).to.not.include('#rest');
  });

  describe('JSON-LD has no triple terms, and gets classic reification', () => {
    const inner = (name: string) => rdf.quad(e('s'), e('p'), e(name)) as unknown as Quad['object'];
    const reifies = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies');
    const said = async (quads: Quad[]): Promise<string> =>
      serialiseNQuads(await parseRdf(await write(quads, 'jsonld'), 'jsonld', 'http://base.example/')).replace(
        /http:\/\/www.w3.org\/1999\/02\/22-rdf-syntax-ns#/g,
        'rdf:',
      );
    it('what reifies one triple is the statement', async () => {
      expect(await said([rdf.quad(e('r'), reifies, inner('o'))])).to.equal(
        ['object> <http://e/o>', 'predicate> <http://e/p>', 'subject> <http://e/s>', 'type> <rdf:Statement>']
          .map((rest) => `<http://e/r> <rdf:${rest} .\n`)
          .join(''),
      );
    });
    it('what reifies two, or holds one as a value, leads to statements', async () => {
      const two = await said([rdf.quad(e('r'), reifies, inner('o')), rdf.quad(e('r'), reifies, inner('q'))]);
      expect(two.match(/<rdf:reifies> _:/g)).to.have.length(2);
      expect(two.match(/<rdf:Statement>/g)).to.have.length(2);
      expect(await said([rdf.quad(e('a'), e('says'), inner('o'))])).to.match(/<http:\/\/e\/says> _:\w+ \./);
    });
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
    const embedded = JSON.parse(document(quads, { context }));
    expect(embedded).to.deep.equal({ '@context': context, '@graph': [{ '@id': 'ex:s', p: 'ex:o' }] });
    const linked = JSON.parse(document(quads, { context, contextIri: 'http://e/context' }));
    expect(linked['@context']).to.equal('http://e/context');
  });
});
