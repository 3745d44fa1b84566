/** RDF/XML where the library read more than was said. */
import { expect } from 'chai';
import { serialiseNQuads, serialiseQuads } from '../../../src/serialise/quads.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

async function linesOf(content: string): Promise<string[]> {
  const text = `<rdf:RDF xmlns:rdf="${rdf}" xmlns:e="http://e/" xmlns:its="http://www.w3.org/2005/11/its">${content}</rdf:RDF>`;
  const quads = await parseRdf(text, 'rdfxml', 'http://e/doc');
  return serialiseNQuads(quads).replaceAll(rdf, 'rdf:').replaceAll('http://e/', '').trim().split('\n');
}

const statement = (subject: string, predicate: string, object: string): string[] => [
  `<doc#st> <rdf:object> ${object} .`,
  `<doc#st> <rdf:predicate> ${predicate} .`,
  `<doc#st> <rdf:subject> ${subject} .`,
  '<doc#st> <rdf:type> <rdf:Statement> .',
];

describe('RDF/XML', () => {
  it('names the statement of the property, and none of the node in it', async () => {
    const node = '<e:D rdf:about="http://e/b" e:v="1"/>';
    const lines = await linesOf(
      `<rdf:Description rdf:about="http://e/a"><e:p rdf:ID="st">${node}</e:p></rdf:Description>`,
    );
    const own = ['<a> <p> <b> .', '<b> <rdf:type> <D> .', '<b> <v> "1" .'];
    expect(lines).to.have.members([...own, ...statement('<a>', '<p>', '<b>')]);
  });

  it('names the statement of a property whose node has the same property', async () => {
    const node = '<rdf:Description rdf:about="http://e/b" e:p="1"/>';
    const lines = await linesOf(
      `<rdf:Description rdf:about="http://e/a"><e:p rdf:ID="st">${node}</e:p></rdf:Description>`,
    );
    expect(lines).to.include('<b> <p> "1" .');
    expect(lines.filter((line) => line.includes('rdf:object'))).to.deep.equal(['<doc#st> <rdf:object> <b> .']);
  });

  it('annotates the statement of the property, and none of the node in it', async () => {
    const node = '<e:D rdf:about="http://e/b" e:v="1"/>';
    const lines = await linesOf(
      `<rdf:Description rdf:about="http://e/a"><e:p rdf:annotation="http://e/r">${node}</e:p></rdf:Description>`,
    );
    expect(lines.filter((line) => line.includes('rdf:reifies'))).to.deep.equal([
      '<r> <rdf:reifies> <<( <a> <p> <b> )>> .',
    ]);
  });

  it('names the statement that has a list', async () => {
    const list = '<e:l rdf:ID="st" rdf:parseType="Collection"><e:D rdf:about="http://e/b"/></e:l>';
    const lines = await linesOf(`<rdf:Description rdf:about="http://e/a">${list}</rdf:Description>`);
    expect(lines.filter((line) => line.includes('rdf:predicate'))).to.deep.equal(['<doc#st> <rdf:predicate> <l> .']);
  });

  it('takes the version of ITS for no property', async () => {
    const lines = await linesOf('<rdf:Description rdf:about="http://e/a" its:version="2.0" e:v="1"/>');
    expect(lines).to.deep.equal(['<a> <v> "1" .']);
  });

  it('takes what is of no known type for a literal', async () => {
    const lines = await linesOf(
      '<rdf:Description rdf:about="http://e/a"><e:p rdf:parseType="X"><e:D/></e:p></rdf:Description>',
    );
    expect(lines[0]).to.match(/^<a> <p> "<e:D><\/e:D>"\^\^<rdf:XMLLiteral> \.$/);
  });

  it('refuses syntax as a property', async () => {
    for (const name of ['parseType', 'resource', 'datatype']) {
      const error = await linesOf(`<rdf:Description rdf:${name}="x"/>`).catch((thrown: Error) => thrown.message);
      expect(error).to.include(`#${name}> is no property`);
    }
  });

  it('that is cut short is refused', async () => {
    const start = `<rdf:RDF xmlns:rdf="${rdf}" xmlns:e="http://e/"><rdf:Description rdf:about="http://e/a"><e:v>x</e:v>`;
    for (const cut of ['', '<!-- none -->', start, start.slice(0, -3), `${start}</rdf:Description>`]) {
      const error = await parseRdf(cut, 'rdfxml', 'http://e/').catch((thrown: Error) => thrown.message);
      expect(error, cut).to.match(/ends within an element|no element/);
    }
  });

  it('whose namespace ends with a space, of whatever kind, is refused', async () => {
    for (const space of ['\u00A0', '\uFEFF', '\u2028', ' ']) {
      const text = `<rdf:RDF xmlns:rdf="${rdf}" xmlns:e="http://e/${space}"><rdf:Description e:p="x"/></rdf:RDF>`;
      const error = await parseRdf(text, 'rdfxml', 'http://e/').catch((thrown: Error) => thrown.message);
      expect(error).to.match(/begins or ends with a space/);
    }
  });

  it('is not written for a name that ends its namespace with a space', async () => {
    const quads = await parseRdf('<http://e/s> <http://e/\u00A0p> 1 .', 'turtle', 'http://e/');
    const write = async () => {
      for await (const _ of serialiseQuads(quads, 'rdfxml'));
    };
    expect(await write().catch((thrown: Error) => thrown.name)).to.equal('NotExpressible');
  });
});
