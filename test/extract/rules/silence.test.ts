/** Tests where the rules of data, series and meetings must stay silent: their words without their things. */
import { names } from '../reads.js';

const silent = (sentences: readonly string[]): void => {
  for (const sentence of sentences) it(sentence, () => names(sentence, []));
};

describe('silence: words of data', () => {
  silent([
    'The Dock Board registers every boat that leaves the harbour.',
    'Surveys of this kind are expensive.',
    'A survey would be needed to know more about the crews.',
    'No register of sailors exists in Kenya.',
    'The Dock Board has no statistics on crews.',
    'Statistics are the work of many hands.',
    'The Board decided to survey the quay before building on it.',
    'Data protection is a concern of the Dock Board.',
    'The Dock Board asked for data on sailors and was given none.',
    'Better data on migration are needed in all countries.',
    'The Dock Board trains officers in the use of statistics on migration.',
    'It is hard to compile statistics on sailors who do not register.',
    'The records of the meeting were adopted.',
    'The tables were laid for forty guests.',
    'The Council called for a survey of seasonal workers.',
    'The Dock Board recommended that a database of sailors be set up.',
    'The archive opens at nine.',
    'The file was too large to be sent.',
    'Two thirds of the respondents were men.',
    'A lack of data on return hampers planning in Kenya.',
    'A pilot survey was considered and rejected.',
    'There are no data on crews before 1990.',
    'What is missing is a survey of those who return.',
    'Participants discussed surveys of sailors.',
    'The manual explains how to run a survey of sailors.',
    'The Dock Board helped five countries with their censuses.',
    'Registration of boats is compulsory since 1990.',
  ]);
});

describe('silence: what is only called after data', () => {
  silent([
    'The Dock Board is a register-based organisation.',
    'Ipsos Kenya is a survey company.',
    'Tidewater is a data centre in Lima.',
    'Kenya is a census country like no other.',
    'Data Collection Officers were trained in Lima.',
    'Survey Methods for Beginners were taught.',
    'Census Forms were printed in May 2004.',
    'The Statistics Act of 2004 obliges ships to answer.',
    'The Board adopted a Statistics Strategy in 2004.',
  ]);
});

describe('silence: words of series', () => {
  silent([
    'A series of accidents happened in the port in 2004.',
    'The Dock Board organised a series of lectures on rafts.',
    'The first in a series of storms hit Kenya in 2004.',
    'Journal entries were written by the captain.',
    'The Board publishes papers from time to time.',
    'The newsletter was late.',
    'A time series of arrivals could not be built.',
    'The Dock Board issues passports and visas.',
    'Working papers must be carried by every sailor.',
    'The yearbook was given up for lack of money.',
    'Discussion papers were handed out at the door.',
    'The review took three years.',
    'Reports are sent to the Minister every month.',
    'The bulletin board stands in the hall.',
    'A Bulletin Board hangs in the hall.',
    'The Series A shares were sold in 2004.',
    'Notes were exchanged between Kenya and Uganda in 2004.',
    'The Note Verbale of 3 May 2004 was answered.',
    'The Paper Mill at Lima closed in 2004.',
    'The Annual Report was late.',
  ]);
});

describe('silence: words of meetings, with a day or a place', () => {
  silent([
    'The Dock Board meets its targets every year.',
    'The meeting room was rebuilt in May 2004.',
    'Workshop machinery was bought on 3 May 2004.',
    'The workshop repairs boats in Mombasa.',
    'The Conference Centre was opened in Lima on 3 May 2004.',
    'The forum of ancient Rome was dug out in 1900.',
    'He attended school in Mombasa from 1990 to 1995.',
    'The summit of the mountain was reached on 3 May 2004.',
    'No conference was held in 2004.',
    'The panel was asked again on 3 May 2004.',
    'Parliament met on 3 May 2004 to pass the Act.',
    'The hearing of older sailors was tested in May 2004.',
    'Sailors were interviewed during a course of treatment in Lima.',
    'The congress party won the elections in May 2004.',
    'In the course of 2004 the register was rebuilt.',
    'The Meeting House in Lima was sold on 3 May 2004.',
    'The Training Ship Aurora sailed from Lima on 3 May 2004.',
    'Independence Day, 12 December 1963, is a holiday.',
    'Elections were held in Kenya on 3 May 2004.',
    'A strike took place in Mombasa on 3 May 2004.',
    'Interviews were held in Lima on 3 and 4 May 2004.',
    'Talks with the owners were held in May 2004.',
  ]);
});
