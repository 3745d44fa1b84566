/** Tests whose a thing is: stated in the sentence, told by the heading, or inferred where the heading is lost. */
import { expect } from 'chai';
import { reads, readText, tells } from '../reads.js';

const ownerClaims = (text: string, label: string) =>
  readText(text).extraction.claims.filter((claim) => claim.property === 'owner' && claim.subject.label === label);

/** Long enough to be prose, so that what stands over it is a heading. */
const prose =
  'For many years the work on the quays has been carried out together with the ports and their crews, in all seasons.';

describe('owners: what a sentence says', () => {
  it('outweighs whose page it is, for the name in the heading above it', () => {
    const { extraction } = readText(
      `Data sources of the Tidewater Institute\n\nThe Tidewater Institute compiles figures on boats.\n\nQuay Register\n\nThe Quay Register is maintained by the Dock Board. It covers 1990-2020. ${prose}\n`,
    );
    const owners = extraction.claims.filter(
      ({ subject, property }) => property === 'owner' && subject.label === 'Quay Register',
    );
    expect(owners.map(({ object }) => (object as { label: string }).label)).to.deep.equal(['Dock Board']);
    expect(extraction.entities.filter(({ label }) => label === 'Quay Register')).to.have.length(1);
  });
});

describe('owners: stated', () => {
  const owned = (text: string, owner: readonly string[]): void => {
    it(text, () => reads(text, 'Dataset Quay Register', { owner }));
  };
  owned('The Dock Board maintains the Quay Register.', ['Dock Board']);
  owned("The Dock Board's Quay Register has boats.", ['Dock Board']);
  owned('The Quay Register, maintained by the Dock Board, has boats.', ['Dock Board']);
  owned('The Quay Register of the Dock Board has boats.', ['Dock Board']);
  owned('The Quay Register (Dock Board, 2004) has boats.', ['Dock Board']);
  owned('Sources\n\n- Quay Register, 1990-2001 (Dock Board)\n- Crew Survey, 2004', ['Dock Board']);
  owned('Sources\n\n- Quay Register (1990-2001; Dock Board)\n- Crew Survey, 2004', ['Dock Board']);
  owned('Data of the ILO\n\n[1] Quay Register, 1990-2001. Dock Board, Saltham.\n[2] Crew Survey, 2004.', [
    'Dock Board',
  ]);
  owned('Data\n\n[1] Quay Register, 1990-2001. Dock Board. doi:10.5555/quay\n[2] Crew Survey, 2004.', ['Dock Board']);
  owned('The Quay Register is compiled jointly by the Dock Board and the Tidewater Institute.', [
    'Dock Board',
    'Tidewater Institute',
  ]);
  owned('The Quay Register has belonged since 2010 to the Dock Board.', ['Dock Board']);
  owned('The Quay Register was designed by the Tidewater Institute and carried out by the Dock Board.', [
    'Tidewater Institute',
    'Dock Board',
  ]);
  owned('The Quay Register was financed by the ILO and carried out by the Dock Board.', ['Dock Board']);
  owned('Under an agreement between the ILO and IOM the Quay Register has been kept since 1995.', ['ILO', 'IOM']);
  owned('The Quay Register (source: Dock Board) starts in 1992.', ['Dock Board']);
  owned('Copies of the Quay Register can be ordered from the Dock Board, its owner.', ['Dock Board']);
  owned('At the Dock Board you will find the Quay Register, with data since 1990.', ['Dock Board']);
  owned('The ILO and the Dock Board met. The latter keeps the Quay Register.', ['Dock Board']);
  owned('The ILO and the Dock Board met. The former is the home of the Quay Register.', ['ILO']);
  owned('The Dock Board is home to the Quay Register.', ['Dock Board']);
  owned('The ILO and IOM are joint owners of the Quay Register.', ['ILO', 'IOM']);
  owned('The Dock Board and the ILO run the Quay Register.', ['Dock Board', 'ILO']);
  owned('The Dock Board maintains the Quay Register, funded by the ILO.', ['Dock Board']);
  owned('Counts are sent to the ILO and to the Dock Board for its Quay Register.', ['Dock Board']);
  owned('The ILO supplies its counts to the Dock Board, which prints them in its Quay Register.', ['Dock Board']);
  owned('The ILO gives counts to the Dock Board and the OECD for use in their Quay Register.', ['Dock Board', 'OECD']);
  owned('The Dock Board, which belongs to the ILO, has its Quay Register.', ['Dock Board']);
  owned('The Quay Register, which the Dock Board holds on behalf of the Tidewater Institute, has boats.', [
    'Tidewater Institute',
  ]);
  owned('Boats are counted by the Dock Board, which has released the Quay Register since 1990.', ['Dock Board']);
  owned('Boats are counted for the Tidewater Institute, which uses the Quay Register kept by the Dock Board.', [
    'Dock Board',
  ]);
  owned('The Quay Register, which the Tidewater Institute paid for and which the Dock Board maintains, has boats.', [
    'Dock Board',
  ]);
  owned('The Quay Register, a collection of 2014 which the Dock Board commissioned and holds, has boats.', [
    'Dock Board',
  ]);
  owned('The Dock Board reported that it is preparing the Quay Register for 2018.', ['Dock Board']);
  owned('The Quay Register was paid for by the Tidewater Institute: the Dock Board carried it out and publishes it.', [
    'Dock Board',
  ]);
  owned('The Quay Register, long neglected, is today in the keeping of the Dock Board.', ['Dock Board']);
  owned('Boats are recorded by the Dock Board, successor to the Tidewater Institute, in the Quay Register.', [
    'Dock Board',
  ]);
  owned('The Quay Register was built by the Tidewater Institute, long abolished.', ['Tidewater Institute']);
  owned('The Quay Register belongs to the Dock Board and to the Tidewater Institute.', [
    'Dock Board',
    'Tidewater Institute',
  ]);
  owned('The Quay Register was compiled at the Dock Board, Lima, and at the Tidewater Institute.', [
    'Dock Board',
    'Tidewater Institute',
  ]);
  owned('**Dock Board** and **Tidewater Institute** jointly publish the *Quay Register*, a table of boats from 1990.', [
    'Dock Board',
    'Tidewater Institute',
  ]);
  owned('From lists shared by the Tidewater Institute, the Dock Board compiles the Quay Register.', ['Dock Board']);
  owned(
    'The Quay Register was compiled by the Dock Board with a grant from the ILO, with the Tidewater Institute as a guest.',
    ['Dock Board'],
  );
  owned('The Quay Register has boats. The ILO maintains it and the World Bank publishes it.', ['ILO', 'World Bank']);
  owned('The ILO keeps the Quay Register. The World Bank agreed to print it, and asked for it.', ['ILO']);
  owned('The ILO keeps the Quay Register. The World Bank uses it.', ['ILO']);
  owned('The Quay Register, financial years 2012-13 to 2021-22, Dock Board; nine ports.', ['Dock Board']);
});

describe('owners: by heading', () => {
  const text = `# Dock Board\n\n${prose}\n\nThe Quay Register covers 1990 to 1995.\n\n# Tidewater Institute\n\n${prose}\n\nThe Raft Survey covers 1991.`;
  it('each section has its own', () => {
    for (const [label, owner] of [
      ['Quay Register', 'Dock Board'],
      ['Raft Survey', 'Tidewater Institute'],
    ] as const) {
      const [claim] = ownerClaims(text, label);
      expect(claim?.object).to.include({ label: owner });
      expect(claim?.evidence.attribution).to.equal('heading');
      expect(claim?.evidence.passages.map((passage) => passage.text)).to.include(owner);
    }
  });
});

describe('owners: inferred across a lost heading', () => {
  const text = [
    '# Dock Board (DB)',
    `${prose} The Dock Board keeps boats and the Quay Register covers`,
    'of the coast, where the Tidewater Institute (TWI) has its seat.',
    'TWI works on rafts. TWI also counts them with great care, and the Raft Survey covers 1991 to 1993.',
  ].join('\n\n');
  it('say so and quote the clue', () => {
    const [claim] = ownerClaims(text, 'Raft Survey');
    expect(claim?.object).to.include({ label: 'Tidewater Institute' });
    expect(claim?.evidence.attribution).to.equal('inferred');
    const quoted = claim?.evidence.passages.map((passage) => passage.text).join(' ') ?? '';
    expect(quoted)
      .to.contain('Raft Survey')
      .and.to.match(/TWI|Tidewater/);
  });
  it('stay inferred beside one whom a sentence states, each with its own words', () => {
    const edited = `${text}\n\nRafts and Rivers is a journal on rafts. It is edited by the Lagoon Institute.`;
    const found = ownerClaims(edited, 'Rafts and Rivers').map(({ object, evidence }) => [
      typeof object === 'object' && 'label' in object ? object.label : object,
      evidence.attribution,
      evidence.passages.some((passage) => passage.text.includes('edited by')),
    ]);
    expect(found).to.deep.equal([
      ['Tidewater Institute', 'inferred', false],
      ['Lagoon Institute', 'stated', true],
    ]);
  });
});

describe('owners: tell similar names apart', () => {
  const text =
    'The Dock Board maintains the Arrivals Register. It covers 1990 to 1995. The Tidewater Institute maintains the Arrivals Register. It covers 2001.';
  it('two registers of one name and two owners are two', () => {
    const { entities, claims } = readText(text).extraction;
    const registers = entities.filter(({ label }) => label === 'Arrivals Register');
    expect(registers.map(({ slug }) => slug)).to.deep.equal([
      'dock-board-arrivals-register',
      'tidewater-institute-arrivals-register',
    ]);
    const startsOf = (slug: string | undefined) =>
      claims.flatMap((claim) =>
        claim.property === 'period' && claim.subject.slug === slug ? [claim.object.start] : [],
      );
    expect(registers.map(({ slug }) => startsOf(slug))).to.deep.equal([[1990], [2001]]);
  });
});

describe('owners: the first person', () => {
  it('is no name of its own', () => {
    const text = 'We are the Coastal Data Archive (CDA). We keep the Quay Register.';
    reads(text, 'Agency Coastal Data Archive', { alias: [], acronym: ['CDA'] });
    reads(text, 'Dataset Quay Register', { owner: ['Coastal Data Archive'] });
  });
});

describe('owners: by each construction', () => {
  const owned = (text: string, owner: readonly string[]): void => {
    it(text, () => reads(text, 'Dataset Quay Register', { owner }));
  };
  owned('The Quay Register is updated twice a year in March by the Dock Board.', ['Dock Board']);
  owned('The Quay Register, a joint venture of the Dock Board and the Tidewater Institute, has boats.', [
    'Dock Board',
    'Tidewater Institute',
  ]);
  owned('The Quay Register, which the Dock Board has kept since 1990, has boats.', ['Dock Board']);
  owned('Dock Board: the Quay Register, with boats of 1990 to 1995.', ['Dock Board']);
  owned('The Dock Board is large: its Quay Register has boats.', ['Dock Board']);
  owned('Boats are counted by the Dock Board. Its Quay Register covers 1990.', ['Dock Board']);
  owned('The Quay Register was undertaken in Kenya and Uganda in 1990 and 1995 by the Dock Board.', ['Dock Board']);
  owned('Figures are published by the Dock Board in the Quay Register.', ['Dock Board']);
  owned('The Quay Register covers 1990. It belongs to the Dock Board.', ['Dock Board']);
  owned('The Quay Register covers 1990. The Dock Board is responsible for the register.', ['Dock Board']);
  owned('The ILO uses the Quay Register, kept by the Dock Board.', ['Dock Board']);
  owned('The ILO financed the Quay Register of the Dock Board.', ['Dock Board']);
});

describe('owners: who speaks', () => {
  const text = (first: string): string => `${first}\n\n${prose} The Quay Register covers 1990 to 1995.`;
  const owned = (first: string, owner: readonly string[]): void => {
    it(first, () => reads(text(first), 'Dataset Quay Register', { owner }));
  };
  owned('Reply of the Dock Board to the questionnaire of the ILO', ['Dock Board']);
  it('a delegate speaks for his body', () =>
    reads(
      'The delegate of Kenya, speaking for the Dock Board, said that the Quay Register had begun.',
      'Dataset Quay Register',
      {
        owner: ['Dock Board'],
      },
    ));
});

describe('owners: whom a sentence only points to', () => {
  it('is quoted from the sentence that names him', () => {
    const [claim] = ownerClaims('Boats are counted by the Dock Board. Its Quay Register covers 1990.', 'Quay Register');
    const quoted = claim?.evidence.passages.map((passage) => passage.text) ?? [];
    expect(quoted).to.deep.equal(['Boats are counted by the Dock Board.', 'Its Quay Register covers 1990.']);
  });
});

describe('owners: told by the sentence after', () => {
  const owned = (text: string, thing: string, owner: readonly string[]): void => {
    it(text, () => reads(text, thing, { owner }));
  };
  const both = ['Dock Board', 'Tidewater Institute'];
  const first = 'The Quay Register covers 1990.';
  owned(`${first} It is run by the Dock Board's Statistics Unit.`, 'Dataset Quay Register', ['Statistics Unit']);
  owned(`${first} It is run by the Dock Board with the Tidewater Institute.`, 'Dataset Quay Register', both);
  owned(`${first} Here the Dock Board is the owner of the data.`, 'Dataset Quay Register', ['Dock Board']);
  owned(`${first} The Dock Board has kept it together with the Tidewater Institute.`, 'Dataset Quay Register', both);
  owned(`${first} Its users are trained by the Dock Board.`, 'Dataset Quay Register', []);
  owned(`${first} It is used by the Dock Board.`, 'Dataset Quay Register', []);
  owned('A pilot, Safe Quays, began in 2015. It is led by the Dock Board.', 'Project Safe Quays', ['Dock Board']);
  owned('See the Harbour Review 4(2), 2015. The journal belongs to the Dock Board.', 'Series Harbour Review', [
    'Dock Board',
  ]);
  owned(
    'The Workshop on Harbour Statistics took place in Lima on 3 May 2015. It was convened by the Dock Board jointly with the Tidewater Institute.',
    'Event Workshop on Harbour Statistics',
    both,
  );
  owned(
    'The Dock Board keeps the Quay Register. Its microdata will be released by the Tidewater Institute.',
    'Dataset Quay Register',
    ['Dock Board'],
  );
});

describe('owners: partners and rows', () => {
  const owned = (text: string, owner: readonly string[]): void => {
    it(text, () => reads(text, 'Dataset Quay Register', { owner }));
  };
  const both = ['Dock Board', 'Tidewater Institute'];
  owned('The Quay Register is a joint venture of the Statistics Unit of the Dock Board and the Tidewater Institute.', [
    'Statistics Unit',
    'Tidewater Institute',
  ]);
  owned('The Quay Register, which the Dock Board and the then Tidewater Institute ran, has boats.', both);
  owned('The Dock Board keeps the Quay Register, compiled with the Tidewater Institute.', both);
  owned('The Dock Board runs the Quay Register, a survey with the Tidewater Institute.', both);
  owned('The Quay Register is run by the Dock Board, Lima, with the Tidewater Institute.', both);
  owned('The Dock Board shares the Quay Register with the Tidewater Institute.', ['Dock Board']);
  owned('The Dock Board keeps the Quay Register with the help of the Tidewater Institute.', ['Dock Board']);
});

describe('owners: clauses and rows told apart', () => {
  const owned = (text: string, owner: readonly string[]): void => {
    it(text, () => reads(text, 'Dataset Quay Register', { owner }));
  };
  const both = ['Dock Board', 'Tidewater Institute'];
  owned('The Quay Register was kept by the Dock Board, and the Tidewater Institute had been given totals.', [
    'Dock Board',
  ]);
  owned('Together with the Tidewater Institute, the Dock Board keeps the Quay Register.', [
    'Dock Board',
    both[1] ?? '',
  ]);
  owned('The Dock Board handed over the Quay Register, which it had compiled in 1990.', ['Dock Board']);
  owned('The ILO copied the Quay Register of 1990 from the Dock Board, whose property it remains.', ['Dock Board']);
  owned('The Quay Register, vol. 33, which is edited by the Dock Board, has boats.', ['Dock Board']);
  owned('The Quay Register began in 1990; it is kept by the Dock Board.', ['Dock Board']);
  owned('The Quay Register, built by the Dock Board in 1990, has boats.', ['Dock Board']);
  owned('The Dock Board, through its Statistics Unit, keeps the Quay Register.', ['Statistics Unit']);
  owned('The Dock Board keeps the Quay Register. The Tidewater Institute was its partner.', ['Dock Board']);
});

describe('owners: who says "we"', () => {
  const text = (end: string): string =>
    `Harbour news\n\nBulletin of the Dock Board\n\n${prose}\n\nWe counted boats, and our crews slept. We rowed. We keep the Quay Register.\n\n${prose}\n\nWorkshop on Boats. ${end} All are welcome.`;
  it('is who the bulletin is of, and not whom a short sentence names', () =>
    reads(text('With the Tidewater Institute.'), 'Dataset Quay Register', { owner: ['Dock Board'] }));
  it('is who signs', () =>
    reads(
      `Dock Board\n\nWe count rafts in our Raft Register.\n\nOur staff is small.\n\n${prose}\n\nInstitute of Rivers and Ports`,
      'Dataset Raft Register',
      { owner: ['Institute of Rivers and Ports'] },
    ));
  const quotes = (text: string, expected: readonly string[]): void => {
    it(`quotes where he is named and says it: ${text.slice(0, 60)} …`, () => {
      const [claim] = ownerClaims(text, 'Quay Register');
      expect(claim?.evidence.passages.map((passage) => passage.text)).to.have.members(expected);
    });
  };
  quotes(
    `The Dock Board greets you.\n\nWe count boats, and our crews sleep.\n\nFerries are kept in the Quay Register.`,
    ['The Dock Board greets you.', 'We count boats, and our crews sleep.', 'Ferries are kept in the Quay Register.'],
  );
  quotes(`We are the Harbour Data Archive at the Dock Board.\n\nIn our Quay Register you find boats.`, [
    'We are the Harbour Data Archive at the Dock Board.',
    'In our Quay Register you find boats.',
  ]);
});

describe('owners: names beside names', () => {
  const owned = (text: string, thing: string, owner: readonly string[]): void => {
    it(text, () => reads(text, thing, { owner }));
  };
  owned(
    'See "Who Counts the Boats?", in Harbour Studies, vol. 33, which is edited by the Dock Board.',
    'Series Harbour Studies',
    ['Dock Board'],
  );
  owned(
    'The Quay Register belongs to the Dock Board. The Raft Survey, taken in 1990, is by the same board.',
    'Dataset Raft Survey',
    [],
  );
  owned(
    'The Quay Register belongs to the Dock Board of Lima. The Raft Survey, taken in 1990, is kept by the same organization.',
    'Dataset Raft Survey',
    ['Dock Board of Lima'],
  );
  owned(
    'The Dock Board keeps the Quay Register. The Boat Permit System, on the other hand, was the property of the Tidewater Institute.',
    'Dataset Quay Register',
    ['Dock Board'],
  );
  owned(
    'Dock Board\n\n# Dock Board\n\nThe Dock Board, through its Tide Branch, counts boats. The resulting Quay Register covers 1990.',
    'Dataset Quay Register',
    ['Tide Branch'],
  );
  owned('For the Dock Board, Mr. A. Moreno introduced the Quay Register.', 'Dataset Quay Register', ['Dock Board']);
  owned(
    'Boats took part in the TIDES programme in 2015. TIDES is a joint programme of the Dock Board and the Tidewater Institute.',
    'Project TIDES programme',
    ['Dock Board', 'Tidewater Institute'],
  );
});

describe('owners: in front of the name, and beyond it', () => {
  const owned = (text: string, owner: readonly string[]): void => {
    it(text, () => reads(text, 'Dataset Quay Register', { owner }));
  };
  owned('Produced each year by the Dock Board, the Quay Register has boats.', ['Dock Board']);
  owned('A product of the Dock Board, the Quay Register has boats.', ['Dock Board']);
  owned('Financed by the Dock Board, the Quay Register has boats.', []);
  owned('A book by two of the staff of the Dock Board, the Quay Register has boats.', []);
  owned('Two databases of the Dock Board matter here: the Raft Survey (2014) and the Quay Register (2016).', [
    'Dock Board',
  ]);
  owned('Responsibility for the Quay Register lies with the Dock Board.', ['Dock Board']);
  owned('The Quay Register is under the authority of the Dock Board.', ['Dock Board']);
  owned('The Quay Register is held at the Dock Board and has boats.', ['Dock Board']);
  owned('The Quay Register, commissioned by the Tidewater Institute and built by the Dock Board, has boats.', [
    'Dock Board',
  ]);
  owned('Within the Dock Board, the Tide Branch keeps the Quay Register.', ['Tide Branch']);
});

describe('owners: of what a project gives, and of records that ask who', () => {
  const both = ['Dock Board', 'Tidewater Institute'];
  it('a report of a study is whose the study is', () =>
    reads(
      'The Quay Study was undertaken by the Dock Board and the Tidewater Institute in 2012. Its final report, *Leaving the Quays*, appeared in 2017.',
      'Publication Leaving the Quays',
      { owner: both },
    ));
  const owned = (text: string, thing: string, owner: readonly string[]): void => {
    it(text, () => reads(text, thing, { owner }));
  };
  owned('Quay Register\n-------------\nWho keeps it: Dock Board\nYears: 2010-2014', 'Dataset Quay Register', [
    'Dock Board',
  ]);
  owned(
    'The Quay Register began in 2010. Owned and updated daily by the Dock Board, it lists boats.',
    'Dataset Quay Register',
    ['Dock Board'],
  );
  owned('The Quay Register, since 2012 in the hands of the Dock Board, lists boats.', 'Dataset Quay Register', [
    'Dock Board',
  ]);
  owned('The Quay Register began in 2010. Used daily by the Dock Board, it lists boats.', 'Dataset Quay Register', []);
});

describe('owners: sections with little in them', () => {
  for (const marks of ['#', '1.', '**'] as const) {
    const heading = (name: string, n: number): string =>
      marks === '**' ? `**${name}**` : marks === '#' ? `# ${name}` : `${n}. ${name}`;
    it(`under ${heading('Name', 1)} each body stands for itself`, () => {
      const text = `${heading('Dock Board', 1)}\n\nThe Board keeps boats.\n\n${heading('Tidewater Institute', 2)}\n\nThe Raft Survey covers 1991.`;
      reads(text, 'Dataset Raft Survey', { owner: ['Tidewater Institute'] });
      reads(text, 'Agency Tidewater Institute', { owner: [] });
    });
  }
  it('a letterhead is still one body and its part', () =>
    reads(
      'DOCK BOARD\n\nStatistics Bureau\n\nQuay Street 4\n\nThe Raft Survey covers 1991.',
      'Unit Statistics Bureau',
      { owner: ['DOCK BOARD'] },
    ));
});

describe('owners: of the thing that a clause stands behind', () => {
  const owned = (text: string, owner: readonly string[]): void => {
    it(text, () => reads(text, 'Dataset Quay Register', { owner }));
  };
  owned('The Dock Board compiles the Quay Register from the Tide Register, which is held by the Port Office.', [
    'Dock Board',
  ]);
  owned('The Dock Board has drawn the Quay Register since 1961 from the Tide Register kept by the Port Office.', [
    'Dock Board',
  ]);
  owned('The Dock Board matches its Quay Register with the Tide Register, which the Port Office keeps.', [
    'Dock Board',
  ]);
  owned('The Quay Register and the Tide Register, which are held by the Port Office, have boats.', ['Port Office']);
  owned('The Quay Register, which is held by the Port Office, was compared with the Tide Register.', ['Port Office']);
});

describe('owners: ourselves, a bare noun behind a title, and whoever a clause of its own names', () => {
  it('"ourselves" are who writes', () =>
    reads(
      'Dock Board\n\nThe Quay Register was taken in 2021 by the World Bank and ourselves. We like it, and our boats.',
      'Dataset Quay Register',
      { owner: ['World Bank', 'Dock Board'] },
    ));
  it('a conference of two', () =>
    reads('*Data at Sea*, conference of the ILO and the Dock Board, Lima, 26–27 September 2022.', 'Event Data at Sea', {
      owner: ['ILO', 'Dock Board'],
    }));
  it('a report of two', () =>
    reads(
      '*Women at Sea*, a joint report of the ILO and the Dock Board, deals with crews.',
      'Publication Women at Sea',
      {
        owner: ['ILO', 'Dock Board'],
      },
    ));
  it('who edits it, and not who writes in it', () =>
    reads(
      'Dock Board\n\nWe write in the journal *Tides at Sea*, which is edited by the Tide Office. We like our journal.',
      'Series Tides at Sea',
      { owner: ['Tide Office'] },
    ));
  it('"and its" behind whoever did something', () =>
    reads('Permits were issued by the Tide Office, and its Quay Register is our source.', 'Dataset Quay Register', {
      owner: ['Tide Office'],
    }));
  it('but not whom somebody works with', () =>
    reads('The Dock Board works with the Tide Office, and its Quay Register is our source.', 'Dataset Quay Register', {
      owner: ['Dock Board'],
    }));
  it('who has a part of it only', () =>
    reads('The Dock Board keeps the Quay Register, of which the Tide Office has a copy.', 'Dataset Quay Register', {
      owner: ['Dock Board'],
    }));
});

describe('owners: constructions that texts unseen before showed', () => {
  const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });
  owned(
    'We rely on the Quay Database, in which the Dock Board gives the number of boats for 1990.',
    'Dataset Quay Database',
    'Dock Board',
  );
  owned(
    'In Chad the port agencies, led by the Dock Board, have issued the Harbour Migration Report in 2005.',
    'Publication Harbour Migration Report',
    'Dock Board',
  );
  owned(
    'They were asked again in the Crew Survey of 2015, likewise by the Dock Board.',
    'Dataset Crew Survey',
    'Dock Board',
  );
  owned(
    'The Dock Board runs the Crew Panel (2012 to 2015) with the Tide Office.',
    'Dataset Crew Panel',
    'Dock Board',
    'Tide Office',
  );
  owned(
    'The Dock Board publishes a *Compendium of Boats*, which it prepares with the Tide Office.',
    'Publication Compendium of Boats',
    'Dock Board',
    'Tide Office',
  );
  owned(
    'The **Panel of Pilots**, given to us by the Dock Board, had two waves: 2010 and 2012.',
    'Dataset Panel of Pilots',
    'Dock Board',
  );
  owned(
    'Figures for 2008 were sent to UNHCR for the Quay Statistics Database, which covers Chad and Togo.',
    'Dataset Quay Statistics Database',
    'UNHCR',
  );
  owned(
    'Until 2021 every traveller filled in a card. The cards went to the Tide Office, which coded them into the Arrivals and Departures File: monthly movements by nationality and port of entry, 1998 to 2021.',
    'Dataset Arrivals and Departures File',
    'Tide Office',
  );
  owned(
    '5. Survey on Crews in Port Cities. [R]\nA file with interviews in Lima (2007, 2012), deposited by its owner, the Dock Institute.',
    'Dataset Survey on Crews in Port Cities',
    'Dock Institute',
  );
  owned(
    'The Crew Survey was held in 2013.\nA programme of the Dock Institute and the Tide Office.',
    'Dataset Crew Survey',
    'Dock Institute',
    'Tide Office',
  );
  owned(
    'We are the Dock Board. Our papers are in docs. There is "Atlas of Boats: Ports and Crews", which we did with the Tide Institute and the Harbour Office in 2019.',
    'Publication Atlas of Boats: Ports and Crews',
    'Dock Board',
    'Tide Institute',
    'Harbour Office',
  );
  owned(
    'census/ keeps the country-of-birth tabulations of the census for 1970 and 1980. The tabulations were made by the University of Lima for a project.',
    'Dataset country-of-birth tabulations of the census',
    'University of Lima',
  );
  owned(
    "`cards` – Clearance cards issued by Sri Lanka's Bureau of Port Statistics, 1990–2001.",
    'Dataset Clearance cards',
    'Bureau of Port Statistics',
  );
  owned(
    'The Dock Board contributed a chapter to the Harbour Migration Report 2014, published by the Tide Office.',
    'Publication Harbour Migration Report 2014',
    'Tide Office',
  );
  it('but under whose programme something is done does not make that his', () =>
    reads('It was carried out by the Dock Board under the Harbour Programme.', 'Project Harbour Programme', {
      owner: [],
    }));
});

describe('owners: whose it is by who answers for it, and with whom', () => {
  const owned = (text: string, thing: string, ...owner: string[]): void => {
    it(text, () => reads(text, thing, { owner }));
  };
  owned(
    'Figures are stored in the Crew Movements Database, for which the Crew Division of the Dock Board is responsible.',
    'Dataset Crew Movements Database',
    'Crew Division',
  );
  owned(
    'The Dock Board is one of the four partners of the Joint Crew Programme (JCP), the others being the Tide Council, the Quay Bank and IOM.',
    'Project Joint Crew Programme',
    'Dock Board',
    'Tide Council',
    'Quay Bank',
    'IOM',
  );
  owned(
    'Returns are brought together by the Tide Council. For its World Crew Report 2013: Who Sails, the Dock Board relied on others.',
    'Publication World Crew Report 2013',
    'Dock Board',
  );
  owned(
    'International Maritime Organization (IMO)\n\nThe IMO Crew Statistics Database, maintained by the Crew Support Section, gives figures for 1999 to 2004.',
    'Dataset Crew Statistics Database',
    'Crew Support Section',
  );
  owned(
    "One can use the Syrian Crews Survey. Quay University's Centre for Tides, which owns the data, interviewed 1,920 crews in 2016.",
    'Dataset Syrian Crews Survey',
    'Centre for Tides',
  );
  owned(
    'Register Cards of Foreign Crews. The cards were kept by the Dock Board from 1946 until 1961.',
    'Dataset Register Cards of Foreign Crews',
    'Dock Board',
  );
  owned(
    'DOCK BOARD\n\nDock News\n\nWe have moved.\n\nMonthly numbers from the Tide Council\n\nThe Crew Register has been moved.\n\nSaying goodbye\n\nThe Quay Survey was taken in 2001 and 2003.',
    'Dataset Quay Survey',
  );
});

describe('owners: by the head of a text', () => {
  it('whose activities it tells of, whatever numbers its chapters have', () =>
    reads(
      'THIRD MEETING ON CREWS\nPopulation Division\nUnited Nations Secretariat\n\nACTIVITIES OF THE ECONOMIC COMMISSION FOR AFRICA IN THE FIELD OF CREWS\n\nA. BACKGROUND\n\nCrews move.\n\nB. DATA\n\nSince 2014 the Crew Register has covered Chad.\n',
      'Dataset Crew Register',
      { owner: ['ECONOMIC COMMISSION FOR AFRICA'] },
    ));
  it('a department over its ministry', () =>
    reads(
      'Department of Crews\nMinistry of Ports and Docks\n\nThe Department keeps boats.\n',
      'Unit Department of Crews',
      {
        owner: ['Ministry of Ports and Docks'],
      },
    ));
});
