/** What was recognised and came to nothing, with the reason that a curator reads. */
import { expect } from 'chai';
import { createLedger } from '../../src/extract/ledger.js';
import { createDirectory } from '../../src/extract/organisations.js';
import { recognise } from '../../src/extract/recognisers/recognise.js';
import { createScanner } from '../../src/extract/recognisers/scan.js';
import { createRejections } from '../../src/extract/rejections.js';
import { parseNote } from '../../src/notes/read.js';
import { readText } from './reads.js';
import { gazetteers } from './recognises.js';

const rejected = (text: string): string[] =>
  readText(text).extraction.rejected.map(({ kind, text: words, reason }) => `${kind} ${words}: ${reason}`);

describe('what is made nothing of', () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    [
      'a year of foundation',
      'The UNHCR maintains a database of refugees. It was established in 1994. The data cover 1998 to 2004.',
      ['years 1994: read as the date it was founded'],
    ],
    [
      'a country that is left out',
      'The UNHCR maintains a database of refugees in Kenya and Uganda; Eritrea was excluded.',
      ['place Eritrea: the sentence leaves it out'],
    ],
    ['an acronym of several organisations', 'The figures were sent by INE last year.', ['organisation INE: may be ']],
    ['quoted words', 'They call it “the long way round” here.', []],
    [
      'a title of nothing',
      'Copies of *Tidings* are kept.',
      ['title *Tidings*: is set off in italics, but nothing says'],
    ],
    [
      'a year that was planned',
      'The UNHCR maintains a database of refugees. It has data for 1998; a further round was planned for 2004.',
      ['years 2004: is a year that was only planned'],
    ],
    [
      'a year without data',
      'The UNHCR maintains a database of refugees. It has data for 1998, and none for 2004.',
      ['years 2004: the sentence says that there are no data for it'],
    ],
    [
      'the year of a revision',
      'The UNHCR maintains a database of refugees. It has data for 1998 and follows the 2004 revision of the manual.',
      ['years 2004: is the year of what is named behind it'],
    ],
    [
      'a country that tells which body is meant',
      'The UNHCR maintains a database of refugees in Kenya, kept at the embassy of Uganda.',
      ['place Uganda: tells only which body or meeting is meant'],
    ],
    [
      'where something was printed',
      'The UNHCR maintains a database of refugees in Kenya, printed in Uganda.',
      ['place Uganda: is where something is or was done'],
    ],
    [
      'a body that met on no day',
      'The Working Group on Tides reviews the work.',
      ['name Working Group on Tides: is a body, and nothing says'],
    ],
    ['a city: no data cover one', 'The UNHCR maintains a database of refugees and keeps it in Geneva.', []],
    ['years outside data', 'The weather of 1998 was bad in Kenya.', []],
  ];
  for (const [what, text, expected] of cases)
    it(`is told: ${what}`, () => {
      const found = rejected(text);
      expect(found.map((line, n) => line.slice(0, expected[n]?.length))).to.deep.equal(expected);
    });

  it('stands where it says, astral characters and all', () => {
    const { note, extraction } = readText('🌊 The UNHCR maintains a database of refugees. It was set up in 1994.');
    const [{ start, end, text, passage } = { start: 0, end: 0, text: 'nothing', passage: undefined }] =
      extraction.rejected;
    expect(note.note.text.slice(start, end)).to.equal(text).and.to.equal('1994');
    expect(passage?.text).to.equal('It was set up in 1994.');
  });

  it('has the reason that a rule gave', () => {
    const note = parseNote('note.txt', 'Copies of *Tidings* and *Soundings* are kept.');
    const [passage] = note.note.passages;
    const [block] = note.blocks;
    if (passage === undefined || block === undefined) throw new Error('no passage');
    const reading = recognise({
      scan: createScanner(gazetteers)(passage.text),
      directory: createDirectory(gazetteers),
    });
    const [mention] = reading.mentions;
    const rejections = createRejections();
    if (mention !== undefined) rejections.reject(mention, 'is a newsletter of the pilots');
    rejections.look({ passage, reading, block, taken: [], garbled: false, cut: false }, []);
    const reasons = rejections.settle(createLedger()).map(({ reason }) => reason);
    expect(reasons).to.have.length(2);
    expect(reasons[0]).to.equal('is a newsletter of the pilots');
    expect(reasons[1]).to.match(/^is set off in italics/);
  });
});
