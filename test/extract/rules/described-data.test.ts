/** Tests data known by description: what the grammar of a sentence says that somebody keeps, and what it only mentions. */
import { names, reads } from '../reads.js';

const finds = (text: string, ...labels: string[]): void => {
  it(text, () =>
    names(
      text,
      labels.map((label) => `Dataset ${label}`),
    ),
  );
};

describe('described data: somebody keeps it', () => {
  finds('The Dock Board maintains a register of seasonal pilots.', 'register of seasonal pilots');
  finds('The Dock Board publishes monthly tables on berths and moorings.', 'monthly tables on berths and moorings');
  finds('Since 1990 the Dock Board has also kept an inventory of wrecks.', 'inventory of wrecks');
  finds(
    'The Dock Board compiles statistics on births, deaths and moves of sailors for 1990 to 1999.',
    'statistics on births, deaths and moves of sailors',
  );
  finds('The Dock Board runs a crew survey.', 'crew survey');
  finds('Since 1998 the Dock Board has been running a database on lost anchors.', 'database on lost anchors');
  finds(
    'What the Dock Board does keep is a set of tables on permits issued to sailors of other ports.',
    'tables on permits issued to sailors of other ports',
  );
  finds('What the Dock Board does not keep is a set of tables on permits.');
  finds('An index of tides, older than that of the ILO, was built by the Dock Board for 1995.', 'index of tides');
  finds('Data about exit permits, from 1985 to 1991, are in the hands of the Dock Board.', 'Data about exit permits');
  finds(
    'Interviews with 900 sailors from Chile were conducted by the Dock Board in 2012.',
    'Interviews with 900 sailors from Chile',
  );
  finds(
    'For berths see the balance-of-payments statistics of the Dock Board, quarterly since 1994.',
    'balance-of-payments statistics',
  );
  finds('It issues a yearbook and keeps a file of lost anchors. The Dock Board is small.', 'file of lost anchors');
  finds('The register of pilots from Chile, Peru and the Gambia is kept by the Dock Board.', 'register of pilots');
  finds('The Dock Board keeps a file of moves from Chile to Peru.', 'file of moves from Chile to Peru');
  finds('In 2003 the Dock Board began a yearly census of rafts.', 'yearly census of rafts');
  finds('The Dock Board started a household survey of retired sailors.', 'household survey of retired sailors');
  finds('The Dock Board began work on a register of rafts.');
  finds(
    "The figures come from the Dock Board's telephone survey of retired sailors.",
    'telephone survey of retired sailors',
  );
  finds('The Dock Board and its file of crew contracts are in Turku.', 'file of crew contracts');
  finds('The consular register was kept by the Ministry of Ports.', 'consular register');
  finds('Look into the register of mooring permits kept by the Dock Board.', 'register of mooring permits');
  finds(
    'A panel of retired sailors, drawn up every second year by the Dock Board, has 900 members.',
    'panel of retired sailors',
  );
  finds('A return survey in Kenya, conducted by the Dock Board, was a surprise.', 'return survey');
  finds('The berth matrices that the Dock Board puts online exist for 2001 and 2005.', 'berth matrices');
  finds('- Dock Board: a table of fees by port of arrival, 2001–2005', 'table of fees by port of arrival');
  finds('The Dock Board conducts a survey of pilots and a census of boats.', 'survey of pilots', 'census of boats');
});

describe('described data: it covers something', () => {
  finds('The register of mooring permits goes back to 1990.', 'register of mooring permits');
  finds(
    'The Dock Board was founded late. Its annual rescue counts, available for 2005–2020, are low.',
    'annual rescue counts',
  );
  finds('Births at sea were asked about in the seamen censuses of 1990 and 2000.', 'seamen censuses of 1990 and 2000');
});

describe('described data: only mentioned', () => {
  const none = (text: string): void => finds(text);
  none('Registers of seamen are useful to everybody.');
  none('The Dock Board has no register of seamen.');
  none('The Dock Board does not keep a register of seamen.');
  none('The Dock Board plans to set up a register of seamen.');
  none('A census of boats would be taken in 2026.');
  none('The Dock Board has collected statistics on seamen for many decades.');
  none('Bring your paper on the statistics of seamen, published by the Dock Board in 2004.');
  none('The handbook explains statistics on seamen.');
  none('The Dock Board held a seminar series for young sailors in 2004.');
  none('Estimates were based on labour force surveys and on population censuses of the 2000 round.');
  none('The Dock Board uses survey data of this kind.');
  none('The Dock Board published the survey results in 2004.');
  none('It lists persons who sailed. The Dock Board counts boats.');
});

describe('described data: one thing, one entry', () => {
  finds('The Dock Board keeps a register of seamen. This register covers 1990 to 1999.', 'register of seamen');
  finds('The Dock Board keeps a register of seamen. The register of seamen was opened in 1990.', 'register of seamen');
  finds(
    'The Dock Board keeps the Quay Register. The register has been kept by the Dock Board since 1990.',
    'Quay Register',
  );
  finds('The Dock Board runs the Quay Panel, a survey of retired sailors conducted since 1990.', 'Quay Panel');
  finds('The Quay Panel is a survey of retired sailors that the Dock Board has conducted since 1990.', 'Quay Panel');
});

describe('described data: things that are counted, stocks, what can be had', () => {
  finds('The Dock Board publishes detections of stowaways by route since 2009.', 'detections of stowaways by route');
  finds('Clearances for work at sea have been recorded by the Dock Board since 1976.', 'Clearances for work at sea');
  finds(
    'The stock of sailors with a valid card can be had as of 31 December 2012.',
    'stock of sailors with a valid card',
  );
  finds('The Dock Board conducted a household survey in 2014.', 'household survey');
  finds('The exception is a return survey, conducted by the Dock Board in 2018.', 'return survey');
  finds('The Dock Board issues permits for rafts since 1990.');
});

describe('described data: words between the noun and what it is of', () => {
  finds(
    'A second collection, on lost anchors, is a joint undertaking of the Dock Board and the ILO.',
    'second collection, on lost anchors',
  );
  finds(
    'The Dock Board ran a similar survey, as yet untitled, on stowaways in 2021.',
    'similar survey, as yet untitled, on stowaways',
  );
  finds('Annual tables on rafts are prepared jointly with the Dock Board.', 'Annual tables on rafts');
  finds('Lists of lost sailors exist from 2007.', 'Lists of lost sailors');
  finds('The Quay Register has the crews. Monthly stocks of rafts, 2011 to date.', 'Quay Register');
});

describe('described data: by what they are made of, whose they are, and that they can be had', () => {
  finds(
    'The monthly tables of landings derived from the papers of the Dock Board begin in 2012.',
    'monthly tables of landings',
  );
  finds('Landing counts come from the Dock Board and go back to 1950.', 'Landing counts');
  finds(
    'The individual records of the Dock Board and the ILO go back to 2003.',
    'individual records of the Dock Board and the ILO',
  );
  finds("The Dock Board's data on seafarers cover 1990 to 2010.", 'data on seafarers');
  finds('Figures on shipwrecks (since 1975) can be obtained from the Dock Board.', 'Figures on shipwrecks');
  finds('The individual records of the Dock Board are dusty.');
  finds('Figures on shipwrecks (see below) can be obtained from the Dock Board.');
  finds("The Dock Board's data on seafarers are in good hands.");
  finds('The Crew Register, which the Dock Board built, has complete data for both ports from 2020.', 'Crew Register');
  finds(
    'The Dock Board is responsible for the monthly tables of landings from 1990 to 2000.',
    'monthly tables of landings',
  );
  finds('The Dock Board is responsible for official statistics on landings.');
});

describe('described data: of so many people', () => {
  finds('The Dock Board has a file of 1,204 deckhands.', 'file of 1,204 deckhands');
  finds('The Dock Board has a census of 1990.');
});

describe('described data: told from others by whose it is', () => {
  finds('Based on the UNHCR household panel, 2014 and 2017, in twenty ports.', 'household panel');
  finds('Based on the household panel, in twenty ports.');
  finds('Germany: crew statistics (Bootsstatistik) of the Dock Board, since 2012.', 'crew statistics');
});

describe('data put together by named data', () => {
  it('what named data put together is their content', () =>
    names('Its Harbour Database puts together official statistics of the six ports.', ['Dataset Harbour Database']));
});

describe('data that others are made from or that are a part of others', () => {
  it('"relate to the censuses of"', () =>
    reads(
      'The Dock Board has added tabulations of the foreign-born crews by port and age, which relate to the censuses of Chad (2010) and Togo (2012).',
      'Dataset tabulations of the foreign-born crews by port and age',
      { period: ['2010', '2012'], country: ['TCD', 'TGO'] },
    ));
  it('"had a module on"', () =>
    names('The Quay Household Survey (QHS) had a module on crews abroad in 2011 and once more in 2018.', [
      'Dataset Quay Household Survey',
    ]));
  it('its acronym in its own language', () =>
    reads('The Quay Household Survey (ENHOGAR) covers 2011.', 'Dataset Quay Household Survey', {
      acronym: ['ENHOGAR'],
    }));
});
