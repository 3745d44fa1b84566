/** What the built graph claims can be found in the notes by a reader that shares nothing with the one that wrote it. */
import { join } from 'node:path';
import { expect } from 'chai';
import { migraph, temporaryFolder } from '../cli/run-migraph.js';
import { quoteFaults, textOf } from './check-quote.js';
import { claimTable, describeClaim, type Examined, examineClaims } from './examine.js';
import type { Claim } from './read-graph.js';
import { lookFor } from './see-value.js';

/** What is written out where it is said at all, in figures or names. The others may be told by other words. */
const literal =
  /^(?:temporal|issued|created|modified|startDate|endDate|title|alternative|altLabel|spatial|about|name|prefLabel|publisher|memberOf|.*Country|corridor|seriesNumber|identifier|count.*|breakdown)$/;

describe('the claims of the built graph', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  let examined: Examined[] = [];
  before(async () => {
    const { code, stderr } = await migraph(['build', '--out', folder]);
    expect(code, stderr).to.equal(0);
    examined = examineClaims(join(folder, 'graph.nq'));
  });

  it('are five hundred at least, each with quotes that stand in the note where they say', () => {
    expect(examined.length).to.be.at.least(500);
    expect(examined.flatMap(({ claim, faults }) => faults.map((fault) => `${claim.iri}: ${fault}`))).to.deep.equal([]);
  });
  it('say years, places, titles and numbers that are written in the sentence', () => {
    const unseen = examined.filter(
      ({ claim, sight }) => literal.test(claim.predicate) && !['seen', 'inferred'].includes(sight),
    );
    expect(unseen.map(describeClaim)).to.deep.equal([]);
  });
  it('can be seen in their sentence, or say what they are inferred from, but for few, which are listed', () => {
    const others = examined.filter(({ sight }) => sight === 'unseen' || sight === 'no rule');
    const list = `${claimTable(examined)}\n${others.map(describeClaim).join('\n')}`;
    expect(others.length / examined.length, list).to.be.below(0.04);
  });

  describe('are found wrong where they are', () => {
    const text = textOf('---\ntitle: A\n---\nIn 1985-87 😀 Sweden sent figures. More.\n');
    const claim: Claim = {
      iri: 'urn:claim',
      subject: { text: 'urn:s', isIri: true, labels: [], countries: [] },
      predicate: 'temporal',
      object: { text: 'urn:o', isIri: true, labels: [], countries: [], startYear: '1985', endYear: '1987' },
      attribution: 'Stated',
      quotes: [
        {
          iri: 'urn:note#char=0,33',
          note: 'urn:note',
          start: 0,
          end: 33,
          exact: 'In 1985-87 😀 Sweden sent figures.',
          prefix: '',
          suffix: ' More.\n',
        },
      ],
    };
    const [quote] = claim.quotes as [Claim['quotes'][number]];
    const texts = new Map([['urn:note', text]]);
    const look = (changed: Partial<Claim>): string => lookFor({ ...claim, ...changed }, new Map());

    it('by their quotes', () => {
      expect(quoteFaults(claim, texts)).to.deep.equal([]);
      const changes: Partial<typeof quote>[] = [
        { start: 1 },
        { exact: quote.exact.replace('S', 's') },
        { suffix: 'more' },
        { suffix: '' },
        { iri: 'urn:note#char=0,34' },
      ];
      for (const change of changes)
        expect(
          quoteFaults({ ...claim, quotes: [{ ...quote, ...change }] }, texts),
          JSON.stringify(change),
        ).to.have.length(1);
      expect(quoteFaults({ ...claim, quotes: [] }, texts)).to.have.length(1);
    });
    it('by what they say', () => {
      const place = { predicate: 'spatial', object: { ...claim.object, countries: ['SE'] } };
      expect(look({})).to.equal('seen');
      expect(look({ object: { ...claim.object, endYear: '1988' } })).to.equal('unseen');
      expect(look(place)).to.equal('seen');
      expect(look({ ...place, object: { ...claim.object, countries: ['CH'] } })).to.equal('unseen');
      expect(look({ predicate: 'title', object: { ...claim.object, text: 'Sweden sends' } })).to.equal('unseen');
      expect(look({ predicate: 'unheardOf' })).to.equal('no rule');
    });
  });
});
