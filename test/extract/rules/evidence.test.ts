/** Tests what holds of every extraction: its passages are slices of the text, it is whole, and it is the same every time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { readText } from '../reads.js';

const folder = join(packageRoot, 'test', 'fixtures', 'notes');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

describe('evidence', () => {
  it('has texts to be tested on', () => expect(texts).to.have.length.above(1));

  for (const { file, text } of texts) {
    const { note, extraction } = readText(text);

    it(`${file}: every claim quotes the text, exactly`, () => {
      expect(extraction.claims).to.have.length.above(20);
      for (const { evidence } of extraction.claims) {
        expect(evidence.passages).to.have.length.above(0);
        expect(evidence.rule).to.match(/^[a-z][a-z-]+$/);
        for (const passage of evidence.passages) {
          expect(passage.text).to.have.length.above(0);
          expect(note.note.text.slice(passage.start, passage.end)).to.equal(passage.text);
          expect(text).to.contain(note.quoteFromFile(passage.start, passage.end));
        }
      }
    });

    it(`${file}: every entity has a label, a slug of its own, and is all that claims speak of`, () => {
      const keys = extraction.entities.map(({ type, slug }) => `${type} ${slug}`);
      expect(new Set(keys).size).to.equal(keys.length);
      for (const { subject, property, object } of extraction.claims) {
        expect(keys).to.include(`${subject.type} ${subject.slug}`);
        if (typeof object === 'object' && 'type' in object)
          expect(keys, property).to.include(`${object.type} ${object.slug}`);
      }
      for (const entity of extraction.entities)
        expect(
          extraction.claims.some((claim) => claim.property === 'label' && claim.subject === entity),
          entity.slug,
        ).to.equal(true);
    });

    it(`${file}: an inferred statement quotes its clue too`, () => {
      for (const { property, evidence } of extraction.claims)
        if (property === 'owner' && evidence.attribution === 'inferred')
          expect(evidence.passages).to.have.length.above(0);
    });

    it(`${file}: the same text gives the same claims`, () => {
      expect(readText(text).extraction).to.deep.equal(extraction);
    });
  }

  /** The quotes of what a text says of a thing. */
  const quotesOf = (text: string, label: string, property: string): string[] =>
    readText(text)
      .extraction.claims.filter((claim) => claim.subject.label === label && claim.property === property)
      .flatMap(({ evidence }) => evidence.passages.map((passage) => passage.text));

  it('of a name is a sentence that has it, though "the Bank" was read before', () => {
    const text =
      'The Bank is beginning to study labour mobility. The World Bank keeps the Harbour Database on migration.\n';
    expect(quotesOf(text, 'World Bank', 'label')).to.deep.equal([
      'The World Bank keeps the Harbour Database on migration.',
    ]);
  });
  it('of an owner is the sentence that states it, where the title stands alone above', () => {
    const text =
      'Quay Database\n\nIn 2002, UNODC/GPAT (Global Programme Against Trafficking in Persons) established a Quay Database on flows of trafficking in human beings.\n';
    expect(new Set(quotesOf(text, 'Quay Database', 'owner'))).to.deep.equal(
      new Set(text.split('\n').filter((line) => line !== '')),
    );
  });
  it('of a membership is the sentence that says of what, too', () => {
    const text =
      'The Global Migration Group (GMG) consists of 10 organizations that are actively involved:\n\nInternational Labour Organization (ILO)\n\nInternational Organization for Migration (IOM)\n';
    expect(quotesOf(text, 'International Labour Organization', 'memberOf')).to.deep.equal([
      'The Global Migration Group (GMG) consists of 10 organizations that are actively involved:',
      'International Labour Organization (ILO)',
    ]);
  });
});
