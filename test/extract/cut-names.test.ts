/** Tests names that damage has cut in the middle of a word: whom a line means, and which lines mean nobody. */
import { expect } from 'chai';
import { buildCutNames } from '../../src/extract/cut-names.js';
import { reads, readText } from './reads.js';

const names = [
  'International Dock Board',
  'International Dock Bureau',
  'Tidewater Research Council',
  'Statistics Quayland',
];
const find = buildCutNames(
  names.map((name) => [name, name] as const),
  (a, b) => a === b,
);

describe('cut names', () => {
  for (const [line, name] of [
    ['Tidewater Research Coun', 'Tidewater Research Council'],
    ['TIDEWATER RESEARCH COUNC', 'Tidewater Research Council'],
    ['water Research Council', 'Tidewater Research Council'],
    ['International Dock Boa', 'International Dock Board'],
    ['Statistics Qua', 'Statistics Quayland'],
  ] as const)
    it(`${line} is ${name}`, () => expect(find(line)).to.equal(name));

  for (const line of [
    'Tidewater Research Council',
    'Tidewater Research',
    'Research Council',
    'Water Research Council',
    'International Dock B',
    'Tidewater Re',
    'The Tidewater Research Coun',
  ])
    it(`${line} is nobody`, () => expect(find(line)).to.equal(undefined));

  it('head their section by their whole name', () => {
    const text =
      '1. Dock Board\n\nThe Board keeps the Quay Register.\n\n2. International Labour Off\n\nThe Raft Survey covers 1991.';
    reads(text, 'Dataset Raft Survey', { owner: ['International Labour Organization'] });
    reads(text, 'Agency International Labour Organization', { alias: [] });
  });

  it('may have lost their beginning', () => {
    const { extraction } = readText(
      'ternational Organization for Migration\n\nThe Organization keeps the Quay Register.',
    );
    expect(extraction.entities.map(({ label }) => label)).to.include('International Organization for Migration');
  });
});
