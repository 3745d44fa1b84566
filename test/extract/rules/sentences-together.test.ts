/** Tests what several sentences, a heading or a column tell together, as texts by strangers have it; and the wrapped lines they come in. */
import { expect } from 'chai';
import { names, reads, readText, tells, thingsOf } from '../reads.js';

describe('countries told by what is coded, led to or left', () => {
  tells(
    'The Dock Board keeps the Crew Departures Register. Coded individually are Chad, Togo and Mali; everything else is thrown together as "Rest".',
    'Dataset Crew Departures Register',
    { country: ['TCD', 'TGO', 'MLI'] },
  );
  tells(
    'The Dock Board compiles the Statistics on Contract Workers Abroad. The most important markets in recent years have been Japan, Chad and Togo.',
    'Dataset Statistics on Contract Workers Abroad',
    { country: ['JPN', 'TCD', 'TGO'] },
  );
  tells(
    'The Dock Board keeps the Crew Visa File. Visas were granted to citizens of Chad and Togo; Mali and Niger had too few to be shown.',
    'Dataset Crew Visa File',
    { country: ['TCD', 'TGO'] },
  );
  tells(
    'The Dock Board keeps the Stock Tables. They give the foreign-born of 2015 in Chad and Togo. No table could be made for Mali.',
    'Dataset Stock Tables',
    { country: ['TCD', 'TGO'] },
  );
  tells(
    'The Dock Board keeps the Crew File for Togo. Work on the censuses that Chad and Mali took in 2017 has hardly begun.',
    'Dataset Crew File',
    { country: ['TGO'], period: [] },
  );
});

describe('years at the edge of what is told', () => {
  tells(
    'The Dock Board keeps the Stock Tables. They run from 1990 to 2005, at intervals of five years.',
    'Dataset Stock Tables',
    {
      period: ['1990', '1995', '2000', '2005'],
    },
  );
  tells(
    'The cards are the property of the Dock Agency, which has captured them in its Exit Management System since 2004.',
    'Dataset Exit Management System',
    { period: ['2004-'] },
  );
  tells('The Dock Board keeps the Placement Register. The first entries are of 2008.', 'Dataset Placement Register', {
    period: ['2008-'],
  });
  tells(
    'The Dock Board keeps the Crew Database. A professional who left in 2012 may well be counted in 2014.',
    'Dataset Crew Database',
    { period: [] },
  );
  tells(
    'From these returns the Dock Board compiles the series Private Remittances, which starts in July 1994.',
    'Dataset Private Remittances',
    {
      period: ['1994-'],
    },
  );
  tells(
    'The Crew Panel was visited in 2011. See "Carrying On: Four Waves of a Panel", Dock Technical Publication No. 88 (2018).',
    'Dataset Crew Panel',
    { period: ['2011'] },
  );
});

describe('owners of several things, or by a sentence of their own', () => {
  const surveys =
    'The Northern Crew Survey (EMIF Norte) has run since 1993, and its counterpart, the Southern Crew Survey (EMIF Sur), since 2004.';
  const both = ['Tide Observatory', 'Crew Council'];
  for (const which of ['Northern', 'Southern'])
    tells(
      `${surveys} Both are in the hands of the Tide Observatory (Tidob) and the Crew Council.`,
      `Dataset ${which} Crew Survey`,
      { owner: both, acronym: [`EMIF ${which === 'Northern' ? 'Norte' : 'Sur'}`] },
    );
  it('but not where only one of them is spoken of', () =>
    reads(`${surveys} The latter is kept by the Crew Council.`, 'Dataset Southern Crew Survey', {
      owner: ['Crew Council'],
    }));
  for (const which of ['Raft Census', 'Crew Survey'])
    tells(
      'We turned to the Raft Census of 2010 and to the Crew Survey of 2015, both of the Dock Board.',
      `Dataset ${which}`,
      { owner: ['Dock Board'] },
    );
  tells(
    'Held against it:\n- Households Survey, of which UNHCR and the Joint Crew Centre (JCC) are co-owners. Rounds so far: Chad, 2023.',
    'Dataset Households Survey',
    { owner: ['UNHCR', 'Joint Crew Centre'] },
  );
  tells(
    'The Returning Residents Survey was fielded in 2015. The design was ours; the file lies with the Institute of Tides (IT), and the Dock Board and the Institute of Tides own it in common.',
    'Dataset Returning Residents Survey',
    { owner: ['Institute of Tides', 'Dock Board'] },
  );
  tells(
    'Two sources matter: the Raft Survey of 2009, 2015/16 and 2021 (Tide Statistics Department) and the Quay Survey of 2013 (Dock Board).',
    'Dataset Raft Survey',
    { owner: ['Tide Statistics Department'] },
  );
  tells(
    '## Crossing Diaries\n\nSince February 2018, traders at the crossing between Chad and Togo write down their trips. The Dock Centre runs the diaries with the Tide Board.',
    'Dataset Crossing Diaries',
    { owner: ['Dock Centre', 'Tide Board'], period: ['2018-'], country: ['TCD', 'TGO'] },
  );
});

describe('references that go on behind a stop', () => {
  tells(
    '## Where to read more\n- "Crews in Lima: What Two Censuses Tell Us". Written by the Dock Board, 2016.',
    'Publication Crews in Lima: What Two Censuses Tell Us',
    { owner: ['Dock Board'], published: ['2016'] },
  );
  tells(
    '## Publications\n- "Leaving and Returning: A Balance", number 6 of the Tide Methodology Papers, March 2018.',
    'Publication Leaving and Returning: A Balance',
    { partOf: ['Tide Methodology Papers'], seriesNumber: ['6'], published: ['2018-03'] },
  );
  tells(
    '## Reading\n- Moreno, Rohorua and others, "What a Season Pays: Households after Ten Years". Tide Discussion Papers, No. 92, 2021.',
    'Publication What a Season Pays: Households after Ten Years',
    { seriesNumber: ['92'], published: ['2021'] },
  );
});

describe('a column of joint owners', () => {
  const catalogue = (column: string): string =>
    `# Catalogue\n\nEverything in table 1 belongs to the OECD; if another body owns a dataset with it, that body stands in the last column.\n\n| No. | Dataset | Reference years | ${column} |\n|---|---|---|---|\n| M1 | Permanent Inflows by Category | 2003–2022 | – |\n| M2 | Emigrants by Schooling | 2000, 2005 | World Bank |\n`;
  tells(catalogue('Joint owner'), 'Dataset Permanent Inflows by Category', { owner: ['OECD'] });
  tells(catalogue('Joint owner'), 'Dataset Emigrants by Schooling', { owner: ['OECD', 'World Bank'] });
  tells(catalogue('Owner'), 'Dataset Emigrants by Schooling', { owner: ['World Bank'] });
});

describe('lines wrapped with an indent', () => {
  tells(
    'We hold:\n\n- the Tonga Household Income and\n    Expenditure Survey of 2009, kept by the Department of Home\n    Affairs.',
    'Dataset Tonga Household Income and Expenditure Survey',
    { owner: ['Department of Home Affairs'] },
  );
  tells(
    '`visas/crew.csv`\n: Crew Visa Grants, 2012 to 2022. Supplied by the Department of Home\n  Affairs.',
    'Dataset Crew Visa Grants',
    { owner: ['Department of Home Affairs'], period: ['2012-2022'] },
  );
});

describe('a title that announces surveys', () => {
  const room = (title: string): string =>
    `University of Lima\nCentre for Rafts (CR)\n\n${title}\n\nUpdated August 2021\n\nThe room was opened in 2012.\n\nCrews and Their Reasons\nAn old one, and still asked for. People were interviewed in Chad and Togo in 1996-1998.\n`;
  it('each heading beneath names one', () => {
    const things = thingsOf(readText(room('Data room: surveys that can be used here')).extraction);
    expect(things).to.include('Dataset Crews and Their Reasons');
    expect(things.join('\n')).not.to.include('August 2021');
  });
  it('and none where the title announces nothing', () =>
    expect(thingsOf(readText(room('The room and its rules')).extraction)).not.to.include(
      'Dataset Crews and Their Reasons',
    ));
});

describe('what stands beside a name and is none', () => {
  const only = (text: string, ...things: string[]): void => {
    it(text, () => names(text, things));
  };
  only(
    'A survey of senders, Money from Abroad, was taken by the Dock Board in 2008 and 2009.',
    'Dataset Money from Abroad',
  );
  only(
    'An online seminar, Counting Rafts and Quays, was organised by the Dock Board on 27 and 28 October 2020.',
    'Event Counting Rafts and Quays',
  );
  only('The Dock Centre was created in 1993 on the initiative of Chad and Togo and now has 15 members.');
  tells(
    'Two sources matter: the Raft Survey of 2009, 2015/16 and 2021 (Tide Office) and the Quay Survey of 2013 (Dock Board).',
    'Dataset Quay Survey',
    { owner: ['Dock Board'] },
  );
  it('and a sentence that counts what follows owns nothing', () =>
    expect(
      readText('Two sources matter: the Raft Survey of 2009 (Tide Office).').extraction.entities.map(
        ({ label }) => label,
      ),
    ).not.to.include('Two sources matter'));
  tells(
    '**Publications**\n\nAmina Moreno and Jan Kral, eds., Rafts in Europe: Old and New (Lima, Dock Press, 2009).',
    'Publication Rafts in Europe: Old and New',
    { published: ['2009'] },
  );
  tells('The Raft Tables were written by the Dock Board for the Ministry of Rafts.', 'Agency Dock Board', {});
  tells(
    'The Stock Tables were compiled by the Dock Board in partnership with the secretariat of the Caribbean Community.',
    'Dataset Stock Tables',
    { owner: ['Dock Board', 'Caribbean Community'] },
  );
});

describe('a title of all that is set as its parts are', () => {
  const note = [
    '**CONTRIBUTION OF THE DOCK CENTRE FOR CREW POLICY**',
    '**The organization**',
    'The Dock Centre for Crew Policy (DCCP) was created in 1993. Work on data is carried out by the Research Unit.',
    '**Research**',
    'DCCP also began a survey of counsellors. The first findings will be presented to',
    '**Publications**',
    'Counting Rafts: Lessons for Offices. DCCP Working Papers, No. 7. Lima, 2010.',
    '**Meetings**',
    '- Second Lima Crew Conference, Lima, 20 October 2011.',
    '**Activities foreseen in 2012**',
    'The Research Unit and the Tide Commission (TC) intend to undertake a pilot.',
  ].join('\n\n');
  tells(note, 'Event Second Lima Crew Conference', { owner: ['DOCK CENTRE FOR CREW POLICY'] });
});

describe('what is said of a register and is no data of its own', () => {
  tells(
    'The Dock Board keeps the Work Permit Register. The paper files start in 1984; only those from 1995 onwards have been keyed in.',
    'Dataset Work Permit Register',
    { period: ['1995-'] },
  );
  tells(
    'The Dock Board keeps the Passage Register, which starts in 1994. A breakdown by country of origin has been available since 2002. It names Chad and Togo.',
    'Dataset Passage Register',
    { period: ['1994-'], country: ['TCD', 'TGO'] },
  );
  tells(
    'The Dock Board keeps the Crew Survey of 2015. Emigrants reported by others were counted in the census of Chad in 2007.',
    'Dataset Crew Survey',
    { period: ['2015'], country: [] },
  );
  it('neither papers nor breakdowns', () =>
    names(
      'The Dock Board keeps the Work Permit Register. The paper files start in 1984. A breakdown by country of origin has been available since 2002.',
      ['Dataset Work Permit Register'],
    ));
  tells(
    'Placements are recorded in the Crew Placement List, for which the Tide Foundation answered until 2013 and the Employment Service has done so since.',
    'Dataset Crew Placement List',
    { owner: ['Employment Service'] },
  );
});
