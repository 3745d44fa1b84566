/** Tests days and months by marked-up sentences, in the forms and languages that notes mix. */
import { recogniseDates } from '../../../src/extract/recognisers/dates.js';
import { of, sentences } from '../recognises.js';

const dates = of(recogniseDates, ({ value }) => (value.to === undefined ? value.from : `${value.from}/${value.to}`));

describe('dates: English', () => {
  sentences(dates, [
    'Held on [12 October 2004|2004-10-12].',
    'Held on the [12th of October 2004|2004-10-12].',
    'Held on [October 12, 2004|2004-10-12].',
    'Held on [1st May 2004|2004-05-01] and [2 Sept. 2005|2005-09-02].',
    'Held from [17 to 19 January 2005|2005-01-17/2005-01-19].',
    'Held [2-3 May 2006|2006-05-02/2006-05-03].',
    'Held [2–3 May 2006|2006-05-02/2006-05-03].',
    'Held on [2 and 3 May 2006|2006-05-02/2006-05-03].',
    'Held [May 2–3, 2006|2006-05-02/2006-05-03].',
    'Held [29 May to 2 June 2006|2006-05-29/2006-06-02].',
    'Held [30 December 2005 – 2 January 2006|2005-12-30/2006-01-02].',
    'Issued in [July 2006|2006-07].',
    'Issued [2006-05-02|2006-05-02].',
    'Issued in [march 1998|1998-03].',
  ]);
});

describe('dates: other languages', () => {
  sentences(dates, [
    'Sitzung am [3. Mai 2006|2006-05-03]',
    'Sitzung vom [3.–5. Mai 2006|2006-05-03/2006-05-05]',
    'Sitzung am [3.5.2006|2006-05-03]',
    'Sitzung vom [2.-3.5.2006|2006-05-02/2006-05-03]',
    'Sitzung vom [3. bis 5. März 2006|2006-03-03/2006-03-05]',
    'réunion du [1er août 2006|2006-08-01]',
    'réunion des [3 et 4 février 2006|2006-02-03/2006-02-04]',
    'reunión del [3 de mayo de 2006|2006-05-03]',
    'reunión del [3 al 5 de mayo de 2006|2006-05-03/2006-05-05]',
    'reunião em [3 de março de 2006|2006-03-03]',
    'publicado en [enero de 2006|2006-01]',
  ]);
});
