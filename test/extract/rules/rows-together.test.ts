/** Tests what a sentence beneath a table says of all its rows: "All tables cover Chad, Mali and Niger." */
import { reads, tells } from '../reads.js';

const table = `## Data of the Dock Board

| Code | Title | Years |
|---|---|---|
| crew_reg1 | Crews by age group and port | 1998-2019 |
| crew_reg2 | Crews by citizenship and sex | 2001-2019 |
`;
const told = (sentence: string, ...country: string[]): void => {
  it(sentence, () => {
    for (const row of ['Crews by age group and port', 'Crews by citizenship and sex'])
      reads(`${table}\n${sentence}\n`, `Dataset ${row}`, { country });
  });
};

describe('a sentence about all rows of the table above', () => {
  told('All tables cover Chad, Mali and Niger.', 'TCD', 'MLI', 'NER');
  told('Each of the tables covers Chad and Mali. Togo is included up to 2019.', 'TCD', 'MLI', 'TGO');
  told('The tables above are published for Chad and Mali. Togo is not included.', 'TCD', 'MLI');
});

describe('a sentence about something else beneath a table', () => {
  told('Tables of this kind were first made in Chad.');
  told('Some tables cover Chad.');
});

describe('the code of a table', () =>
  tells(`${table}\n`, 'Dataset Crews by age group and port', { acronym: ['crew_reg1'] }));
