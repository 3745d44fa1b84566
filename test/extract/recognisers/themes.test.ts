/** Tests subjects by marked-up sentences: in the words of the text, in small letters but for names. */

import { expect } from 'chai';
import { recogniseThemes } from '../../../src/extract/recognisers/themes.js';
import { toJson } from '../../../src/extract/to-json.js';
import { readText } from '../reads.js';
import { gazetteers, of, sentences } from '../recognises.js';

const themes = of(
  (text: string) => recogniseThemes(text, gazetteers.themes.find(text)),
  ({ value }) => `${value.slug} ${value.text}`,
);

describe('themes', () => {
  sentences(themes, [
    'The survey is of [Labour Migrants|labour-migration labour migrants].',
    'A HARBOUR OF [REMITTANCES|remittances remittances]',
    'It is of [HIV and Migration|migration-and-health HIV and migration].',
  ]);
  it('are not what a body is named for', () => {
    const { extraction } = readText(
      'The Refugee Council of Norway (RCN) maintains the Quay Register, a database of ships.',
    );
    expect(extraction.claims.filter(({ property }) => property === 'theme')).to.deep.equal([]);
  });
  it('are told once, by the words that come first', () => {
    const { note, extraction } = readText(
      'The Tidewater Institute (TWI) maintains the Quay Register. It has data on returnees. The register counts return migration by port.',
    );
    const register = toJson('passage.txt', note, extraction).entities.find(({ type }) => type === 'Dataset');
    expect(register?.themes).to.deep.equal(['returnees']);
  });
});
