/** Names that rules may take for those of data, and under which nobody keeps any. */
import { expect } from 'chai';
import { isNoDataName } from '../../src/extract/no-data-names.js';

describe('names of data', () => {
  for (const name of [
    '3.b Collection method',
    'Data release calendar',
    'METHOD OF COMPUTATION',
    'LICENCE',
    'Table of contents',
    'Table A1',
    'Madam Harbourmaster',
    'Enquiries about the boats',
    'Director of Boat Statistics',
    'Home › Boats › Crews',
    'Instituto Nacional de Estadística (INE), Osland',
    'The Office of Ports',
  ])
    it(`are not: ${name}`, () => expect(isNoDataName(name)).to.equal(true));

  for (const name of [
    'Archive of Registered Boats',
    'Office for Ports Boat Survey',
    'Calendar of Landings Database',
    'Table of Arrivals by Port',
    'Directory of Boats',
    'Registrar General Birth Register',
    'Labour Force Survey 2011',
    'Home Port Survey',
    'licences of fishing boats',
  ])
    it(`are: ${name}`, () => expect(isNoDataName(name)).to.equal(false));
});
