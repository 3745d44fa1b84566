/** Tests what only looks like a date. */
import { recogniseDates } from '../../../src/extract/recognisers/dates.js';
import { of, sentences } from '../recognises.js';

const dates = of(recogniseDates, ({ value }) => value.from);

describe('dates: what is none', () => {
  sentences(dates, [
    'The data are of 1985.',
    'Held on 45 May, in 32 rooms.',
    'Version 3.15.2006 and 12.13.1999.',
    'It may rain in May, and march on.',
    'Article 12, 2006 edition.',
    'No. 2006-13-45.',
    'Call 555-2006-05-021.',
  ]);
});
