/** Tests the blocks of a text: headings of every style, lists with and without bullets, tables, footnotes, references. */
import { expect } from 'chai';
import { type Block, splitBlocks } from '../../src/notes/blocks.js';

const agencyLike = (line: string): boolean => line.startsWith('Dock Board');

/** `kind` or `heading:style:level`, then the words. */
function show(text: string, { kind, style, level, start, end }: Block): string {
  const what = kind === 'heading' ? `heading ${style} ${level}` : kind;
  return `${what} | ${text.slice(start, end)}`;
}

const blocksOf = (text: string): string[] => splitBlocks(text, agencyLike).map((block) => show(text, block));
/** The words of every cell, row by row. */
const cellsOf = (text: string): string[][] =>
  splitBlocks(text, agencyLike).flatMap(({ row }) =>
    row === undefined ? [] : [row.cells.map(({ start, end }) => row.words.slice(start, end))],
  );
const prose = 'For many years the boats of the coast have been counted by their own crews, in summer and in winter.';

describe('blocks: headings', () => {
  const heads = (text: string, heading: string): void => {
    it(JSON.stringify(text), () =>
      expect(blocksOf(`${text}\n\n${prose}\n`)).to.deep.equal([heading, `paragraph | ${prose}`]),
    );
  };
  heads('# Boats', 'heading markdown 1 | Boats');
  heads('### Boats of old ###', 'heading markdown 3 | Boats of old');
  heads('Boats\n=====', 'heading underlined 1 | Boats');
  heads('Boats\n-----', 'heading underlined 2 | Boats');
  heads('1. Boats and crews', 'heading numbered 1 | Boats and crews');
  heads('2.3 Boats and crews', 'heading numbered 2 | Boats and crews');
  heads('IV. Boats and crews', 'heading numbered 1 | Boats and crews');
  heads('A. Boats and crews', 'heading numbered 1 | Boats and crews');
  heads('**Boats and crews**', 'heading bold 0 | Boats and crews');
  heads('__Boats and crews__', 'heading bold 0 | Boats and crews');
  heads('**Boats\nand crews**', 'heading bold 0 | Boats\nand crews');
  heads('BOATS AND CREWS', 'heading capitals 0 | BOATS AND CREWS');
  heads('Boats and crews', 'heading plain 0 | Boats and crews');
  heads('What is in the folder', 'heading plain 0 | What is in the folder');
});

describe('blocks: what is no heading', () => {
  const plain = (text: string): void => {
    it(JSON.stringify(text), () => expect(blocksOf(`${text}\n\n${prose}\n`)[0]).to.match(/^paragraph/));
  };
  plain('Boats are many.');
  plain('3 November 2004');
  plain('QS/2004/7');
  plain('*Boats and Crews* (2004)');
  plain('Boats, crews, 1999,');
  plain('the boats and crews');
  plain('#hashtag of boats.');
  plain('12. The boats of the coast are counted by the cre');
  it('a line at the end, with nothing beneath', () => expect(blocksOf(`${prose}\n\nBoats`)[1]).to.match(/^paragraph/));
});

describe('blocks: lists', () => {
  it('with bullets, numbers and letters', () => {
    expect(blocksOf('- one boat\n* two boats\n• three boats\n(a) four boats\n5) five boats\n')).to.deep.equal(
      ['one boat', 'two boats', 'three boats', 'four boats', 'five boats'].map((item) => `item | ${item}`),
    );
  });
  it('whose items run over lines', () => {
    expect(blocksOf('- one boat\n  of many\n- two')).to.deep.equal(['item | one boat\n  of many', 'item | two']);
  });
  it('without bullets, after a sentence that opens them', () => {
    expect(
      blocksOf(`${prose} They include the following:\n\nOne boat\n\nTwo boats\n\nThree boats\n\n${prose}`),
    ).to.deep.equal([
      `paragraph | ${prose} They include the following:`,
      'item | One boat',
      'item | Two boats',
      'item | Three boats',
      `paragraph | ${prose}`,
    ]);
  });
  it('which the name of an organisation ends', () => {
    expect(blocksOf(`${prose} These are:\n\nOne boat\n\nTwo boats\n\nDock Board\n\n${prose}`)[3]).to.equal(
      'heading plain 0 | Dock Board',
    );
  });
});

describe('blocks: tables', () => {
  it('in Markdown: the first row is the header, the cells know their columns', () => {
    const text = '| Boat | Year |\n|---|---|\n| Dory | 1990 |\n| Skiff | |\n';
    const rows = splitBlocks(text, agencyLike);
    expect(rows.map(({ kind, level }) => `${kind} ${level}`)).to.deep.equal(['row 1', 'row 0', 'row 0']);
    expect(rows.map(({ row }) => row?.header)).to.deep.equal(Array(3).fill(['Boat', 'Year']));
    expect(cellsOf(text)).to.deep.equal([
      ['Boat', 'Year'],
      ['Dory', '1990'],
      ['Skiff', ''],
    ]);
  });
  it('in plain columns: a cell goes to the column it stands under', () => {
    const text = 'Boat      Owner       Year\nDory      Ann         1990\nSkiff                 1991\n';
    const rows = splitBlocks(text, agencyLike);
    expect(rows.map(({ kind }) => kind)).to.deep.equal(['row', 'row', 'row']);
    expect(cellsOf(text)[2]).to.deep.equal(['Skiff', '', '1991']);
  });
  it('and not two columns of prose', () => {
    expect(blocksOf('One boat.  Two boats.\nThree boats.  Four boats.\nFive.  Six.')[0]).to.match(/^paragraph/);
  });
  it('right behind the line that announces it', () => {
    const text = 'The boats:\nBoat      Owner\n--------  --------\nDory      Ann\n';
    expect(blocksOf(text)[0]).to.equal('paragraph | The boats:');
    expect(cellsOf(text)[1]).to.deep.equal(['Dory', 'Ann']);
  });
  it('by tabs, empty cells and all', () => {
    expect(cellsOf('Boat\tOwner\tYear\nDory\t\t1990\nSkiff\tAnn\t1991\n')).to.deep.equal([
      ['Boat', 'Owner', 'Year'],
      ['Dory', '', '1990'],
      ['Skiff', 'Ann', '1991'],
    ]);
  });
  it('by semicolons, or by commas with quotation marks', () => {
    expect(cellsOf('boat;owner;year\nDory;;1990\n')[1]).to.deep.equal(['Dory', '', '1990']);
    expect(cellsOf('boat,owner,year\n"Dory, old","Ann","1990"\nSkiff,Ann,1991\n').slice(1)).to.deep.equal([
      ['Dory, old', 'Ann', '1990'],
      ['Skiff', 'Ann', '1991'],
    ]);
  });
  it('and not a sentence with semicolons or commas', () => {
    expect(blocksOf('Boats; rafts; dories;\nand many more; as ever; of old.')[0]).to.match(/^paragraph/);
    expect(blocksOf('Boats, rafts, dories,\nskiffs, crews, quays,\nports and piers, all counted.')[0]).to.match(
      /^paragraph/,
    );
  });
  it('as entries between dashes, one a line', () => {
    expect(blocksOf('Dory Roll — Ann — 1990\nSkiff Roll — Ben — 1991–1995\n')).to.deep.equal([
      'item | Dory Roll — Ann — 1990',
      'item | Skiff Roll — Ben — 1991–1995',
    ]);
  });
  it('in a grid whose cells are wrapped', () => {
    const grid =
      '+------+-------+\n| Boat | Owner |\n+======+=======+\n| Old  | Ann   |\n| Dory |       |\n+------+-------+\n';
    expect(cellsOf(grid)).to.deep.equal([
      ['Boat', 'Owner'],
      ['Old Dory', 'Ann'],
    ]);
  });
  it('between two bars over a ruler', () => {
    expect(cellsOf('Boat | Year\n-----|-----\nDory | 1990\n')[1]).to.deep.equal(['Dory', '1990']);
  });
});

describe('blocks: cells of columns that run over several lines', () => {
  const table = (rows: string): string[][] =>
    cellsOf(
      `Port       Register              Kept by             Years\n---------  --------------------  ------------------  ----------\n${rows}`,
    ).slice(1);
  it('where the next word would not have fitted in', () => {
    expect(
      table(
        'North Bay  Roll of the Boats of  Harbour Office of   1990, 1995\n' +
          '           the Outer Islands     the Northern Bay\n' +
          'South Bay  Roll of Crews         Dock Board          2001\n',
      ),
    ).to.deep.equal([
      ['North Bay', 'Roll of the Boats of the Outer Islands', 'Harbour Office of the Northern Bay', '1990, 1995'],
      ['South Bay', 'Roll of Crews', 'Dock Board', '2001'],
    ]);
  });
  it('where the line above ends with a comma, or the next is set in', () => {
    expect(
      table(
        'North Bay  Roll of Boats,        Dock Board          1990\n           outer part\nSouth      Crews                 Dock Board          2001\n  Bay\n',
      ),
    ).to.deep.equal([
      ['North Bay', 'Roll of Boats, outer part', 'Dock Board', '1990'],
      ['South Bay', 'Crews', 'Dock Board', '2001'],
    ]);
  });
  it('and the cells behind a long name beside its second line', () =>
    expect(
      cellsOf(
        'Port        Survey                     Office   Years\nNorth Bay   Survey of Boats and Crews\n            Abroad                     Board    1990-1995\nSouth Bay   Raft Survey                Board    1991\n',
      ),
    ).to.deep.include(['North Bay', 'Survey of Boats and Crews Abroad', 'Board', '1990-1995']));
  it('but a row under an empty first cell is a row', () => {
    expect(
      table(
        'North Bay  Roll of Boats         Dock Board          1990\n           Roll of Crews         Ferry Office        2001\n',
      ),
    ).to.deep.equal([
      ['North Bay', 'Roll of Boats', 'Dock Board', '1990'],
      ['North Bay', 'Roll of Crews', 'Ferry Office', '2001'],
    ]);
  });
  it('and rows may be set apart by blank lines', () => {
    expect(
      table(
        'North Bay  Roll of Boats         Dock Board          1990\n\nSouth Bay  Roll of Crews         Dock Board          2001\n\nWest Bay   Roll of Nets          Dock Board          2002\n',
      ),
    ).to.have.length(3);
  });
});

describe('blocks: cells that say what stands above them', () => {
  const rows = (second: string): string[] | undefined =>
    cellsOf(`| Port | Register | Year |\n|---|---|---|\n| North Bay | Boats | 1990 |\n| ${second} |\n`)[2];
  for (const mark of ['"', '″', "''", 'ditto', 'do.', 'same', 'as above', '– " –'])
    it(mark, () => expect(rows(`${mark} | Crews | 1991`)).to.deep.equal(['North Bay', 'Crews', '1991']));
  it('an empty first cell', () => expect(rows(' | Crews | 1991')).to.deep.equal(['North Bay', 'Crews', '1991']));
  it('an empty cell further on says nothing', () =>
    expect(rows('South Bay | Crews | ')).to.deep.equal(['South Bay', 'Crews', '']));
  it('a dash says nothing', () => expect(rows('– | Crews | 1991')).to.deep.equal(['–', 'Crews', '1991']));
  it('the name of a group takes over nothing', () => expect(rows(' | Crews | ')).to.deep.equal(['', 'Crews', '']));
});

describe('blocks: runs of lines without a blank one', () => {
  const paragraphs = (text: string, ...parts: string[]): void => {
    it(JSON.stringify(text.slice(0, 60)), () =>
      expect(blocksOf(text)).to.deep.equal(parts.map((part) => (/ \| /.test(part) ? part : `paragraph | ${part}`))),
    );
  };
  const wrapped = `${prose.slice(0, 51)}\n${prose.slice(52)}\n\n`;
  paragraphs(
    'Title: Boats\nOwner: Ann\nNotes: Many boats\nof old',
    'Title: Boats',
    'Owner: Ann',
    'Notes: Many boats\nof old',
  );
  paragraphs('**Record 6** (new)\nTitle: Boats\nOwner: Ann', '**Record 6** (new)', 'Title: Boats', 'Owner: Ann');
  paragraphs('**Title:** Boats\n**Owner:** Ann', '**Title:** Boats', '**Owner:** Ann');
  paragraphs(
    '   No. 5   Boats of the\n           Coast\n   No. 6   Crews',
    'item | No. 5   Boats of the\n           Coast',
    'item | No. 6   Crews',
  );
  paragraphs(
    '6.1 Boats. Port, 1957.\n6.2 Crews. Port, 1961.',
    'item | Boats. Port, 1957.',
    'item | Crews. Port, 1961.',
  );
  paragraphs('3.1  Boat File. One row a boat.', 'Boat File. One row a boat.');
  paragraphs(
    'Ann, B. Boats of the\n    coast. 2001.\nCid, D. Crews. 2002.',
    'Ann, B. Boats of the\n    coast. 2001.',
    'Cid, D. Crews. 2002.',
  );
  paragraphs(
    `${wrapped}The boats were counted in the ports of Kenya and of\nUganda.`,
    wrapped.trim(),
    'The boats were counted in the ports of Kenya and of\nUganda.',
  );
});

describe('blocks: footnotes, references and numbered paragraphs', () => {
  it('a footnote begins with its mark', () => {
    expect(blocksOf('Rafts [2, 3].\n\n¹ Boats of old.\n[2] Boats of late.\n[^3]: Boats.\n4/ Crews.\n')).to.deep.equal([
      'paragraph | Rafts [2, 3].',
      'footnote | ¹ Boats of old.',
      'footnote | [2] Boats of late.',
      'footnote | [^3]: Boats.',
      'footnote | 4/ Crews.',
    ]);
  });
  it('a number in brackets that the text does not point to begins an item', () => {
    expect(blocksOf('Rafts and boats:\n\n[1] Boats of old.\n[2] Boats of late.\n')).to.deep.equal([
      'paragraph | Rafts and boats:',
      'item | Boats of old.',
      'item | Boats of late.',
    ]);
  });
  it('every reference of a list is a paragraph of its own', () => {
    const references = ['Ann, B. (2001). Boats.', 'Cid, D. (2002). Crews.', 'Eve, F. (2003). Rafts.'];
    expect(blocksOf(references.join('\n'))).to.deep.equal(references.map((line) => `paragraph | ${line}`));
  });
  it('a numbered paragraph is prose, its number left out', () => {
    expect(blocksOf(`12. ${prose}\n\n13. ${prose}`)).to.deep.equal([`paragraph | ${prose}`, `paragraph | ${prose}`]);
  });
  it('rules and fences are nothing', () => {
    expect(blocksOf(`***\n\n${prose}\n\n~~~\n`)).to.deep.equal([`paragraph | ${prose}`]);
  });
  it('nothing gives no blocks', () => expect(blocksOf('\n \n\t\n')).to.deep.equal([]));
});

describe('blocks: questions and their answers', () => {
  const form = (question: string, answer: string): string[] =>
    blocksOf(`${prose}\n\n${question}\n${answer}\n`).slice(1);
  it('a question heads what stands beneath', () =>
    expect(form('4. Who counts the boats?', 'The Dock Board.')).to.deep.equal([
      'heading plain 0 | Who counts the boats?',
      'paragraph | The Dock Board.',
    ]));
  it('and a list', () =>
    expect(form('5. Which counts are there?', '(a) By day.\n(b) By night.')).to.deep.equal([
      'heading plain 0 | Which counts are there?',
      'item | By day.',
      'item | By night.',
    ]));
  it('so does a title that breaks off', () =>
    expect(form('6. Boats abroad', 'They are not counted.')[0]).to.equal('heading plain 0 | Boats abroad'));
  it('but no line that goes on', () =>
    expect(
      form('7. The Board counts boats', 'and rafts, in summer and in winter, as it has always done.'),
    ).to.deep.equal(['item | The Board counts boats\nand rafts, in summer and in winter, as it has always done.']));
});

describe('blocks: a short line right above prose or items is their heading', () => {
  it('above prose', () =>
    expect(blocksOf(`${prose}\n\nRetired\n${prose}\n`).slice(1)).to.deep.equal([
      'heading plain 0 | Retired',
      `paragraph | ${prose}`,
    ]));
  it('above items', () =>
    expect(blocksOf(`${prose}\n\nBoats abroad\n* one\n* two\n`)[1]).to.equal('heading plain 0 | Boats abroad'));
  it('but no letterhead', () =>
    expect(blocksOf(`Dock Board\nQuay 3, Lima\n\n${prose}`)[0]).to.match(/^paragraph \| Dock Board/));
  it('and no line that the next goes on with', () =>
    expect(
      blocksOf(
        `${prose}\n\nBoats of the coast\nand of the rivers are counted by their own crews, in summer and in winter.\n`,
      )[1],
    ).to.match(/^paragraph/));
});

describe('blocks: numbers that open titles, and notes under a table', () => {
  it('a number set apart opens an entry', () =>
    expect(blocksOf(' 41  Boats of Old (1990)\n 42  Rafts of Old (1991)\n')).to.deep.equal([
      'item | 41  Boats of Old (1990)',
      'item | 42  Rafts of Old (1991)',
    ]));
  it('a header that begins with "No."', () =>
    expect(
      cellsOf(
        'No.  Survey         Office\n---  -------------  ----------\n 1   Quay Survey    Dock Board\n 2   Raft Survey    Ferry Board\n',
      )[0],
    ).to.deep.equal(['No.', 'Survey', 'Office']));
  it('letters beneath a table are marks of notes', () =>
    expect(blocksOf('| Survey | Years |\n|---|---|\n| Quay (a) | 1990 |\n\nNotes\n\n(a) In Kenya.\n').at(-1)).to.equal(
      'footnote | (a) In Kenya.',
    ));
  it('elsewhere they open items', () =>
    expect(blocksOf(`${prose}\n\n(a) In Kenya.\n(b) In Chile.\n`).at(-1)).to.equal('item | In Chile.'));
});

describe('blocks: a list with bullets', () => {
  it('has none without: the line behind it is a heading', () =>
    expect(
      blocksOf(
        `It has helped with several inquiries:\n\n- the Crew Survey of the coast;\n- the Raft Survey.\n\nTide Agency for Boats (TAB)\n\n${prose}\n`,
      ),
    ).to.deep.equal([
      'paragraph | It has helped with several inquiries:',
      'item | the Crew Survey of the coast;',
      'item | the Raft Survey.',
      'heading plain 0 | Tide Agency for Boats (TAB)',
      `paragraph | ${prose}`,
    ]));
});
