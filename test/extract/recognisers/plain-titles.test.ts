/** Tests titles that only their capitals and the words beside them tell, by marked-up sentences. */
import { sentences, settled } from '../recognises.js';

const plain = settled('title', ({ style, text }) => (style === 'plain' ? text : undefined));

describe('titles: plain letters, a noun before them', () => {
  sentences(plain, [
    'Its final report, [Who Stays on the Quay|Who Stays on the Quay], was printed.',
    'It made a first inventory in 2009, [Counting Boats: Sources on Harbours|Counting Boats: Sources on Harbours], which is out of print.',
    "The Board's quarterly bulletin, [Tides of the North|Tides of the North], has maps.",
    'A workshop, [Asking about Boats|Asking about Boats], was held.',
    'The paper entitled [Boats without Harbours|Boats without Harbours] has maps.',
    'It was published in June 2015 under the title [Trained Here, Working There|Trained Here, Working There].',
    'Our bulletin [Tides en Cifras|Tides en Cifras] comes out twice a year.',
    'Its report, [Who Stays Here? Dockers on Two Quays|Who Stays Here? Dockers on Two Quays], was printed.',
  ]);
});

describe('titles: plain letters, a noun behind them', () => {
  sentences(plain, [
    'Definitions are compared in [Counting Boats across Harbours|Counting Boats across Harbours], a paper of 2019.',
    '[Boats and Tides|Boats and Tides], an annual release, has maps.',
  ]);
});

describe('titles: plain letters, a number beside them', () => {
  sentences(plain, [
    'Among them are [A Mosaic of Boats|A Mosaic of Boats] (No. 12, 2018) and [Rafts and Tides: Three Stories|Rafts and Tides: Three Stories] (No. 15, 2020).',
    'It is told in [Seasonal Boats and Village Docks|Seasonal Boats and Village Docks] (Harbour Working Paper 88, May 2014).',
    'It is told in Harbour Working Paper 22, [Anatomy of a Landing Fee|Anatomy of a Landing Fee] (2017).',
  ]);
});

describe('titles: plain letters, and what was done to them', () => {
  sentences(plain, [
    'The Dock Board issued [Two Ends of the Rope: Sailors and Dockers|Two Ends of the Rope: Sailors and Dockers] in 2012.',
    '[Harbour Archives: A Practical Guide|Harbour Archives: A Practical Guide] was edited by the Dock Board.',
  ]);
});

describe('titles: plain letters, a noun further before them', () => {
  sentences(plain, [
    'A study by the Dock School, [Who Mends the Nets?|Who Mends the Nets?] (2020), came to other ends.',
    'A book by two of our pilots, [After the Storm: Boats between Two Ports|After the Storm: Boats between Two Ports], was printed.',
    'The book of the year was [Islands of Rope|Islands of Rope] (Oslo: Dock Board, 2022).',
    'Results are in the yearbook [Crews of the Tidal States|Crews of the Tidal States] and in the Crew Register.',
    'Those who prefer people should read [Leaving the Quay, Staying Dockers|Leaving the Quay, Staying Dockers] (2016) by the Dock School.',
    'The catalogue is out; the guide that we wrote for pilots, [Home behind the Harbour|Home behind the Harbour], is not.',
  ]);
});

describe('titles: capitals that are none', () => {
  sentences(plain, [
    'A study by the Dock School, Harbour Board and Port Office, was printed.',
    'A report on Chad, South Sudan and Niger, has maps.',
    'A paper by Anna Maria Nowak, Kofi Quay Mensah, was praised.',
    'Please read Chapter Two of the Dock Rules first.',
    'In the report, Kofi Annan, then Secretary-General, praised it.',
    'In its report, the Dock Board praised it.',
    'The survey, Ministry of Labour, 2005, has maps.',
    'At the meeting, New York, 5 May 2005, it was praised.',
    'Rounds took place in Niger (2019), Nigeria (2019 and 2021) and Papua New Guinea (2021).',
    'The Dock Board, a publisher of maps, was founded in 1990.',
    'It was published in 2005 and released by the Dock Board.',
  ]);
});

describe('titles: of a guide or paper, by how they begin', () => {
  sentences(plain, [
    'A guide for first-time sailors, [Reading Our Tides|Reading Our Tides], is planned.',
    'A guide for first-time sailors, Dock Board Rules, is planned.',
  ]);
});
