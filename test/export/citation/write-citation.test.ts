/** Citations are read back by somebody else's program as what they were written from. */
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { expect } from 'chai';
import type { Citation } from '../../../src/export/citation/citation.js';
import { writeCitation } from '../../../src/export/citation/write-citation.js';

const bare: Citation = {
  iri: 'https://w3id.org/migraph/publication/x',
  key: 'publication-x',
  kind: 'document',
  title: 'Flows',
  authors: [],
  publishers: [],
  issued: undefined,
  isForthcoming: false,
  series: undefined,
  number: undefined,
  identifier: undefined,
  url: undefined,
};

const types: Readonly<Record<string, string>> = { bibtex: '@bibtex/text', csl: '@csl/list+object', ris: '@ris/file' };

function readBack(citation: Citation, format: string): Readonly<Record<string, unknown>> {
  const text = writeCitation(citation, format);
  const { data } = format === 'csl' ? new Cite(text) : new Cite(text, { forceType: types[format] ?? '' });
  expect(data).to.have.length(1);
  return data[0] ?? {};
}

const strange = [
  'Costs & benefits: 100% of $5 #1 snake_case ~ tilde ^ hat',
  'Braces { } of {TeX} and one { alone',
  'A back\\slash \\textbf{bold} \\input{x}',
  'Población y migración – Ž, Ø, ß, 人口移動, Ελλάδα',
  'Quotes "double" \'single\' ‘typographic’ and `back`',
  'ER - is the end, TY - a beginning, @misc{no, x = {y}}',
  'and, and And',
];

describe('a citation', () => {
  for (const title of strange)
    for (const format of ['bibtex', 'csl', 'ris'])
      it(`keeps the title ${JSON.stringify(title)} in ${format}`, () => {
        const read = readBack({ ...bare, title }, format);
        // citation-js marks what must keep its capitals.
        expect(String(read['title']).replace(/<\/?span[^>]*>/g, '')).to.equal(title);
      });

  const full: Citation = {
    ...bare,
    authors: ['Office for Seas and Harbours', 'Müller & Sons'],
    publishers: ['Ministry of Waves, Ports and Piers', 'UNHCR'],
    issued: '2006-05-02',
    series: 'Working Papers & Notes',
    number: '24',
    url: 'https://example.org/a_b?c=1&d=%20#e~f',
  };
  for (const format of ['bibtex', 'csl', 'ris'])
    it(`says in ${format} who made it, who published it, when, in which series, and where it is`, () => {
      const read = readBack(full, format);
      const authors = JSON.stringify(read['author']);
      for (const name of ['Office for Seas and Harbours', 'Müller & Sons']) expect(authors).to.include(name);
      expect(JSON.stringify(read['author']).match(/literal|family/g)).to.have.length(2);
      expect(String(read['publisher'])).to.include('Ministry of Waves, Ports and Piers');
      expect((read['issued'] as { 'date-parts': number[][] })['date-parts'][0]?.[0]).to.equal(2006);
      expect(String(read['collection-title'] ?? '').replace(/<\/?span[^>]*>/g, '')).to.equal('Working Papers & Notes');
      expect(read['URL']).to.equal(full.url);
      expect(String(read['note'])).to.include(bare.iri);
    });

  it('invents no year: none where a style says "n.d." by itself, "n.d." in BibTeX', () => {
    for (const format of ['csl', 'ris']) expect(readBack(bare, format), format).not.to.have.property('issued');
    expect(writeCitation(bare, 'bibtex')).to.include('  year = {n.d.},\n');
    expect(writeCitation({ ...bare, isForthcoming: true }, 'bibtex')).to.include('  year = {forthcoming},\n');
    expect(new Cite(writeCitation(bare, 'csl')).format('bibliography', { template: 'apa' })).to.include('n.d.');
  });

  it('says no kind of document that is not stated, and that data are data', () => {
    expect(readBack(bare, 'csl')['type']).to.equal('document');
    expect(readBack({ ...bare, kind: 'dataset' }, 'csl')['type']).to.equal('dataset');
    expect(readBack({ ...bare, kind: 'dataset' }, 'ris')['type']).to.equal('dataset');
  });

  it('breaks no line of RIS, of which each begins with a tag', () => {
    const lines = writeCitation(full, 'ris').split('\r\n');
    expect(lines.pop()).to.equal('');
    expect(lines.filter((line) => !/^[A-Z][A-Z\d] {2}- [^\r\n]*$/.test(line))).to.deep.equal([]);
    expect([lines[0], lines.at(-1)]).to.deep.equal(['TY  - GEN', 'ER  - ']);
  });
});
