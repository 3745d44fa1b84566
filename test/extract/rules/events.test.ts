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
  it('on a day that opens the sentence', () =>
    reads(
      'On 3 and 4 May 2005 the ILO, the International Organization for Migration and the Tidewater Union of Ports held a Quayside Forum on Rafts.',
      'Event Quayside Forum on Rafts',
      { published: ['2005-05-03/2005-05-04'] },
    ));
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

describe('events: whose they are', () => {
  const context =
    '# Dock Board\n\nThe Dock Board keeps boats, and counts them with care in all the ports of the coast each year.\n\n';
  const owned = (sentence: string, event: string, owner: readonly string[]): void => {
    it(sentence, () => reads(`${context}${sentence}`, `Event ${event}`, { owner }));
  };
  owned('The paper was read at the fifth congress of the ILO in Lima on 3 May 2018.', 'fifth congress of the ILO', [
    'ILO',
  ]);
  owned(
    'It took part in the Quayside Conference on Ports, held in Rabat on 3 May 2005.',
    'Quayside Conference on Ports',
    [],
  );
  owned(
    'It was presented at the Quayside Conference on Ports in Rabat on 3 May 2005.',
    'Quayside Conference on Ports',
    [],
  );
  owned(
    'It took part in the Quayside Conference on Ports, convened by the ILO in Rabat on 3 May 2005.',
    'Quayside Conference on Ports',
    ['ILO'],
  );
  owned('It held the Quayside Conference on Ports in Rabat on 3 May 2005.', 'Quayside Conference on Ports', [
    'Dock Board',
  ]);
});

describe('events: known by their number, their day or their list', () => {
  const held = (text: string, label: string, date: string): void => {
    it(text, () => reads(text, `Event ${label}`, { published: [date] }));
  };
  held(
    'The Third Expert Meeting on Ports was held in Geneva on 3 May 2005.',
    'Third Expert Meeting on Ports',
    '2005-05-03',
  );
  held(
    'The record of the third session (Geneva, 6 and 7 October 2020) was adopted.',
    'third session',
    '2020-10-06/2020-10-07',
  );
  held(
    'A webinar for users of the ledger followed on 8 December 2021.',
    'webinar for users of the ledger',
    '2021-12-08',
  );
  held('Come to our Harbour Clinic in Madrid on 2 December 2021.', 'Harbour Clinic', '2021-12-02');
  held(
    'Events\n\n- 12–13 April 2018, Oslo: Harbour Days (convened by the Dock Board)\n- 1 May 2019, Oslo: Tidal Days',
    'Harbour Days',
    '2018-04-12/2018-04-13',
  );
  held(
    'Meetings\n\n- Presentation of the second round: Oslo, 18 December 2023.\n- Harbour Seminar, Oslo, 3 May 2023.',
    'Presentation of the second round',
    '2023-12-18',
  );
  held(
    'A workshop, Asking about Boats, was organised by the Dock Board in Oslo from 18 to 20 April 2016.',
    'Asking about Boats',
    '2016-04-18/2016-04-20',
  );
});

describe('events: what a meeting was on', () => {
  it('is no second meeting', () =>
    names('Meetings\n\nEighth Harbour Conference, "Counting in Wartime", Oslo, 12-14 September 2023', [
      'Event Eighth Harbour Conference',
    ]));
});

describe('events: what is none', () => {
  const none = (text: string): void => {
    it(text, () => names(text, []));
  };
  none('The session was opened at 9.30 on 3 May 2005.');
  none('A workshop may be held one day.');
  none('The Working Group on Harbours reviews the reports.');
  none('The Dock Board met the President in Oslo on 3 May 2005.');
});

describe('events: days that are held open', () => {
  for (const text of [
    'The first Harbour Data Open Day was on 23 November 2021 at the academy.',
    'The Dock Board held a Harbour Data Open Day in Lima on 23 November 2021.',
  ])
    it(text, () => reads(text, 'Event Harbour Data Open Day', { published: ['2021-11-23'] }));
  it('a sentence about a meeting is not its name', () =>
    names(
      'The Raft Committee looked over the catalogue at its third meeting, held in Belize City on 26 and 27 October 2016.',
      ['Event third meeting'],
    ));
  for (const text of [
    'Census Day was 3 May 2004.',
    'The harbour is open day and night.',
    'On the day of 3 May 2004 all slept.',
  ])
    it(`none: ${text}`, () => names(text, []));
});

describe('events: a title between commas behind its kind', () => {
  it('is one where town and day follow', () =>
    reads(
      'We are convening a workshop, Paper Trails of Crews, here in Lima on 24 March 2022.',
      'Event Paper Trails of Crews',
      {
        published: ['2022-03-24'],
      },
    ));
  it('and a document where they do not', () =>
    names('The Dock Board wrote a guide, Paper Trails of Crews, in 2022.', ['Publication Paper Trails of Crews']));
});

describe('events: without a name, of another kind, and in newsletters', () => {
  it('lend their days to no dataset', () =>
    reads(
      'Entries on the Crew Database of the Dock Board are in preparation. A workshop with data providers, organized by the Board, was held in Lima on 19 and 20 November 2019.',
      'Dataset Crew Database',
      { period: [] },
    ));
  it('conventions with a number of their kind', () =>
    reads(
      'Findings were discussed at the 15th National Convention on Statistics, held in Lima on 3–5 October 2022.',
      'Event 15th National Convention on Statistics',
      {
        published: ['2022-10-03/2022-10-05'],
      },
    ));
  it('what kind, when, and on what', () =>
    reads('Webinar, 20 September 2022: Getting Started with the File. No fee.', 'Event Getting Started with the File', {
      published: ['2022-09-20'],
    }));
});

describe('the meeting at the head of a text', () => {
  it('has its town and days some lines below', () =>
    reads(
      'THIRD MEETING ON CREWS AND RAFTS\nCrew Division\nDock Board\nNew York, 14-15 November 2019\n\nThe Dock Board keeps data.\n',
      'Event Third Meeting on Crews and Rafts',
      { published: ['2019-11-14/2019-11-15'], place: ['New York'] },
    ));
  it('is none without days', () =>
    names('THIRD MEETING ON CREWS AND RAFTS\nCrew Division\nNew York\n\nThe Dock Board keeps boats.\n', []));
  it('all of its matters', () =>
    reads(
      'It was reviewed at the Global Forum on Crews, Rafts and Boats in Lima, Peru, 8-10 May 2018.',
      'Event Global Forum on Crews, Rafts and Boats',
      {
        published: ['2018-05-08/2018-05-10'],
      },
    ));
  it('with whom, behind town and days', () =>
    reads(
      'A Training Workshop on Crews was organized in Lima, Peru, from 24 to 27 June 2019 with the Dock Board and the Tide Council.',
      'Event Training Workshop on Crews',
      {
        owner: ['Dock Board', 'Tide Council'],
      },
    ));
});
