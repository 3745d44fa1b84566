/** Tests where a full stop ends a sentence, and where it only shortens a word or numbers a day. */
import { expect } from 'chai';
import { findStops } from '../../src/notes/sentence-stops.js';

/** Sentences are parted by a bar where a stop is found. */
const stops = (marked: string): void => {
  it(marked, () => {
    const text = marked.replaceAll('|', '');
    let parted = '';
    let from = 0;
    for (const { end } of findStops(text)) {
      parted += `${text.slice(from, end)}|`;
      from = end;
    }
    expect(parted + text.slice(from)).to.equal(marked);
  });
};

describe('the ends of sentences', () => {
  for (const text of [
    'Boats sail.| Crews sing.| “Ports sleep.”| Rafts drift.)| End.',
    'Boats sail!| Crews sing?| Ports sleep…| 4 rafts drift.',
    'Boats sail.¹| Crews sing.[^12]| *Ports* sleep.**| Rafts.',
    'Boats sail. and crews sing.| Ports.',
    'Boats sail.Crews sing.',
    'Boats, e.g. Rafts, i.e. Logs, sail.| Ports.',
    'Boats of No. 3 and Dr. Lund, vol. IV, pp. 3, sail.| Ports.',
    'Boats of J. Smith and the U.S. Navy sail.| Ports.',
    'Boats, rafts etc. sail.| Ports.',
    'Boats, rafts etc.| Ports sleep.',
    'Lund et al. 2004 sail.| Ports.',
    'Am 12. Oktober 2004 sail boats.| Ports.',
    'From 3.–5. Mai 2006 boats sail.| Ports.',
    'They counted 12.| October was cold.',
    'Boats of 2004.| Oktober 2005 was cold.',
    'Il y avait 12. août 2004 boats.| Ports.',
  ])
    stops(text);
});
