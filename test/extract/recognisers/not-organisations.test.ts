/** Tests capitals and nouns that name no organisation. */
import { sentences, settled, showOrganisation } from '../recognises.js';

const organisations = settled('organisation', showOrganisation);

describe('organisations: what is none', () => {
  sentences(organisations, [
    'The Bank lends, said an Office.',
    'A ministry, an institute and the offices of the coast.',
    'We are many, and our boats are few.',
    'The Office for all.',
    'OECD countries and EU member states.',
    'The Quay Summer School of 2004.',
    'Tides (ABC) rise, rafts (XYZ) fall.',
    'Chapter (IV) and part (XII).',
    'Who said so, and for whom did it act?',
    'PRESS RELEASE, STATEMENT TO PARLIAMENT',
    'The Labour Force Survey and the Police Register of 2004.',
    'The Government Statistician has it.',
    'Systems established by Governments have it.',
    'It has kept a Register of Humanitarian Service Points since 2019.',
    'It has run a Crew Permit Observatory since 2009.',
    'WHO SENDS THE BOATS',
    'It was compiled with Stata, and written with care.',
    'Boats of the European Union are counted, and it covers the European Union.',
    'It is kept by the service Monday to Friday.',
    'It has kept the Crew Stocks Bank since 1972.',
  ]);
});
