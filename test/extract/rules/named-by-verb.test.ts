/** Tests names that only what is done with them tells to be data, and names of what is no data. */
import { names, reads } from '../reads.js';

describe('named by what is done with it', () => {
  const named = (text: string, label: string): void => {
    it(text, () => names(text, [`Dataset ${label}`]));
  };
  named(
    'The Dock Board maintains the Crews at Sea Collection Points, with counts of 1999 to 2017.',
    'Crews at Sea Collection Points',
  );
  named(
    'The Harbour Movement Gauge of the Dock Board covers 1990 to 2000 and has records of every boat.',
    'Harbour Movement Gauge',
  );
  named('Among our collections are the Marriages at Sea (1985-2019) and more.', 'Marriages at Sea');
  named('Dock Board, Crews by Port of Birth (crew_pob), annual, 2008-2021.', 'Crews by Port of Birth');
  named('See also: Sailors Naturalised, 1990-2020 (Dock Board).', 'Sailors Naturalised');
  named('The Deckhand Follow-up was the property of the Dock Board.', 'Deckhand Follow-up');
  named('The Deckhand Follow-up, on the other hand, remains the property of the Dock Board.', 'Deckhand Follow-up');
  named('Crews were interviewed by the Dock Board in its Watching of Coastal Crews.', 'Watching of Coastal Crews');
  it('and whose it is', () =>
    reads(
      'The Dock Board keeps the Harbour Movement Gauge, with entries since 1990.',
      'Dataset Harbour Movement Gauge',
      {
        owner: ['Dock Board'],
      },
    ));
  for (const text of [
    'The Dock Board holds that the Prime Minister of 1990 had no data.',
    'Dock Board, Crews by Port of Birth, 2008.',
    'Dock Board, Free Movement Protocol, 2008-2021.',
    'Marriages at Sea (1985-2019) were happy ones.',
    'The Free Movement Protocol covers persons since 1990.',
    'The Dock Board counted the Nigerians and Togolese in 1990.',
    'The Dock Board keeps the Harbour Days of 1990.',
    'The Dock Board would keep the Harbour Movement Gauge, with entries since 1990.',
  ])
    it(`none: ${text}`, () => names(text, []));
  it('what is published is a document', () =>
    names('The Dock Board published the Green Paper Cases with data of 1990.', ['Publication Green Paper Cases']));
});

describe('described data: what stands between a verb and its object, and behind the data', () => {
  it('an aside', () =>
    names('The Dock Board maintains, through its office in Lima, a compilation of crew agreements.', [
      'Dataset compilation of crew agreements',
    ]));
  it('years behind a row of places', () =>
    names('The second was a linkage of crew lists for Kenya, Togo and Chile, covering 1990 to 2000.', [
      'Dataset linkage of crew lists',
    ]));
});

describe('named by what is done with it: a name in front, without a date, behind an adjective', () => {
  const named = (text: string, ...labels: string[]): void => {
    it(text, () =>
      names(
        text,
        labels.map((label) => `Dataset ${label}`),
      ),
    );
  };
  named('Dismissals by Port of Call exists for the Dock Board from 2008 on.', 'Dismissals by Port of Call');
  named('2.3 Sailings between Quays is a joint product with the Dock Board.', 'Sailings between Quays');
  named('Crews Leaving the Coast goes back to 1992 and is kept by the Dock Board.', 'Crews Leaving the Coast');
  named("The ILO's Deckhands Monthly Updates cover January 2015 to the present.", 'Deckhands Monthly Updates');
  named('The resulting Notices on the Hire of Deckhands have existed since 2008.', 'Notices on the Hire of Deckhands');
  named('The Dock Board looks after the Digitized Landing Cards of the pilots.', 'Digitized Landing Cards');
  named('Pilots Act covers the years from 1990.');
  named('Article Twelve exists since 2008.');
  named('Dockers in Kenya counts on help since 2008.');
  named('South Sudan is available for visits from 2008 on.');
  named('Two Crews existed in 2004.');
  named('The Dock Board looks after the sailors.');
  named('The Dock Board looks after the Old Quay.');
});

describe('a name under which files are issued or entered', () => {
  it('"publishes it as"', () =>
    reads(
      'The Dock Board receives the file every month and publishes it as Movement of Crews, of which the years from 1996 to 2022 are complete.',
      'Dataset Movement of Crews',
      { period: ['1996-2022'], owner: ['Dock Board'] },
    ));
  it('"publishes it as" without a year names nothing', () =>
    names('The Dock Board publishes it as Movement of Crews.', []));
});
