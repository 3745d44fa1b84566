/** Maps of answers: which tables have one, and what it shows. */
import { expect } from 'chai';
import type { JsonRow, JsonTerm } from '../../../src/server/pages/json-row.js';
import { showResultMap } from '../../../src/server/pages/result-map.js';
import { plainView } from '../../../src/server/view/view.js';

const base = 'https://w3id.org/migraph/';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const number = (value: string, type = 'integer'): JsonTerm => ({ type: 'literal', value, datatype: xsd + type });
const text = (value: string): JsonTerm => ({ type: 'literal', value });
const iri = (value: string): JsonTerm => ({ type: 'uri', value });
const country = (code: string): JsonTerm => iri(`${base}country/${code}`);

const map = (rows: readonly JsonRow[], variables = Object.keys(rows[0] ?? {}), view = plainView()) =>
  showResultMap(base, { variables, rows }, view)?.text;

const rows: readonly JsonRow[] = [
  { place: country('SWE'), name: text('Sverige'), n: number('10') },
  { place: country('MCO'), name: text('<b>'), n: number('-2.5', 'decimal') },
];

describe('a map of an answer', () => {
  it('shows the numbers beside the countries, in the language of the page, with links', () => {
    const drawn = map(rows);
    expect(drawn)
      .to.include('<summary>Map: n, by place</summary>')
      .and.include('<a href="/country/SWE"><path')
      .and.include('<title>Sweden: 10</title>')
      .and.include('<title>Monaco: -2.5</title>')
      .and.include('class="shaded level-4"')
      .and.not.include('style=');
    expect(map(rows, ['place', 'n'], plainView('/', 'fr'))).to.include('<title>Suède: 10</title>');
  });
  it('has one arrow for nothing: no corridor is made of two columns', () => {
    expect(
      map([
        { from: country('SWE'), to: country('MCO') },
        { from: country('MCO'), to: country('SWE') },
      ]),
    ).to.not.include('class="way"');
  });
  it('counts rows where there are no numbers, or a country has several rows', () => {
    expect(map(rows.map(({ place, name }) => ({ place, name }) as JsonRow))).to.include('<title>Sweden: 1 row</title>');
    expect(map([...rows, rows[0] as JsonRow])).to.include('<title>Sweden: 2 rows</title>');
  });
  it('knows countries by the table of the EU, by codes, and by names in several languages', () => {
    for (const [sweden, monaco] of [
      [iri('http://publications.europa.eu/resource/authority/country/SWE'), country('MCO')],
      [text('SWE'), text('MCO')],
      [text('SE'), text('MC')],
      [text('Sweden'), text('monaco')],
      [text('Suède'), text('Principauté de Monaco')],
      [text('السويد'), text('摩纳哥')],
    ])
      expect(map([{ x: sweden }, { x: monaco }] as JsonRow[]), sweden?.value as string).to.include(
        '<title>Sweden: 1 row</title>',
      );
  });
  it('says how many rows name a region', () => {
    expect(map([...rows, { place: iri(`${base}region/150`), n: number('3') }])).to.include(
      '1 row names a region, which is not on the map.',
    );
  });
  for (const [fault, of] of [
    ['without countries', [{ a: text('x') }, { a: text('y') }]],
    ['with a cell that is none', [...rows, { place: iri(`${base}agency/x`), n: number('1') }]],
    ['with an empty cell', [...rows, { n: number('1') }]],
    ['of one row', rows.slice(0, 1)],
    ['of one country', [rows[0], rows[0]]],
    ['of codes in small letters', [{ a: text('se') }, { a: text('mc') }]],
    ['of nothing', []],
    ['of regions alone', [{ a: iri(`${base}region/150`) }, { a: iri(`${base}region/002`) }]],
  ] as const)
    it(`is none of a table ${fault}`, () =>
      expect(map(of as readonly JsonRow[], ['a', 'place', 'n'])).to.equal(undefined));
});
