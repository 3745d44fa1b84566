/** Tests the lines a curator puts above a note: read when they are such, held to their forms only where that is asked for. */
import { expect } from 'chai';
import { splitFrontMatter } from '../../src/notes/front-matter.js';

const whole =
  '---\nsymbol: QS/1\ntitle: "Who holds what: a note"\ndate: 2004-11\npublisher: Dock Board\nurl: https://quay.example/1\nlicence: CC BY 4.0\nlanguage: en-GB\n---\nText.\n';

describe('front matter', () => {
  it('gives its fields, and the body with its start', () => {
    for (const strict of [true, false]) {
      const { frontMatter, body, bodyStart } = splitFrontMatter(whole, strict);
      expect(frontMatter).to.deep.equal({
        symbol: 'QS/1',
        title: 'Who holds what: a note',
        date: '2004-11',
        publisher: 'Dock Board',
        url: 'https://quay.example/1',
        licence: 'CC BY 4.0',
        language: 'en-GB',
      });
      expect(body).to.equal('Text.\n');
      expect(whole.slice(bodyStart)).to.equal(body);
    }
  });

  it('reads American spelling and passes over empty fields', () => {
    expect(splitFrontMatter('---\nlicense: CC0\n\ntitle:\n---\nText', true).frontMatter).to.deep.equal({
      licence: 'CC0',
    });
  });

  it('passes over what other programs nest in it, unless strict', () => {
    const text = '---\nlayout: page\n# by hand\ntitle: A\ntags:\n  - boats\n- rafts\nlast_seen: today\n---\nText.';
    expect(splitFrontMatter(text, false)).to.deep.equal({
      frontMatter: { title: 'A' },
      body: 'Text.',
      bodyStart: text.length - 5,
    });
    expect(() => splitFrontMatter(text, true)).to.throw('2: unknown field "layout"');
  });

  for (const [why, text] of [
    ['it opens with a list', '---\n- boats\n- rafts\n---\nText.'],
    ['there is none', 'Text.\nMore.'],
    ['it is never closed', '---\ntitle: A\nText.'],
    ['it does not open the file', '\n---\ntitle: A\n---\nText.'],
    ['prose stands between two rules', '---\nOnce upon a time there was a note.\n---\nText.'],
    ['it is longer than any', `---\n${'title: A\n'.repeat(41)}---\nText.`],
  ] as const)
    it(`is text where ${why}`, () => {
      for (const strict of [true, false])
        expect(splitFrontMatter(text, strict)).to.deep.equal({ frontMatter: {}, body: text, bodyStart: 0 });
    });

  for (const [field, reason] of [
    ['auteur: X', '3: unknown field "auteur"'],
    ['date: 3 May 2004', '3: date "3 May 2004" is not YYYY'],
    ['date: 2004-13', '3: date "2004-13" is not YYYY'],
    ['url: quay.example', '3: url "quay.example" is not an address'],
    ['url: https://quay.example/<a>', '3: url'],
    ['language: english, mostly', '3: language'],
  ] as const) {
    const text = `---\ntitle: A\n${field}\n---\nText.`;
    it(`refuses "${field}" when strict, and passes it over when not`, () => {
      expect(() => splitFrontMatter(text, true)).to.throw(reason);
      expect(splitFrontMatter(text, false).frontMatter).to.deep.equal({ title: 'A' });
    });
  }
});
