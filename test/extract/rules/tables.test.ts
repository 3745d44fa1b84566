/** Tests tables, in Markdown and in plain columns: a row is a thing, its cells say of it what the header says. */
import { names, reads } from '../reads.js';

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
