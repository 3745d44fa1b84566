/** Tests the lines a curator puts above a note: read when they are such, held to their forms only where that is asked for. */
import { expect } from 'chai';
import {
  type FrontMatterField,
  fieldFault,
  serialiseFrontMatter,
  splitFrontMatter,
} from '../../src/notes/front-matter.js';

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

describe('front matter as it is written', () => {
  it('has its fields in their order, on a line each, and none that is not stated', () => {
    expect(serialiseFrontMatter({ licence: ' CC0 ', title: 'Boats\n and crews', date: '', symbol: 'QS/1' })).to.equal(
      '---\nsymbol: QS/1\ntitle: Boats and crews\nlicence: CC0\n---\n',
    );
    expect(serialiseFrontMatter({})).to.equal('---\n---\n');
  });

  for (const title of [
    '"Boats"',
    "'Boats'",
    '"Boats" and "crews"',
    'The "Boats"',
    '"Boats" again',
    '"Boats\'',
    'Boats',
  ])
    it(`is read back as it was: ${title}`, () => {
      const text = `${serialiseFrontMatter({ title })}Text.`;
      expect(splitFrontMatter(text, true).frontMatter).to.deep.equal({ title });
    });
  it('has quotation marks of its own only where a value would lose them', () => {
    expect(serialiseFrontMatter({ title: 'The "Boats"' })).to.equal('---\ntitle: The "Boats"\n---\n');
  });
});

describe('a field of front matter', () => {
  const are = (field: FrontMatterField, good: readonly string[], bad: readonly string[]): void => {
    for (const value of good) it(`${field} ${value}`, () => expect(fieldFault(field, value)).to.equal(undefined));
    for (const value of bad) it(`no ${field}: ${value}`, () => expect(fieldFault(field, value)).to.be.a('string'));
  };
  are(
    'date',
    ['2004', '2004-12', '2004-10-31', '2004-01-09', '2004-02-20'],
    ['a 2004', '2004-00', '2004-1', '2004-13', '2004-01-00', '2004-01-32', '2004-01-40', '2004-01-01T00', '12004'],
  );
  are(
    'url',
    ['https://quay.example', 'HTTP://quay.example/a?b#c'],
    ['a https://quay.example', 'https://', 'https://quay example', 'https://quay.example/"', 'ftp://quay.example'],
  );
  are('language', ['en', 'pt-BR', 'zh-Hans-CN', 'DE'], ['e', 'english-', 'en_GB', '-en', 'en GB', 'abcdefghi']);
  are('title', ['x'], ['']);
});
