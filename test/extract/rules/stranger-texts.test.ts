/** Tests what texts by strangers showed to be missing: foreign names, records set in columns, corridors in prose, years that outweigh others. */
import { names, tells } from '../reads.js';

const finds = (text: string, ...things: string[]): void => {
  it(text, () => names(text, things));
};

describe('names in small letters', () => {
  tells(
    'The Institut national de la statistique et de la démographie ran the Enquête nationale sur la migration in 1993.',
    'Dataset Enquête nationale sur la migration',
    { owner: ['Institut national de la statistique et de la démographie'], period: ['1993'] },
  );
  tells(
    'Encuesta nacional de inmigrantes (ENI), Instituto nacional de estadística, 2007.',
    'Dataset Encuesta nacional de inmigrantes',
    {
      owner: ['Instituto nacional de estadística'],
    },
  );
  tells('The Institut national is small and the quays are de facto closed.', 'Agency Institut national', {});
});

describe('records set in columns', () => {
  const record = [
    'MIG-07  [H] Recent Movers in the Delta',
    'Producers:  Dock Board; Port Union',
    'Depositor:  University of Lima',
    'Coverage:   Chad 2004-2009; Togo 2006-2011',
    'Access:     open',
  ].join('\n');
  tells(record, 'Dataset Recent Movers in the Delta', {
    owner: ['Dock Board', 'Port Union'],
    period: ['2004-2009', '2006-2011'],
    country: ['TCD', 'TGO'],
  });
  tells(record.replace(/Producers.*\n/, ''), 'Dataset Recent Movers in the Delta', { owner: ['University of Lima'] });
});

describe('corridors in prose', () => {
  tells(
    'The Passage Monitor of the Dock Board counts returns from Chad to Togo, Benin and Ghana since 2011.',
    'Dataset Passage Monitor',
    {
      corridor: ['TCD>TGO', 'TCD>BEN', 'TCD>GHA'],
    },
  );
  tells('The Passage Monitor of the Dock Board went from Chad to Togo in 2011.', 'Dataset Passage Monitor', {
    corridor: [],
  });
});

describe('data whose verb stands far behind', () => {
  finds(
    'A file of sailors who were counted twice in 2001 and 2011 has been built by the Dock Board.',
    'Dataset file of sailors',
  );
  finds('A file of sailors who were counted twice is not what the Dock Board has in mind.');
  finds('A comparable file for the Delta is compiled in Lima by the Dock Board.', 'Dataset comparable file');
  finds('A file for the Delta is compiled in Lima by the Dock Board.');
});

describe('what a title stands for', () => {
  finds(
    'The annual conference, "Boat Statistics", took place in Lima from 14 to 16 June 2023.',
    'Event Boat Statistics',
  );
  finds('*The Delta in Its Census*, edited by the Dock Board, 2014.', 'Publication The Delta in Its Census');
});

describe('years that outweigh others', () => {
  tells(
    'The Quay Information System has been run by the Dock Board since 2004. Movements are available from 2006 onwards.',
    'Dataset Quay Information System',
    { period: ['2006-'] },
  );
  tells('The Quay Information System has been run by the Dock Board since 2004.', 'Dataset Quay Information System', {
    period: ['2004-'],
  });
  tells(
    'The Dock Board has run the Crew Survey since 1983, at first in spring only and, from 2003 on, throughout the year.',
    'Dataset Crew Survey',
    { period: ['1983-'] },
  );
  tells(
    'The Dock Board compiles a Quay Count. It was taken in one week of May in 2011 and 2014.',
    'Dataset Quay Count',
    {
      period: ['2011', '2014'],
    },
  );
});

describe('calendars without a header', () => {
  const calendar = [
    'DATES',
    '',
    '15–16 November 2018   Lima        Rafts of the Empty Quay; Dock Board with the Port Union',
    '30 November 2018      Geneva      Meeting on Pilots between Two Ports, UNECE',
    '24 January 2019       Quaystown   Tides, and Then? (round table on Chad), Dock Board',
  ].join('\n');
  tells(calendar, 'Event Rafts of the Empty Quay', {
    owner: ['Dock Board', 'Port Union'],
    published: ['2018-11-15/2018-11-16'],
  });
  tells(calendar, 'Event Meeting on Pilots between Two Ports', { owner: ['UNECE'], published: ['2018-11-30'] });
  tells(calendar, 'Event Tides, and Then?', { published: ['2019-01-24'] });
  finds(
    [
      'CHANGES',
      '',
      '2018-11-15   MIG-09   refreshed',
      '2018-11-30   MIG-07   emptied',
      '2019-01-24   MIG-06   added',
    ].join('\n'),
  );
});

describe('references between full stops', () => {
  const works = [
    'Works used',
    '',
    'Dock Board. 2021. Leaving the Lagoon: Rafts of Chad. Lima.',
    'Dock Board and Port Union. 2019. Remittances at Ten Per Cent. Lima.',
    'Port Union. 2020. Who Sends Rafts to Togo? Working Paper 2020-02. Lome.',
  ].join('\n');
  finds(
    works,
    'Publication Leaving the Lagoon: Rafts of Chad',
    'Publication Remittances at Ten Per Cent',
    'Publication Who Sends Rafts to Togo?',
    'Series Working Paper',
  );
  tells(works, 'Publication Remittances at Ten Per Cent', { owner: ['Dock Board', 'Port Union'], published: ['2019'] });
  const papers = [
    'Dock Board Papers, most recent first:',
    '',
    'DP 41. "The Price of a Raft: Brokers in Chad". September 2018.',
    'DP 40. "Do Panels Lose Rafts or Do Rafts Lose Panels?" June 2018.',
    'DP 39 was withdrawn by the author.',
  ].join('\n');
  finds(
    papers,
    'Series Dock Board Papers',
    'Publication The Price of a Raft: Brokers in Chad',
    'Publication Do Panels Lose Rafts or Do Rafts Lose Panels?',
  );
  finds('The Dock Board was founded in Lima. 2019 was a year of storms.\nThe quay was closed then.');
});

describe('items that end with who has what they describe', () => {
  const item = (words: string): string => `The following are used:\n\n – ${words}\n – other rafts`;
  tells(
    item('work permits granted, by sector, for the financial years 2010/11–2021/22, obtained from the Dock Board'),
    'Dataset work permits granted',
    { owner: ['Dock Board'], period: ['2010-2022'] },
  );
  tells(
    item('sailors cleared for Chad, Togo and Benin, 2016–2022, as recorded by the Dock Board.'),
    'Dataset sailors cleared for Chad, Togo and Benin',
    { country: ['TCD', 'TGO', 'BEN'] },
  );
  finds(item('working papers on rafts, 2016–2022, obtained from the Dock Board'));
  finds(item('work permits granted, by sector, obtained from the Dock Board'));
});

describe('data that hang on their verb', () => {
  tells(
    'The Dock Board has a monthly remittance series that starts in July 2001.',
    'Dataset monthly remittance series',
    {
      owner: ['Dock Board'],
      period: ['2001-'],
    },
  );
  finds('The Dock Board has a lecture series that starts in July 2001.');
  tells(
    'Labour approvals by sex and district are kept by the Dock Board for 2008 to 2020.',
    'Dataset Labour approvals by sex and district',
    { owner: ['Dock Board'] },
  );
  finds('Certificates are kept by the Dock Board.');
  tells(
    'Tables on sailing passes for 2015, 2017 and 2019 were handed over by the Dock Board.',
    'Dataset Tables on sailing passes',
    { owner: ['Dock Board'], period: ['2015', '2017', '2019'] },
  );
  tells(
    'The Dock Board and the Port Union jointly run a household panel in Lima and Quito: 5,020 households, visited in 2019 and again in 2022.',
    'Dataset household panel',
    { owner: ['Dock Board', 'Port Union'], period: ['2019', '2022'] },
  );
  finds('The Dock Board runs a household panel.');
  finds('The Dock Board owns positioning data of rafts between Chad and Togo.', 'Dataset positioning data of rafts');
  finds('The Dock Board is publishing data of rafts.');
  tells('We check it against the QUAY R2 data of the Dock Board, which cover 1946–2011.', 'Dataset QUAY R2 data', {
    owner: ['Dock Board'],
  });
  finds('The Dock Board has continued to enlarge the QUARI data bank.', 'Dataset QUARI data bank');
  finds('We check it against the GDP data, which cover 1946–2011.');
});

describe('whose a thing is by what stands around its name', () => {
  tells('The Quay World Table 10.01 of the Dock Board covers 1990–2019.', 'Dataset Quay World Table', {
    owner: ['Dock Board'],
  });
  tells(
    'We use the QUAY Raft Register, 1991–2004, kept at the Dock Board, with 18 ports.',
    'Dataset QUAY Raft Register',
    {
      owner: ['Dock Board'],
    },
  );
  tells(
    'One must turn to the Raft Impact Panel, a four-wave survey (2007 and 2010) of crews in Chad and Togo by the Dock Board.',
    'Dataset Raft Impact Panel',
    { owner: ['Dock Board'] },
  );
  tells(
    'The Port Union keeps the Raft Impact Panel, a survey of crews commissioned by the Dock Board.',
    'Dataset Raft Impact Panel',
    { owner: ['Port Union'] },
  );
  tells(
    'Colleagues from the Port Union showed their study at the Tide Conference in Lima, 6–9 June 2018, convened by the Dock Board.',
    'Event Tide Conference',
    { owner: ['Dock Board'] },
  );
  tells(
    'The Ministry of Boats is in charge. Its Directorate for Rafts Abroad keeps the Raft Register.',
    'Unit Directorate for Rafts Abroad',
    { owner: ['Ministry of Boats'] },
  );
});

describe('rows that name only whose data they are', () => {
  finds('| Source | Ports | Years |\n|---|---|---|\n| World Bank | 226 | 1960–2000 |\n| OECD | 36 | 1995–2020 |');
  finds(
    '| Source | Ports | Years |\n|---|---|---|\n| Raft Register | 226 | 1960–2000 |\n| Crew Survey | 36 | 1995–2020 |',
    'Dataset Raft Register',
    'Dataset Crew Survey',
  );
});

describe('clauses behind a semicolon', () => {
  const both =
    'The Port Union of Chad records clearances by country of destination, from 1976 to the present; in Togo, labour approvals by sex and district are kept by the Dock Board for 2008 to 2020.';
  tells(both, 'Dataset clearances by country of destination', {
    owner: ['Port Union of Chad'],
    period: ['1976-'],
    country: [],
  });
  tells(both, 'Dataset labour approvals by sex and district', { owner: ['Dock Board'], country: ['TGO'] });
});

describe('what a paragraph tells before it names its data', () => {
  const watched =
    'Since March 2015 a team of the Dock Board has watched two corridors: Niger to Algeria and Sudan to Egypt. At fixed points clerks count rafts.';
  tells(`${watched} What they send in every evening becomes the Passage Monitor.`, 'Dataset Passage Monitor', {
    corridor: ['NER>DZA', 'SDN>EGY'],
  });
  tells(`${watched} The Passage Monitor of the Port Union began in 2001.`, 'Dataset Passage Monitor', { corridor: [] });
});

describe('records under the mark that they bear', () => {
  const fields = 'Producer:   Dock Board\nCoverage:   Chad; 2018\nAccess:     open';
  tells(`MIG-06  Raft Flow Monitoring: Chad\n${fields}`, 'Dataset Raft Flow Monitoring: Chad', {
    owner: ['Dock Board'],
    period: ['2018'],
  });
  const project = 'Latin Quay Migration Project, Central Quay Subset';
  finds(`MIG-08  ${project}\n${fields}`, `Dataset ${project}`);
  finds(`MIG-08  ${project}\nPeriod:     2018\nCoverage:   Chad; 2018`, `Project ${project}`);
  tells(`MIG-01  Raft Movers Survey (Encuesta de Balsas, EB)\n${fields}`, 'Dataset Raft Movers Survey', {
    acronym: ['EB'],
  });
  finds(`Monitoring: Chad\n${fields}`);
});

describe('names that say by what they are broken down', () => {
  finds('The Dock Board publishes RSE Arrivals by Nationality, for nine ports.', 'Dataset RSE Arrivals by Nationality');
  finds(
    'The Central Bank of Samoa produces Private Remittances by Source Country: Chad and Togo are distinguished.',
    'Dataset Private Remittances by Source Country',
  );
  finds('The Dock Board keeps Green Shores by Ada Moreno.');
});

describe('heads that name nothing', () => {
  finds('**Registers.** Four ports gave us what they had in 2010.');
  finds('1. The *Local Raft Panel* (LRP, v1.3): 412 ports; yearly from 1993 to 2019.', 'Dataset Local Raft Panel');
  tells(
    'We take the number of rafts by port from the Quay Register of the Dock Board, which covers 1993 to 2019.',
    'Dataset Quay Register',
    { period: ['1993-2019'] },
  );
});

describe('lists that stand beside the name they describe', () => {
  finds(
    'We use the Shipwreck Chronology of the Dock Board, a list of wrecks since 1993 that is updated every June.',
    'Dataset Shipwreck Chronology',
  );
  tells(
    'The Price Monitor of the Dock Board noted the cost of sending 200 dollars from Malaysia to Nepal and from Thailand to Togo in 2018.',
    'Dataset Price Monitor',
    { corridor: ['MYS>NPL', 'THA>TGO'] },
  );
});
