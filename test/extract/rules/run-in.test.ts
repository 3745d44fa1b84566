/** Tests run-in heads: a passage that opens with a name, with whose it is before or behind the name, and heads that name nothing. */
import { expect } from 'chai';
import { names, reads, readText } from '../reads.js';

const listed = (item: string): string => `# Databases on boats\n\n- ${item}\n`;

describe('run-in heads: the name alone', () => {
  it('before a colon', () =>
    reads(listed('Quay Register: boats by port, 1990–1995, kept by the Dock Board.'), 'Dataset Quay Register', {
      owner: ['Dock Board'],
      period: ['1990-1995'],
    }));
  it('with its acronym, before a full stop', () =>
    reads(listed('Migration Calendar (MC). Every move of a crew from 1990 to 1995.'), 'Dataset Migration Calendar', {
      acronym: ['MC'],
      period: ['1990-1995'],
    }));
  it('and behind it who keeps it', () =>
    reads(
      listed('Crew Register, kept in Lima by the Dock Board: crews, quarterly from 2007.'),
      'Dataset Crew Register',
      {
        owner: ['Dock Board'],
      },
    ));
  it('and whose it is, with the seat', () =>
    reads(
      'Register of Lost Crews, Quay County Office of the Pilot (Tucson, Arizona): years 2001 to 2021.',
      'Dataset Register of Lost Crews',
      {
        owner: ['Quay County Office of the Pilot'],
      },
    ));
  it('where the text lists data', () =>
    names(listed('Permits of Sailors: issued in Kenya, 2001–2004.'), ['Dataset Permits of Sailors']));
});

describe('run-in heads: the owner before the name', () => {
  for (const item of [
    'Dock Board: Boats by Port, quarterly from 2003.',
    'Dock Board – Boats by Port, quarterly from 2003.',
    'Dock Board (DB): Boats by Port (BP), quarterly from 2003.',
    'Dock Board, Lima – Boats by Port, quarterly from 2003.',
  ])
    it(item, () => reads(listed(item), 'Dataset Boats by Port', { owner: ['Dock Board'], period: ['2003-'] }));
  it('an owner that nobody knows', () =>
    reads(listed('Ferrylab – Border Flow File, entries by month, 2011–2015.'), 'Dataset Border Flow File', {
      owner: ['Ferrylab'],
      period: ['2011-2015'],
    }));
});

describe('run-in heads: the owner before a description', () => {
  const others = (item: string): string => `# Files of other offices\n\n- ${item}\n`;
  for (const [item, label] of [
    ["Dock Board – sailors' wages, 1974/75 to date.", "sailors' wages"],
    ['Dock Board: landings and sailings by flag at Lima, 1974 to date.', 'landings and sailings by flag at Lima'],
    ['**Dock Board** – shore passes issued to sailors, monthly since 1974.', 'shore passes issued to sailors'],
  ] as const)
    it(item, () => reads(others(item), `Dataset ${label}`, { owner: ['Dock Board'], period: ['1974-'] }));
  for (const item of [
    'Dock Board – publishes tides, 1974 to date.',
    'Dock Board – sailors and their pets.',
    'Dock Board – responsible for harbours, 1974 to date.',
  ])
    it(item, () => names(others(item), []));
});

describe('run-in heads: the owner behind the name', () => {
  for (const item of [
    'Raft Database (World Bank): rafts of 1990 to 1995.',
    'Raft Database, World Bank: rafts of 1990 to 1995.',
    'Raft Database, World Bank – rafts of 1990 to 1995.',
  ])
    it(item, () => reads(listed(item), 'Dataset Raft Database', { owner: ['World Bank'], period: ['1990-1995'] }));
  it('a bracket that is a place or a remark is none', () =>
    reads('Dock Board\n\nRaft Database (Lima, Peru): rafts of 1990 to 1995.', 'Dataset Raft Database (Lima, Peru)', {
      period: ['1990-1995'],
    }));
});

describe('run-in heads: a name that the next sentence tells', () => {
  it('this compilation', () =>
    reads(
      'Crews of the Coast Overseas. This compilation, put together by the Dock Board, has counts for 1990 and 1995.',
      'Dataset Crews of the Coast Overseas',
      { period: ['1990', '1995'] },
    ));
  it('but not where it speaks of something else', () =>
    names('Crews of the Coast Overseas. They sing. Nobody has counted them since 1990.', []));
});

describe('run-in heads: what names nothing', () => {
  const nothing = (item: string): void => {
    it(item, () => names(listed(item), []));
  };
  nothing('Note: the census of 1979 did not count boats.');
  nothing('Indicator 3.1: the share of boats by port in 2004.');
  nothing('Dock Board: founded in 1990 by crews.');
  nothing('The following are counted: boats, rafts and crews of 1990.');
  nothing('Contact: Dock Board, Lima.');
  nothing('Boats came in. They were counted in 1990.');
  nothing('Elsewhere: boats of 1990.');
});

describe('run-in heads: labels and openings that name nothing', () => {
  for (const head of [
    'Data description',
    'Related tables',
    'Suggested citation for the survey',
    'Our oldest collection',
    'From outside',
    'What is in here',
    'Terms of use',
    'Prepared by the Dock Board',
    'Home › Statistics › Boats',
  ])
    it(head, () => {
      const { entities } = readText(`${head}: the register of boats covers 1990 to 1995.`).extraction;
      expect(entities.map(({ label }) => label)).not.to.include(head);
    });
});

describe('run-in heads: what stands beneath a name, or is a place', () => {
  it('a description with a colon, beneath the heading that names the data', () => {
    const text =
      '# Quay Register Survey (QRS)\n\nThe Dock Board runs it.\n\n# Sailor Household Survey (SHS)\n\nHouseholds of the sailors, visited at home: Kenya 2019; Togo 2018 and 2022.\n';
    reads(text, 'Dataset Sailor Household Survey', { country: ['KEN', 'TGO'], period: ['2019', '2018', '2022'] });
  });
  it('a region before what it holds', () =>
    names('# Databases on boats\n\n- Latin America: Chile, 1990–1995, and Peru, 1991.\n', []));
});

describe('run-in heads: a record in the middle of prose', () => {
  const amid = (record: string): string => `The Dock Board has two sources of its own, and uses them. ${record}`;
  it('names what it is of, whose and of when', () =>
    reads(
      amid('Foreign deckhands: Tidewater Institute, school years 2000/01 to 2021/22.'),
      'Dataset Foreign deckhands',
      {
        owner: ['Tidewater Institute'],
        period: ['2000-2022'],
      },
    ));
  const none = (record: string): void => {
    it(record, () => names(amid(record), []));
  };
  none('Foreign deckhands: the Tidewater Institute met them in 2004.');
  none('Foreign deckhands: see the years 2000 to 2004.');
  none('Contacts: Tidewater Institute, 2004.');
  none('Two pilots deserve thanks: Tidewater Institute, 2004.');
});

describe('what says something is no name', () => {
  it('before a colon', () =>
    names('Of crews who live elsewhere we know mainly what others tell us: the Raft Survey of the Dock Board, 2010.', [
      'Dataset Raft Survey',
    ]));
});
