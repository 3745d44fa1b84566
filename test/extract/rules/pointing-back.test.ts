/** Tests whose a thing is where the sentence only points at him: "It has kept a …", "the two banks", "another of theirs", "the latter is issued by". */
import { reads, tells } from '../reads.js';

const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });

describe('"it" and "they" before what only bodies do', () => {
  owned(
    'Contracts are notified to the Crew Committee of the Ministry of Ports. It has kept a Register of Contracts since 2015.',
    'Dataset Register of Contracts',
    'Crew Committee',
  );
  owned(
    'Moves are a matter for the Section on Crews. It issued the series Tide Studies.',
    'Series Tide Studies',
    'Section on Crews',
  );
  it('but a dataset is meant where data do it as well', () =>
    reads(
      'The Quay Register was moved to the Tide Office. It covers the Harbour Survey of 2010.',
      'Dataset Quay Register',
      {
        owner: [],
      },
    ));
});

describe('two bodies that the words mean together', () => {
  owned(
    'The Quay Bank and the Tide Bank work together. Results are in "Boats of Old: What Banks Know", which the two banks issued in 2011.',
    'Publication Boats of Old: What Banks Know',
    'Quay Bank',
    'Tide Bank',
  );
  owned(
    'Two institutions hold the data. Receipts are counted by the Quay Bank, whereas crews are a matter for the Ministry of Ports. The Tide Institute and the Harbour Council have none.\n\nSince 2016 the two institutions have issued a yearbook, *Crews and Receipts*.',
    'Series Crews and Receipts',
    'Quay Bank',
    'Ministry of Ports',
  );
  owned(
    'The Tide Institute and the Harbour Institute met in Lima. The Crew Panel was carried out by both institutes in 2014.',
    'Dataset Crew Panel',
    'Tide Institute',
    'Harbour Institute',
  );
  owned(
    'Custodians: Quay Bank; Tide Institute\n\nSources\n\nThe Harbour Survey of the Dock Board is one. The Crew Cost Surveys were held by the two custodians together in 2015.',
    'Dataset Crew Cost Surveys',
    'Quay Bank',
    'Tide Institute',
  );
  owned(
    'The Dock Board keeps the Quay Register. Both institutes of the Tide University use the Crew Panel.',
    'Dataset Quay Register',
    'Dock Board',
  );
});

describe('what is said to be another of theirs', () => {
  owned(
    'The Dock Board publishes the Quay Tables. *Crews in Port*, another release of theirs, counted permits granted by the Ministry of Ports from 2011 to 2015.',
    'Publication Crews in Port',
    'Dock Board',
  );
});

describe('one of two things', () => {
  owned(
    'Tables follow in the yearbook *Boats of the Coast*, while some are printed in the *Harbour Profile of Chad*. The latter is issued by the Tide Commission.',
    'Publication Harbour Profile of Chad',
    'Tide Commission',
  );
  owned(
    'The Quay Register feeds the Crew Census. The former is kept by the Dock Board.',
    'Dataset Quay Register',
    'Dock Board',
  );
});

describe('the part of a body that the sentence before said does it', () => {
  owned(
    '# Quay Bank\n\nTransfers are compiled by the Crew Department and released each quarter. The series Receipts of the Coast is available for 2005–2020.',
    'Series Receipts of the Coast',
    'Crew Department',
  );
});
