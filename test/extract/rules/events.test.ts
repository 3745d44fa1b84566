/** Tests meetings: their date, place and conveners; a place of a meeting is no coverage, a document of its title another thing. */
import { names, reads } from '../reads.js';

describe('events', () => {
  it('have a date, a place and conveners', () => {
    reads(
      'The Dock Board and the ILO organized the Quayside Conference on Ports, held in Rabat from 17 to 19 January 2005.',
      'Event Quayside Conference on Ports',
      {
        published: ['2005-01-17/2005-01-19'],
        place: ['Rabat'],
        owner: ['Dock Board', 'ILO'],
      },
    );
  });
  it('lend their place to no dataset', () => {
    const text =
      'The Dock Board maintains the Quay Register, which covers Kenya. The data were discussed at the Quayside Conference on Ports, held in Morocco on 3 May 2005.';
    reads(text, 'Dataset Quay Register', { country: ['KEN'], period: [] });
  });
  it('of one name on two dates are two', () => {
    names(
      'The Dock Board held the Quayside Conference on Ports on 3 May 2005. The Quayside Conference on Ports was held again on 4 May 2007.',
      ['Event Quayside Conference on Ports', 'Event Quayside Conference on Ports (2007-05-04)'],
    );
  });
  it('and a document of one title are two', () => {
    names('Panel on Docks and Tides, United Nations Headquarters, 12 October 2004, ILO, IOM (2005)', [
      'Publication Panel on Docks and Tides',
      'Event Panel on Docks and Tides',
    ]);
  });
  it('without a name are known by what they were on', () => {
    reads(
      'In 2003 the Dock Board held an expert workshop on tidal data in Geneva on 13 May 2003.',
      'Event expert workshop on tidal data',
      {
        published: ['2003-05-13'],
        place: ['Geneva'],
      },
    );
  });
});
