/** Names that rules may take for those of data, and under which nobody keeps any. */
import { expect } from 'chai';
import { whyNoData } from '../../src/extract/no-data-names.js';

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
    'Bureau of Boat Statistics',
    'Update cycle',
    'Published in',
    'Sources used',
    'Data held by other ports of the coast',
    'Not yet available',
    '1 See Official Records',
    '2023-02',
  ])
    it(`are not: ${name}`, () => expect(whyNoData(name)).to.be.a('string'));

  for (const name of [
    'Archive of Registered Boats',
    'Office for Ports Boat Survey',
    'Calendar of Landings Database',
    'Table of Arrivals by Port',
    'Directory of Boats',
    'Registrar General Birth Register',
    'Labour Force Survey 2011',
    'Home Port Survey',
    'Police Statistics',
    'University Statistics 2010',
    'School Enrolment Data',
    'Court Cases by Origin',
    'University Information System',
    'Centre of Boats (COB) Data Bank',
    'Head of Household Survey',
    'Contact Tracing Database',
    'MS Access Database of Landings',
    'Annex map',
    'Table ten',
    'licences of fishing boats',
  ])
    it(`are: ${name}`, () => expect(whyNoData(name)).to.equal(undefined));
});
