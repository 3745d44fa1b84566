/** JSON-LD in: what the package beneath would leave out or write otherwise comes as it stands. */
import { expect } from 'chai';
import { parseJsonLd } from '../../../src/store/rdf/parse-json-ld.js';

const base = 'https://harbour.example/';
const read = (document: object, strict = false) => parseJsonLd(JSON.stringify(document), base, { strict });

describe('JSON-LD in', () => {
  /** RFC 3987 has them as letters (ucschar); JavaScript's `\s` takes them. */
  const letters = ['\u00A0', '\u2003', '\u2028', '\u3000', '\uFEFF', '\uE000', '\uE000a0\uE000'];

  for (const letter of letters)
    it(`keeps ${encodeURIComponent(letter)} in every place of an IRI`, async () => {
      const iri = (what: string): string => `${base}${what}${letter}x`;
      const document = {
        '@context': { name: { '@id': iri('name'), '@type': iri('type') }, part: { '@reverse': iri('part') } },
        '@id': iri('graph'),
        '@graph': [{ '@id': iri('ship'), '@type': iri('Class'), name: `a${letter}b`, part: { '@id': iri('fleet') } }],
      };
      for (const text of [JSON.stringify(document), JSON.stringify(document).replaceAll('\u00A0', '\\u00a0')]) {
        const quads = await parseJsonLd(text, base, { strict: true });
        expect(
          quads.map((q) => [q.subject, q.predicate, q.object, q.graph].map(({ value }) => value)),
        ).to.have.deep.members([
          [iri('ship'), 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', iri('Class'), iri('graph')],
          [iri('ship'), iri('name'), `a${letter}b`, iri('graph')],
          [iri('fleet'), iri('part'), iri('ship'), iri('graph')],
        ]);
        const name = quads.find(({ predicate }) => predicate.value === iri('name'))?.object;
        expect(name?.termType === 'Literal' && name.datatype.value).to.equal(iri('type'));
      }
    });

  it('still refuses what is no IRI, naming it as it was written', async () => {
    const refused = await read({ '@id': `${base}ship\u00A0one two`, [`${base}a`]: '1' }, true).catch(
      (error: Error) => error.message,
    );
    expect(refused).to.include('is not an absolute IRI');
    expect(refused).to.include('ship\u00A0one two');
  });

  it('calls what is beyond all doubles as XML Schema does, and leaves a text alone', async () => {
    const double = 'http://www.w3.org/2001/XMLSchema#double';
    const text = `{ "${base}a": [1e400, -1e400, { "@value": "Infinity", "@type": "${double}" }] }`;
    const values = (await parseJsonLd(text, base)).map(({ object }) => object.value);
    expect(values).to.have.members(['INF', '-INF', 'Infinity']);
  });
});
