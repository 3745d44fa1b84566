/** Where a long text is cut: parts leave nothing out, and none begins inside a table or a paragraph. */
import { expect } from 'chai';
import { cutParts } from '../../src/notes/parts.js';

const cut = (text: string, size: number): string[] => {
  const bytes = Buffer.from(text);
  return cutParts(bytes, size).map(({ start, end }) => bytes.toString('utf8', start, end));
};
const paragraph = (n: number): string =>
  `Boat ${n} lay in the harbour – nobody counted it, and those who might have done so were at sea.\n\n`;
const paragraphs = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => paragraph(from + n)).join('');
const row = '| Oslo | 1990 |\n';

describe('parts of a long text', () => {
  it('are the whole text, each about as long as was asked for', () => {
    const text = paragraphs(0, 200);
    const parts = cut(text, 1000);
    expect(parts.join('')).to.equal(text);
    expect(parts.length).to.be.within(19, 28);
    for (const part of parts) expect(part).to.match(/^Boat \d/);
  });

  it('begin with the highest heading nearby, in files of either line end', () => {
    const text = `${paragraphs(0, 8)}### Fees\n\n${paragraph(0)}# Ports\n\n${paragraphs(0, 2)}## Crews\n\n${paragraphs(0, 30)}`;
    expect(cut(text, 1000)[1]).to.match(/^# Ports/);
    expect(cut(text.replaceAll('\n', '\r\n'), 1000)[1]).to.match(/^# Ports/);
  });

  it('begin with a line of its own rather than with a sentence', () => {
    expect(cut(`${paragraphs(0, 9)}Port registers\n\n${paragraphs(0, 30)}`, 1000)[1]).to.match(/^Port registers/);
  });

  it('begin no sooner than a table ends', () => {
    const parts = cut(`${paragraphs(0, 5)}| Port | Since |\n|---|---|\n${row.repeat(200)}\n${paragraphs(5, 60)}`, 1000);
    expect(parts[0]).to.match(/\| 1990 \|\n\n$/);
    expect(parts[1]).to.match(/^Boat 5 /);
  });

  it('are one where there is no place to cut', () => {
    for (const text of ['x'.repeat(5000), 'x\n'.repeat(2500), '- An item\n\n'.repeat(500), ''])
      expect(cut(text, 1000)).to.deep.equal([text]);
  });
});
