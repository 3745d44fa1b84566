/** Tests pages of a wiki: its marks are read as those of Markdown, and what is quoted stays as it stands in the file. */
import { expect } from 'chai';
import { parseNote } from '../../src/notes/read.js';
import { readWikiMarks } from '../../src/notes/wiki-marks.js';

const page = "== Boats ==\n\nThe '''Raft Survey''' and ''Rafts of Old''.\n\n# first\n# second\n";

describe('wiki marks', () => {
  it('become those of Markdown', () => {
    expect(readWikiMarks(page)?.text).to.equal(
      '## Boats ## \n\nThe **Raft Survey** and *Rafts of Old*.\n\n1. first\n1. second\n',
    );
  });
  it('of links leave the words, of categories nothing', () => {
    expect(readWikiMarks('= Boats =\n[[Dory|dories]] and [[Skiff]]\n[[Category:Boats]]')?.text).to.equal(
      '# Boats # \ndories and Skiff\n',
    );
  });
  it('are looked for on wiki pages alone', () => {
    expect(readWikiMarks("# Boats\n\nThe crews' ''rafts'' = boats, 1 == 1\n")).to.equal(undefined);
    expect(readWikiMarks('Boats\n=====\n\nMany.\n')).to.equal(undefined);
  });
  it('stand in the passages as in the file', () => {
    const { note } = parseNote('page.txt', page);
    expect(note.passages.map(({ text }) => text)[1]).to.equal("The '''Raft Survey''' and ''Rafts of Old''.");
    for (const { start, end, text } of note.passages) expect(note.text.slice(start, end)).to.equal(text);
  });
});

describe('wiki tables', () => {
  const cells = (text: string): string[][] =>
    parseNote('page.txt', text).blocks.flatMap(({ row }) =>
      row === undefined ? [] : [row.cells.map(({ start, end }) => row.words.slice(start, end))],
    );
  it('with the cells of a row in one line', () => {
    expect(cells('{| class="wikitable"\n! Boat !! Year\n|-\n| Dory || 1990\n|-\n| Skiff || 1991\n|}\n')).to.deep.equal([
      ['Boat', 'Year'],
      ['Dory', '1990'],
      ['Skiff', '1991'],
    ]);
  });
  it('with one cell a line, styles and a caption', () => {
    expect(cells('{|\n|+ Boats\n! Boat\n! Year\n|-\n| style="color:red" | Dory\n| 1990\n|}\n')).to.deep.equal([
      ['Boat', 'Year'],
      ['Dory', '1990'],
    ]);
  });
  it('but not one that is never closed', () => expect(cells('{|\n! Boat\n| Dory\n')).to.deep.equal([]));
});
