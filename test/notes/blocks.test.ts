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
    expect(rows.map(({ header }) => header)).to.deep.equal(Array(3).fill(['Boat', 'Year']));
    expect(rows.map(({ cells = [] }) => cells.map(({ start, end }) => text.slice(start, end)))).to.deep.equal([
      ['Boat', 'Year'],
      ['Dory', '1990'],
      ['Skiff', ''],
    ]);
  });
  it('in plain columns: a cell goes to the column it stands under', () => {
    const text = 'Boat      Owner       Year\nDory      Ann         1990\nSkiff                 1991\n';
    const rows = splitBlocks(text, agencyLike);
    expect(rows.map(({ kind }) => kind)).to.deep.equal(['row', 'row', 'row']);
    expect(rows[2]?.cells?.map(({ start, end, column }) => `${column} ${text.slice(start, end)}`)).to.deep.equal([
      '0 Skiff',
      '2 1991',
    ]);
  });
  it('and not two columns of prose', () => {
    expect(blocksOf('One boat.  Two boats.\nThree boats.  Four boats.\nFive.  Six.')[0]).to.match(/^paragraph/);
  });
});

describe('blocks: footnotes, references and numbered paragraphs', () => {
  it('a footnote begins with its mark', () => {
    expect(blocksOf('¹ Boats of old.\n[2] Boats of late.\n[^3]: Boats.\n4/ Crews.\n')).to.deep.equal([
      'footnote | ¹ Boats of old.',
      'footnote | [2] Boats of late.',
      'footnote | [^3]: Boats.',
      'footnote | 4/ Crews.',
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
