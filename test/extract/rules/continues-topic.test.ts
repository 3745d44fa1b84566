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
  goesOn('\n\nPilots of the harbour carried out this survey in Togo.', ['KEN', 'TGO']);
});

describe('topic: sentences that speak of other data', () => {
  goesOn('A second register, of pilots, covers Togo.', ['KEN']);
  goesOn("Statistics Norway's Berth Ledger covers Togo.", ['KEN']);
  goesOn('Statistics Norway publishes detections of smuggling in Togo. It has data on Chad as well.', ['KEN']);
  goesOn('\n\nThe Harbour Agency interviews sailors in Togo.', ['KEN']);
  goesOn('\n\nMuch is said of ports. The records are of Togo.', ['KEN']);
});

describe('topic: a heading names it', () => {
  it('the paragraphs beneath are about it', () =>
    reads(
      '## Survey of Returned Sailors\n\nThe University of Bergen did the work in 2016. Those asked had come back from Togo or Chad.',
      'Dataset Survey of Returned Sailors',
      { country: ['TGO', 'TCD'] },
    ));
});
