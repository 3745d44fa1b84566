/** Charts of tables: which tables have one, and what it shows. */
import { expect } from 'chai';
import { showChart } from '../../../src/server/pages/chart.js';
import type { JsonRow, JsonTerm } from '../../../src/server/pages/json-row.js';
import { plainView } from '../../../src/server/view/view.js';

const base = 'https://w3id.org/migraph/';
const integer = (value: string): JsonTerm => ({
  type: 'literal',
  value,
  datatype: 'http://www.w3.org/2001/XMLSchema#integer',
});
const text = (value: string): JsonTerm => ({ type: 'literal', value });
const rows: JsonRow[] = [
  { boat: { type: 'uri', value: `${base}boat/1` }, name: text('A <b>'), count: integer('10') },
  { boat: { type: 'uri', value: `${base}boat/2` }, name: text('B'), count: integer('5') },
];
const chart = (variables: string[], of = rows) => showChart(plainView(), base, { variables, rows: of })?.text;

describe('a chart', () => {
  it('shows numbers by names, from zero, escaped', () => {
    const drawn = chart(['boat', 'name', 'count']);
    expect(drawn).to.include('Chart: count, by name').and.include('A &lt;b&gt;');
    expect([...(drawn ?? '').matchAll(/width="([\d.]+)" height/g)].map(([, width]) => width)).to.deep.equal([
      '300.0',
      '150.0',
    ]);
    expect(drawn).to.not.include('style=');
  });

  it('goes by IRIs where there are no names', () => {
    expect(chart(['boat', 'count'])).to.include('boat/1');
  });

  it('of nothing but zeros has no bars', () => {
    const none = rows.map((row) => ({ ...row, count: integer('0') }));
    expect(chart(['name', 'count'], none))
      .to.include('width="0.0"')
      .and.not.include('NaN');
  });

  for (const [fault, variables, of] of [
    ['without numbers', ['boat', 'name'], rows],
    ['of numbers alone', ['count'], rows],
    ['of one row', ['name', 'count'], rows.slice(0, 1)],
    ['of too many rows', ['name', 'count'], Array.from({ length: 61 }, () => rows[0] ?? {})],
    ['with a row that has no number', ['name', 'count'], [...rows, { name: text('C') }]],
    ['of what is below zero', ['name', 'count'], [...rows, { name: text('C'), count: integer('-1') }]],
    ['of texts that look like numbers', ['name', 'count'], [...rows, { name: text('C'), count: text('1') }]],
  ] as const)
    it(`is none of a table ${fault}`, () => expect(chart([...variables], [...of])).to.equal(undefined));
});
