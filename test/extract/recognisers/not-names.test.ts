/** Tests head nouns that head no name. */
import { sentences, settled } from '../recognises.js';

const names = settled('name', ({ class: kind }) => kind);

describe('names: what is none', () => {
  sentences(names, [
    'The survey and the census, a report and its series.',
    'Survey says no. Report him.',
    'The Survey was held.',
    'A QUAY LABOUR SURVEY IN CAPITALS',
    'In the title *Quay Labour Survey of Old* nothing else is named.',
    'This Survey, That Census; These Reports.',
  ]);
});

describe('names: what is named for data and is none', () => {
  sentences(names, ['The Statistics Law and the Census Regulation are old.', 'The Survey Committee met.']);
});
