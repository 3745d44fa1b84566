/** Tests places in their sentence: pairs of countries that are corridors, and names that people bear. */
import { recognisePlaces } from '../../../src/extract/recognisers/places.js';
import { gazetteers, of, sentences } from '../recognises.js';

const find = (text: string) => recognisePlaces(text, gazetteers.places.find(text));
const corridors = of(find, (mention) =>
  mention.kind === 'corridor' ? `${mention.value.from}>${mention.value.to}` : undefined,
);
const countries = of(find, (mention) =>
  mention.kind === 'place' && mention.value.kind === 'country' ? mention.value.code : undefined,
);

describe('places: corridors', () => {
  sentences(corridors, [
    'The [Brazil-Japan|BRA>JPN] corridor',
    'The [Ghana–Italy|GHA>ITA], [Mexico – Canada|MEX>CAN] and [Nepal → Qatar|NPL>QAT] corridors',
    'From Brazil to Japan, Ghana and Italy, Mexico/Canada.',
    'Kenya, Uganda - and later Rwanda.',
    'Guinea-Bissau and Kenya-Kenya are none.',
  ]);
});

describe('places: countries of a list, to its end', () => {
  sentences(countries, [
    '[Australia|AUS], [Belgium|BEL], [Canada|CAN], [Croatia|HRV], [Denmark|DNK], [Finland|FIN], [France|FRA], [Germany|DEU], [Hungary|HUN], [Iceland|ISL], [Italy|ITA], the [Netherlands|NLD], [New Zealand|NZL], [Norway|NOR], [Poland|POL], [Spain|ESP], the [United Kingdom|GBR] and the [United States of America|USA].',
    '[Kenya|KEN] ([Nairobi|x]), [Uganda|UGA]'.replace('[Nairobi|x]', 'Nairobi'),
  ]);
});

describe('places: persons are none', () => {
  sentences(countries, [
    'Chad Ellison and Georgia Ferreira wrote it.',
    'In [Chad|TCD] and [Georgia|GEO] nobody did.',
    'Sydney Harbour, and Jordan Quayle of the office.',
    'Mr. Jordan and Ms Ada Chad asked Dr Holland in [Kenya|KEN].',
    'It was written by P. Jordan and K.-L. Chad for [Togo|TGO].',
    'A. [Kenya|KEN]',
  ]);
});

describe('places: regions that bear the names of countries', () => {
  sentences(countries, [
    'Crews from [Australia|AUS] and [New Zealand|NZL] were counted.',
    'Crews from Melanesia, and from Australia and New Zealand.',
  ]);
});
