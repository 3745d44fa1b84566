/** Tests names that a count in the sentence before explains: "Two pilots … The first, Rafts at Sea, …". */
import { names, reads } from '../reads.js';

describe('ordinals', () => {
  const text =
    'Two pilots have been completed by the Dock Board. The first, Counting at Quayside, dealt with crews in Togo in 2015.';
  it('name what was counted', () => names(text, ['Project Counting at Quayside']));
  it('and whose it is', () => reads(text, 'Project Counting at Quayside', { owner: ['Dock Board'] }));
  it('data as well', () =>
    names('The Dock Board ran two surveys. The second, Lives of Crews, took place in 2015.', [
      'Dataset Lives of Crews',
    ]));
  it('but not of what is no data', () =>
    names('The Dock Board has two piers. The first, Long Arm, was built in 2015.', []));
  it('nor in another paragraph', () =>
    names('The Dock Board ran two pilots.\n\nThe first, Long Arm, was built in 2015.', []));
});

describe('ordinals: sisters', () => {
  it('are of the kind of what was spoken of', () =>
    names('The Quay Crew Survey runs since 1993. Its younger sister, the ESMA Sur (since 2004), looks at crews.', [
      'Dataset Quay Crew Survey',
      'Dataset ESMA Sur',
    ]));
  it('but where nothing was', () => names('Its younger sister, the ESMA Sur, looks at the sea.', []));
});
