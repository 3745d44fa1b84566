/** Tests titles and names that only their sentence tells to be data, and those that it does not. */

import { expect } from 'chai';
import { names, reads, readText, thingsOf } from '../reads.js';

describe('said to be data', () => {
  const data = (text: string, label = 'Lives at Sea'): void => {
    it(text, () => names(text, [`Dataset ${label}`]));
  };
  data('*Lives at Sea*, a set of tables from the ports, can be had for 1996.');
  data('*Lives at Sea*: for each season since 2007, the number of crews that came.');
  data('**Lives at Sea** followed sailors who go home each year.');
  data('**Lives at Sea (LOB)** figures run from 1922 to 2018.');
  data('*Lives at Sea* had four waves.');
  data('*Lives at Sea*: applications lodged at first instance, every month since March 2014, in the ports.');
  data('*Lives at Sea*, which the Dock Board carried out in 2017, is small.');
  data('*Lives at Sea* is fed by the Dock Board and reaches from 1996 to 2020.');
  data('For prices see *Lives at Sea* of the Dock Board, quarterly since the first quarter of 2011.');
  data('In the module "Lives at Sea", tested by the Dock Board in 2018, few spoke.');
  data('The Dock Board has had a panel of foreign crews, „Lives at Sea“, with interviews in three waves (1998, 2001).');
  data('**Lives at Sea** gives the permits in force at the end of June.');
  data('In 2013 the Dock Board conducted *Lives at Sea* in Chile.');
  data('The estimates took the place of *Lives at Sea*.');
  data('The Dock Board has run a quite different panel in its place, *Lives at Sea*, since 1990.');
  data("The Dock Board's own *Lives at Sea*, available from 2008, rests on forms.");
  data('Our Boats by Year of Launch tables can be had for 2001, 2006 and 2013.', 'Boats by Year of Launch');
  data('There is a compilation of our own, Returned Boats in Port, made for 1948 and 1957.', 'Returned Boats in Port');

  const other = (text: string, things: readonly string[]): void => {
    it(text, () => expect(thingsOf(readText(text).extraction)).to.deep.equal(things));
  };
  other('*Who Leaves the Quay?* followed in April 2022.', ['Publication Who Leaves the Quay?']);
  other("The *Quay Letters*, the Dock Board's quarterly journal, was devoted to rafts.", ['Series Quay Letters']);
  other('The Barefoot Circle interviewed 400 people about rafts.', []);
  other('A survey was held in Upper Quay, Lower Quay and Far Island in 2012.', []);
});

describe('a heading that names data', () => {
  it('under a line without a verb', () =>
    reads('## Rafts of Absent Crews\n\nA school survey, run in Kenya in 2015.\n', 'Dataset Rafts of Absent Crews', {
      period: ['2015'],
      country: ['KEN'],
    }));
  const listed = (heading: string): string =>
    `# Dock Board\n\n## ${heading}\n\n### Carers at Home\n\nWe ask 2,000 families in Kenya each autumn since 2014.\n`;
  it('under a heading of surveys', () =>
    reads(listed('Surveys'), 'Dataset Carers at Home', { period: ['2014-'], country: ['KEN'] }));
  it('but not under any other', () => names(listed('Staff and rooms'), []));
  it('nor where its text names data', () =>
    names(
      '# Dock Board\n\n## Surveys\n\n### Moves across the Sea\n\nWe prepare the *Quay Tables*, which cover 1990 to 1995.\n',
      ['Dataset Quay Tables'],
    ));
});

describe('data under the words that a paragraph opened with', () => {
  it('where people are asked', () =>
    reads(
      'Voices of the Quay. Every second year, in 2018 and 2020, the Dock Board asks newly arrived crews about work.',
      'Dataset Voices of the Quay',
      { owner: ['Dock Board'], period: ['2018', '2020'] },
    ));
  it('but not where nobody is', () =>
    names('Voices of the Quay. In 2018 and 2020 the Dock Board printed what crews sing.', []));
});

describe('data that a line only refers to', () => {
  const line = (text: string, label: string, owner: readonly string[]): void => {
    it(text, () => reads(`# Sources\n\n- ${text}`, `Dataset ${label}`, { owner }));
  };
  line(
    "State Bank of Quays. Sailors' Fees by Port of Call, monthly, July 1972 onwards.",
    "Sailors' Fees by Port of Call",
    ['State Bank of Quays'],
  );
  line(
    'Bureau of Rafts, Research Division. Departures for Work on Rafts, computerised file, 1994–2019.',
    'Departures for Work on Rafts',
    ['Bureau of Rafts', 'Research Division'],
  );
});
