/** Tests which years are those of the data: neither foundation, nor revision, entry, programme, law, meeting or citation. */
import { reads } from '../reads.js';

const opening = 'The Tidewater Institute (TWI) maintains the Quay Register.';
const covers = (sentence: string, period: readonly string[]): void => {
  it(sentence, () => reads(`${opening} ${sentence}`, 'Dataset Quay Register', { period }));
};

describe('coverage: years of the data', () => {
  covers('It covers 1990 to 1995.', ['1990-1995']);
  covers('The register covers the years 1990–1995 and 1998.', ['1990-1995', '1998']);
  covers('Data are available from 1987 onwards.', ['1987-']);
  covers('Data are available as of 1 July 1960, 1965, 1970 and 1975.', ['1960', '1965', '1970', '1975']);
  covers('It holds records of arrivals in the 1990s.', ['1990-1999']);
  covers('The data refer to 2005/06.', ['2005-2006']);
  covers('The time series runs from 1975 to 2003.', ['1975-2003']);
  covers('Figures for 2001, 2002 and 2004 are available.', ['2001', '2002', '2004']);
  covers('The register was established in 1987 and covers 1990 to 1995.', ['1990-1995']);
  covers('It covers 1990 to 1995 and was last updated in 2003.', ['1990-1995']);
});

describe('coverage: years of something else', () => {
  covers('It was established in 1987.', []);
  covers('The register was founded in 1987 by the Dock Board.', []);
  covers('It was last revised in 2001.', []);
  covers('The database was last updated in March 2003.', []);
  covers('The data were entered between June and August 2002.', []);
  covers('The data were keyed in 1999.', []);
  covers('The records were digitised in 1998.', []);
  covers('It is part of the work programme for 2007.', []);
  covers('It follows the 1998 Recommendations on Port Statistics.', []);
  covers('The data are collected under the Harbour Act of 1974.', []);
  covers('The data were presented at a meeting in 2005.', []);
  covers('The register was discontinued in 1996.', []);
  covers('A new version of the database was released in 2004.', []);
  covers('The questionnaire was redesigned in 2001.', []);
  covers('The data were accessed on 3 May 2006.', []);
});
