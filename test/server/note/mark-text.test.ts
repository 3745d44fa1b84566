/** Texts cut where passages begin and end. */
import { expect } from 'chai';
import { markText, type Piece, type Span } from '../../../src/server/note/mark-text.js';

/** `a[b{c}]`: each span's text in brackets. */
const write = (pieces: readonly Piece<Span>[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `[${write(piece.pieces)}]`)).join('');

const span = (start: number, end: number): Span => ({ iri: `#char=${start},${end}`, start, end });
const mark = (text: string, spans: readonly Span[], window?: { start: number; end: number }): string =>
  write(markText(text, spans, window));

describe('markText', () => {
  it('marks passages where they stand, and those within others', () => {
    expect(mark('one two three', [])).to.equal('one two three');
    expect(mark('one two three', [span(0, 3), span(4, 13), span(8, 13)])).to.equal('[one] [two [three]]');
    expect(mark('one two three', [span(0, 13), span(0, 3)])).to.equal('[[one] two three]');
  });
  it('counts code points, as the graph does', () => {
    expect(mark('🌊🌊 two 🌊', [span(3, 6), span(7, 8)])).to.equal('🌊🌊 [two] [🌊]');
  });
  it('leaves out what crosses the end of another, and what is empty or beyond the text', () => {
    expect(mark('one two three', [span(0, 7), span(4, 13)])).to.equal('[one two] three');
    expect(mark('one', [span(1, 1), span(2, 9)])).to.equal('one');
  });
  it('gives a part of a long text', () => {
    expect(mark('one two three', [span(0, 3), span(4, 7), span(8, 13)], { start: 4, end: 8 })).to.equal('[two] ');
  });
  it('keeps every letter, whatever the spans', () => {
    const text = 'The harbour 🌊 office keeps a register.';
    for (let n = 0; n < 200; n += 1) {
      const spans = Array.from({ length: 6 }, (_, i) =>
        span((n * 7 + i * 11) % 30, ((n * 7 + i * 11) % 30) + ((n + i) % 9)),
      );
      spans.sort((a, b) => a.start - b.start || b.end - a.end);
      expect(mark(text, spans).replace(/[[\]]/g, ''), String(n)).to.equal(text);
    }
  });
});
