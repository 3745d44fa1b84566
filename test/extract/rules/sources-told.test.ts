/** Tests what texts that tell of others' sources showed: years of citations, who holds and who did, names within rows, who is left out. */
import { names, type Said, tells } from '../reads.js';

const register = 'The Dock Board keeps the Quay Register.';
const covers = (sentence: string, said: Said): void => tells(`${register} ${sentence}`, 'Dataset Quay Register', said);

describe('years of those who wrote of the data', () => {
  const years = (text: string, period: readonly string[]): void => tells(text, 'Dataset Quay Panel Survey', { period });
  years('Moreno (2015) works with the Quay Panel Survey, whose rounds were held in 1998, 2006 and 2012.', [
    '1998',
    '2006',
    '2012',
  ]);
  years('Moreno and Weiss (2007) use the Quay Panel Survey for 1992-2004.', ['1992-2004']);
  years('The Quay Panel Survey covers 1990 to 1995; see Moreno et al. (1996).', ['1990-1995']);
  years('The Quay Panel Survey was held in Chad (2009), Togo (2014) and Benin (2015).', ['2009', '2014', '2015']);
  covers('It covers 1990 to 1995. Moreno (1996) and van Rijn and Thom (2013) are the best known users.', {
    period: ['1990-1995'],
  });
  years('For crews in Kenya and Chad, Thom (2006) uses the Quay Panel Survey, rounds 1997 and 1998.', ['1997', '1998']);
  covers('It covers 1990 to 1995. Moreno (1996) and Weiss and Thom (2013) are the best known examples.', {
    period: ['1990-1995'],
  });
});

describe('years behind what is no person', () => {
  covers('It interviewed Syrians and Afghans (2015).', { period: ['2015'] });
  covers('It was held with modules on Labour and Housing (2012).', { period: ['2012'] });
  covers('It covers 1990 to 2015 and is no longer updated.', { period: ['1990-2015'] });
  covers('It covers asylum applications decided in 2014.', { period: ['2014'] });
});

describe('years in which something was done', () => {
  covers('It was computerised in 2009, and usable counts begin in 2012.', { period: ['2012-'] });
  covers('It covers 1990 to 1995; a relaunch was decided in 2002, and first figures are to appear in 2004.', {
    period: ['1990-1995'],
  });
  covers('It covers 1990 to 1995. Since November 1998 such cards are no longer collected.', { period: ['1990-1995'] });
  covers('It covers 1990 to 1995. No census has been held in the Port of Lima since 1984.', { period: ['1990-1995'] });
  covers('It has been computed every year since 2018.', { period: ['2018-'] });
  covers('Its files went back to 1950.', { period: ['1950-'] });
  tells(
    'The Dock Board launched its Crew and Boat Statistics database for the Arab States in 2013; data are provided for 2001-2012.',
    'Dataset Crew and Boat Statistics',
    { period: ['2001-2012'] },
  );
  tells(
    '* Dock Board, Research Division. Departures of Crews, computerised file, 1994–2019. An entry is no departure.',
    'Dataset Departures of Crews',
    { period: ['1994-2019'] },
  );
  tells(
    'The Dock Board conducted the Delta Sailor Survey in 2014 with funds from the Harbour Fund.',
    'Dataset Delta Sailor Survey',
    { period: ['2014'] },
  );
});

describe('who holds data, and who did them', () => {
  const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });
  owned('The Visa Register, held at the Dock Board, covers 1990-2019.', 'Dataset Visa Register', 'Dock Board');
  owned(
    'The Visa Register (VR), held at Statistics Norway, covers 1990.',
    'Dataset Visa Register',
    'Statistics Norway',
  );
  owned('The Crew Survey was done in 2016 by the Dock Institute.', 'Dataset Crew Survey', 'Dock Institute');
  owned(
    'We are the Port Ministry. From the Dock Institute (DI) we used the following sources. The Crew Census was taken in 2010.',
    'Dataset Crew Census',
    'Dock Institute',
  );
  owned(
    'The Tide Centre (TC), which is based in Lima and is part of the Dock Council, keeps the Quay Register.',
    'Dataset Quay Register',
    'Tide Centre',
  );
  owned(
    'The Tide Centre (TC), which is based in Lima and is part of the Dock Council, keeps boats.',
    'Unit Tide Centre',
    'Dock Council',
  );
});

describe('names that are kept by somebody and hold data', () => {
  tells(
    'The Directory of Able Sailors Abroad, which is kept by the Dock Board, lists 30,000 persons.',
    'Dataset Directory of Able Sailors Abroad',
    { owner: ['Dock Board'] },
  );
  tells(
    'Envía Delta, which is run by the Dock Institute, gives prices from Chad to Togo for 2013 to 2020.',
    'Dataset Envía Delta',
    { owner: ['Dock Institute'], period: ['2013-2020'] },
  );
  tells(
    'Others work with the Directory of Able Sailors Abroad, which is kept by the Dock Board and lists some 30,000 persons.',
    'Dataset Directory of Able Sailors Abroad',
    { owner: ['Dock Board'] },
  );
  tells(
    'A later addition is the Quay Crew Sample, which the Dock Board and the Port Institute have collected jointly since 2013.',
    'Dataset Quay Crew Sample',
    { owner: ['Dock Board', 'Port Institute'], period: ['2013-'] },
  );
  tells(
    'The Dock Board releases the Continuous Sample of Seafaring Lives (CSSL), from which we extract crews for each year 2005 through 2017.',
    'Dataset Continuous Sample of Seafaring Lives',
    { owner: ['Dock Board'], period: ['2005-2017'] },
  );
  it('but no camp', () => names('Delta Settlement, managed by the Dock Board, holds 200,000 registered persons.', []));
  tells(
    'The National Survey of Crews, Boats and Rafts (ENEMDU) is held by the Dock Board every quarter since 2007.',
    'Dataset National Survey of Crews, Boats and Rafts',
    { owner: ['Dock Board'] },
  );
  it('and a row that no acronym ends', () =>
    names('The National Survey of Crews, Boats and Rafts are held by the Dock Board since 2007.', [
      'Dataset National Survey of Crews',
    ]));
});

describe('who is left out', () => {
  const left = 'The Quay Survey was carried out by the Dock Board in 2014.';
  const leaves = (sentence: string, country: readonly string[]): void =>
    tells(`${left} ${sentence}`, 'Dataset Quay Survey', { country });
  leaves('Sailors from Chad and Togo are covered, but those from Benin are not.', ['TCD', 'TGO']);
  leaves('Sailors from Chad are covered. Benin does not publish data on all its sailors.', ['TCD']);
  leaves('Sailors from Chad are covered. Data for Benin were requested but have not been delivered so far.', ['TCD']);
  leaves('Sailors from Chad are covered. Benin takes part only as an observer.', ['TCD']);
});

describe('what somebody reports by month', () => {
  tells('The Coast Guard Service reports interceptions by month since 2011.', 'Dataset interceptions', {
    owner: ['Coast Guard Service'],
  });
  it('not whatever is reported', () =>
    names('The Coast Guard Service reports interceptions of 2011 to the court.', []));
});

describe('a list of changes', () => {
  it('its days are no data', () =>
    names(`${register}\n\n## Changes\n\n- 2023-02: the Quay Register was corrected.\n`, ['Dataset Quay Register']));
});

describe('what is told of by its kind and its keeper alone', () => {
  tells(
    'In addition, the Dock Board carried out a Microcensus in 2016, with a sample of ten per cent.',
    'Dataset Microcensus',
    {
      owner: ['Dock Board'],
      period: ['2016'],
    },
  );
  it('but no census that was told of before', () =>
    names('The Dock Board held the Crew Census in 2010. The Census is used by the Port Institute.', [
      'Dataset Crew Census',
    ]));
  tells(
    'Statistics on crew permits by port are the responsibility of the Dock Board and go back to 1985.',
    'Dataset Statistics on crew permits by port',
    { owner: ['Dock Board'], period: ['1985-'] },
  );
  it('but no duty without data', () => names('Permits are the responsibility of the Dock Board.', []));
});
