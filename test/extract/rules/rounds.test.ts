/** Tests rounds of a collection: each period with the number of countries that stands with it. */
import { reads } from '../reads.js';

const opening = 'The Tidewater Institute (TWI) maintains the Quay Census Tables.';
const rounds = (sentence: string, round: readonly string[]): void => {
  it(sentence, () => reads(`${opening} ${sentence}`, 'Dataset Quay Census Tables', { round }));
};

describe('rounds', () => {
  rounds('Data were reported by 61 countries for 1985-1994 and by 47 countries for 1995-2004.', [
    '1985-1994 61',
    '1995-2004 47',
  ]);
  rounds(
    'It has data for the 1990 round (1985–1994) from 18 countries and for the 2000 round (1995–2004) from 24 countries.',
    ['1985-1994 18', '1995-2004 24'],
  );
  rounds('It has data for 1985 to 1994.', []);
  rounds('Data were reported by 61 countries.', []);
});
