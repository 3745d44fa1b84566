/** Where years stand on the axis, and how periods that overlap lie beneath each other. */
import { expect } from 'chai';
import type { Period } from '../../../src/server/coverage/facts.js';
import { layPeriods, mostLanes } from '../../../src/server/timeline/lanes.js';
import { createScale } from '../../../src/server/timeline/scale.js';

const period = (start: number | undefined, end: number | undefined): Period => ({
  ...{ iri: `urn:${start}-${end}`, start, end, label: undefined, qualifier: undefined },
});

describe('the axis of a timeline', () => {
  it('has round years, not too many', () => {
    expect(createScale({ from: 1958, to: 2006 }).ticks).to.deep.equal([
      1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005,
    ]);
    expect(createScale({ from: 2001, to: 2003 }).ticks).to.deep.equal([2001, 2002, 2003]);
    for (const years of [
      { from: 1, to: 9999 },
      { from: 1700, to: 2020 },
      { from: 2000, to: 2000 },
    ])
      expect(createScale(years).ticks.length).to.be.within(1, 12);
  });
  it('leaves room for the arrow of what has no end, and puts nothing beyond its edges', () => {
    const { at } = createScale({ from: 2000, to: 2009 });
    expect([at(2000), at(2005), at(2010)]).to.deep.equal([0, 48.5, 97]);
    expect([at(1900), at(2100)]).to.deep.equal([0, 97]);
  });
});

describe('periods of a dataset', () => {
  const lanes = (...periods: Period[]): string[] =>
    layPeriods(periods).map(({ start, end, lane }) => `${start}-${end ?? ''}:${lane}`);
  it('stand in one lane where they follow each other', () => {
    expect(lanes(period(1995, 2004), period(1985, 1994))).to.deep.equal(['1985-1994:0', '1995-2004:0']);
  });
  it('stand beneath each other where they overlap, what is open among them', () => {
    expect(lanes(period(1980, undefined), period(1990, 1995), period(1996, 1999))).to.deep.equal([
      '1980-:0',
      '1990-1995:1',
      '1996-1999:1',
    ]);
  });
  it('are not there without a year, and never in more lanes than can be seen', () => {
    expect(lanes(period(undefined, 1999))).to.deep.equal([]);
    const many = Array.from({ length: 20 }, (_, n) => period(1980, 1990 + n));
    expect(new Set(layPeriods(many).map(({ lane }) => lane)).size).to.equal(mostLanes);
  });
});
