/** Tests metadata sheets: under the headings of one dataset's fields the sheet goes on about it. */
import { reads } from '../reads.js';

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
