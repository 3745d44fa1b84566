/** Tests what texts by strangers showed to be missing: foreign names, records set in columns, corridors in prose, years that outweigh others. */
import { names, reads } from '../reads.js';

const finds = (text: string, ...things: string[]): void => {
  it(text, () => names(text, things));
};
const tells = (text: string, thing: string, said: Parameters<typeof reads>[2]): void => {
  it(text, () => reads(text, thing, said));
};

describe('names in small letters', () => {
  tells(
    'The Institut national de la statistique et de la démographie ran the Enquête nationale sur la migration in 1993.',
    'Dataset Enquête nationale sur la migration',
    { owner: ['Institut national de la statistique et de la démographie'], period: ['1993'] },
  );
  tells(
    'Encuesta nacional de inmigrantes (ENI), Instituto nacional de estadística, 2007.',
    'Dataset Encuesta nacional de inmigrantes',
    {
      owner: ['Instituto nacional de estadística'],
    },
  );
  tells('The Institut national is small and the quays are de facto closed.', 'Agency Institut national', {});
});

describe('records set in columns', () => {
  const record = [
    'MIG-07  [H] Recent Movers in the Delta',
    'Producers:  Dock Board; Port Union',
    'Depositor:  University of Lima',
    'Coverage:   Chad 2004-2009; Togo 2006-2011',
    'Access:     open',
  ].join('\n');
  tells(record, 'Dataset Recent Movers in the Delta', {
    owner: ['Dock Board', 'Port Union'],
    period: ['2004-2009', '2006-2011'],
    country: ['TCD', 'TGO'],
  });
  tells(record.replace(/Producers.*\n/, ''), 'Dataset Recent Movers in the Delta', { owner: ['University of Lima'] });
});

describe('corridors in prose', () => {
  tells(
    'The Passage Monitor of the Dock Board counts returns from Chad to Togo, Benin and Ghana since 2011.',
    'Dataset Passage Monitor',
    {
      corridor: ['TCD>TGO', 'TCD>BEN', 'TCD>GHA'],
    },
  );
  tells('The Passage Monitor of the Dock Board went from Chad to Togo in 2011.', 'Dataset Passage Monitor', {
    corridor: [],
  });
});

describe('data whose verb stands far behind', () => {
  finds(
    'A file of sailors who were counted twice in 2001 and 2011 has been built by the Dock Board.',
    'Dataset file of sailors',
  );
  finds('A file of sailors who were counted twice is not what the Dock Board has in mind.');
  finds('A comparable file for the Delta is compiled in Lima by the Dock Board.', 'Dataset comparable file');
  finds('A file for the Delta is compiled in Lima by the Dock Board.');
});

describe('what a title stands for', () => {
  finds(
    'The annual conference, "Boat Statistics", took place in Lima from 14 to 16 June 2023.',
    'Event Boat Statistics',
  );
  finds('*The Delta in Its Census*, edited by the Dock Board, 2014.', 'Publication The Delta in Its Census');
});

describe('years that outweigh others', () => {
  tells(
    'The Quay Information System has been run by the Dock Board since 2004. Movements are available from 2006 onwards.',
    'Dataset Quay Information System',
    { period: ['2006-'] },
  );
  tells('The Quay Information System has been run by the Dock Board since 2004.', 'Dataset Quay Information System', {
    period: ['2004-'],
  });
  tells(
    'The Dock Board has run the Crew Survey since 1983, at first in spring only and, from 2003 on, throughout the year.',
    'Dataset Crew Survey',
    { period: ['1983-'] },
  );
  tells(
    'The Dock Board compiles a Quay Count. It was taken in one week of May in 2011 and 2014.',
    'Dataset Quay Count',
    {
      period: ['2011', '2014'],
    },
  );
});
