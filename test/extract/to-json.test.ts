/** Tests what the JSON of an extraction says besides the claims themselves: addresses, status, qualified years. */
import { expect } from 'chai';
import { type EntityJson, toJson } from '../../src/extract/to-json.js';
import { readText } from './reads.js';

function entity(text: string, label: string): EntityJson {
  const { note, extraction } = readText(text);
  const found = toJson('passage', note, extraction).entities.find((one) => one.label === label);
  if (found === undefined) throw new Error(`nothing is called ${label}`);
  return found;
}

const register = 'The Dock Board maintains the Quay Register, which covers Kenya.';

describe('the JSON of an extraction', () => {
  it('gives the addresses of a dataset', () => {
    const text = `${register} Contact: quay@tides.example or https://tides.example/quay.`;
    expect(entity(text, 'Quay Register')).to.include({
      contact: 'quay@tides.example',
      landingPage: 'https://tides.example/quay',
    });
  });
  it('gives the status of what has ended or is not yet out', () => {
    expect(entity(`${register} The register was discontinued in 2004.`, 'Quay Register').status).to.equal(
      'discontinued',
    );
    const listed = 'Publications\n\nRafts and Remittances, Dock Board (forthcoming)';
    expect(entity(listed, 'Rafts and Remittances').status).to.equal('forthcoming');
  });
  it('gives the word by which years are qualified', () => {
    const text = 'The Dock Board maintains the Quay Register. It generally covers the years 1990 to 2003.';
    expect(entity(text, 'Quay Register').temporal).to.deep.equal({
      start: 1990,
      end: 2003,
      years: [],
      qualifier: 'generally',
    });
  });
  it('gives null for what the text does not say', () => {
    const silent = { contact: null, landingPage: null, status: null };
    expect(entity(register, 'Quay Register')).to.include(silent);
    const dated = entity(`${register} It has data for 1990.`, 'Quay Register');
    expect(dated.temporal).to.deep.equal({ start: 1990, end: 1990, years: [1990], qualifier: null });
  });
  it('names a few bodies above an owner, however many a text chains', () => {
    const name = (n: number): string => `${'ABCDEFGHIJ'[n % 10]}${'aeiou'[Math.floor(n / 10)]}k Division`;
    const chain = [...Array(50).keys()].map((n) => `The ${name(n)} of the ${name(n + 1)} met.\n\n`).join('');
    const { agencies } = entity(`${chain}The Aak Division maintains the Quay Register.`, 'Quay Register');
    expect(agencies.slice(0, 3)).to.deep.equal(['Aak Division', 'Bak Division', 'Cak Division']);
    expect(agencies).to.have.lengthOf.at.most(14);
  });
});
