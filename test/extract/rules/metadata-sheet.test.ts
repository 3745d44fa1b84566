/** Tests metadata sheets: under the headings of one dataset's fields the sheet goes on about it. */
import { names, reads } from '../reads.js';

const sheet = `3. Statistical presentation

3.1 Data description
The Quay Register lists boats by flag, and the crews that have been hired for them in the ports of the coast.

3.5 Statistical unit
Boat

3.7 Reference area
Kenya. The flag is shown for Ghana and Togo.

3.8 Time coverage
2000-2020

6.1 Legal acts
The Quay Act of 1994.
`;

describe('metadata sheets', () => {
  it('what stands under a field is said of the dataset', () =>
    reads(sheet, 'Dataset Quay Register', { period: ['2000-2020'], country: ['KEN', 'GHA', 'TGO'] }));
});

describe('metadata sheets: the line at the top names the data', () => {
  const titled = (label: string, value: string): string =>
    `Boats by flag (boat_flag)\nCompiling agency: Dock Board\nVersion: second\n\n3. Presentation\n\n${label}\n${value}\n\n3.8 Coverage - Time\n1990-2004; rafts since 1995\n`;
  it('and the description goes on about them', () =>
    reads(titled('3.1 Data description', 'The data set gives the boats of Kenya.'), 'Dataset Boats by flag', {
      acronym: ['boat_flag'],
      owner: ['Dock Board'],
      country: ['KEN'],
      period: ['1990-2004'],
    }));
  for (const label of [
    '3.1 Data description',
    '2.a. Definition and concepts',
    '5. Data availability and disaggregation',
  ])
    it(`${label} names none`, () =>
      names(titled(label, 'The data set gives the boats of the coast.'), ['Dataset Boats by flag']));
  it('what there are data for has no name', () =>
    names('5. Data availability\n\nData are available for 74 countries, among them Chile and Ghana.\n', []));
});
