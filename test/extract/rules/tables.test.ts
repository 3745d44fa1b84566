/** Tests tables, in Markdown and in plain columns: a row is a thing, its cells say of it what the header says. */
import { expect } from 'chai';
import { names, reads, readText } from '../reads.js';

const markdown = `
| Dataset | Agency | Years | Countries |
|---------|--------|-------|-----------|
| Quay Register | Dock Board | 1990-1995 | Kenya, Uganda |
| Raft Survey (RS) | ILO and IOM | 2001, 2003 | more than 30 countries |
| Tide Tables | Tidewater Institute | since 1987 | World |
`;
const columns = `
Database              Owner                  Period        Countries
Quay Register         Dock Board             1990-1995     Kenya, Uganda
Raft Survey           Tidewater Institute    2001          Chile
Tide Panel            Harbour Office         1999-2004     Nepal
`;
const documents = `
| Title | Publisher | Year of publication | Series | No. |
|---|---|---|---|---|
| *Dockers in Kenya* | Dock Board | 2004 | Dock Papers | 12 |
| *Rafts* of Old | Dock Board | 2005 | Dock Papers | 13 |
`;

describe('tables: Markdown', () => {
  it('names one thing a row', () =>
    names(markdown, ['Dataset Quay Register', 'Dataset Raft Survey', 'Dataset Tide Tables']));
  it('reads the cells', () => {
    reads(markdown, 'Dataset Quay Register', { owner: ['Dock Board'], period: ['1990-1995'], country: ['KEN', 'UGA'] });
    reads(markdown, 'Dataset Raft Survey', {
      owner: ['ILO', 'IOM'],
      period: ['2001', '2003'],
      countryCount: ['more-than 30'],
      acronym: ['RS'],
    });
    reads(markdown, 'Dataset Tide Tables', { period: ['1987-'], extent: ['EachCountryOrArea'] });
  });
  it('reads series and number from one column', () => {
    const text =
      '| Report | Issued by | Year | Series and number |\n|:--|:--|:--|:--|\n| Dockers in Kenya | Dock Board | 2004 | Quay Notes, 7 |';
    reads(text, 'Publication Dockers in Kenya', { partOf: ['Quay Notes'], seriesNumber: ['7'] });
  });
  it('reads documents with their series', () => {
    reads(documents, 'Publication Dockers in Kenya', {
      owner: ['Dock Board'],
      published: ['2004'],
      partOf: ['Dock Papers'],
      seriesNumber: ['12'],
      country: ['KEN'],
      period: [],
    });
  });
});

describe('tables: rows longer than a passage', () => {
  it('are read once', () => {
    const cell = 'boats of the Coast and Crews of the Sea '.repeat(120);
    const long = `| Dataset | Owner | Notes |\n|---|---|---|\n| Quay Register | Dock Board | ${cell}|\n`;
    names(long, ['Dataset Quay Register']);
  });
});

describe('tables: plain columns', () => {
  it('names one thing a row', () =>
    names(columns, ['Dataset Quay Register', 'Dataset Raft Survey', 'Dataset Tide Panel']));
  it('reads the cells', () => {
    reads(columns, 'Dataset Raft Survey', { owner: ['Tidewater Institute'], period: ['2001'], country: ['CHL'] });
    reads(columns, 'Dataset Tide Panel', { owner: ['Harbour Office'], period: ['1999-2004'], country: ['NPL'] });
  });
});

describe('tables: what their labels may be', () => {
  const row = (header: string, cells: string): string =>
    `| ${header} |\n|${'---|'.repeat(header.split('|').length)}\n| ${cells} |\n`;
  it('owners by any word for them', () => {
    for (const label of [
      'Compiler',
      'Data owner',
      'Responsible body',
      'Held by',
      'Source institution',
      'Custodian',
      'Lead agency',
      'Answerable for it',
      'In whose hands',
      'Belongs to',
      'Desk',
    ])
      reads(row(`Survey | ${label} | Years`, 'Raft Survey | Dock Board | 2001'), 'Dataset Raft Survey', {
        owner: ['Dock Board'],
      });
  });
  it('who supplies it, pays for it or has a copy is no owner', () => {
    for (const label of ['Copied from', 'Money', 'Grant', 'Obtained from', 'Paid for by', 'Users'])
      reads(
        row(`Survey | Kept by | ${label} | Years`, 'Raft Survey | Dock Board | Tidewater Institute | 2001'),
        'Dataset Raft Survey',
        { owner: ['Dock Board'] },
      );
    for (const label of ['Copied from', 'Money', 'Users'])
      reads(row(`Survey | ${label} | Years`, 'Raft Survey | Tidewater Institute | 2001'), 'Dataset Raft Survey', {
        owner: [],
      });
  });
  it('years by any word for them', () => {
    for (const label of ['Reference period', 'Time span', 'Temporal coverage', 'Rounds', 'Coverage', 'Fieldwork'])
      reads(row(`Register | ${label}`, 'Quay Register | 1990-1995'), 'Dataset Quay Register', {
        period: ['1990-1995'],
      });
  });
  it('first and last year in columns of their own', () => {
    reads(row('Register | From | To', 'Quay Register | 1990 | 1995'), 'Dataset Quay Register', {
      period: ['1990-1995'],
    });
    reads(row('Register | First year | Country', 'Quay Register | 1990 | Kenya'), 'Dataset Quay Register', {
      period: ['1990-'],
    });
  });
  it('countries by their part in it', () => {
    reads(
      row('Survey | Countries of origin | Host countries', 'Raft Survey | Nepal | Qatar, Oman'),
      'Dataset Raft Survey',
      {
        country: ['NPL', 'QAT', 'OMN'],
      },
    );
  });
  it('countries by their codes, and behind an exception in the cell before', () => {
    for (const label of ['Geo', 'Geopolitical entity', 'Reporters'])
      reads(
        row(`Table | Time | ${label}`, 'Boats and crews | 1990–1995, except 1993 | EL, NO; KEN (¹)'),
        'Dataset Boats and crews',
        {
          period: ['1990-1992', '1994-1995'],
          country: ['GRC', 'NOR', 'KEN'],
        },
      );
    reads(row('Table | Time | Geo', 'Boats and crews | 1990 | IN PART'), 'Dataset Boats and crews', { country: [] });
  });
  it('what a mark in brackets stands for', () => {
    reads(
      `${row('Table | Time | Geo', 'Boats and crews | 1990 | Chad (¹)')}\n(¹) Togo was added in the second load.`,
      'Dataset Boats and crews',
      { country: ['TCD', 'TGO'] },
    );
  });
  it('meetings with their place and day', () => {
    reads(
      row('Meeting | Date | Venue | Convened by', 'Raft Forum | 3 May 2011 | Lima, Peru | Dock Board'),
      'Event Raft Forum',
      {
        published: ['2011-05-03'],
        place: ['Lima, PER'],
        owner: ['Dock Board'],
        period: [],
      },
    );
  });
  it('what pays for it, or is its size, says nothing', () => {
    reads(
      row('Survey | Funding agency | Sample size | Years', 'Raft Survey | World Bank | 2,004 | 2001'),
      'Dataset Raft Survey',
      {
        owner: [],
        period: ['2001'],
      },
    );
  });
});

describe('tables: owners', () => {
  const owners = (cell: string, owner: readonly string[]): void => {
    it(cell, () =>
      reads(`| Survey | Producer | Years |\n|---|---|---|\n| Raft Survey | ${cell} | 2001 |\n`, 'Dataset Raft Survey', {
        owner,
      }),
    );
  };
  owners('Dock Board; Tidewater Institute', ['Dock Board', 'Tidewater Institute']);
  owners('Dock Board, World Bank', ['Dock Board', 'World Bank']);
  owners('Ferrylab (FL) and Norstat', ['Ferrylab', 'Norstat']);
  owners('Tidewater Institute, Quayside', ['Tidewater Institute']);
  owners('n.a.', []);
  owners('–', []);
});

describe('tables: rows that lean on others', () => {
  const table = `
| Country | Survey | Kept by | Years |
|---|---|---|---|
| Kenya | Raft Survey | Dock Board | 2001 |
| " | Quay Panel | same | 2004 |
| | Tide Register | Harbour Office | 2007 |
| **Latin America** | | | |
| Chile | Net Census | Dock Board | 2010 |
`;
  it('take over what a ditto mark or an empty first cell stands for', () => {
    names(table, ['Dataset Raft Survey', 'Dataset Quay Panel', 'Dataset Tide Register', 'Dataset Net Census']);
    reads(table, 'Dataset Quay Panel', { country: ['KEN'], owner: ['Dock Board'], period: ['2004'] });
    reads(table, 'Dataset Tide Register', { country: ['KEN'], owner: ['Harbour Office'] });
    reads(table, 'Dataset Net Census', { country: ['CHL'], region: [] });
  });
  it('quote the row above as well', () => {
    const { extraction } = readText(table);
    const claim = extraction.claims.find(
      ({ subject, property }) => subject.label === 'Quay Panel' && property === 'country',
    );
    expect(claim?.evidence.passages.map(({ text }) => text.slice(0, 9))).to.have.members(['| Kenya |', '| " | Qua']);
  });
  it('belong to the group that a row names', () => {
    const grouped = '| Survey | Kept by | Years |\n|---|---|---|\n| Peru | | |\n| Raft Survey | Dock Board | 2001 |\n';
    names(grouped, ['Dataset Raft Survey']);
    reads(grouped, 'Dataset Raft Survey', { country: ['PER'] });
  });
});

describe('tables: set upright', () => {
  const upright =
    '| Field | Value |\n|---|---|\n| Title | Raft Survey (RS) |\n| Producer | Dock Board |\n| Time coverage | 2001, 2004 |\n| Countries | Kenya |\n';
  it('each row is a field', () => {
    names(upright, ['Dataset Raft Survey']);
    reads(upright, 'Dataset Raft Survey', {
      owner: ['Dock Board'],
      period: ['2001', '2004'],
      country: ['KEN'],
      acronym: ['RS'],
    });
  });
  it('the first row may be the name', () => {
    reads(
      '| Title | Raft Survey of the North |\n|---|---|\n| Owner | Dock Board |\n| Years | 2001 |\n',
      'Dataset Raft Survey of the North',
      {
        owner: ['Dock Board'],
        period: ['2001'],
      },
    );
  });
});

describe('tables: of files', () => {
  it('what a file holds is its name', () => {
    const files =
      '| File | What it holds | Period |\n|---|---|---|\n| `rafts_m.csv` | Monthly counts of rafts on the river, compiled by the Dock Board | 2001–2004 |\n';
    reads(files, 'Dataset Monthly counts of rafts on the river', { owner: ['Dock Board'], period: ['2001-2004'] });
  });
});

describe('tables: what kind of thing a row is', () => {
  const list = (name: string): string =>
    `| No. | Product | Data for | Release date |\n|---|---|---|---|\n| 1 | ${name} | 2001–2004 | 30 June 2010 |\n`;
  it('by a remark in brackets', () => {
    names(list('Boats by Port (tables)'), ['Dataset Boats by Port']);
    names(list('Going Home to Port (report)'), ['Publication Going Home to Port']);
  });
  it('by the other columns', () => {
    names(list('Boats by Port'), ['Dataset Boats by Port']);
    names('| Title | Author | Year |\n|---|---|---|\n| Boats by Port | Dock Board | 2010 |\n', [
      'Publication Boats by Port',
    ]);
  });
});

describe('tables: a list of codes without a header', () => {
  const list =
    ' boat_port    Boats by port and year, all ports of the\n              coast\n              1990-1995\n boat_crew    Crews of boats\n              2001, 2004. Kenya only.\n raft_2       Rafts on the river\n              Reference area: Peru; 2010\n';
  const text = `# Tables of the domain\n\n${list}`;
  it('names each by the words behind its code', () => {
    names(text, [
      'Dataset Boats by port and year, all ports of the coast',
      'Dataset Crews of boats',
      'Dataset Rafts on the river',
    ]);
    reads(text, 'Dataset Crews of boats', { acronym: ['boat_crew'], period: ['2001', '2004'], country: ['KEN'] });
    reads(text, 'Dataset Rafts on the river', { period: ['2010'], country: ['PER'] });
  });
  it('only where tables are listed', () => names(`# Variables\n\n${list}`, []));
});

describe('tables: of something else', () => {
  const nothing = (header: string, row: string): void => {
    it(header, () => names(`| ${header} |\n|${'---|'.repeat(header.split('|').length)}\n| ${row} |\n`, []));
  };
  nothing('Country | 2010 | 2015 | 2020', 'Kenya | 12,000 | 13,400 | 15,000');
  nothing('Variable | Label | Values', 'yob | Year of birth | 1900-2010');
  nothing('Name | Unit | E-mail', 'Ada Obi | Data Desk | ada@example.org');
  nothing('Version | Date | Change', '4.1.0 | 30/09/2022 | weights corrected');
  nothing('Survey | Kept by | Years', 'n.a. | n.a. | n.a.');
  nothing('Term | Meaning', 'Stock | The number of persons on a day');
});

describe('tables: notes at the foot', () => {
  const noted = (note: string): string =>
    `| Dataset | Owner | Years | Type |\n|---|---|---|---|\n| Quay Register | Dock Board | 1990-1995 | boats (a) |\n| Raft Survey | Dock Board | 1998 | rafts (b) |\n\nNotes\n\n${note}\n`;
  it('tell of the row that bears their mark', () =>
    reads(noted('(a) Boats that left for Kenya, Chile and Togo.'), 'Dataset Quay Register', {
      country: ['KEN', 'CHL', 'TGO'],
    }));
  it('and of no other', () => reads(noted('(b) Rafts that left for Kenya.'), 'Dataset Quay Register', { country: [] }));
  it('add no single year to a column of years', () =>
    reads(noted('(a) The counting was taken over by the Ferry Board in 2001.'), 'Dataset Quay Register', {
      period: ['1990-1995'],
    }));
});

describe('tables: set sideways', () => {
  const sideways = `
|  | Raft Survey | Quay Panel of Crews |
|---|---|---|
| Owner | Dock Board | Tidewater Institute |
| Years | 2001, 2003 | 1999-2004 |
| Countries | Chile | Nepal, Togo |
`;
  it('have a thing in each column', () => {
    names(sideways, ['Dataset Raft Survey', 'Dataset Quay Panel of Crews']);
    reads(sideways, 'Dataset Raft Survey', { owner: ['Dock Board'], period: ['2001', '2003'], country: ['CHL'] });
    reads(sideways, 'Dataset Quay Panel of Crews', { period: ['1999-2004'], country: ['NPL', 'TGO'] });
  });
  it('but not where the header names columns', () =>
    names('\n|  | Reference Period | Name of Owner |\n|---|---|---|\n| Owner | 1990 | Dock Board |\n', []));
});

describe('tables: an owner in the bracket of a name', () => {
  it('is its owner', () =>
    reads(
      '| Country | Source | Years |\n|---|---|---|\n| Gabon | Roll of Rafts (Ministry of Harbours) | 2001 |\n',
      'Dataset Roll of Rafts',
      { owner: ['Ministry of Harbours'], period: ['2001'] },
    ));
  it('and no acronym', () =>
    reads('| Dataset | Years |\n|---|---|\n| Raft Survey (RSV) | 2001 |\n', 'Dataset Raft Survey', {
      acronym: ['RSV'],
    }));
});

describe('tables: a unit by the label of its column', () => {
  it('is a part of whose table it is', () =>
    reads(
      '# Dock Board\n\n| Dataset | Unit in charge | Years |\n|---|---|---|\n| Raft Survey | Directorate for Rafts and Quays | 2001 |\n',
      'Unit Directorate for Rafts and Quays',
      { owner: ['Dock Board'] },
    ));
});

describe('tables: cells that say more than a name', () => {
  const table = `| Operation | Short | Rounds | Responsible |
|---|---|---|---|
| Crew Quay Survey, the survey of deckhands, until 2003 called DQS | CQS | 1997, 2003 | Dock Board, paid for by the ILO |
| Tide Labour Survey | TLS | 2008 | Dock Board and Tidewater Institute, with advice from IOM |
`;
  it('a remark behind the name, and who only paid', () =>
    reads(table, 'Dataset Crew Quay Survey', { owner: ['Dock Board'], acronym: ['CQS'], period: ['1997', '2003'] }));
  it('joint owners, and who only advised', () =>
    reads(table, 'Dataset Tide Labour Survey', { owner: ['Dock Board', 'Tidewater Institute'], acronym: ['TLS'] }));
  it('a name with a comma of its own', () =>
    reads(
      '| Survey | Years | Owner |\n|---|---|---|\n| Survey of Rafts, Crews and Tides | 2004 | Dock Board |\n| Tide Survey | 2005 | ILO |\n',
      'Dataset Survey of Rafts, Crews and Tides',
      { owner: ['Dock Board'] },
    ));
});

describe('tables: a source that nobody knows', () => {
  const table = (source: string): string =>
    `| Dataset | Source | Years |\n|---|---|---|\n| Crew Counts | Dock Board | 2004–2022 |\n| Send Money Home | ${source} | 2009–2011 |\n`;
  it('owns the data by its capitals', () =>
    reads(table('Saver Global'), 'Dataset Send Money Home', { owner: ['Saver Global'] }));
  it('but not where it is data', () => reads(table('Population Census'), 'Dataset Send Money Home', { owner: [] }));
});

describe('tables: who is in charge', () => {
  const table =
    '| Dataset | In charge | Years |\n|---|---|---|\n| Crew Counts | Tide Division of the Dock Board | 2004–2022 |\n| Raft File | Health Division | 2009–2011 |\n| Pilot File | Ministry of Ports | 2001–2003 |\n';
  const wholesOf = (label: string): unknown[] =>
    readText(table)
      .extraction.claims.filter(({ subject, property }) => subject.label === label && property === 'owner')
      .map(({ object }) => (object as { label: string }).label);
  it('is a part of whose part another is', () => expect(wholesOf('Health Division')).to.deep.equal(['Dock Board']));
  it('but a ministry is its own', () => expect(wholesOf('Ministry of Ports')).to.deep.equal([]));
});

describe('tables: years that are available', () => {
  it('are those of the data', () =>
    reads(
      `
| Agency | Data | Years available | Frequency |
|---|---|---|---|
| Dock Board (DB) | Crews by age and port | 1984–2022 | Annual |
| Crew Permit Bureau (CPB) | Permits by nationality | 2005 onwards | Monthly |
`,
      'Dataset Permits by nationality',
      { period: ['2005-'], owner: ['Crew Permit Bureau'] },
    ));
});

describe('tables of files: a folder of documents', () => {
  it('is no data', () =>
    names(
      `
| File | Rows | Description |
|---|---|---|
| \`crews.csv\` | 720 | Crews at sea, by month and port |
| \`docs/\` | | Questionnaires, codebooks, technical notes |
`,
      ['Dataset Crews at sea'],
    ));
});

describe('tables: files whose source names both', () => {
  const files = `
| File | Source | Content | Years |
|---|---|---|---|
| \`quay.csv\` | Dock Board (Chad), Crew Permit Register | Crews who were given a permit, by month | 2017–2021 |
| \`ferry.csv\` | Harbour Ministry of Togo, Daily Ferry Counts | Entries and exits | 2015–2023 |
| \`raft.dta\` | QTI, Raft Settlement Panel (RSP) | Newcomers in Kenya | 2019, 2020 |
| \`tide.csv\` | Tide Office | Monthly tides by port | 2019, 2020 |
`;
  it('whose and what', () => {
    reads(files, 'Dataset Crew Permit Register', { owner: ['Dock Board'], period: ['2017-2021'] });
    reads(files, 'Dataset Daily Ferry Counts', { owner: ['Harbour Ministry of Togo'], period: ['2015-2023'] });
    reads(files, 'Dataset Raft Settlement Panel', { owner: ['QTI'], acronym: ['RSP'] });
    reads(files, 'Dataset Monthly tides by port', { owner: ['Tide Office'] });
  });
});
