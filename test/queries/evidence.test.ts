/** What the answers rest on: sentences that stand in the note, clues for owners, and places that are broken. */
import { expect } from 'chai';
import { ask, column, type Row, readBuilt } from './ask.js';

describe('the note as evidence', () => {
  let text: string;
  before(async function () {
    this.timeout(60_000);
    ({ text } = await readBuilt());
  });

  it('has every quote at its place, counted in code points', async () => {
    const points = [...text];
    for (const { at, quote = '' } of [...(await ask('inferred-owners')), ...(await ask('claims-about-dataset'))])
      expect(points.slice(Number(at), Number(at) + [...quote].length).join('')).to.equal(quote);
  });

  describe('of a dataset', () => {
    let rows: Row[];
    before(async () => {
      rows = await ask('claims-about-dataset', { dataset: 'migrant stock' });
    });
    const values = (property: string) =>
      column(
        rows.filter((row) => row['property']?.endsWith(property)),
        'value',
      ).map((value) => value.replace(/.*[/#]/, ''));

    it('says ten reference years, each in one sentence', () => {
      const years = [1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005];
      expect(values('temporal').sort()).to.deep.equal(years.map(String));
      const said = rows.filter((row) => row['property']?.endsWith('temporal'));
      for (const { quote } of said) expect(quote).to.contain('as of 1 July 1960');
    });

    it('says that it covers each country or area, and holds stocks by sex', () => {
      expect(values('extent')).to.deep.equal(['EachCountryOrArea']);
      expect(values('measure')).to.deep.equal(['Stock']);
    });

    it('quotes the heading that names the owner', () => {
      const owner = rows.filter((row) => row['property']?.endsWith('publisher'));
      expect(column(owner, 'found')).to.deep.equal(['heading']);
      expect(column(owner, 'quote')).to.include('Population Division');
    });

    it('all stands', () => expect(column(rows, 'stands')).to.deep.equal(['true']));
  });

  it('finds statements of every part of a dataset', async () => {
    const rows = await ask('claims-about-dataset', { dataset: 'LIVED ABROAD' });
    const counts = rows.filter((row) => row['property']?.endsWith('countText'));
    expect(column(counts, 'value')).to.deep.equal(['17 countries']);
    expect(column(counts, 'quote').join()).to.contain('was reported by 17 countries each');
  });

  describe('of inferred owners', () => {
    let rows: Row[];
    before(async () => {
      rows = await ask('inferred-owners');
    });
    /** A title's words, and what the clue to its owner has to speak of. */
    const inferred: readonly (readonly [RegExp, RegExp])[] = [
      [/^Domestic Migrant Remittances in China$/, /\bIOM\b/],
      [/^Glossary on Migration$/, /\bIOM\b/],
      [/^International Migration$/, /\bIOM\b/],
      [/National Human Development Report 2000$/, /\bUNDP\b/],
      [/Santo Domingo|remittances and development/, /\bUNDP\b/],
      [/^(?!.*abroad).*birth, age and sex$/, /Statistics Division/],
      [/lived abroad five years/, /Statistics Division/],
      [/economically active/, /Statistics Division/],
      [/visit to Greece/, /OHCHR|Special Rapporteur on migrants/],
      [/Discrimination against non-citizens/, /OHCHR|Special Rapporteur on migrants/],
      [/more than 150 countries|persons of concern|refugees, asylum/, /\bUNHCR\b/],
      [/^Poverty/, /\bBank\b/],
      [/^Brain Drain/, /\bBank\b/],
    ];
    for (const [title, clue] of inferred)
      it(`quotes the clue for ${title.source}`, () => {
        const quotes = column(
          rows.filter((row) => title.test(row['title'] ?? '')),
          'quote',
        );
        expect(quotes.length, 'the sentence and its clue').to.be.at.least(2);
        expect(quotes.join('\n')).to.match(clue);
      });

    it('has none of what stands under its heading', () => {
      const stated = [
        /^International migrant stock$/,
        /^International migration flows$/,
        /^Trafficking Database$/,
        /^Women on the Move$/,
      ];
      for (const title of stated) expect(column(rows, 'title').filter((text) => title.test(text))).to.be.empty;
    });
  });

  it('shows its broken places, and how they are broken', async () => {
    const rows = await ask('damaged-places');
    const damageAt = (words: string) => {
      const at = [...text.slice(0, text.indexOf(words))].length;
      const places = rows.filter(({ start = '', quote = '' }) => {
        const from = Number(start);
        return from < at + [...words].length && from + [...quote].length > at;
      });
      return column(places, 'damage');
    };
    for (const garbled of [
      'labou-1. TD-0.00',
      'bar4.4(se,on)3.3()',
      'T r t a',
      'drainour.507239 0sSS.0001 T',
      '*GTITbbØ*',
    ])
      expect(damageAt(garbled), garbled).to.include('garbled');
    for (const cut of [
      'The manual by Bilsborrow',
      'also made avai',
      'Special Rapporteur on Tra\n',
      'at global, regional and\n',
    ])
      expect(damageAt(cut.trim()), cut).to.include('cut');
    for (const headless of [
      'migration; and use of remitted funds',
      'birth, age and sex had been',
      'procedures, including',
      'meaning refugees',
      'source institutions',
      'labour movements while',
      'released a consultation',
    ])
      expect(damageAt(headless), headless).to.not.be.empty;
  });
});
