/** Tests years by marked-up sentences: `1990-1995` is a range, `1990-` an open end, each member of a list a period of its own. */
import type { Period } from '../../../src/extract/claim.js';
import { recogniseYears } from '../../../src/extract/recognisers/years.js';
import { of, sentences } from '../recognises.js';

const show = ({ start, end, qualifier }: Period): string =>
  `${start === end ? start : `${start}-${end ?? ''}`}${qualifier === undefined ? '' : ` ${qualifier}`}`;
const years = of(recogniseYears, ({ value }) => value.periods.map(show).join(', '));

describe('years: single', () => {
  sentences(years, [
    'The data are of [1985|1985].',
    '[1962|1962]: all households.',
    'The census of [1897|1897] and no other.',
    'Figures (for [2005|2005]) are given.',
    'In [1999|1999], the office closed.',
    'as of 1 July [2010|2010]',
  ]);
});

describe('years: ranges', () => {
  sentences(years, [
    'The register covers [1990-1995|1990-1995].',
    'stocks at five-year intervals [from 1990 to 2005|1990, 1995, 2000, 2005]',
    'stocks every ten years [from 1990 to 2010|1990, 2000, 2010]',
    'stocks, [1990-2010|1990, 2000, 2010], at 10-year intervals',
    'stocks every two years [from 1990 to 2010|1990-2010]',
    'stocks at five-year intervals [from 1991 to 2010|1991-2010]',
    'The register covers [1990–1995|1990-1995] in full.',
    'The register covers [1990 – 1995|1990-1995].',
    'It has data [from 1990 to 1995|1990-1995].',
    'It has data [between 1990 and 1995|1990-1995].',
    'It has data from [1990 until 1995|1990-1995].'.replace('from [', '[from '),
    'It has data [from 1990 through 1995|1990-1995].',
    'It has data [1990 up to 1995|1990-1995].',
    'arrivals in [2005/06|2005-2006] by port',
    'arrivals in [1999/00|1999-2000] by port',
    'arrivals in [1999-00|1999-2000] by port',
    'arrivals in [2005–06|2005-2006] by port',
    '[1985–1994|1985-1994] and then no more',
    'boats in [1998/1999|1998-1999] by port',
    'the school years [1998/99 to 2010/11|1998-2011]',
    'the fiscal years [2008/09–2020/21|2008-2021]',
    'sailings [1999-01 to 2022-12|1999-2022] (monthly)',
    'sailings [2017 Q1 – 2020 Q4|2017-2020]',
    'sailings [from the first quarter of 2003 to the end of 2006|2003-2006]',
    'sailings [from early 2003 through to late 2006|2003-2006]',
    'sailings [2001 up to and including 2004|2001-2004]',
    'sailings [between mid-2001 and early 2004|2001-2004]',
  ]);
});

describe('years: decades', () => {
  sentences(years, [
    'Arrivals of [the 1990s|1990-1999] are counted.',
    "Arrivals of [the 1990's|1990-1999] are counted.",
    'Arrivals of [1960s|1960-1969] boats.',
    'Arrivals of [the eighties|1980-1989] are counted.',
  ]);
});

describe('years: open ends', () => {
  sentences(years, [
    'Records are kept [since 1987|1987-].',
    'Records are kept [from 1987 onwards|1987-].',
    'Records [1987 to date|1987-].',
    'Records [from 1987 to the present|1987-].',
    'Records [1987–present|1987-].',
    'Records [from 1987|1987-] in all ports.',
    'Records [starting in 1987|1987-], by port.',
    'Period: [1987-|1987-]',
    'Period: [1987–|1987-], by port',
    'Period: [1987+|1987-]',
    'Quarterly, [from the first quarter of 2008 on|2008-].',
    'Permits [from 2015/16|2015-], by port.',
    'Records [since about 1987|1987-].',
  ]);
});

describe('years: lists', () => {
  sentences(years, [
    'Censuses of [1991, 2001 and 2011|1991, 2001, 2011] were used.',
    'Censuses of [1991, 2001, and 2011|1991, 2001, 2011] were used.',
    'as of 1 July [1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000 and 2005|1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005]',
    'rounds of [1985-1994 and 1995-2004|1985-1994, 1995-2004]',
    'held in [1998 and again in 2003|1998, 2003]',
    'held in [1998, 2001-2003 and 2007|1998, 2001-2003, 2007]',
    'held in [1998; 2003; 2007|1998, 2003, 2007]',
    'held in [1998,2003,2007|1998, 2003, 2007]',
    'rounds of [1996/97, 1999 and every year from 2004 to 2008|1996-1997, 1999, 2004-2008]',
    'from [1998, 2003 and 2007|1998, 2003, 2007]',
    'for [1998 as well as 2003|1998, 2003]',
    'In [1998|1998] there was one wave; another followed in [2003|2003].',
  ]);
});

describe('years: qualifiers', () => {
  sentences(years, [
    'The files hold records generally covering [1985-1994|1985-1994 generally].',
    'The boats came about [1920|1920 about].',
    'mostly for [1975–1980|1975-1980 mostly]',
  ]);
});

describe('years: qualified', () => {
  sentences(years, [
    'tables for Kenya, generally covering the period [1960-2004|1960-2004 generally]',
    'The register mostly covers the years [1990 to 2003|1990-2003 mostly].',
    'figures that are typically available for [2010–2015|2010-2015 typically]',
    'It has tables for ten ports, mostly [from 2005 to 2015|2005-2015 mostly].',
    'Dates: ca. [1946-1958|1946-1958 ca.]',
    'ledgers, c. [1890|1890 c.]',
    'drawings of boats, [1950|1950 estimated] (estimated)',
    'lists of [1890–1910|1890-1910 approx.] (approx.)',
    'The figures are estimates for [1990|1990].',
    'The figures, generally estimates, are for [1990|1990].',
    'They speak about data for [1990|1990].',
    'Boats are mainly hired by farmers who came in [1990|1990].',
    'A report [2005|2005] (estimates included) and one of [2006|2006] (about boats).',
  ]);
});

describe('years: gaps', () => {
  sentences(years, [
    'boats [2004–2019, except 2010|2004-2009, 2011-2019]',
    'boats [1993 to the present (excluding 1998 and 2000|1993-1997, 1999, 2001-])',
    'boats [since 1993; 1998|1993-1997, 1999-] is not available',
    'boats [2004–2019|2004-2019], except in Chad; crews [2010|2010]',
    'projected [from 2020 to 2100|2020-2100]',
  ]);
});
