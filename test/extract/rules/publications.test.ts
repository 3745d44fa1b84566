/** Tests documents: what a title is about, whose it is, its date, series and number, and what issues a dataset. */
import { expect } from 'chai';
import { names, reads, readText, thingsOf } from '../reads.js';

describe('publications: a country in a title is what it is about', () => {
  it('and covers no dataset', () => {
    const text =
      'The Tidewater Institute (TWI) maintains the Quay Register. Its report *Dockers in Kenya and Uganda* (2004) describes the boats.';
    reads(text, 'Publication Dockers in Kenya and Uganda', { country: ['KEN', 'UGA'], published: ['2004'] });
    reads(text, 'Dataset Quay Register', { country: [], period: [] });
  });
  it('and so is a region', () => {
    reads(
      'The Tidewater Institute published *Ports of Western Africa* in 2004.',
      'Publication Ports of Western Africa',
      {
        region: ['Western Africa'],
        published: ['2004'],
        owner: ['Tidewater Institute'],
      },
    );
  });
});

describe('publications: owners and dates', () => {
  const owned = (text: string, label: string, owner: readonly string[], published: readonly string[]): void => {
    it(text, () => reads(text, `Publication ${label}`, { owner, published }));
  };
  owned(
    'The Tidewater Institute and the Dock Board jointly published *Moving Along the Quay* in 2004.',
    'Moving Along the Quay',
    ['Tidewater Institute', 'Dock Board'],
    ['2004'],
  );
  owned(
    'The ILO, IOM and the Dock Board published *Moving Along the Quay* (2004).',
    'Moving Along the Quay',
    ['ILO', 'IOM', 'Dock Board'],
    ['2004'],
  );
  owned(
    'The Dock Board issued in July 2006 the report “Moving Along the Quay”.',
    'Moving Along the Quay',
    ['Dock Board'],
    ['2006-07'],
  );
  owned(
    '*Moving Along the Quay*, published by the Dock Board in 1999, has maps.',
    'Moving Along the Quay',
    ['Dock Board'],
    ['1999'],
  );
  owned('Moving Along the Quay, ILO and IOM (2006)', 'Moving Along the Quay', ['ILO', 'IOM'], ['2006']);
  owned('ILO and IOM (2006). Moving Along the Quay.', 'Moving Along the Quay', ['ILO', 'IOM'], ['2006']);
});

describe('publications: series and numbers', () => {
  it('told by the sentence behind', () => {
    const text =
      'The Dock Board published a report entitled Boats at Rest: Twenty Years of Docks in 2019. The report, No. 12 of the Quay Papers, has maps. It also has tables. The school printed no. 3 of its Notes.';
    reads(text, 'Publication Boats at Rest: Twenty Years of Docks', { partOf: ['Quay Papers'], seriesNumber: ['12'] });
  });
  it('with an owner that possesses it', () => {
    const text =
      'The Dock Board (DB) and the Tidewater Institute met. The Tidewater Institute wrote *Boats at Rest*, printed as number 7 of the Dock Board\u2019s Quay Papers.';
    reads(text, 'Series Quay Papers', { owner: ['Dock Board'] });
  });
  it('of an acronym in brackets', () => {
    const text =
      'The Harbour Research Series (HRS) of the Dock Board was launched in 2001. Recent HRS reports include: *Tides and Rafts* (HRS 24), *Rafts and Tides* (HRS 23) and *Boats of Old* (HRS 7).';
    reads(text, 'Publication Tides and Rafts', {
      partOf: ['Harbour Research Series'],
      seriesNumber: ['24'],
      owner: ['Dock Board'],
    });
    reads(text, 'Publication Boats of Old', { partOf: ['Harbour Research Series'], seriesNumber: ['7'] });
  });
  it('of a listed reference', () => {
    reads(
      'Publications\n\n*Tides and Rafts*, Dock Working Paper No. 29, Dock Board, 2004.\n\n*Rafts and Tides*, Dock Working Paper No. 30, Dock Board, 2005.',
      'Publication Rafts and Tides',
      { seriesNumber: ['30'], published: ['2005'], partOf: ['Dock Working Paper'] },
    );
  });
  it('with its symbol', () => {
    reads('The Dock Board published *Tides and Rafts* (ST/HBR/2004/12) in 2004.', 'Publication Tides and Rafts', {
      identifier: ['ST/HBR/2004/12'],
      published: ['2004'],
    });
  });
});

describe('publications: a dataset and the publication that issues it are two', () => {
  const text =
    'The Dock Board maintains the Quay Register. The data are published in the *Quay Yearbook of Arrivals*. The Quay Register covers 1990 to 1995.';
  it('both named', () => names(text, ['Dataset Quay Register', 'Series Quay Yearbook of Arrivals']));
  it('and linked', () =>
    reads(text, 'Dataset Quay Register', { issuedAs: ['Quay Yearbook of Arrivals'], period: ['1990-1995'] }));
});

describe('publications: references in their several styles', () => {
  const listed = (entry: string, label: string, facts: Parameters<typeof reads>[2]): void => {
    it(entry, () => reads(`References\n\n${entry}`, `Publication ${label}`, facts));
  };
  const plain = { owner: ['Dock Board'], published: ['2004'] };
  listed('Dock Board (2004). Moving Along the Quay. Geneva.', 'Moving Along the Quay', plain);
  listed('Dock Board (2004a), Moving Along the Quay, Geneva.', 'Moving Along the Quay', plain);
  listed('Dock Board. 2004. Moving Along the Quay. Geneva: Dock Board.', 'Moving Along the Quay', plain);
  listed('Dock Board. Moving Along the Quay. Geneva: Dock Board, 2004.', 'Moving Along the Quay', plain);
  listed('Dock Board: Moving Along the Quay, Geneva 2004', 'Moving Along the Quay', plain);
  listed('Moving Along the Quay. Dock Board, Geneva, 2004', 'Moving Along the Quay', plain);
  listed('Moving Along the Quay, Dock Board, 2004.', 'Moving Along the Quay', plain);
  listed(
    'Suggested citation: Dock Board (2004). Moving Along the Quay. Geneva: Dock Board.',
    'Moving Along the Quay',
    plain,
  );
  listed(
    'Dock Board (2004). Who Leaves the Quay? Dockers between Oslo and Riga. Geneva.',
    'Who Leaves the Quay? Dockers between Oslo and Riga',
    plain,
  );
  listed(
    'Dock Board (2004). Lower Fees, Longer Stays? Evidence from Oslo. Harbour Brief Series, 38.',
    'Lower Fees, Longer Stays? Evidence from Oslo',
    { partOf: ['Harbour Brief Series'] },
  );
  listed('Dock Board, “Moving Along the Quay”, Geneva, May 2004', 'Moving Along the Quay', {
    ...plain,
    published: ['2004-05'],
  });
  listed('Dock Board and ILO (2004). Moving Along the Quay. Dock Briefs, No. 14. Geneva.', 'Moving Along the Quay', {
    owner: ['Dock Board', 'ILO'],
    partOf: ['Dock Briefs'],
    seriesNumber: ['14'],
  });
  listed('Moving Along the Quay. Dock Board, Geneva, 2004 (Dock Briefs, No. 14)', 'Moving Along the Quay', {
    ...plain,
    partOf: ['Dock Briefs'],
    seriesNumber: ['14'],
  });
  listed('Moving Along the Quay, Dock Briefs, Oslo, 2004', 'Moving Along the Quay', {
    partOf: ['Dock Briefs'],
    published: ['2004'],
  });
  listed('Report on the Quay, prepared by the Dock Board, Oslo, 2004.', 'Report on the Quay', { published: ['2004'] });
  listed('Moving Along the Quay (forthcoming)', 'Moving Along the Quay', { status: ['forthcoming'] });
});

describe('publications: persons are no agencies', () => {
  it('the publisher owns it', () =>
    reads(
      'References\n\nSmith, J. and P. Jones. Moving Along the Quay. Geneva: Dock Board, 2004.',
      'Publication Moving Along the Quay',
      {
        owner: ['Dock Board'],
        published: ['2004'],
      },
    ));
  it('nor is a journal', () =>
    reads(
      'The Dock Board collects papers.\n\nSmith, J. & Jones, P. (2021). Moving along the quay: seven ports. *Journal of Tides* 14(2), 5–8.',
      'Publication Moving along the quay: seven ports',
      { owner: [], partOf: ['Journal of Tides'], published: ['2021'] },
    ));
});

describe('publications: what looks like a reference and is none', () => {
  const none = (text: string): void => {
    it(text, () => {
      const found = thingsOf(readText(text).extraction).filter((thing) => thing.startsWith('Publication'));
      expect(found).to.deep.equal([]);
    });
  };
  none('The Dock Board (2004). It was founded in Oslo.');
  none('Oslo, 18 December 2019. On Dockers Day the Dock Board opened its books.');
  none('Dock Board: the Quay Register, 2004.');
  none('Dock Board. Quay Register. Oslo, 2004.');
});

describe('publications: a numbered list beneath a series', () => {
  const text =
    "The Dock Board was founded in 1990.\n\nPapers\n\nThe Dock Board's Harbour Notes:\n\nNo. 1 – Ports of the North (2013)\nNo. 2 – Ports of the South (2014)";
  it('each is a member, and its owner\u2019s', () =>
    reads(text, 'Publication Ports of the South', {
      partOf: ['Harbour Notes'],
      seriesNumber: ['2'],
      published: ['2014'],
      owner: ['Dock Board'],
    }));
});

describe('publications: a title in quotation marks before its publisher', () => {
  const listed = (line: string): string => `Titles of the year\n\n${line}\n`;
  for (const line of [
    '“Going to Sea”, Dock Board, Lima, 2017.',
    '“Going to Sea,” Dock Board, Lima, 2017.',
    '“Going to Sea” (Dock Board, 2017).',
  ])
    it(line, () => reads(listed(line), 'Publication Going to Sea', { owner: ['Dock Board'], published: ['2017'] }));
  it('two words between quotation marks alone are none', () => names(listed('“Going to Sea” is a song of 2017.'), []));
});

describe('publications: a second title tells a document', () => {
  for (const title of [
    'Quay Registers: A Manual for Crews',
    'Third Quay Survey: Main Findings',
    'Logs and Registers: How Crews Count',
    'Who Is Missing? Undercount of Crews in Registers',
  ])
    it(title, () => names(`See *${title}* (Dock Board, 2004).`, [`Publication ${title}`]));
  it('years, rounds and places do not', () =>
    names('The Dock Board keeps the *Quay Crew Survey: Second Wave*.', ['Dataset Quay Crew Survey: Second Wave']));
  it('numbers set apart before titles are those of the series', () =>
    reads(
      '# Dock Working Papers\n\n 41  Boats of the Old Coast (1990)\n 42  Rafts of the Old Coast (1991)\n',
      'Publication Rafts of the Old Coast',
      {
        seriesNumber: ['42'],
        published: ['1991'],
      },
    ));
});

describe('publications: "in the series … as No. 7"', () => {
  for (const [text, series] of [
    [
      "*Tides of Kenya* appeared in the Board's series Single Market Studies as No. 7 (March 2016).",
      'Single Market Studies',
    ],
    ['*Tides of Kenya* came out in the series Harbour Studies as number 7 in 2016.', 'Harbour Studies'],
    ['*Tides of Kenya* is in our series *Quay Papers*, no. 7.', 'Quay Papers'],
  ] as const)
    it(text, () => reads(text, 'Publication Tides of Kenya', { partOf: [series], seriesNumber: ['7'] }));
  it('a series of something else is none', () =>
    reads('*Tides of Kenya* caused a series of letters as well as 7 calls.', 'Publication Tides of Kenya', {
      partOf: [],
      seriesNumber: [],
    }));
});

describe('publications: the month of a reference', () => {
  for (const line of [
    'Dock Board (May 2004). Boats of the Coast. Lima.',
    'Dock Board (2004). Boats of the Coast. Lima, May 2004.',
  ])
    it(line, () => reads(`# References\n\n${line}\n`, 'Publication Boats of the Coast', { published: ['2004-05'] }));
  it('a day of another year is not its own', () =>
    reads(
      '# References\n\nDock Board (2004). Boats of the Coast. Lima, read on 3 May 2006.\n',
      'Publication Boats of the Coast',
      {
        published: ['2004'],
      },
    ));
});

describe('datasets: when they came into being', () => {
  for (const sentence of [
    'It was opened in 2001.',
    'It was begun by the Ferry Board in 2001.',
    'In 2001 the Board set up the register.',
  ])
    it(sentence, () =>
      reads(`The Dock Board keeps the Quay Register. ${sentence}`, 'Dataset Quay Register', { published: ['2001'] }),
    );
  it('told in a remark of a table', () =>
    reads(
      '| Dataset | Owner | Years | Remarks |\n|---|---|---|---|\n| Quay Register | Dock Board | 2003- | founded 2001; electronic since 2003 |\n',
      'Dataset Quay Register',
      { published: ['2001'], period: ['2003-'] },
    ));
});

describe('publications: several in one paragraph', () => {
  const row =
    'Boats of the Old Coast, April 2004. Crews and Their Wages, Issue Paper, 2005. Rafts of the Quay, Dock Papers No. 3, 2006.';
  it('each sentence without a verb is one', () =>
    names(`# Publications\n\n${row}\n`, [
      'Publication Boats of the Old Coast',
      'Publication Crews and Their Wages',
      'Publication Rafts of the Quay',
      'Series Dock Papers',
    ]));
  it('a sentence is none', () =>
    names(
      '# Publications\n\nThe Board wrote much. Chapter 4 of the minutes was read in 2005. It appeared in May 2006.\n',
      [],
    ));
});

describe('publications: references that open with a body and a comma', () => {
  const entry = (line: string, label: string, owner: readonly string[]): void => {
    it(line, () => reads(`References\n\n${line}`, `Publication ${label}`, { owner, published: ['2012'] }));
  };
  entry('UNHCR, Boats of the Delta: A Survey. Oslo, 2012.', 'Boats of the Delta: A Survey', ['UNHCR']);
  entry('ILO and IOM, Rafts and Their Crews. Geneva, 2012.', 'Rafts and Their Crews', ['ILO', 'IOM']);
  entry('ILO, Research Department. Rafts and Their Crews. Geneva, 2012.', 'Rafts and Their Crews', [
    'ILO',
    'Research Department',
  ]);
});

describe('publications: numbers of a series written with somebody', () => {
  const text = `# Dock Board

Dock Papers

- No. 5: *Traders on the Quay*, December 2018
- No. 6: *Leaving the Harbour*, 2020, with the World Bank
- No. 7: *Ropes and Sails*, 2021, with an annex on rafts
`;
  it('are theirs as well', () => {
    reads(text, 'Publication Leaving the Harbour', { owner: ['Dock Board', 'World Bank'] });
    reads(text, 'Publication Traders on the Quay', { owner: ['Dock Board'] });
    reads(text, 'Publication Ropes and Sails', { owner: ['Dock Board'] });
  });
});

describe('publications: a list of references without marks', () => {
  const list = `
# Rafts

## References

ILO and World Bank, Counting Rafts: Guidelines for Ports, Geneva, 2019
IOM Kyrgyzstan, Returning with Rafts, Tidal Migration Briefs, No. 6, March 2022
`;
  it('is an entry a line', () => {
    reads(list, 'Publication Counting Rafts: Guidelines for Ports', {
      owner: ['ILO', 'World Bank'],
      published: ['2019'],
    });
    reads(list, 'Publication Returning with Rafts', { published: ['2022-03'], seriesNumber: ['6'] });
  });
});

describe('publications: in a list, with who wrote them behind "by"', () => {
  const listed = (entry: string): string => `# Publications\n\n- ${entry}\n`;
  it('is no part of the title', () =>
    reads(listed('Raft Profile: Quays 2018, by the Dock Board, August 2018.'), 'Publication Raft Profile: Quays 2018', {
      owner: ['Dock Board'],
      published: ['2018-08'],
    }));
  it('but how something is broken down is', () =>
    names(listed('Boats of Old, by Port of Call and Flag, Dock Board, 2018.'), [
      'Publication Boats of Old, by Port of Call and Flag',
    ]));
});

describe('publications: numbers of a series', () => {
  it('by "appeared as"', () =>
    reads(
      'Findings are in *Cash and Crews: Receipts of the Coast*, which appeared as QB Working Paper No. 2019-4.',
      'Publication Cash and Crews: Receipts of the Coast',
      { partOf: ['QB Working Paper'], seriesNumber: ['2019-4'] },
    ));
  const editions =
    'The Dock Board publishes the biennial *Harbour Report*. The 2015 report had as its subject *Crews on the Move*; that of 2017, *Boats at Rest*.';
  it('by their year', () => {
    reads(editions, 'Series Harbour Report', { owner: ['Dock Board'] });
    reads(editions, 'Publication Crews on the Move', { partOf: ['Harbour Report'], published: ['2015'] });
    reads(editions, 'Publication Boats at Rest', { partOf: ['Harbour Report'], published: ['2017'] });
  });
  it('whatever their title speaks of', () =>
    reads(
      "The Board's flagship is the yearbook *Harbour Digest*. Its 2009 edition, *Comparing Crew Statistics*, has a chapter on pilots.",
      'Publication Comparing Crew Statistics',
      { partOf: ['Harbour Digest'], published: ['2009'] },
    ));
});

describe('what is called a series', () => {
  it('is one of numbers where it is calculated, or broken down', () => {
    names('From these records the Office calculates the series *Crews of the Coast*.', ['Dataset Crews of the Coast']);
    names('The Office has the series *Crew Moves by Sex and Age*.', ['Dataset Crew Moves by Sex and Age']);
  });
  it('by what a sentence says it is', () =>
    names("Port Brief is the Board's quarterly series of short releases.", ['Series Port Brief']));
  it('is a register that comes every quarter', () =>
    names('The Dock Board keeps the Quarterly Crew Register.', ['Dataset Quarterly Crew Register']));
  it('is none on a place', () => names('Series on Chad start in 1986.', []));
});

describe('publications: in lists of references', () => {
  const listed = (line: string, thing: string, said: Parameters<typeof reads>[2]): void => {
    it(line, () =>
      reads(`REFERENCES\n\n${line}\nILO, Global Boats of the World: Results and Methods, Geneva, 2018.\n`, thing, said),
    );
  };
  listed('UNHCR, UNHCR Crew Report 2020, Geneva, June 2020.', 'Publication UNHCR Crew Report 2020', {
    owner: ['UNHCR'],
    published: ['2020-06'],
  });
  listed(
    'OECD, International Crew Outlook 2020, OECD Publishing, Paris, 2020.',
    'Publication International Crew Outlook 2020',
    { owner: ['OECD'] },
  );
  listed(
    'IOM, Atlas of Crews 2020, Publications Office of the European Union, Luxembourg, 2020.',
    'Publication Atlas of Crews 2020',
    { owner: ['IOM'] },
  );
  listed(
    'OECD and Eurostat, Settling In 2018: Indicators of Crews, Paris and Brussels, 2018.',
    'Publication Settling In 2018: Indicators of Crews',
    { owner: ['OECD', 'Eurostat'], published: ['2018'] },
  );
});

describe('publications: in notes at the foot and in sentences', () => {
  it('who, what and when, and nothing else', () =>
    reads(
      'Crews are counted.[3]\n\n[3] Dock Board, The Crew Plan in Figures, 2016.',
      'Publication The Crew Plan in Figures',
      {
        owner: ['Dock Board'],
        published: ['2016'],
      },
    ));
  it('the report of somebody', () =>
    reads(
      'The report of the Crew Panel, entitled *Crews on the Move: Another Story*, will be issued by the Dock Board in 2020.',
      'Publication Crews on the Move: Another Story',
      { owner: ['Dock Board'] },
    ));
  it('by its number in a series, and the series by all of its title', () =>
    reads(
      "Linking Permits and Crew Files: A Sailor's View is number 41 in the series Quay Studies: Methods and Tools.",
      "Publication Linking Permits and Crew Files: A Sailor's View",
      { seriesNumber: ['41'], partOf: ['Quay Studies: Methods and Tools'] },
    ));
  it('by what was done with it', () =>
    reads(
      'The Dock Board and the Tide Council have jointly prepared Across the Strait: Comparing Two Shores.',
      'Publication Across the Strait: Comparing Two Shores',
      {
        owner: ['Dock Board', 'Tide Council'],
      },
    ));
  it('a series by one of its numbers', () =>
    reads('Port and Crew Brief No. 23 was issued by the Dock Board in October 2014.', 'Series Port and Crew Brief', {
      owner: ['Dock Board'],
    }));
  it('by its number in a series, in a note at the foot', () =>
    reads(
      'Dock Institute\n\nIts report *From Raft to Ship: Crews in Ports* (2020) is read.[5]\n\n[5] Published as number 4 of the Quay Working Papers.',
      'Publication From Raft to Ship: Crews in Ports',
      { seriesNumber: ['4'], partOf: ['Quay Working Papers'] },
    ));
});

describe('publications: dates told by the way', () => {
  const dated = (text: string, label: string, published: string): void => {
    it(text, () => reads(text, `Publication ${label}`, { published: [published] }));
  };
  dated('We wrote the report "From Raft to Boat" of November 2012.', 'From Raft to Boat', '2012-11');
  dated(
    'The tables are explained in *Rafts: A Handbook* (Dock Manuals, 2021 edition), issued in May 2022.',
    'Rafts: A Handbook',
    '2022-05',
  );
  dated('The tables are explained in *Rafts: A Handbook* (Dock Manuals, 2021 edition).', 'Rafts: A Handbook', '2021');
  dated(
    'Read *Going Ashore*, a joint paper of the Dock Board and the Tide Institute dated May 2018.',
    'Going Ashore',
    '2018-05',
  );
  dated('The Dock Board sent *Crews at Rest in 2010*, printed December 2011.', 'Crews at Rest in 2010', '2011-12');
  dated('It is no part of the earlier "Crews: How to Count Them", Lima 2008.', 'Crews: How to Count Them', '2008');
  dated('There is "Atlas of Quays", which we did with the Dock Board in 2019.', 'Atlas of Quays', '2019');
  dated('Publications\n\n*Atlas of Quays*, with the Union of Ports, 2018', 'Atlas of Quays', '2018');
  dated('Publications\n\n*Is There a Quay?*, by D. Rao and H. Kale, 2020', 'Is There a Quay?', '2020');
  dated('Books\n\n* Rao, *Crews of Chad*, Suva: Dock Press, 1985.', 'Crews of Chad', '1985');
});
