/** What no graph may hold, though a parser gives it. */
import { expect } from 'chai';
import { faultOfQuad } from '../../../src/store/rdf/check-quad.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const rdfNs = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

async function faultOf(text: string, format: string): Promise<string | undefined> {
  const quads = await parseRdf(text, format, 'http://e/');
  return quads.map(faultOfQuad).find((fault) => fault !== undefined);
}

describe('a quad', () => {
  it('has no text of a type that goes with a language but without one', async () => {
    for (const name of ['langString', 'dirLangString']) {
      const type = rdfNs + name;
      const fault = `a text of the type <${type}> without a language`;
      const json = [{ '@id': 'http://e/s', 'http://e/p': [{ '@value': 'x', '@type': type }] }];
      const xml = `<rdf:RDF xmlns:rdf="${rdfNs}" xmlns:e="http://e/"><e:C><e:p rdf:datatype="${type}">x</e:p></e:C></rdf:RDF>`;
      expect(await faultOf(JSON.stringify(json), 'jsonld')).to.equal(fault);
      expect(await faultOf(xml, 'rdfxml')).to.equal(fault);
    }
  });
  it('may have texts with languages and directions, and of other types', async () => {
    for (const object of ['"x"@en', '"x"@ar--rtl', '"x"', `"x"^^<${rdfNs}HTML>`])
      expect(await faultOf(`<http://e/s> <http://e/p> ${object} .`, 'turtle')).to.equal(undefined);
  });
});
