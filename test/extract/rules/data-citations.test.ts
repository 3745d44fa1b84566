/** Tests how data are cited: who wrote, in which year, what, and who publishes it. */
import { names, reads } from '../reads.js';

describe('citations of data', () => {
  it('by persons: whoever publishes it owns it, and its years are those of its title', () =>
    reads(
      'Rudder, Ann & Keel, John (2021): Raft Archive (RAA) 1991-2019 [dataset]. Dock Board.\n',
      'Dataset Raft Archive 1991-2019',
      { period: ['1991-2019'], published: ['2021'], acronym: ['RAA'] },
    ));
  it('with initials and a place on the web', () =>
    reads(
      'Rudder, A. and Keel, J. (2018). Raft Survey, 2010-15 [data set]. Version 2. Dock Board. https://doi.org/10.5555/rafts',
      'Dataset Raft Survey',
      { period: ['2010-2015'], published: ['2018'] },
    ));
  it('by a body, with its version', () =>
    reads(
      'Please cite: Dock Board (2022). Crew Data Collection, version 4.1.0 [data set].',
      'Dataset Crew Data Collection',
      {
        owner: ['Dock Board'],
        published: ['2022'],
      },
    ));
  it('name no person as a body', () =>
    names('Rudder, Ann & Keel, John (2021): Raft Archive [dataset].', ['Dataset Raft Archive']));
  it('have their mark', () => names('Rudder, Ann & Keel, John (2021): Rafts of the Coast. Leiden: Brill.', []));
});
