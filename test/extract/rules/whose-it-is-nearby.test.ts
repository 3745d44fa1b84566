/** Tests owners and places that stand near a thing and not beside it: the next sentence, the path of a page, a row, a list by country. */
import { reads, tells } from '../reads.js';

describe('owners told by the sentence behind, in a text that is nobody’s own', () => {
  const behind =
    'The Crew Panel had the same aim. In 2009, when it began, the Dock Institute asked the same crews three times.';
  it(behind, () => reads(behind, 'Dataset Crew Panel', { owner: ['Dock Institute'] }));
  const states =
    'The Crew Panel had the same aim. Tables for the member States of the Dock Union followed in the same year.';
  it(states, () => reads(states, 'Dataset Crew Panel', { owner: [] }));
});

describe('who says "we" in a review', () => {
  const review = (opening: string) =>
    `${opening} Anyone who has laid two surveys side by side knows it. We ask what can be had of them. It is not much. ` +
    'We are less polite than is usual. The Raft Survey, which the Dock Board took in 2009, is the biggest. ' +
    'The Crew Panel errs the other way; we have used it twice.';
  it('is not the body that its fifth sentence names first', () =>
    reads(review('Two tapes.'), 'Dataset Crew Panel', { owner: [] }));
  it('is whom it names at its head', () =>
    reads(review('The Port Institute, Lima.'), 'Dataset Crew Panel', { owner: ['Port Institute'] }));
});

describe('owners: in rows, by paths and by what was spoken of', () => {
  tells(
    'The Dock Board and the Togo office of the Harbour Institute conducted the Crew Survey in 2011.',
    'Dataset Crew Survey',
    { owner: ['Dock Board', 'Harbour Institute'] },
  );
  tells(
    'The *Raft Survey* followed crews in 2005 and 2009. Motua, the University of Ports and the Dock Board own it between them.',
    'Dataset Raft Survey',
    { owner: ['Motua', 'University of Ports', 'Dock Board'] },
  );
  tells(
    'The Raft Survey, a joint undertaking of the Tide Institute in Lima and of the Dock Board in Quito, ran in 2009.',
    'Dataset Raft Survey',
    { owner: ['Tide Institute', 'Dock Board'] },
  );
  const ours = (sentence: string) => `Tide Institute\n\nWe count crews. Our tables are old. ${sentence}`;
  tells(
    ours(
      'On 14 November 2022 we and the Dock Board invited users to the forum "Numbers across the Water", held in Kingston.',
    ),
    'Event Numbers across the Water',
    { owner: ['Tide Institute', 'Dock Board'] },
  );
  tells(ours('We and the Dock Board are building a Quay Module for Italy in 2020.'), 'Dataset Quay Module', {
    owner: ['Tide Institute', 'Dock Board'],
  });
  tells(
    ours('We look after the Raft Returns File. It belongs to the Dock Board, and we may show it in our reading room.'),
    'Dataset Raft Returns File',
    { owner: ['Dock Board'] },
  );
  tells(
    'We keep no Posted Crews File.\n\nPosted Crews File. A contract with the Dock Board and the Tide Office, who own it together, was signed on 3 March.',
    'Dataset Posted Crews File',
    { owner: ['Dock Board', 'Tide Office'] },
  );
  tells(
    'The Quay Permit Register sits with the Dock Board, and until not so long ago it was a row of ledgers.',
    'Dataset Quay Permit Register',
    { owner: ['Dock Board'] },
  );
  tells('We do not have the Quay Records; the Dock Board withdrew them in 2020.', 'Dataset Quay Records', {
    owner: ['Dock Board'],
  });
  tells(
    'Safe Quays (SQ), a project of the University of Ports, ran from 2015 to 2017. The project’s final report, *One Quay, Two Tapes*, came out in 2018.',
    'Publication One Quay, Two Tapes',
    { owner: ['University of Ports'] },
  );
  tells(
    'The Dock Board edits the Dock Board Working Papers.\n\n# References\n\nFerrari, G. (forthcoming), "Counting Crews", *Dock Board Working Papers*.',
    'Publication Counting Crews',
    { owner: ['Dock Board'] },
  );
  const page = (path: string) =>
    `${path}\n\n# Data\n\nThe Crew Centre has two rooms. We look after the Letters Corpus, which our students read. Write to us.`;
  it('the path of a page tells the part that it is of', () => {
    reads(page('University of Ports » Crew Centre » Data'), 'Unit Crew Centre', { owner: ['University of Ports'] });
    reads(page('University of Ports » Crew Centre » Data'), 'Dataset Letters Corpus', { owner: ['Crew Centre'] });
  });
  tells(
    'Permits are kept by the Quay Agency (QA), a non-profit body under the Ministry of Ports, in the Quay Permit Register.',
    'Unit Quay Agency',
    { owner: ['Ministry of Ports'] },
  );
});

describe('names: lines in capitals, and programmes of several words', () => {
  const letter = (head: string) => `${head}\n\nWe keep the Quay Register. It is ours. Our crews come and go.`;
  it('INSTITUTO NACIONAL DE MAREAS Y ESTADÍSTICA', () =>
    reads(letter('INSTITUTO DE ESTADÍSTICA DE MAREAS'), 'Dataset Quay Register', {
      owner: ['INSTITUTO DE ESTADÍSTICA DE MAREAS'],
    }));
  it('TIDAL DATA ARCHIVE (TDA)', () =>
    reads(letter('TIDAL DATA ARCHIVE (TDA)'), 'Dataset Quay Register', { owner: ['TIDAL DATA ARCHIVE'] }));
  tells(
    'Mention should be made of the Safe Quays and Crews programme (SQC) of the Dock Board.',
    'Project Safe Quays and Crews programme',
    { owner: ['Dock Board'], acronym: ['SQC'] },
  );
});

describe('countries: lists by country, rows of two, series', () => {
  const list = (chad: string) =>
    `Who holds what\n\n- **Chad.** The Dock Board has much. ${chad}\n- **Togo.** Two holders:\n    - the Port Office, for the Crew Census, taken in 2001.\n- **Held in common.** The Tide Tables, which nobody draws up any more.`;
  it('a country in front of an item is that of its data', () => {
    reads(list('It keeps the Quay Register.'), 'Dataset Quay Register', { country: ['TCD'] });
    reads(list('It keeps the Quay Register.'), 'Dataset Crew Census', { country: ['TGO'] });
  });
  it('so is it where they tell only from where people came', () =>
    reads(
      list('It keeps the Quay Register, in which labourers from Mali and Niger are entered.'),
      'Dataset Quay Register',
      {
        country: ['MLI', 'NER', 'TCD'],
      },
    ));
  it('not where they tell which countries they cover', () =>
    reads(list('It keeps the Quay Register, which covers Mali and Niger.'), 'Dataset Quay Register', {
      country: ['MLI', 'NER'],
    }));
  tells(
    'The Dock Board issued *Nights at Sea: Italy and Malta Compared* in 2019.',
    'Publication Nights at Sea: Italy and Malta Compared',
    {
      country: ['ITA', 'MLT'],
    },
  );
  tells(
    'The Dock Board issued "Two Ports, Two Towns. Dockers between Slovakia and Austria" in 2019.',
    'Publication Two Ports, Two Towns. Dockers between Slovakia and Austria',
    { country: ['SVK', 'AUT'] },
  );
  tells(
    'The Dock Board issued *Movers of Chad and Togo*, Quay Working Papers, No. 3, in 2019.',
    'Series Quay Working Papers',
    {
      country: [],
    },
  );
});

describe('series by what stands in a bracket or behind a title', () => {
  const stays = 'Publication Who Leaves Chad? Emigration by Nationality';
  tells('The report "Who Leaves Chad? Emigration by Nationality" (Quay News, 2016) is the one people ask for.', stays, {
    partOf: ['Quay News'],
  });
  tells('The report "Who Leaves Chad? Emigration by Nationality" (Quay Demos 2/2018) came later.', stays, {
    partOf: ['Quay Demos'],
    seriesNumber: ['2/2018'],
  });
  tells('*Who Stays When They Go?* Tide Research Paper XII, Lima, 2018.', 'Publication Who Stays When They Go?', {
    partOf: ['Tide Research Paper'],
    seriesNumber: ['XII'],
  });
  tells(
    'People ask for the methods report "From Cards to Files" of 2012, and "Grandchildren of Seamen" (Quay Demos 2/2018).',
    'Publication From Cards to Files',
    { partOf: [] },
  );
});
