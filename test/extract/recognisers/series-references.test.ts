/** Tests series and numbers behind and before a title: "name | number", a dash where there is none. */
import { expect } from 'chai';
import { parseSeriesInFront, parseSeriesReference } from '../../../src/extract/recognisers/series-references.js';

const shown = (found: ReturnType<typeof parseSeriesReference>): string | undefined =>
  found === undefined ? undefined : `${found.name ?? '-'} | ${found.number ?? '-'}`;

describe('series: behind a title', () => {
  const behind = (words: string, expected: string | undefined): void => {
    it(words, () => expect(shown(parseSeriesReference(words))).to.equal(expected));
  };
  behind(' (Harbour Papers 12)', 'Harbour Papers | 12');
  behind(' (Harbour Papers, No. 12)', 'Harbour Papers | 12');
  behind('. Tidal Research Briefs 3. Oslo.', 'Tidal Research Briefs | 3');
  behind(', Technical Report 2019/04, Oslo', 'Technical Report | 2019/04');
  behind(', Tidal Series B, No. 7', 'Tidal Series B | 7');
  behind(', Ports, Tides and Docks Working Papers, No. 261', 'Ports, Tides and Docks Working Papers | 261');
  behind(' (Oslo, Harbour Report Series, No. 3)', 'Harbour Report Series | 3');
  behind(' (HRS 24)', 'HRS | 24');
  behind(' (No. 12, 2018)', '- | 12');
  behind('. *Journal of Tides* 14(2), 55–81', 'Journal of Tides | -');
  behind('. Journal of Tides, vol. 43, No. 5', 'Journal of Tides | -');
  behind(' (Oslo, 2004)', undefined);
  behind(' (see Table 3)', undefined);
  behind(' in Annex 4', undefined);
  behind(' covers 12 ports', undefined);
});

describe('series: before a title', () => {
  const inFront = (words: string, expected: string | undefined): void => {
    it(words, () => expect(shown(parseSeriesInFront(words))).to.equal(expected));
  };
  inFront('documented in Harbour Working Paper 22, ', 'Harbour Working Paper | 22');
  inFront('The Harbour Working Paper No. 7, “', 'Harbour Working Paper | 7');
  inFront('No. 9 (May 2020), ', '- | 9');
  inFront('In 2005 the ', undefined);
  inFront('The Dock Board sold 12 ', undefined);
});
