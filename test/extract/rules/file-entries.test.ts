/** Tests what the files of a package hold, where only a description stands behind their names, and files that hold no data of their own. */
import { names, reads } from '../reads.js';

describe('file entries', () => {
  const finds = (text: string, ...things: string[]): void => {
    it(text, () => names(text, things));
  };
  finds(
    'README\n\n03_arr.csv (156 rows): Berthing permits granted to sailors, by month, 2010 to 2022. Others are not counted.',
    'Dataset Berthing permits granted to sailors',
  );
  finds(
    'prices.csv: monthly market prices at the quay, July 2006–June 2019.',
    'Dataset monthly market prices at the quay',
  );
  finds('FOLDERS\n\n/04_sailors\n    Sailor Entry Forms. We only host them.', 'Dataset Sailor Entry Forms');
  finds('`crews` – Crew cards issued by the Dock Board, 1990–2001.', 'Dataset Crew cards');
  finds(
    '`homes` – Returnees interviewed at the quay by the Dock Board in 2014.',
    'Dataset Returnees interviewed at the quay',
  );
  finds(
    '`flags` – Population by nationality group, compiled by the Dock Board, 2010.',
    'Dataset Population by nationality group',
  );
  finds(
    'crews/ has counts of crews abroad by district. Years: 1993, 1998.',
    'Dataset counts of crews abroad by district',
  );
  finds('tides/ contains TIDAL, the statistics of crews in port, 1991 to 2009.', 'Dataset TIDAL');
  it('tell whose they are in front', () =>
    reads('/07_rem  Dock Board, quarterly receipts by port, 2003-.', 'Dataset quarterly receipts by port', {
      owner: ['Dock Board'],
      period: ['2003-'],
    }));
  finds('codebook.pdf: monthly permits and what they mean.');
  finds('moves.csv holds the permits of all pilots.');
  finds('weights.csv: see there for variable names.');
});
