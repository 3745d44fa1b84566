/** Tests series and numbers behind and before a title: "name | number", a dash where there is none. */
import { expect } from 'chai';
import {
  findSeriesReference,
  parseSeriesInFront,
  parseSeriesReference,
} from '../../../src/extract/recognisers/series-references.js';

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
  behind(' (Harbour Dispatch No. 288, March 2019)', 'Harbour Dispatch | 288');
  behind(' (Port Sales No. 7)', undefined);
  behind(' (Harbour Act No. 5 of 2001)', undefined);
  behind(', Ports, Tides and Docks Working Papers, No. 261', 'Ports, Tides and Docks Working Papers | 261');
  behind(' (Oslo, Harbour Report Series, No. 3)', 'Harbour Report Series | 3');
  behind(' (HRS 24)', 'HRS | 24');
  behind(' (No. 12, 2018)', '- | 12');
  behind('. *Journal of Tides* 14(2), 55–81', 'Journal of Tides | -');
  behind('. Journal of Tides, vol. 43, No. 5', 'Journal of Tides | -');
  behind(' (Marés e Cais n.º 7, 2020)', 'Marés e Cais | 7');
  behind(' (Estudos do Cais n.º 7, 2020)', 'Estudos do Cais | 7');
  behind(' (Mareas y Muelles series, No. 118)', 'Mareas y Muelles | 118');
  behind('. Documentos de Muelle 274. Lima', 'Documentos de Muelle | 274');
  behind(' (Oslo, 2004)', undefined);
  behind(' (see Table 3)', undefined);
  behind(' in Annex 4', undefined);
  behind(' covers 12 ports', undefined);
});

describe('series: a number of a series, told by the clause of a title', () => {
  const told = (words: string, expected: string | undefined): void => {
    it(words, () => expect(shown(findSeriesReference(words, /^[^.;()]{0,90}$/))).to.equal(expected));
  };
  told(' came out in May 2011 as number 61 in our Quay Research Papers.', 'Quay Research Papers | 61');
  told('”, which the Dock Board issued as no. 14 of its Harbour Notes.', 'Harbour Notes | 14');
  told(' was printed as No. 7 of the series Tides and Rafts.', 'Tides and Rafts | 7');
  told(', No. 12 of the Dock Board’s Pilot Papers, is free.', 'Pilot Papers | 12');
  told(' appeared in 2004 as No. 3 of the Quay Guides, a series that we print.', 'Quay Guides | 3');
  told(', no. 17-02 of the Harbour Working Papers, which we released in 2017.', 'Harbour Working Papers | 17-02');
  told(' is volume 3 in that series Old Ports.', 'Old Ports | 3');
  told(' was ranked as number 4 of the Ports of Kenya.', undefined);
  told(' counts boats. It was sold as no. 3 of our Quay Papers.', undefined);
  told(' and “Rafts”, no. 3 of the Quay Papers', undefined);
});

describe('series: before a title', () => {
  const inFront = (words: string, expected: string | undefined): void => {
    it(words, () => expect(shown(parseSeriesInFront(words))).to.equal(expected));
  };
  inFront('documented in Harbour Working Paper 22, ', 'Harbour Working Paper | 22');
  inFront('The Harbour Working Paper No. 7, “', 'Harbour Working Paper | 7');
  inFront('No. 9 (May 2020), ', '- | 9');
  inFront('A preceding paper, No. 2017-1, was devoted to *', '- | 2017-1');
  inFront('an earlier brief in the same series, No. 9, dealt with *', '- | 9');
  inFront('In 2005 the ', undefined);
  inFront('The Dock Board sold 12 ', undefined);
});
