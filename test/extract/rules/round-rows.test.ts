/** Tests tables whose rows are rounds or countries of the data above them, and those that are not. */
import { names, reads } from '../reads.js';

const opening = '# Guide\n\nThe Dock Board maintains the Tide Panel, a survey of crews.\n\n';
const table = (header: string, ...rows: readonly string[]): string =>
  [header, header.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n');

describe('tables of rounds', () => {
  it('waves with their years and countries', () =>
    reads(
      `${opening}${table('Wave | Fieldwork | Sample | Countries', 'Wave 1 | March to May 2010 | 2,014 | Fiji, Samoa', 'Wave 2 | July 2012 | 1,950 | Fiji, Tonga')}\n`,
      'Dataset Tide Panel',
      { period: ['2010', '2012'], country: ['FJI', 'WSM', 'TON'] },
    ));
  it('the reference year outweighs the months in the field', () =>
    reads(
      `${opening}${table('Round | Fieldwork | Reference year', 'Round 1 | May 2011 | 2010', 'Round 2 | May 2013 | 2012')}\n`,
      'Dataset Tide Panel',
      { period: ['2010', '2012'] },
    ));
  it('countries with their rounds', () =>
    reads(
      `${opening}${table('Host | Origins | Rounds', 'Chile | Peru, Haiti | 2017/18, 2018/19', 'Brazil | Haiti | 2018/19')}\n`,
      'Dataset Tide Panel',
      { country: ['CHL', 'PER', 'HTI', 'BRA'], period: ['2017-2018', '2018-2019'] },
    ));
  it('rows of plain columns name no data', () =>
    names(
      `${opening}  Host       Origins        Rounds\n  Chile      Peru, Haiti    2017/18\n  Brazil     Haiti          2018/19\n`,
      ['Dataset Tide Panel'],
    ));
});

describe('tables of something else', () => {
  it('dates of accession', () =>
    reads(`${opening}${table('Country | Date of accession', 'Chile | 1990', 'Peru | 1991')}\n`, 'Dataset Tide Panel', {
      country: [],
      period: [],
    }));
  it('sources of their own', () =>
    reads(
      `${opening}${table('Country | Survey | Years', 'Chile | Raft Survey | 1990', 'Peru | Boat Survey | 1991')}\n`,
      'Dataset Tide Panel',
      { country: [], period: [] },
    ));
  it('far below', () =>
    reads(
      `${opening}# Members\n\nThe Board has members.\n\nThey pay.\n\nThey come.\n\n${table('Country | Year', 'Chile | 1990')}\n`,
      'Dataset Tide Panel',
      { country: [], period: [] },
    ));
});

describe('tables: what a file holds', () => {
  const row = (header: string, cells: string): string => `${table(header, cells)}\n`;
  it('tells its countries where no column does', () =>
    reads(
      row('File | Years | Content', 'Quay Register | 1990 | crews sent to Qatar and Oman'),
      'Dataset Quay Register',
      {
        country: ['QAT', 'OMN'],
      },
    ));
  it('says nothing beside a column of countries', () =>
    reads(
      row('File | Countries | Content', 'Quay Register | Chile | crews, compared with Peru'),
      'Dataset Quay Register',
      { country: ['CHL'] },
    ));
});
