/** What the note says of publications, meetings and projects, and of who works on what. Expected by reading the note. */
import { expect } from 'chai';
import { ask, column, expectNames, type Row, readBuilt } from './ask.js';

const titles = (rows: readonly Row[]): string[] => column(rows, 'title');
const of = (rows: readonly Row[], variable: string, value: string): Row[] =>
  rows.filter((row) => row[variable] === value);

const iom = 'International Organization for Migration';
const unctad = 'United Nations Conference on Trade and Development';
const undp = 'United Nations Development Programme';
const unfpa = 'United Nations Population Fund';
const ohchr = 'Office of the United Nations High Commissioner for Human Rights';
const unhcr = 'Office of the United Nations High Commissioner for Refugees';
const unodc = 'United Nations Office on Drugs and Crime';
const bank = 'World Bank';
const principles = 'General Principles for International Remittance Services';
const females = /^Female Migrants: Bridging the Gaps throughout the Life Cycle/;

describe('the note on works and meetings', () => {
  before(async function () {
    this.timeout(60_000);
    await readBuilt();
  });

  describe('a series', () => {
    it('Migration Research Series holds five numbers, latest first', async () => {
      const rows = await ask('series-contents');
      expect(rows.map(({ number, title }) => [number, title])).to.deep.equal([
        ['24', 'Domestic Migrant Remittances in China'],
        ['23', 'Migration, Human Smuggling and Trafficking from Nigeria to Europe'],
        ['22', 'Migration and Development: Opportunities and Challenges for Policy Makers'],
        ['21', 'Migration and Development: the cases of Angola and Zambia'],
        ['20', 'The Millennium Development Goals and Migration'],
      ]);
      expect(rows[0]).to.include({ about: 'China' });
      expect(rows[3]?.['about']?.split('; ').sort()).to.deep.equal(['Angola', 'Zambia']);
    });

    it('is found by its acronym', async () => {
      expect(await ask('series-contents', { series: 'mrs' })).to.have.length(5);
      const dialogue = await ask('series-contents', { series: 'IDM' });
      expect(dialogue.map(({ number, title }) => [number, title])).to.deep.equal([
        ['8', 'Mainstreaming Migration into Development Policy Agendas'],
        ['7', 'Managing the Movement of People, what have we learnt from GATS MODE 4?'],
        ['6', 'Health and Migration, Bridging the Gap'],
      ]);
      const law = await ask('series-contents', { series: 'IML' });
      expectNames(titles(law), [
        'Migrations and the Protection of Human Rights',
        'Biometrics and International Migration',
        'Glossary on Migration',
      ]);
    });
  });

  it('tells who works on remittances', async () => {
    const rows = await ask('who-works-on', { theme: 'remittances' });
    const joint = ['Bank for International Settlements', /Department for International Development$/];
    expectNames(column(rows, 'name'), [iom, unctad, undp, bank, ...joint]);
    expectNames(column(of(rows, 'name', unctad), 'how'), ['says so']);
    expect(titles(of(rows, 'name', iom))).to.include('Domestic Migrant Remittances in China');
    expect(titles(of(rows, 'name', bank))).to.include(principles);
  });

  it('tells what concerns Albania: a report about it, two surveys in it, one dataset by way of the world', async () => {
    const rows = await ask('what-concerns-country');
    const seen = rows.map(({ kind, how, owners }) => [kind, how, owners]);
    expect(seen).to.have.deep.members([
      ['publication', 'about it', undp],
      ['dataset', 'covers it as part of a whole', 'Population Division'],
      ['project', 'covers it by name', iom],
      ['project', 'covers it by name', bank],
    ]);
    expectNames(titles(of(rows, 'kind', 'publication')), [/^(Albania's )?National Human Development Report 2000$/]);
    expectNames(titles(of(rows, 'kind', 'dataset')), ['International migrant stock']);
  });

  it('tells a meeting’s place from coverage: Morocco', async () => {
    const rows = await ask('what-concerns-country', { country: 'MAR' });
    // the note does not say in which country Rabat is
    expectNames(titles(of(rows, 'how', 'held in it')), [/Expert Group Meeting/], [/Euro-African/]);
    expectNames(column(of(rows, 'how', 'covers it by name'), 'kind'), ['project']);
  });

  describe('events', () => {
    it('of 2005 are four', async () => {
      const rows = await ask('events-of-year', { year: '2005' });
      expect(rows.map(({ start, end, convenors }) => [start, end, convenors])).to.deep.equal([
        ['2005-01-17', '2005-01-19', unctad],
        ['2005-02-07', '2005-02-09', unctad],
        ['2005-05-11', '2005-05-12', unfpa],
        ['2005-09-27', undefined, unfpa],
      ]);
      expectNames(titles(rows), [
        'Trade and Development Aspects of Professional Services and Regulatory Frameworks',
        'New and Dynamic Sectors of World Trade',
        /Expert Group Meeting/,
        'Panel on International Migration and the Millennium Development Goals',
      ]);
      expect(rows[2]).to.include({ place: 'Marrakech' });
    });

    it('of 2006 are five, and the meeting that the note is for', async () => {
      const rows = await ask('events-of-year', { year: '2006' });
      expectNames(
        titles(rows),
        [
          /UNFPA-IOM Expert Group Meeting/,
          /Santo Domingo|remittances and development/,
          /Euro-African Ministerial Conference/,
          /High-Level Dialogue/,
          /Second International Conference on Migrant Remittances/,
        ],
        [/fifth coordination meeting/i],
      );
      expect(rows.filter(({ title }) => /High-Level Dialogue/.test(title ?? ''))).to.have.length(1);
    });

    it('of 2004 is one', async () => {
      expectNames(titles(await ask('events-of-year', { year: '2004' })), [/Round Table/]);
    });
  });

  describe('publications', () => {
    it('of 2006', async () => {
      const rows = await ask('publications-of-year', { year: '2006' });
      expectNames(
        titles(rows),
        [
          females,
          'Women on the Move',
          /^State of World Population 2006/,
          /Moving Young$/,
          /^(Report on )?Trafficking in Persons: Global Patterns$/,
          /2006 annual report|E\/CN\.4\/2006\/67$/,
          principles,
        ],
        [/visit to Greece/, /Special Rapporteur on Tra/, /10-Point Plan/, /^Global Migration Group:/],
      );
      expectNames(
        column(
          rows.filter(({ title }) => /annual report/.test(title ?? '')),
          'owners',
        ),
        [new RegExp(`${ohchr}|Special Rapporteur`)],
      );
    });

    it('of 2005', async () => {
      expectNames(
        titles(await ask('publications-of-year', { year: '2005' })),
        [
          /National Human Development Report 2005$/,
          /^International Migration and the Millennium Development Goals/,
          /Round Table Presentation/,
          /unaccompanied and separated children/,
        ],
        [/The 2005 Revision$/, /^Trade and Development Aspects/],
      );
    });

    it('of several agencies', async () => {
      const rows = await ask('joint-publications');
      const joint = rows.map(({ title, owners }) => [title, owners?.split('; ').sort().join('; ')] as const);
      const owners = new Map(joint.map(([title, names]) => [title?.replace(/:.*/, ''), names]));
      expect(Object.fromEntries(owners)).to.deep.equal({
        'Female Migrants': `${iom}; ${unfpa}`,
        'Women on the Move': `${iom}; ${unfpa}`,
        'Meeting the Challenges of Migration, Progress since the ICPD': `International Migration Policy Programme; ${unfpa}`,
        [principles]: `Bank for International Settlements; ${bank}`,
      });
    });

    it('that issue datasets are three', async () => {
      const rows = await ask('issued-as');
      expect(rows.map(({ title, publicationTitle }) => [title, publicationTitle])).to.have.deep.members([
        ['International migrant stock', 'Trends in Total Migrant Stock: The 2005 Revision'],
        [
          'International migration flows',
          'International Migration Flows to and from Selected Countries: The 2005 Revision',
        ],
        [
          'Data on migration for economies in transition',
          'International Migration from Countries with Economies in Transition: 1980-2000',
        ],
      ]);
    });
  });

  it('tells what has ended and what is to come', async () => {
    const rows = await ask('ended-or-forthcoming');
    expectNames(titles(of(rows, 'status', 'discontinued')), ['Migration flows']);
    expectNames(
      titles(of(rows, 'status', 'forthcoming')),
      [
        'Panel on International Migration and the Millennium Development Goals',
        /^International Migration Policy and Economic Development/,
      ],
      ['Research Compendium'],
    );
  });

  describe('the themes that agencies say they work on', () => {
    let rows: Row[];
    before(async () => {
      rows = await ask('themes-of-agencies');
    });
    const themes: Readonly<Record<string, readonly RegExp[]>> = {
      'International Labour Organization': [/labour migration/i, /globali[sz]ation/i],
      [unctad]: [/remittances/i, /brain drain/i, /trade in services/i],
      [iom]: [/labour migration/i, /return/i, /health/i, /trafficking/i],
      [unfpa]: [/gender|women/i, /trafficking/i, /human rights/i],
      [unhcr]: [/refugees/i, /asylum/i],
      [unodc]: [/trafficking/i],
      [bank]: [/brain drain/i, /remittances/i, /poverty/i],
    };
    for (const [name, expected] of Object.entries(themes))
      it(`of ${name}`, () => expectNames(column(of(rows, 'name', name), 'themeName'), expected, [/./]));

    it('are of no agency that the note does not speak of', () =>
      expectNames(
        column(rows, 'name'),
        [],
        [
          ...Object.keys(themes),
          undp,
          ohchr,
          /^(United Nations )?(Population|Statistics) Division$/,
          'United Nations Department of Economic and Social Affairs',
          'International Migration Law and Legal Affairs Department',
          /^Migration Policy, Research/,
        ],
      ));

    it('stand in a sentence each', () => {
      for (const { quote } of rows) expect(quote).to.be.a('string').that.is.not.empty;
    });
  });

  it('names three members of the Global Migration Group before its list breaks off', async () => {
    const rows = await ask('members-of-groups');
    expect(rows.map(({ groupName, acronym }) => [groupName, acronym])).to.have.deep.members([
      ['Global Migration Group', 'ILO'],
      ['Global Migration Group', 'IOM'],
      ['Global Migration Group', 'UNCTAD'],
    ]);
  });

  it('tells where to ask', async () => {
    const rows = await ask('where-to-ask');
    expectNames(column(of(rows, 'name', iom), 'address'), ['mailto:res@iom.int', 'mailto:pub@iom.int']);
    expectNames(column(of(rows, 'name', bank), 'address'), [/www\.worldbank\.org\/migration$/]);
    expectNames(column(rows, 'address'), [/iom\.int$/, /worldbank/, /www\.unhcr\.org\/?$/]);
  });
});
