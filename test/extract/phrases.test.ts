/** Tests the search for many phrases at once: what is a word, which differences count, and that its time is linear. */
import { expect } from 'chai';
import { phraseKey } from '../../src/extract/phrase-tokens.js';
import { buildPhrases } from '../../src/extract/phrases.js';

/** The stretches found for one phrase, as the text spells them. */
function finds(phrase: string, text: string, matchCase = true): string[] {
  const phrases = buildPhrases([{ phrase, value: phrase, matchCase }]);
  return phrases.find(text).map(({ start, end }) => text.slice(start, end));
}

function findsAll(phrases: readonly string[], text: string): string[] {
  const all = buildPhrases(phrases.map((phrase) => ({ phrase, value: phrase, matchCase: true })));
  return all.find(text).map(({ start, end }) => text.slice(start, end));
}

describe('phrases: what is found', () => {
  it('finds whole words only', () => {
    expect(finds('Niger', 'Niger, Nigeria, Nigerien, XNiger, Niger2')).to.deep.equal(['Niger']);
    expect(finds('Mali', 'Malië, Somalia, Mali.')).to.deep.equal(['Mali']);
  });

  it('prefers the longest, and takes up where it ended', () => {
    const names = ['Guinea', 'Guinea-Bissau', 'Papua New Guinea', 'Equatorial Guinea'];
    const text = 'Papua New Guinea, Guinea-Bissau, Equatorial Guinea, Guinea, New Guinea-Bissau';
    const found = ['Papua New Guinea', 'Guinea-Bissau', 'Equatorial Guinea', 'Guinea', 'Guinea-Bissau'];
    expect(findsAll(names, text)).to.deep.equal(found);
  });

  it('falls back to the shorter phrase where the longer one breaks off', () => {
    expect(
      findsAll(['United Nations', 'United Nations Population Fund'], 'United Nations Population Day'),
    ).to.deep.equal(['United Nations']);
    expect(findsAll(['a b c d', 'b c'], 'a b c e')).to.deep.equal(['b c']);
  });

  it('leaves a possessive outside', () => {
    expect(finds('Albania', "Albania’s plan, Albania's plan")).to.deep.equal(['Albania', 'Albania']);
    expect(finds('ILO', "the ILO's work")).to.deep.equal(['ILO']);
  });

  it('takes both ends of a pair', () => {
    expect(findsAll(['Brazil', 'Japan'], '(Brazil-Japan, Brazil–Japan)')).to.have.length(4);
  });

  it('gives all values of a phrase, each once, in the order of the entries', () => {
    const entry = (value: string) => ({ phrase: 'INE', value, matchCase: true });
    const [found] = buildPhrases([entry('Chile'), entry('Spain'), entry('Chile')]).find('the INE');
    expect(found).to.deep.equal({ start: 4, end: 7, values: ['Chile', 'Spain'] });
  });

  it('finds what begins with a sign that is a word as well', () => {
    expect(findsAll(['and Sons', 'Sons'], 'Quay & Sons, Quay and Sons')).to.deep.equal(['& Sons', 'and Sons']);
  });

  it('finds a word behind another that is longer than any word', () => {
    const word = 'x'.repeat(120);
    expect(finds(`Quay ${word}`, `the Quay ${word}.`)).to.deep.equal([`Quay ${word}`]);
  });

  it('finds nothing in an empty text and ignores an empty phrase', () => {
    expect(finds('Mali', '')).to.deep.equal([]);
    expect(finds(' ', 'a b')).to.deep.equal([]);
  });
});

describe('phrases: which differences count', () => {
  it('accents, apostrophes, hyphens and & do not', () => {
    for (const spelling of ["Cote d'Ivoire", 'Côte d’Ivoire', 'Co\u0302te d‘Ivoire', 'CÔTE D’IVOIRE'])
      expect(finds("Côte d'Ivoire", `In ${spelling}, too`), spelling).to.deep.equal([spelling]);
    expect(finds('Guinea-Bissau', 'Guinea–Bissau Guinea‑Bissau')).to.have.length(2);
    expect(finds('Trinidad and Tobago', 'Trinidad & Tobago')).to.have.length(1);
    expect(finds('Social Office', 'So\u00ADcial O\uFB03ce')).to.have.length(1);
  });

  it('white space does not, but a blank line parts', () => {
    expect(finds('New Zealand', 'New\nZealand, New \u00A0 Zealand, New\r\n  Zealand')).to.have.length(3);
    expect(finds('New Zealand', 'New\n\nZealand, New\r\n \r\nZealand')).to.deep.equal([]);
    expect(finds('New Zealand', 'NewZealand New-Zealand New, Zealand')).to.deep.equal([]);
  });

  it('capitals do where the phrase asks for them', () => {
    expect(finds('Turkey', 'turkey, Turkey, TURKEY, TurKey, tURKEY')).to.deep.equal(['Turkey', 'TURKEY']);
    expect(finds('US', 'us, Us, US, uS')).to.deep.equal(['US']);
    expect(finds('the Bank', 'the bank, the Bank, The Bank, THE BANK')).to.deep.equal([
      'the Bank',
      'The Bank',
      'THE BANK',
    ]);
    expect(finds('Republic of Korea', 'Republic Of Korea, republic of Korea')).to.deep.equal(['Republic Of Korea']);
    expect(finds('OECD countries', 'oecd countries, OECD Countries')).to.deep.equal(['OECD Countries']);
  });

  it('capitals do not where the phrase does not', () => {
    expect(finds('brain drain', 'Brain Drain, BRAIN drain', false)).to.have.length(2);
  });

  it('a letter of another kind does', () => {
    expect(finds('Oman', 'Oмan')).to.deep.equal([]);
  });
});

describe('phrases: offsets and scripts', () => {
  it('counts UTF-16 units of the text as given', () => {
    const text = '😀 ﬁnds Re\u0301union';
    expect(buildPhrases([{ phrase: 'Réunion', value: 1, matchCase: true }]).find(text)).to.deep.equal([
      { start: 8, end: 16, values: [1] },
    ]);
  });

  it('finds Chinese names inside a run of characters, other scripts as words', () => {
    expect(finds('肯尼亚', '在肯尼亚的移民')).to.deep.equal(['肯尼亚']);
    expect(finds('Кения', 'Кения, Кениям')).to.deep.equal(['Кения']);
    expect(finds('كينيا', 'في كينيا')).to.deep.equal(['كينيا']);
  });

  it('keys are equal for phrases that are found alike', () => {
    expect(phraseKey('Côte d’Ivoire')).to.equal(phraseKey(" COTE  D'IVOIRE "));
    expect(phraseKey('Viet Nam')).not.to.equal(phraseKey('Vietnam'));
  });

  it('reads a word of millions of letters', () => {
    expect(finds('Mali', `${'é'.repeat(3_000_000)} Mali`)).to.deep.equal(['Mali']);
    expect(finds('Mali', `${'a'.repeat(3_000_000)}é Mali`)).to.deep.equal(['Mali']);
  });
});

describe('phrases: time', () => {
  const phrases = buildPhrases(
    ['United Nations', 'United Nations United Nations Fund', 'A A A A A A B', 'a-b', '中国 人', "d'Ivoire"].map(
      (phrase) => ({
        phrase,
        value: phrase,
        matchCase: false,
      }),
    ),
  );
  const milliseconds = (text: string): number => {
    const start = performance.now();
    phrases.find(text);
    return performance.now() - start;
  };
  const best = (text: string): number => Math.min(milliseconds(text), milliseconds(text), milliseconds(text));

  for (const [name, unit] of Object.entries({
    prose: 'Data on the stock of migrants are held by the United Nations. ',
    'broken phrases': 'United Nations United Nations ',
    capitals: 'A ',
    'one long accented word': 'é',
    spaces: ' ',
    marks: '“[(*',
    hyphens: 'a-',
    'Chinese characters': '中国',
    'soft hyphens': 'a\u00AD',
  })) {
    it(`is linear in ${name}`, function () {
      this.timeout(60_000);
      this.retries(2); // another process may take the processor just then
      let size = 50_000;
      while (milliseconds(unit.repeat(size)) < 130) size *= 2;
      const ratio = best(unit.repeat(2 * size)) / best(unit.repeat(size));
      expect(ratio, `t(2n)/t(n) at ${size}`).to.be.at.most(2.5);
    });
  }
});
