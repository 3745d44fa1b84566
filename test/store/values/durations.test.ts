/** Tests durations: how they are read, and which is longer, where that can be said. */
import { expect } from 'chai';
import {
  compareDurations,
  type Duration,
  isDurationType,
  orderDurations,
  parseDuration,
} from '../../../src/store/values/durations.js';

const read = (text: string, type = 'duration'): Duration | undefined => parseDuration(text, type);
const known = (text: string): Duration => {
  const duration = read(text);
  if (duration === undefined) throw new Error(`${text} is no duration`);
  return duration;
};

describe('durations', () => {
  for (const [text, months, seconds] of [
    ['P1Y', 12, 0],
    ['P1Y2M', 14, 0],
    ['P3D', 0, 259_200],
    ['PT4H', 0, 14_400],
    ['PT5M', 0, 300],
    ['PT6.5S', 0, 6.5],
    ['P1Y2M3DT4H5M6S', 14, 273_906],
    ['-P1Y2M3DT4H5M6S', -14, -273_906],
  ] as const)
    it(`${text} is so many months and seconds`, () =>
      expect(read(text)).to.deep.equal({ months: months + 0, seconds: seconds + 0 }));

  for (const text of ['P', '-P', 'PT', 'P1YT', 'P1S', 'PT1D', 'P1', '1Y', 'P1Y ', 'P-1Y', 'P1.5Y', 'P1M1Y', 'PT.5S'])
    it(`"${text}" is none`, () => expect(read(text)).to.equal(undefined));

  it('of years and months have no days, of days and times no years', () => {
    expect(read('P1Y2M', 'yearMonthDuration')).to.deep.equal({ months: 14, seconds: 0 });
    expect(read('P1D', 'yearMonthDuration')).to.equal(undefined);
    expect(read('P1DT1H', 'dayTimeDuration')).to.deep.equal({ months: 0, seconds: 90_000 });
    expect(read('P1M', 'dayTimeDuration')).to.equal(undefined);
    expect(read('P1M', 'gYear')).to.equal(undefined);
    expect([isDurationType('dayTimeDuration'), isDurationType('gYear')]).to.deep.equal([true, false]);
  });

  for (const [a, b, wanted, order] of [
    ['P1M', 'P28D', undefined, 1],
    ['P1M', 'P27D', 1, 1],
    ['P1M', 'P30D', undefined, 1],
    ['P1M', 'P32D', -1, -1],
    ['P1Y', 'P12M', 0, 0],
    ['P1Y', 'P364D', 1, -1],
    ['P1Y', 'P365D', undefined, -1],
    ['P1D', 'PT24H', 0, 0],
    ['P1D', 'PT25H', -1, -1],
    ['-P1D', 'P1D', -1, -1],
    ['P2M', 'P62D', undefined, -1],
    ['P2M', 'P63D', -1, -1],
  ] as const)
    it(`${a} against ${b}`, () => {
      expect(compareDurations(known(a), known(b))).to.equal(wanted);
      expect(orderDurations(known(a), known(b))).to.equal(order);
      expect(orderDurations(known(b), known(a)) + order).to.equal(0);
    });
});
