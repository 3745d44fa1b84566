/** Tests collections that only their verb tells, and sentences in which people are counted for other data or for none. */
import { names, reads } from '../reads.js';

describe('counted people', () => {
  const counted = (text: string, label: string): void => {
    it(text, () => names(text, [`Dataset ${label}`]));
  };
  counted(
    'Persons passing the bridge of Chacal have been counted by the Dock Board since July 2014.',
    'Persons passing the bridge of Chacal',
  );
  counted('All departures from the quay are recorded daily by the Dock Board.', 'All departures from the quay');
  counted('The Dock Board surveyed 1,150 senders in Lima between March and June 2016.', 'surveyed 1,150 senders');
  it('with time and owner', () =>
    reads('The Dock Board interviewed 400 returnees in Chile in 2012.', 'Dataset interviewed 400 returnees', {
      owner: ['Dock Board'],
      period: ['2012'],
      country: ['CHL'],
    }));

  const none = (text: string, things: readonly string[] = []): void => {
    it(text, () => names(text, things));
  };
  none('The Dock Board counted persons.');
  none('Persons passing the bridge will be counted by the Dock Board from 2030.');
  none('Some 900 persons were interviewed by the Dock Board in 2014.');
  none('The Dock Board asked the ministry in 2014 for more rooms.');
  none('The Dock Board keeps the Quay Register. Persons passing the quay were counted in 2014.', [
    'Dataset Quay Register',
  ]);

  it('of another than the data before', () =>
    names('The Dock Board keeps the Quay Register. Holders of raft licences are counted by the ILO (1995 to 2022).', [
      'Dataset Quay Register',
      'Dataset Holders of raft licences',
    ]));
  it('published for certain years', () =>
    reads(
      'Emigration by port of call is published by the Dock Board for 2000 and 2005 only.',
      'Dataset Emigration by port of call',
      { period: ['2000', '2005'], owner: ['Dock Board'] },
    ));
  none('Emigration by port of call is published by the Dock Board in a book of 2005.');
  none('The Dock Board keeps the Quay Register. Holders of licences are counted by the Dock Board since 1995.', [
    'Dataset Quay Register',
  ]);
  counted(
    'The Dock Board counts every worker who leaves with a card, since 1976.',
    'counts every worker who leaves with a card',
  );
  none('The Dock Board counts on every worker of the quay, since 1976.');
});
