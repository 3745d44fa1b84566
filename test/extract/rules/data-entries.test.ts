/** Tests items of a list of data that no head noun names, and headings that go on with what one above announced. */
import { names, reads } from '../reads.js';

const listed = (item: string, heading = ''): string => `# Data on boats\n\n${heading}* ${item}\n`;

describe('entries of a list of data', () => {
  it('a title before a full stop', () =>
    reads(listed('Port Exit Interviews. Crews who leave by sea; 1990 to date.'), 'Dataset Port Exit Interviews', {
      period: ['1990-'],
    }));
  it('what is kept, before its years', () =>
    reads(listed('Passenger cards, monthly since 1988'), 'Dataset Passenger cards', { period: ['1988-'] }));
  it('before what it holds', () =>
    reads(
      listed('tabulations from the censuses of 1990 and 1995: crews by port'),
      'Dataset tabulations from the censuses of 1990 and 1995',
      {
        period: ['1990', '1995'],
      },
    ));
  it('under the name of a place', () =>
    names(listed('Returns of ship masters, 1950-1970', '## Kenya\n\n'), ['Dataset Returns of ship masters']));
  for (const item of [
    'Nothing is held on crossings of the river before 1990.',
    'Kenya 1990, 1995',
    'Quarterly Crew Brief, since 1990',
    'For arrivals, see the tables of 1990.',
    'Singing sailors, 1990',
  ])
    it(`none: ${item}`, () =>
      names(listed(item), item.startsWith('Quarterly') ? ['Publication Quarterly Crew Brief'] : []));
  it('none where nothing says that data are listed', () =>
    names('# Boats\n\n* Passenger cards, monthly since 1988\n', []));
});
