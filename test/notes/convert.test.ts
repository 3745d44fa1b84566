/** What becomes of a PDF and of a Word document: the words of their author, and nothing of the printer's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import JsZip from 'jszip';
import { writeMarkdown } from '../../src/notes/convert/html-markdown.js';
import { readDocument } from '../../src/notes/convert/read-document.js';
import { makeDocx, makePdf, makeZip, type SetLine } from './make-documents.js';

const folder = mkdtempSync(join(tmpdir(), 'migraph-documents-'));

/** Its text, or what is said of it. */
function read(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return readDocument(file, 1_000_000).then(
    ({ text }) => text,
    (error: Error) => error.message.replace(`${folder}/`, ''),
  );
}

/** Lines of prose from the top of a page. */
const prose = (from: number, ...lines: string[]): SetLine[] => lines.map((text, n) => ({ text, y: from - 14 * n }));

describe('a document', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('that is a text is read as it is', async () => {
    expect(await read('a.md', '# Waves\r\n\r\nAll *is* water.\r\n')).to.equal('# Waves\r\n\r\nAll *is* water.\r\n');
  });

  it('in PDF: paragraphs stay apart, large lines are headings, cut words are whole again', async () => {
    const text = await read(
      'a.pdf',
      makePdf([
        [
          { text: 'Arrivals at', y: 780, size: 18 },
          { text: 'the harbour', y: 758, size: 18 },
          ...prose(
            720,
            'The ministry keeps a register of inter-',
            'national arrivals, and the data-',
            'collection goes on.',
          ),
          ...prose(664, 'Its data-collection is old. It covers', '1990 to 1992.'),
        ],
      ]),
    );
    expect(text).to.equal(
      '# Arrivals at the harbour\n\nThe ministry keeps a register of international arrivals, and the data-collection goes on.\n\nIts data-collection is old. It covers\n1990 to 1992.\n',
    );
  });

  it('in PDF: running heads and page numbers go, the same words elsewhere stay', async () => {
    const page = (n: number): SetLine[] => [
      { text: `Ministry of Waves, report ${n}`, y: 810, size: 9 },
      ...prose(
        760,
        `Sentence ${n} runs over`,
        'two lines.',
        'Ministry of Waves, report 9',
        'is named here.',
        'So it is.',
      ),
      { text: `- ${n} -`, y: 30, size: 9 },
    ];
    const text = await read('b.pdf', makePdf([page(1), page(2), page(3)]));
    expect(text).not.to.match(/report [123]|- \d -/);
    expect(text.match(/report 9/g)).to.have.length(3);
  });

  it('in PDF: a sentence goes on over the page, and a column beside the other is a text of its own', async () => {
    const text = await read(
      'c.pdf',
      makePdf([
        [
          ...prose(700, 'The left column', 'says this'),
          ...prose(700, 'and the right one that.').map((line) => ({ ...line, x: 320 })),
        ],
        prose(780, 'It goes on here.'),
      ]),
    );
    expect(text).to.equal('The left column\nsays this\nand the right one that.\n\nIt goes on here.\n');
  });

  it('in Word: headings, lists, tables and emphasis are those of Markdown', async () => {
    const text = await read(
      'a.docx',
      makeDocx(
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Waves</w:t></w:r></w:p>' +
          '<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Pilot Book </w:t></w:r><w:r><w:t>of &lt;1990&gt; &amp; on.</w:t></w:r></w:p>' +
          '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Country</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Iceland</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
      ),
    );
    expect(text).to.equal(
      '# Waves\n\nThe *Pilot Book* of <1990> & on.\n\n| Country | Year |\n| --- | --- |\n| Iceland |  |\n',
    );
  });

  it('in Word: lists in lists keep their places', () => {
    const html =
      '<p>Of:</p><ul><li>one<ol><li>first</li><li>second</li></ol></li><li><strong> two</strong></li></ul><p>End</p>';
    expect(writeMarkdown(html)).to.equal('Of:\n\n- one\n  1. first\n  2. second\n- **two**\n\nEnd\n');
  });

  it('in Word: a document that unpacks to gigabytes is refused in one line, before they are there', async () => {
    const zip = new JsZip();
    const much = Buffer.alloc(80 * 2 ** 20, ' ');
    zip.file('word/document.xml', much, { compression: 'DEFLATE', compressionOptions: { level: 9 } });
    const bomb = await zip.generateAsync({ type: 'nodebuffer' });
    expect(bomb.length).to.be.below(200_000);
    const complaint = 'bomb.docx:1: unpacks to more than 64 MB; save it without its pictures, or as text';
    expect(await read('bomb.docx', bomb)).to.equal(complaint);
    // One that says that it is small is no smaller.
    const liar = Buffer.from(bomb);
    for (const mark of ['PK\x03\x04', 'PK\x01\x02']) {
      const at = liar.indexOf(Buffer.from(mark, 'latin1'));
      liar.writeUInt32LE(1000, at + (mark.endsWith('\x04') ? 22 : 24));
    }
    expect(await read('bomb.docx', liar)).to.equal(complaint);
  });

  const refused: readonly (readonly [name: string, bytes: Uint8Array | string, complaint: RegExp])[] = [
    ['torn.pdf', '%PDF-1.4 and then nothing', /^torn\.pdf:1: is damaged: no PDF can be made out$/],
    ['scan.pdf', makePdf([[]]), /^scan\.pdf:1: is a PDF without text, pictures of pages perhaps;/],
    ['zip.docx', makeZip({ 'a.txt': 'a' }), /^zip\.docx:1: is a ZIP file, but no Word document/],
    ['torn.docx', makeDocx('<w:p/>').subarray(0, 200), /^torn\.docx:1: is a ZIP file, but no Word document/],
    ['blank.docx', makeDocx('<w:p/>'), /^blank\.docx:1: is a Word document without text$/],
    ['binary.txt', 'a\0b', /^binary\.txt:1: holds a NUL byte/],
  ];
  for (const [name, bytes, complaint] of refused)
    it(`that cannot be read, ${name}, is told in one line`, async () => {
      expect(await read(name, bytes)).to.match(complaint);
    });
});
