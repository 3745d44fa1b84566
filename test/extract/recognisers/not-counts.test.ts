/** Tests numbers that are of something else than countries. */
import { recogniseCounts } from '../../../src/extract/recognisers/counts.js';
import { of, sentences } from '../recognises.js';

const counts = of(recogniseCounts, (mention) => mention.kind);

describe('counts: what is none', () => {
  sentences(counts, [
    'There are 150 ports in the country.',
    'One country did not answer.',
    'All countries were asked.',
    'Several countries, a few nations and many states.',
    'Of the 1,150 households, 36 were from other countries.',
    'In 1995 countries were asked.',
    'The 12 tables on countries of birth.',
  ]);
});
