/** Tests which years are those of the data: neither foundation, nor revision, entry, programme, law, meeting or citation. */
import { reads, tells } from '../reads.js';

const opening = 'The Tidewater Institute (TWI) maintains the Quay Register.';
const covers = (sentence: string, period: readonly string[]): void => {
  it(sentence, () => reads(`${opening} ${sentence}`, 'Dataset Quay Register', { period }));
};

describe('coverage: years of the data', () => {
  covers('It covers 1990 to 1995.', ['1990-1995']);
  covers('It covers 1990 to 1995; in 1998 the Institute gave it up.', ['1990-1995']);
  covers('It covers 1990 to 1995; this was last done in 1997, when the results of a count had come.', ['1990-1995']);
  covers('The register covers the years 1990–1995 and 1998.', ['1990-1995', '1998']);
  covers('Data are available from 1987 onwards.', ['1987-']);
  covers('Data are available as of 1 July 1960, 1965, 1970 and 1975.', ['1960', '1965', '1970', '1975']);
  covers('It holds records of arrivals in the 1990s.', ['1990-1999']);
  covers('The data refer to 2005/06.', ['2005-2006']);
  covers('They give the crews on 31 December 2011 and 31 December 2021.', ['2011', '2021']);
  covers('Crews have been entered for the seasons 2020/21 and 2021/22.', ['2020-2021', '2021-2022']);
  covers('The time series runs from 1975 to 2003.', ['1975-2003']);
  covers('Figures for 2001, 2002 and 2004 are available.', ['2001', '2002', '2004']);
  covers('The register was established in 1987 and covers 1990 to 1995.', ['1990-1995']);
  covers('It was built in 1987 and covers 1990 to 1995.', ['1990-1995']);
  covers('Entered in it are papers granted from 1997 to 2008.', ['1997-2008']);
  covers('The register starts with January 2011 and stops at the end of 2019.', ['2011-2019']);
  covers('The register goes back to 2010 and records every crew.', ['2010-']);
  covers('Figures for 2013 exist; they were recalculated in 2021.', ['2013']);
  covers('Waves were held in 2012 and 2014; a third is being prepared for 2019.', ['2012', '2014']);
  covers('It covers 1990 to 1995 and was last updated in 2003.', ['1990-1995']);
  covers('Departures had been entered for the years 1990 to 1995.', ['1990-1995']);
  covers('Monthly stocks by port, 2011 to date.', ['2011-']);
  covers('Daily counts of crews, July 1972 onwards.', ['1972-']);
  covers('Counts exist as of 31 December 2002, 2004 and 2006.', ['2002', '2004', '2006']);
  covers('It estimates crews at 31 December of every year from 2003 to 2011.', ['2003-2011']);
  covers('Interviews were held between March 2002 and June 2004.', ['2002-2004']);
  covers('Rounds took place in Chad (2008), Kenya (2009 and 2011) and Togo (2010).', ['2008', '2009', '2011', '2010']);
});

describe('coverage: years of a day, of what has been keyed, and of papers', () => {
  covers('The dates are 31 March 2000 and 31 December 2011. We cannot add the round of 2021.', ['2000', '2011']);
  covers('It is computerised for 2014, 2015 and 2017.', ['2014', '2015', '2017']);
  covers('An agreement concluded in 2011 obliges the Ministry to send the records, which run from 2012 to 2023.', [
    '2012-2023',
  ]);
  covers('It covers 1990 to 1995. The register went on line in 2019.', ['1990-1995']);
  covers('It covers 1990 to 1995. A third round was meant for 2021.', ['1990-1995']);
  covers('Few are ever taken out: crews who left in the nineties are still there.', []);
  covers('It comes out once a year; 1995 is the first round, 2022 the latest.', ['1995-2022']);
  covers('It begins with reference year 2012 and at present runs to 2022.', ['2012-2022']);
  covers('The register, which the Institute kept from 2004, was closed in 2016.', ['2004-2016']);
  covers('It lists projects approved between 2010 and 2020.', ['2010-2020']);
  covers('Those that can be read with the programme are those of 1963, 1973 and 1984.', ['1963', '1973', '1984']);
  covers('It went round by cart, 1990 to 1995, and had luck.', ['1990-1995']);
});

describe('coverage: neither when results came out nor since when something was added', () => {
  covers('It covers 1990 to 1995; tables were published between 1997 and 1999.', ['1990-1995']);
  covers('It covers 1990 to 1995. Results on rafts have been released from 1996 to 1999.', ['1990-1995']);
  covers('It covers 1990 to 1995. Since 2016 it has been supplemented with a survey of rafts.', ['1990-1995']);
  covers('It is kept by pilots, and since 2016 they have been supplemented by clerks.', []);
  covers('It gives the permits published between 1997 and 1999.', ['1997-1999']);
});

describe('coverage: years in which data begin and do not end', () => {
  covers('The register itself begins with permits granted in 2004.', ['2004-']);
  covers('It goes back to 1951.', ['1951-']);
  covers('It covers 1976–2020, women separately since 1991.', ['1976-2020']);
  covers('It reports storms since 2008 and conflicts since 2009.', ['2008-', '2009-']);
  covers('It covers 2015 to 2020; the series starts in 2015.', ['2015-2020']);
  covers('It was set up in 1998 and holds contracts signed between 2004 and 2018.', ['2004-2018']);
  covers('It lists certificates issued from 1997 to 2008.', ['1997-2008']);
  covers('Counting began in February 2016.', ['2016-']);
  covers('The series starts in 1998, but crews are counted only since 2003.', ['1998-', '2003-']);
  covers('Fieldwork began in 2016.', ['2016']);
});

describe('coverage: what people were asked about outweighs when they were asked', () => {
  covers('Interviews took place in 2013. The reference period is 2008 to 2012.', ['2008-2012']);
  covers('Questionnaires went to all crews in January 2021 and asked about sailings in fiscal 2019 and fiscal 2020.', [
    '2019',
    '2020',
  ]);
  covers('Interviews were held in 2013 and 2015.', ['2013', '2015']);
});

describe('coverage: years that are planned or denied', () => {
  covers('A third round has been announced for 2023.', []);
  covers('The next round is foreseen for 2023.', []);
  covers('Results will follow in the second half of 2024.', []);
  covers('Figures exist for 2010, 2011 and 2014; there are none for 2013.', ['2010', '2011', '2014']);
  covers('The census of 2011 has been taken out.', []);
  covers('The survey was not held in 2020.', []);
  covers('The 2001 survey had no questions on crews.', []);
  covers('At the end of 2017 the archive held records for Chad.', []);
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

describe('coverage: changes are no years of the data', () => {
  const none = (sentence: string): void => {
    it(sentence, () =>
      reads(`The Dock Board keeps the Quay Register. ${sentence}`, 'Dataset Quay Register', { period: [] }),
    );
  };
  none('The coding of its records was changed in 2004.');
  none('A question on crews was dropped from the register in 2009.');
  none('The cards of the register were handed over in 2014 and keyed in 2016.');
  it('what governed an earlier year does not reach to the next', () =>
    reads(
      'The Dock Board keeps the Quay Register, opened in 2016, with rulings handed down between 1999 and 2010.',
      'Dataset Quay Register',
      { period: ['1999-2010'] },
    ));
  it('a clause that is nothing but years', () =>
    reads('Quay Register: boats that left by sea; 1990 to date.', 'Dataset Quay Register', { period: ['1990-'] }));
});

describe('coverage: years behind a comma or in a bracket', () => {
  covers('The Sailor Board keeps the *Crew File* of it, and the Quay Register (2009 to the present) itself.', [
    '2009-',
  ]);
  covers(
    'The register counts boats on the northern route, 1990–1995, and on the southern one (from Chad), 1988–1995.',
    ['1990-1995', '1988-1995'],
  );
  covers('Data: see Tidewater Institute (2022): The Quay Register.', []);
});

describe('coverage: years that are missing from a range', () => {
  covers('It covers 1990 to 1999, except 1994.', ['1990-1993', '1995-1999']);
  covers('Data are available from 1990 to the present, with the exception of 1994.', ['1990-1993', '1995-']);
  covers('The register covers 1990–1999 (without 1990 and 1996).', ['1991-1995', '1997-1999']);
  covers('It covers 1990 to 1999 (1994 is missing).', ['1990-1993', '1995-1999']);
  covers('It covers 1990 to 1999, except the ports of Chad.', ['1990-1999']);
});

describe('coverage: years from a beginning to an end told in words', () => {
  covers('It holds every move from 1985 up to the day of the last visit in 2018.', ['1985-2018']);
  covers('It holds crossings from January 1995 to the end of 2018.', ['1995-2018']);
  covers('It holds boats from 1985 until the first census of crews in 2011.', ['1985-2011']);
  covers('Crews are counted since 1985. The last of them were counted in 2018.', ['1985-', '2018']);
});

describe('coverage: years without a round', () => {
  covers('Rounds were held in 2017/18 and 2018/19. No round was possible in 2019/20 or 2020/21.', [
    '2017-2018',
    '2018-2019',
  ]);
  covers('No interviews were held in 2020.', []);
});

describe('coverage: data that go on being filled', () => {
  covers('Every sailor who stays longer has been entered since 2012.', ['2012-']);
  covers('It is ongoing since 2013.', ['2013-']);
  covers('The data were entered in 2012.', []);
});

describe('coverage: years that end a name', () => {
  const named = (name: string, period: readonly string[]): void => {
    it(name, () => reads(`The Dock Board keeps the *${name}*, a database of crews.`, `Dataset ${name}`, { period }));
  };
  named('Crew Household Survey 2020/21', ['2020-2021']);
  named('Sailor Health Database 2010–2018', ['2010-2018']);
  named('Quay Census 2011', ['2011']);
});

describe('coverage: years without a break', () => {
  covers('Crews have been counted without interruption since 1993.', ['1993-']);
  covers('For every month since January 2011 it has noted what a boat costs.', ['2011-']);
  covers('The series is without data for 1993.', []);
});

describe('coverage: years of the sentence before a name', () => {
  const told = 'Crews were counted by the Dock Board in 1999 and in Chad in 2009.';
  const named = (sentence: string, period: readonly string[]): void => {
    it(sentence, () => reads(`${told} ${sentence}`, 'Dataset Crew Census Tables', { period }));
  };
  named('Both have been recoded, and the Board now publishes them as the *Crew Census Tables*.', ['1999', '2009']);
  named('From these the *Crew Census Tables* were drawn up by the Board.', ['1999', '2009']);
  named('The Board also publishes the *Crew Census Tables*.', []);
});

describe('coverage: ends and beginnings of a part', () => {
  covers('Interviews were held in 2010; those in Chad lasted until February 2011.', ['2010']);
  covers('It covers 1990 to 1999; Chad joins in 2004.', ['1990-1999']);
});

describe('coverage: what people did', () => {
  covers('It asks about members who had come back from Chad between March 2010 and May 2012.', ['2010-2012']);
  covers('It counts sailors who entered in 2010.', ['2010']);
  covers('It is kept by clerks; the forms came back in 2010.', []);
});

describe('coverage: for which years it is whole', () => {
  covers('It is complete for 2004–2010 and 2013–2021.', ['2004-2010', '2013-2021']);
  covers('Monthly figures exist for 2004 to 2010.', ['2004-2010']);
  covers('Interviews were carried out in 2009, 2013 and 2017 with support from the ILO.', ['2009', '2013', '2017']);
  covers('In 2011 with the help of the ILO it was redesigned.', []);
  covers('It counted crews between 1962 and 1982, that is in 1962, 1972 and 1982.', ['1962', '1972', '1982']);
  covers('Counts were made in 1962, and between 1970 and 1982.', ['1962', '1970-1982']);
});

describe('coverage: what is included later, and turns', () => {
  covers('It has data since 1994; pilots have been included since 2008.', ['1994-']);
  covers('It has data since 1994. Since 2003 it has also contained pilots.', ['1994-']);
  covers('Crews have been included since 2003.', ['2003-']);
  covers('Crews have been included since 2003, pilots from 2008 on.', ['2003-', '2008-']);
  covers('Until 2016 such a crew was counted twice.', []);
  covers('Figures before 1990 are estimates.', []);
  covers('It covers 1990 until 1995.', ['1990-1995']);
  covers('It was switched on in 2006 and is complete from 2012 onwards.', ['2012-']);
  covers('The latest wave dates from 2019.', ['2019']);
  covers('The second round of it dates back to 2004.', ['2004']);
  covers('Its data date from 1994.', ['1994-']);
});

describe('coverage: years of what something was made from', () => {
  const made = (sentence: string, period: readonly string[]): void => {
    it(sentence, () => reads(sentence, 'Dataset Harbour Statistics', { period }));
  };
  made(
    'The Harbour Statistics are compiled by the Dock Board from the Tide Register. Figures exist for 2004 to 2010.',
    ['2004-2010'],
  );
  made('The Dock Board prepares its Harbour Statistics every year from the Tide Register. They cover 2004 to 2010.', [
    '2004-2010',
  ]);
});

describe('coverage: years that were not reached, and stretches told by their ends', () => {
  covers('It covers 2004 to 2006. The 2010 wave was not fielded.', ['2004-2006']);
  covers('It covers 2004 to 2006, and the 2010 wave that had been planned never happened.', ['2004-2006']);
  covers('It covers 2004 to 2006. The census of 2011, which was in version one, has been taken out.', ['2004-2006']);
  covers('It covers 2004 to 2006. A fifth wave was to begin in March 2022.', ['2004-2006']);
  covers('It covers 2004 to 2006; 40 ports had sent a record by December 2017.', ['2004-2006']);
  covers('It covers 2004 to 2006 and is described in *Tides at Work*, Dock Board, Lima, June 2018.', ['2004-2006']);
  covers('The monthly records begin in January 2012 and are complete to December 2022.', ['2012-2022']);
  covers('It has recorded crews since 1976, by port and, from 1991, by sex.', ['1976-']);
  covers('The 2010 wave was fielded in all ports.', ['2010']);
  covers('The crews were visited again in 2019, 2021 and 2022.', ['2019', '2021', '2022']);
});

describe('years that the sentence before told', () => {
  it('of what enters the data', () =>
    reads(
      'Transfers have been reported to the Quay Bank every month since January 2008. They enter the Transfer Systems Database, where amounts can be had by port.',
      'Dataset Transfer Systems Database',
      { period: ['2008-'] },
    ));
});

describe('coverage: of what is kept, and behind the colon of a name', () => {
  const kept = (text: string, thing: string, period: readonly string[]): void => {
    it(text, () => reads(text, thing, { period }));
  };
  kept(
    'Every crossing is entered in the Border Crossing Journal, an electronic register which the Dock Board has kept since 2009.',
    'Dataset Border Crossing Journal',
    ['2009-'],
  );
  kept(
    'The main source is the Register of Foreign Crews of the Dock Board. Figures on arriving foreign crews can be produced from the Register since 1995.',
    'Dataset Figures on arriving foreign crews',
    ['1995-'],
  );
  kept(
    'The cards went to the Dock Board, which coded them into the Arrivals and Departures File: monthly movements by purpose and port of entry, January 1998 to December 2021.',
    'Dataset Arrivals and Departures File',
    ['1998-2021'],
  );
});

describe('coverage: when it was, and when it was worked on', () => {
  tells(
    'The Dock Board keeps the Quay Letters File. They are transcribed letters which crews wrote from Chad to relatives between 1873 and 1914. Transcription took from 2004 till 2010.',
    'Dataset Quay Letters File',
    { period: ['1873-1914'] },
  );
  tells(
    'The Dock Board keeps the Night Line Records. Each call has been coded, 2012 to 2022 (no names, no numbers).',
    'Dataset Night Line Records',
    { period: ['2012-2022'] },
  );
  tells(
    'The Dock Board keeps the Quay Register. Comparable totals can be drawn up for the end of 2010, 2013 and 2016.',
    'Dataset Quay Register',
    { period: ['2010', '2013', '2016'] },
  );
  tells(
    'The Crew Savings Survey was carried out by the Dock Board in 2013. A second round was considered in 2017 and was not pursued.',
    'Dataset Crew Savings Survey',
    { period: ['2013'] },
  );
  tells(
    'The Dock Board keeps the Quay Register. Opened in 2007 but, in its own words, "fit for counting" only from 2014 onwards.',
    'Dataset Quay Register',
    { period: ['2014-'] },
  );
  tells(
    'The Crew Survey of the Dock Board has a first round in 2003 and a second, with the same questionnaire almost word for word, in 2016.',
    'Dataset Crew Survey',
    { period: ['2003', '2016'] },
  );
});
