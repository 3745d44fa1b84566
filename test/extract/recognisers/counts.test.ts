/** Tests numbers of countries that no list goes with, and what only looks like one. */
import { recogniseCounts } from '../../../src/extract/recognisers/counts.js';
import { of, sentences } from '../recognises.js';

const counts = of(recogniseCounts, (mention) =>
  mention.kind === 'extent' ? mention.value : `${mention.value.qualifier} ${mention.value.min}`,
);

describe('counts: numbers of countries', () => {
  sentences(counts, [
    'Data is available on [more than 150 countries|more-than 150].',
    'For [over 40 countries and areas|more-than 40] there are tables.',
    'For [some 36 industrialized countries|about 36] there are tables.',
    'For [36 countries|exactly 36] there are tables.',
    'For [thirty-six countries|exactly 36] there are tables.',
    'For [twelve partner countries|exactly 12] there are tables.',
    'For [about a hundred countries|about 100] there are tables.',
    'It was reported by [fewer than 20 countries|fewer-than 20].',
    'It was reported by [at least ten member states|more-than 10].',
    'It was reported by [nearly 90 countries or areas|about 90].',
    '[Seventeen countries|exactly 17] sent their tables.',
    'It was reported by [27 EU-member states|exactly 27].',
  ]);
});

describe('counts: the whole world', () => {
  sentences(counts, [
    'Estimates for [each country or area of the world|EachCountryOrArea].',
    'Estimates for [every country in the world|EachCountryOrArea].',
    'Estimates for [all countries and areas|EachCountryOrArea].',
    'Estimates for [all countries of the world|EachCountryOrArea].',
  ]);
});
