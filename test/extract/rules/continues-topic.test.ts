/** Tests which sentences go on about the data spoken of, and which turn to another's. */
import { reads } from '../reads.js';

const opening = 'The Tidewater Institute (TWI) maintains the Quay Register. It covers Kenya.';
const goesOn = (text: string, country: readonly string[]): void => {
  it(text.replace(/\n+/g, ' / '), () => reads(`${opening} ${text}`, 'Dataset Quay Register', { country }));
};

describe('topic: sentences that go on about it', () => {
  goesOn('Crews in Togo are counted as well.', ['KEN', 'TGO']);
  goesOn('Crews from Togo, by port and month.', ['KEN', 'TGO']);
  goesOn('\n\nThe register also has sailors of Togo.', ['KEN', 'TGO']);
  goesOn('Its rows are of two countries:\n\n- Togo 2001 and 2012\n- Chad 2005', ['KEN', 'TGO', 'TCD']);
  goesOn('The results for Togo are held by the Harbour Agency.', ['KEN', 'TGO']);
  goesOn('\n\nPilots of the harbour carried out this survey in Togo.', ['KEN', 'TGO']);
});

describe('topic: sentences that speak of other data', () => {
  goesOn('A second register, of pilots, covers Togo.', ['KEN']);
  goesOn('Data of the Harbour Agency cover Togo.', ['KEN']);
  goesOn('The Irregular Sailings Interview, held at sea, was of crews in Togo.', ['KEN']);
  goesOn('Its successor is a study of crews in Togo.', ['KEN']);
  goesOn('Similar registers are being discussed in Togo.', ['KEN']);
  goesOn('The register of trainees is of Togo.', ['KEN']);
  goesOn('Sailors of Togo are listed by the Ministry of Labour.', ['KEN']);
  goesOn("Statistics Norway's Berth Ledger covers Togo.", ['KEN']);
  goesOn('Statistics Norway publishes detections of smuggling in Togo. It has data on Chad as well.', ['KEN']);
  goesOn('\n\nThe Harbour Agency interviews sailors in Togo.', ['KEN']);
  goesOn('\n\nMuch is said of ports. The records are of Togo.', ['KEN']);
});

describe('topic: what is only named beside it', () => {
  it('a rider is not the survey it rides on', () =>
    reads(
      'The Sailor Survey, attached to the Port Workers Census, has been run every August since 2015. It has records of Togo.',
      'Dataset Sailor Survey',
      { period: ['2015-'], country: ['TGO'] },
    ));
});

describe('topic: the sentence before spoke of it', () => {
  const reading = (text: string): void => {
    it(text, () => reads(text, 'Dataset Quay Money Survey', { country: ['TGO', 'TCD'] }));
  };
  reading(
    'The Harbour Agency asked pilots in Togo and Chad how they are paid. This Quay Money Survey was held in 2015.',
  );
  reading('Pilots are counted by censuses of Togo (2009) and Chad (2012). From these the Quay Money Survey was drawn.');
  it('unless nothing points back', () =>
    reads(
      'The Harbour Agency asked pilots in Togo how they are paid. The Tidewater Institute maintains the Quay Money Survey.',
      'Dataset Quay Money Survey',
      { country: [] },
    ));
});

describe('topic: a heading names it', () => {
  it('the paragraphs beneath are about it', () =>
    reads(
      '## Survey of Returned Sailors\n\nThe University of Bergen did the work in 2016. Those asked had come back from Togo or Chad.',
      'Dataset Survey of Returned Sailors',
      { country: ['TGO', 'TCD'] },
    ));
});

describe('topic: notes at the foot of a table', () => {
  const table = (note: string): string =>
    `| Survey | Owner | Years | Countries |\n|---|---|---|---|\n| Sailor Survey | Tidewater Institute | 2004 [1] | Kenya, Togo |\n\n${note}`;
  const notes = (note: string, said: Parameters<typeof reads>[2]): void => {
    it(note, () => reads(table(note), 'Dataset Sailor Survey', said));
  };
  notes('[1] Interviews in 2004; the moves asked about are those of the years 1999 to 2003.', {
    period: ['2004', '1999-2003'],
  });
  notes('[1] By telephone. Covers crews in Chad as well.', { country: ['KEN', 'TGO', 'TCD'] });
  notes('[1] Togo dropped out before the interviews began.', { country: ['KEN'] });
  notes('[1] Data entry took place from January 2005 to April 2006.', { period: ['2004'] });
  notes('[2] Covers crews in Chad.', { country: ['KEN', 'TGO'] });
});
