/** Tests records written as fields: named by a field or by the heading above, and forms with numbered headings. */
import { names, reads, tells } from '../reads.js';

describe('records: named by a field', () => {
  const record =
    'Title: Quay Register (QR)\nProducer: Dock Board\nTime coverage: 1990-1995 (Peru from 1992)\nGeographic coverage: Kenya, Peru\nPrice: 1,990\n';
  it('each field says something of it', () => {
    names(record, ['Dataset Quay Register']);
    reads(record, 'Dataset Quay Register', {
      acronym: ['QR'],
      owner: ['Dock Board'],
      period: ['1990-1995'],
      country: ['KEN', 'PER'],
    });
  });
  it('under any name for a name', () => {
    for (const label of ['Name', 'Dataset title', 'Survey name', 'Title', 'Database', 'Official title'])
      reads(`${label}: Quay Register\nOwner: Dock Board\n`, 'Dataset Quay Register', { owner: ['Dock Board'] });
  });
  it('as the national series of a form', () =>
    reads(
      'Global indicator: 10.7.1 Cost of rafts\nNational series: Raft Cost Ratio of Crews\nOwner: Dock Board\n',
      'Dataset Raft Cost Ratio of Crews',
      {
        owner: ['Dock Board'],
      },
    ));
  it('a global indicator and its custodians are none', () =>
    names('Global indicator: 10.7.1 Cost of rafts\nCustodians of the global indicator: ILO\n', []));
  it('a unit by its label is a part of the organisation above', () =>
    reads(
      'Prepared by the Dock Board\n\nOrganisation: Dock Board\nOrganisation unit: Department of Raft Statistics\n',
      'Unit Department of Raft Statistics',
      { owner: ['Dock Board'] },
    ));
  it('in bold, as items', () =>
    reads(
      '- **Title:** Quay Register\n- **Data owner:** Dock Board\n- **Rounds:** 1990, 1995\n',
      'Dataset Quay Register',
      {
        owner: ['Dock Board'],
        period: ['1990', '1995'],
      },
    ));
  it('months in the field are not those of the data', () =>
    reads('Title: Quay Survey\nFieldwork: May to June 2013\nReference period: 2008-2012\n', 'Dataset Quay Survey', {
      period: ['2008-2012'],
    }));
  it('one after the other', () => {
    const two = 'Title: Quay Register\nOwner: Dock Board\n\nTitle: Raft Survey\nOwner: Ferry Office\n';
    names(two, ['Dataset Quay Register', 'Dataset Raft Survey']);
    reads(two, 'Dataset Raft Survey', { owner: ['Ferry Office'] });
  });
});

describe('records: named by the heading above', () => {
  it('a heading of its own', () =>
    reads(
      '### Boats of the Coast (BC)\n\n- **Years:** 1990, 1995\n- **Owner:** Dock Board\n',
      'Dataset Boats of the Coast',
      {
        acronym: ['BC'],
        period: ['1990', '1995'],
        owner: ['Dock Board'],
      },
    ));
  it('the line right above the fields', () =>
    reads('A.1  Boats of the Coast\nOwner: Dock Board\nPeriod: 1990-1995\n', 'Dataset Boats of the Coast', {
      period: ['1990-1995'],
      owner: ['Dock Board'],
    }));
  const nothing = (text: string): void => {
    it(JSON.stringify(text), () => names(text, []));
  };
  nothing('# Contact\n\nOwner: Dock Board\n');
  nothing('# Coverage and definitions\n\nSubject: boats\nTo: Dock Board\n');
  nothing('# Record 7\n\nOwner: Dock Board\n');
});

describe('records: forms with numbered headings', () => {
  const form =
    'Boats and crews of the coast (boat_c)\nReference metadata\nCompiling agency: Dock Board\n\n3.1 Data description\nThe database Coastal Crews holds the crews of boats by port.\n\n3.7 Reference area\nKenya\n\n3.8 Time coverage\n1990-1995\n\n4.2 Unit of measure\nBoats of 2001\n';
  it('the field is the heading, its value stands beneath', () =>
    reads(form, 'Dataset Coastal Crews', { period: ['1990-1995'], country: ['KEN'] }));
});

describe('records: opened by a code', () => {
  const record = (
    opening: string,
    fields = 'Depositor: Dock Board\nSpan: 1990-1995\nScope: crews from Kenya and Togo\n',
  ): string => `Holdings of the archive, as of the first of May.\n\n${opening}\n${fields}`;
  for (const code of ['DB-001', 'A.12', '7.', 'QR_02:'])
    it(code, () =>
      reads(record(`${code} Boats of the Coast`), 'Dataset Boats of the Coast', {
        owner: ['Dock Board'],
        period: ['1990-1995'],
        country: ['KEN', 'TGO'],
      }),
    );
  it('papers that are kept are no series', () =>
    names(
      record('DB-004 Coast Resettlement Papers', 'Deposited by: Dock Board\nCovers: 1990 to 1995\nWhere: Kenya\n'),
      ['Dataset Coast Resettlement Papers'],
    ));
  it('a year is no code', () =>
    names(record('1990 Coast Census', 'Held by: Dock Board\nCovers: Kenya\n'), ['Dataset 1990 Coast Census']));
});

describe('records: opened by whatever field stands first', () => {
  const form =
    'BOATS Chad\nProvider: Dock Board\nFieldwork: 2013\nCoverage: Chad\n\nRafts and Crews\nProvider: QXB\nPeriod: 2014\n';
  it('whose first field is the provider', () => {
    names(form, ['Dataset BOATS Chad', 'Dataset Rafts and Crews']);
    reads(form, 'Dataset BOATS Chad', { owner: ['Dock Board'], period: ['2013'], country: ['TCD'] });
  });
  it('and what is only planned has no years yet', () => {
    for (const [words, period] of [
      ['planned for 2021', []],
      ['2016 (foreseen)', []],
      ['1990, 1995, next round 2021', ['1990', '1995']],
    ] as const)
      reads(`Rafts and Crews\nFieldwork: ${words}\nProvider: QXB\n`, 'Dataset Rafts and Crews', { period });
  });
  it('and an acronym that nobody explains is a body there', () =>
    reads(form, 'Dataset Rafts and Crews', { owner: ['QXB'], period: ['2014'] }));
});

describe('records: what a heading names', () => {
  it('is the data that the sentence below points to', () =>
    names('# Boats of the Coast\n\nThis register contains boats since 1990.', ['Dataset Boats of the Coast']));
  it('but not where the sentence names its own', () =>
    names('# Boats and Crews\n\nThe Quay Register covers Kenya.', ['Dataset Quay Register']));
  it('nor whose section it opens', () => names('# Dock Board\n\nThe register contains boats of Kenya.', []));
});

describe('records: a heading that asks when', () => {
  it('is answered for the data that the field before spoke of', () =>
    reads(
      '3. Data availability\n\n3.a Coverage\nThe Quay Cost Database holds values for Chad and Togo.\n\n3.b Time series\n2015 to 2021, with gaps.\n',
      'Dataset Quay Cost Database',
      { period: ['2015-2021'] },
    ));
});

describe('a heading with the mark of a note over fields', () => {
  tells(
    'A4. Sightings of rafts at night *\n    Provider: Dock Board (DB), Crew Unit\n    Reference period: 2009-2020\n',
    'Dataset Sightings of rafts at night',
    { owner: ['Dock Board', 'Crew Unit'], period: ['2009-2020'] },
  );
});

describe('places in brackets behind the years of a field', () => {
  tells(
    'A7. Rafts between Two Shores (RTS)\n    Provider: Dock Board\n    Fieldwork: 2008 (Senegal), 2009-2010 (Chad, Ghana)\n',
    'Dataset Rafts between Two Shores',
    { country: ['SEN', 'TCD', 'GHA'] },
  );
});

describe('fields set apart like columns', () => {
  const sheet =
    'DOCK BOARD\n\nProduct:        Statistics on Rafts Granted (Estadística de Balsas, EDB)\nRelease:        27 April 2021, 09:00\nNext release:   28 April 2022\nResponsible:    Subdepartamento de Estadísticas Navales, Dock Board\nContact:        edb@example.org\n';
  tells(sheet, 'Dataset Statistics on Rafts Granted', {
    acronym: ['EDB'],
    owner: ['Subdepartamento de Estadísticas Navales', 'Dock Board'],
    period: [],
  });
});

describe('a line between bars beneath a name', () => {
  const record = (name: string, line: string): string =>
    `DATA LIST\n\n${name}\n${line}\nPersons on rafts by age and port.\n`;
  tells(
    record(
      'Database on Crews in Countries of the Coast',
      'Dock Board and Tide Council  |  2001-2010  |  annual  |  open access',
    ),
    'Dataset Database on Crews in Countries of the Coast',
    {
      owner: ['Dock Board', 'Tide Council'],
      period: ['2001-2010'],
    },
  );
  tells(record('Raft Survey, crew module', 'QRS ERIC | 2002, 2014 | open access'), 'Dataset Raft Survey, crew module', {
    owner: ['QRS ERIC'],
    period: ['2002', '2014'],
  });
});

describe('records: a value that is set apart in itself', () => {
  const sheet = `SHEET 24
Title:                  Residence Approvals by Country of Birth
Producer:               Dock Board
Reference period:       2003 –      (monthly; no break in the series so far)
Geographical coverage:  New Zealand
Population:             Everybody whose application was approved
`;
  it('is no table of three columns', () =>
    reads(sheet, 'Dataset Residence Approvals by Country of Birth', {
      owner: ['Dock Board'],
      period: ['2003-'],
      country: ['NZL'],
    }));
});
