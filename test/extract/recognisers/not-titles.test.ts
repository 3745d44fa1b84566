/** Tests stars, bars and quotation marks that set no title apart: emphasis, apostrophes, file names, sums. */
import { recogniseTitles } from '../../../src/extract/recognisers/titles.js';
import { of, sentences, settled } from '../recognises.js';

const typeset = of(recogniseTitles, ({ value }) => value.text);
const titles = settled('title', ({ text }) => text);

describe('titles: marks that set nothing apart', () => {
  sentences(typeset, [
    '5 * 3 * 2 and a*b*c.',
    'The file harbour_survey_data and the_other_one.',
    "The sailors' wages and the pilots' boats.",
    "It's the mate's, isn't it?",
    'A lone " and a lone “ here.',
    '[1] and [see note] (http://quay.example).',
    '5" and 6" boards.',
  ]);
});

describe('titles: emphasis is none', () => {
  sentences(titles, [
    'See [here](https://quay.example/m), [our website](https://quay.example) and [www.quay.example](https://quay.example).',
    'See [[Moving Along the Quay](https://quay.example/m)|Moving Along the Quay] for more.',
    'It is *not* a title, and *the boats* are none.',
    'The *ILO* publishes [*Working at the Quay*|Working at the Quay].',
    'The *International Organization for Migration* was there.',
    'They are called “irregular migrants” here.',
    '*All of these figures are estimates.*',
    'Prices are given “in 1990”.'.replace('“in 1990”', '“1990”'),
  ]);
});
