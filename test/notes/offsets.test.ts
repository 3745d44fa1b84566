/** Tests that every passage stands where its offsets say, in the note and in the file, whatever the characters and line ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseNote, readNote } from '../../src/notes/read.js';

const matter = '---\ntitle: Boats\n---\n';
const text = [
  '# Boats 𝔅 and crews 🚢',
  'The\u00A0ﬂeet of the coast has har\u00ADbours. It’s ﬁne, says the e\u2010mail of the “Dock Board”.',
  'Les océans 𝕆𝕆 et les crews 👩‍🚀. Zero\u200Bwidth, and another sentence.',
  '| Boat | Year |\n|---|---|\n| 𝔇ory | 1990 |',
  '- one 🚣 boat\n- two boats',
].join('\n\n');
const forms: Readonly<Record<string, string>> = {
  LF: text,
  CRLF: text.replaceAll('\n', '\r\n'),
  CR: text.replaceAll('\n', '\r'),
  'mixed line ends': text.replace(/\n/g, (_, at: number) => (at % 2 === 0 ? '\r\n' : '\n')),
  'front matter': matter + text,
  'front matter and CRLF': (matter + text).replaceAll('\n', '\r\n'),
};

describe('offsets', () => {
  for (const [form, fileText] of Object.entries(forms))
    it(`with ${form}`, () => {
      const { note, quoteFromFile, reading, cuts } = parseNote('note.txt', fileText);
      expect(note.text).to.equal(text);
      expect(note.passages).to.have.length.above(8);
      note.passages.forEach((passage, n) => {
        expect(note.text.slice(passage.start, passage.end)).to.equal(passage.text);
        expect(passage.text).to.equal(passage.text.trim());
        expect(passage.text).to.not.match(/\p{Cs}/u);
        const quote = quoteFromFile(passage.start, passage.end);
        expect(fileText).to.contain(quote);
        expect(quote.replace(/\r\n?/g, '\n')).to.equal(passage.text);
        const cut = cuts[n];
        expect(reading.slice(cut?.start, cut?.end)).to.not.match(/[ﬂﬁ\u00AD\u00A0\u200B’\u2010]/u);
      });
    });

  it('are the same text and hash whatever the line ends', () => {
    const hashes = Object.values(forms).map((fileText) => parseNote('note.txt', fileText).note.sha256);
    expect(new Set(hashes).size).to.equal(1);
  });

  it('rise, and no passage overlaps the next', () => {
    const { passages } = parseNote('note.txt', text).note;
    for (const [n, passage] of passages.slice(1).entries()) expect(passage.start).to.be.at.least(passages[n]?.end ?? 0);
  });

  it('with a byte order mark in the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'migraph-'));
    try {
      const file = join(folder, 'Boats of Old.txt');
      writeFileSync(file, `\uFEFF${forms['front matter and CRLF']}`);
      const { note, quoteFromFile } = readNote(file, { strict: true });
      expect(note.text).to.equal(text);
      expect(note.slug).to.equal('boats-of-old');
      expect(note.frontMatter).to.deep.equal({ title: 'Boats' });
      for (const { start, end } of note.passages) expect(forms['CRLF']).to.contain(quoteFromFile(start, end));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
