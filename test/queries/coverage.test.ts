/** What the note says of data: which countries, which years, which figures, whose. Expected by reading the note. */
import { expect } from 'chai';
import { ask, column, expectNames, type Row, readBuilt } from './ask.js';

const stock = 'International migrant stock';
const flows = 'International migration flows';
const transition = 'Data on migration for economies in transition';
const byOrigin = 'Census data on foreign-born or foreign persons by origin';
/** The tabulations of census rounds; the name of the first is lost, but for its end. */
const tabulations = [
  /birth, age and sex$/,
  /lived abroad five years before/,
  /^(the )?economically active foreign-born/i,
];
const byBirth = /^(?!.*lived abroad).*birth, age and sex$/;
const recorded = 'Migration flows';
const trafficking = 'Trafficking Database';
const brainDrain = /^Brain Drain\b/;
/** All that the note says of what this holds is a cut sentence. */
const ofConcern = /more than 150 countries|refugees|persons of concern/;
/** Named in passing: whether these are datasets is a matter of taste. */
const inPassing = [/net migration/, /labour and employment information|international migration of workers/];

const reporting = 'AUS BEL CAN DEU DNK ESP FIN FRA GBR ITA NLD NOR NZL SWE USA'.split(' ');

const titled = (rows: readonly Row[], title: string | RegExp): Row[] =>
  rows.filter((row) => (typeof title === 'string' ? row['title'] === title : title.test(row['title'] ?? '')));
const where = (rows: readonly Row[], condition: Row): string[] =>
  column(
    rows.filter((row) => Object.entries(condition).every(([key, value]) => row[key] === value)),
    'title',
  );

describe('the note on data', () => {
  before(async function () {
    this.timeout(60_000);
    await readBuilt();
  });

  describe('Sweden in 1985', () => {
    let rows: Row[];
    before(async () => {
      rows = await ask('datasets-on-country-and-year', { country: 'SWE', year: '1985' });
    });

    it('is recorded by name in the flow data', () => {
      expectNames(where(rows, { answer: 'by name' }), [flows]);
      expect(titled(rows, flows)).to.have.length(1);
      expect(titled(rows, flows)[0]).to.include({ places: 'Sweden', years: 'generally 1960–2004' });
    });

    it('is one of "each country or area" of the stock data, of which 1985 is one reference year', () => {
      expectNames(where(rows, { answer: 'as part of a whole' }), [stock]);
      expect(titled(rows, stock)).to.have.length(1);
      expect(titled(rows, stock)[0]).to.include({ extent: 'each country or area', years: '1985' });
    });

    it('may be in the data of which the note gives years and no list of countries', () => {
      const dated = rows.filter((row) => row['answer'] === 'not stated' && row['years'] !== 'not dated');
      expectNames(column(dated, 'title'), [transition, ...tabulations]);
      expectNames(column(dated, 'years'), ['1980–2000', '1985–1994']);
    });

    it('may be in data that are not dated, which stand apart', () => {
      const undated = where(rows, { answer: 'not stated', years: 'not dated' });
      expectNames(undated, [brainDrain, ofConcern, recorded], inPassing);
      const last = rows.findLastIndex((row) => row['years'] !== 'not dated');
      expect(rows.findIndex((row) => row['years'] === 'not dated')).to.equal(last + 1);
    });

    it('is not asked for where other years or other places are named', () => {
      expectNames(column(titled(rows, trafficking), 'title'), []);
      expectNames(column(titled(rows, byOrigin), 'title'), []);
    });

    it('is in what the Population Division holds', async () => {
      const holders = await ask('who-holds-data', { country: 'SWE', year: '1985' });
      expectNames(column(holders, 'title'), [flows, stock]);
      expect(column(holders, 'name')).to.deep.equal(['Population Division']);
    });
  });

  it('on a country that no list names knows the wholes it is part of', async () => {
    const kenya = await ask('datasets-on-country-and-year', { country: 'KEN', year: '1985' });
    expectNames(where(kenya, { answer: 'by name' }), []);
    expectNames(where(kenya, { answer: 'as part of a whole' }), [stock, byOrigin]);
    expect(column(titled(kenya, byOrigin), 'places')).to.deep.equal(['Africa']);
    expect(column(titled(kenya, byOrigin), 'years')).to.deep.equal(['not dated']);
  });

  it('names the fifteen countries of the Population Division’s flow data, each with the sentence', async () => {
    const rows = await ask('countries-in-data', { agency: 'undesa-population-division', measure: 'flow' });
    expect(rows.map((row) => row['code']).sort()).to.deep.equal(reporting);
    for (const row of rows) {
      expect(row['title']).to.equal(flows);
      expect(row['roles']).to.contain('reporting');
      expect(row['quote']).to.contain('as recorded by Australia, Belgium').and.contain('by country of origin');
    }
  });

  it('names no country in the stock data', async () => {
    expect(await ask('countries-in-data', { agency: 'undesa-population-division', measure: 'stock' })).to.be.empty;
  });

  it('names fifteen countries as covered by data, and no other', async () => {
    const rows = await ask('countries-not-named');
    const { store } = await readBuilt();
    const all = await store.query('SELECT ?c { ?c a <https://w3id.org/migraph/ontology#Country> }');
    let count = 0;
    if (all.kind === 'bindings') for await (const _ of all.rows) count += 1;
    expect(rows).to.have.length(count - reporting.length);
    expect(column(rows, 'code')).to.include.members(['ALB', 'CHN', 'COL', 'IRL', 'NGA']);
    expect(column(rows, 'code')).to.not.include.members(reporting);
  });

  it('tells stocks from flows', async () => {
    const rows = await ask('stocks-and-flows');
    const [, abroad, active] = tabulations;
    if (abroad === undefined || active === undefined) throw new Error('three tabulations');
    expectNames(where(rows, { measure: 'stock' }), [stock, transition, byOrigin, abroad, active], [byBirth]);
    expectNames(where(rows, { measure: 'flow' }), [flows, transition, recorded], [trafficking, ...inPassing]);
    expectNames(
      where(rows, { measure: 'not stated' }),
      [],
      [brainDrain, ofConcern, byBirth, trafficking, ...inPassing],
    );
  });

  describe('for a year', () => {
    const dated = async (year: string) => where(await ask('figures-for-year', { year }), { answer: 'yes' });

    it('2005 has stock figures only', async () => expectNames(await dated('2005'), [stock]));
    it('1962 has flow figures only: reference years are no range', async () =>
      expectNames(await dated('1962'), [flows]));
    it('1960 has both', async () => expectNames(await dated('1960'), [flows, stock]));
    it('1990 has the first census round too', async () =>
      expectNames(await dated('1990'), [flows, stock, transition, ...tabulations]));
    it('2002 has the second census round and the trafficking routes', async () =>
      expectNames(await dated('2002'), [flows, trafficking, ...tabulations]));
    it('2006 and 1950 have none', async () => {
      expectNames(await dated('2006'), []);
      expectNames(await dated('1950'), []);
    });

    it('undated data are named apart', async () => {
      const rows = await ask('figures-for-year', { year: '2005' });
      expectNames(where(rows, { answer: 'not dated' }), [brainDrain, byOrigin, ofConcern, recorded], inPassing);
    });
  });

  it('on a region finds the whole, the parts and the wholes it is part of', async () => {
    const america = await ask('datasets-on-region', { region: '419' });
    expectNames(where(america, { answer: 'the region' }), [byOrigin]);
    expectNames(where(america, { answer: 'as part of a whole' }), [stock]);
    expectNames(where(america, { answer: 'parts of it' }), []);
    const europe = await ask('datasets-on-region', { region: '150' });
    expectNames(where(europe, { answer: 'parts of it' }), [flows]);
    expect(titled(europe, flows)[0]?.['count']).to.equal('11');
  });

  describe('how wide', () => {
    const words = async (agency: string, title: string | RegExp) =>
      titled(await ask('width-of-coverage', { agency }), title).map(({ words, qualifier, years }) => [
        words,
        qualifier,
        years,
      ]);

    it('UNHCR says: more than 150 countries, some 36 industrialized countries', async () => {
      const rows = await ask('width-of-coverage', { agency: 'unhcr' });
      const counts = rows.map(({ words, qualifier, number }) => [words, qualifier, number]);
      expect(counts).to.have.deep.members([
        ['more than 150 countries', 'more than', '150'],
        ['some 36 industrialized countries', 'about', '36'],
      ]);
    });

    it('the census tabulations are, round by round', async () => {
      expect(await words('undesa-statistics-division', byBirth)).to.have.deep.members([
        ['61 countries', 'exactly', '1985–1994'],
        ['47 countries', 'exactly', '1995–2004'],
      ]);
      expect(await words('undesa-statistics-division', /lived abroad/)).to.have.deep.members([
        ['17 countries', 'exactly', '1985–1994'],
        ['17 countries', 'exactly', '1995–2004'],
      ]);
      // "24 censuses" is no number of countries
      expect(await words('undesa-statistics-division', /economically active/)).to.have.deep.members([
        ['29 countries', 'exactly', '1985–1994'],
      ]);
    });

    it('the flow and stock data are', async () => {
      const rows = await ask('width-of-coverage', { agency: 'undesa' });
      expect(titled(rows, flows)[0]).to.include({ named: '15' });
      expect(titled(rows, stock)[0]).to.include({ named: '0', extent: 'each country or area' });
    });
  });

  it('tells who owns which dataset', async () => {
    const rows = await ask('datasets-by-owner');
    const undesa = { agency: 'United Nations Department of Economic and Social Affairs' };
    const none = inPassing;
    expectNames(where(rows, { ...undesa, unit: 'Population Division' }), [stock, flows, transition, byOrigin], none);
    expectNames(where(rows, { ...undesa, unit: 'United Nations Statistics Division' }), [recorded, ...tabulations]);
    expectNames(where(rows, { agency: 'United Nations Office on Drugs and Crime' }), [trafficking]);
    expectNames(where(rows, { agency: 'World Bank' }), [brainDrain]);
    expectNames(where(rows, { agency: 'Office of the United Nations High Commissioner for Refugees' }), [ofConcern]);
    const named = ['United Nations Office on Drugs and Crime', 'World Bank', undesa.agency];
    expectNames(
      column(rows, 'agency'),
      [...named, 'Office of the United Nations High Commissioner for Refugees'],
      ['International Labour Organization'],
    );
    expect(column(titled(rows, flows), 'found')).to.deep.equal(['heading']);
    expect(column(titled(rows, brainDrain), 'found')).to.deep.equal(['inferred']);
  });

  it('names two corridors, both in the World Bank’s survey of migrants', async () => {
    const rows = await ask('corridors');
    expect(rows.map(({ from, to, owners }) => [from, to, owners])).to.deep.equal([
      ['Albania', 'Italy', 'World Bank'],
      ['Brazil', 'Japan', 'World Bank'],
    ]);
  });
});
