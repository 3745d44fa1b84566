/** Tests the other ways to spell a name, and what two spellings of a title have in common. */
import { expect } from 'chai';
import { labelKey } from '../../src/extract/label-key.js';
import { spellings } from '../../src/extract/spellings.js';

describe('spellings of a name', () => {
  const are = (name: string, others: readonly string[]): void => {
    it(name, () => {
      expect(spellings(name)[0]).to.equal(name);
      expect(spellings(name)).to.have.members([name, ...others]);
    });
  };
  are('Quay Organization', ['Quay Organisation']);
  are('Quay Organisation', ['Quay Organization']);
  are('Organized Quays', ['Organised Quays']);
  are('Labour Board', ['Labor Board']);
  are('Labourers of quays', []);
  are('Quay Programme', ['Quay Program']);
  are('Quay Centre', ['Quay Center']);
  are('Quay Center', ['Quay Centre']);
  are('Centred Quays', []);
  are('United Nations Quay', ['UN Quay', 'U.N. Quay']);
  are('Quay of the United Nations ', []);
  are('Labour Organization Centre', [
    'Labor Organization Centre',
    'Labour Organisation Centre',
    'Labour Organization Center',
    'Labor Organisation Centre',
    'Labor Organization Center',
    'Labour Organisation Center',
    'Labor Organisation Center',
  ]);
});

describe('the key of a label', () => {
  for (const label of [
    'The Quay Register',
    'quay register',
    '“Quay – Register”',
    'A quay  register',
    'An QUAY-REGISTER',
  ])
    it(label, () => {
      expect(labelKey(label)).to.equal('quay register');
      expect(labelKey(label)).to.equal('quay register');
    });
  it('leaves an article within, and letters that begin like one', () => {
    expect(labelKey('Register of the Quay')).to.equal('register of the quay');
    expect(labelKey('Theatre Register')).to.equal('theatre register');
  });
});
