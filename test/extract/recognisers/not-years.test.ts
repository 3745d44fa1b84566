/** Tests what only looks like a year: sample sizes, prices, parts of symbols, addresses and larger numbers. */
import { recogniseYears } from '../../../src/extract/recognisers/years.js';
import { of, sentences } from '../recognises.js';

const years = of(recogniseYears, ({ value }) => value.periods.map(({ start, end }) => `${start}-${end}`).join(', '));

describe('years: what is none', () => {
  sentences(years, [
    'The sample had 1985 households.',
    'A sample of 2000 was drawn.',
    'Some 1960 persons were asked, 1900 women and 1750 men.',
    'Over 2000 interviews were held and nearly 1800 migrants answered.',
    'It costs $2000, or € 1999, or £1850.',
    'The price is 1995 euros or 2050 USD.',
    'See document ST/DOC/2006/67 and E/CN.4/2006/67.',
    'See page 1990 and resolution 1975.',
    'Tel. +44 1865 2000',
    'Room 12000, 1,995 ships, 2000.5 tonnes and 1995% of it.',
    'Serial AB1990, X-1990 and 19905.',
    'The 1400 boats and the 2100 crews.',
    'There were 1 990 of them.',
    'Nothing here counts.',
  ]);
});
