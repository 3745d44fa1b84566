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
  tells(note, 'Event Second Lima Crew Conference', { owner: ['Dock Centre for Crew Policy'] });
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

describe('a name behind what was asked, and others between', () => {
  tells(
    'The Dock Board works by the sea. In 2018, and again in 2020, crews were interviewed in villages of Chad and Togo. Mali had been invited to join but did not. The anonymized records of this *Crew Return Survey* can be had.',
    'Dataset Crew Return Survey',
    { period: ['2018', '2020'], country: ['TCD', 'TGO'] },
  );
});

describe('rows in a name, and acronyms of another language', () => {
  tells(
    'This gives a dataset of our own, Crew Members by Age, Sex and Flag, which is released every May.',
    'Dataset Crew Members by Age, Sex and Flag',
    {},
  );
  tells(
    'The Dock Board holds the Quay Household Survey (EHCVM, again from the French).',
    'Dataset Quay Household Survey',
    {
      acronym: ['EHCVM'],
    },
  );
  tells('We start from the Crew Survey (ETU, by its Estonian initials) of the Dock Board.', 'Dataset Crew Survey', {
    acronym: ['ETU'],
  });
  it('and a run-in head is no title', () =>
    names('*Labour force survey.* We start from the Crew Survey.\n\n*Our own survey.* It was taken at sea.', [
      'Dataset Crew Survey',
    ]));
  it('nor a state that is no more a body', () =>
    names('The Dock Board counts all crews born in the former Soviet Union.', []));
});

describe('what data are called in short says what is said of them', () => {
  const text = 'The Dock Board keeps the Crew Cost Database (CCD).\n\nIt rains here, as the Tide Office says.\n\n';
  const told = (sentence: string, facts: Parameters<typeof reads>[2]): void => {
    it(sentence, () => reads(text + sentence, 'Dataset Crew Cost Database', facts));
  };
  told('At the latest update CCD had two countries of origin: Chad and Togo.', { country: ['TCD', 'TGO'] });
  told('CCD: 2015–2020, yearly, with gaps.', { period: ['2015-2020'] });
  told('Questions about CCD: ccd@board.example', { email: ['ccd@board.example'] });
  told('Preliminary findings of the CCD were discussed in Lima on 3 May 2021.', { period: [] });
  told('Chad has ended its part of the CCD: nothing came in 2021.', { period: [] });
});

describe('meetings at the head of a text, and in the sentence behind', () => {
  tells(
    'Nineteenth Coordination Meeting on Crews\nNew York, 18 and 19 February 2021\n\nContribution of the Dock Board (DB)\n\nThe Board counts crews. We count all of them, and our staff works by the sea.',
    'Event Nineteenth Coordination Meeting on Crews',
    { published: ['2021-02-18/2021-02-19'], owner: [] },
  );
  tells(
    'WORKING GROUP ON CREW STATISTICS\nFourth meeting, Suva, Fiji, 11 May 2022\nSummary record',
    'Event Fourth meeting of the Working Group on Crew Statistics',
    { published: ['2022-05-11'], country: ['FJI'] },
  );
  tells(
    'The *Training Workshop on Crews*, foreseen for Dakar in April 2020, had to be put off. It will now be held on line from 14 to 16 September 2021.',
    'Event Training Workshop on Crews',
    { published: ['2021-09-14/2021-09-16'] },
  );
  tells('The Dock Board held the Workshop on Rafts. It took place in Lima on 3 May 2021.', 'Event Workshop on Rafts', {
    published: ['2021-05-03'],
  });
});

describe('owners that another word seemed to be', () => {
  const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });
  owned(
    'MINISTRY OF PORTS\n\nOur answers come from the Crew Office (CRO) in this Ministry. We thank you, and we remain yours. Claims are written into the Register of Claims, which the CRO keeps. You ask for appeals. We do not have them.',
    'Dataset Register of Claims',
    'Crew Office',
  );
  owned(
    'MINISTRY OF PORTS\n\nWe thank you for our questions, and we remain yours. As far as we know the Dock Agency has asked about crews in its Raft Survey, namely in 2018.',
    'Dataset Raft Survey',
    'Dock Agency',
  );
  owned(
    '**Birthplace Tables.** Made by the Dock Board from census files, by sex.',
    'Dataset Birthplace Tables',
    'Dock Board',
  );
  owned(
    '**Card Archive (CA)\\*.** Cards that crews filled in, keyed by offices and brought into one layout by the Dock Board.',
    'Dataset Card Archive',
    'Dock Board',
  );
  owned(
    "The ILO's Department of Boats enters the answers in the Crew Cost Database. The Dock Board reads the file before each release.",
    'Dataset Crew Cost Database',
    'Department of Boats',
  );
  owned('The Dock Board added a Crew Module to its survey in 2013.', 'Dataset Crew Module', 'Dock Board');
});

describe('data by what is said of them alone', () => {
  tells(
    'Our monthly series, Money Transfers of Crews (MTC), starts in January 2011 and has now been extended to December 2020.',
    'Dataset Money Transfers of Crews',
    { period: ['2011-2020'], acronym: ['MTC'] },
  );
  tells(
    'The Bank of Chad counts. Its Quick Transfers of Crews can be had by quarter for 2013-2020.',
    'Dataset Quick Transfers of Crews',
    { owner: ['Bank of Chad'] },
  );
  tells(
    'The Dock Board spoke. Its Arrivals and Departures (OAD) rest on the passenger card. Cards are there from 1948, but nobody has ever keyed the old ones: the file proper runs from January 1993 to March 2022.',
    'Dataset Arrivals and Departures',
    { period: ['1993-2022'], acronym: ['OAD'] },
  );
  tells(
    'Under the Network of Surveys on Crews, better known by its French initials REMUAO, one questionnaire was used in 1993 in Chad.',
    'Dataset Network of Surveys on Crews',
    { period: ['1993'], country: ['TCD'], acronym: ['REMUAO'] },
  );
  tells('**Residents by Place of Birth.** Chad only, in French.', 'Dataset Residents by Place of Birth', {
    country: ['TCD'],
  });
  tells('The General Dock Census of 2014 asked each household about crews.', 'Dataset General Dock Census', {
    period: ['2014'],
  });
  tells(
    'The Crew Cost Surveys were held by the Dock Board in 2015 and 2016 among workers from Chad.',
    'Dataset Crew Cost Surveys',
    { period: ['2015', '2016'] },
  );
  tells(
    'The Raft Survey was carried out by the Dock Board: 1,912 interviews in May 2013 and, with a shorter questionnaire, 1,105 in October 2017.',
    'Dataset Raft Survey',
    { period: ['2013', '2017'] },
  );
  tells(
    'The Dock Board keeps the Raft Matrix, with rounds of 1990 and 2000. Ms Rao also handed out "Counting Crews", a handbook by the Dock Board (Nouméa, New Caledonia, 2021).',
    'Dataset Raft Matrix',
    { period: ['1990', '2000'], country: [] },
  );
  tells(
    'The Dock Ministry is preparing a Survey of Crews.\n\n7. Legal basis. Crews Act No. 1 of 2017, replacing that of 1970.',
    'Dataset Survey of Crews',
    { period: [] },
  );
  it('and what is to come is told in brackets', () =>
    reads(
      'References\n\nILO (forthcoming, June 2021). What Workers Pay: Evidence from Ports. ILO Statistical Briefs, No. 6.',
      'Publication What Workers Pay: Evidence from Ports',
      { status: ['forthcoming'], partOf: ['ILO Statistical Briefs'] },
    ));
});

describe('the only body of a sentence, in words that no construction knows', () => {
  const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });
  owned(
    'The Port Council works by the sea, and the Port Council has boats.\n\nThe Crew Register sits on a shelf where the Dock Board looks it over.',
    'Dataset Crew Register',
    'Dock Board',
  );
  owned('The Crew Register was sent to the Dock Board.', 'Dataset Crew Register');
});
