/** Tests moments: which texts are some, how zones count, and which of two is the later, where that can be said. */
import { expect } from 'chai';
import { compareMoments, type Moment, orderMoments, parseMoment } from '../../../src/store/values/moments.js';

const known = (text: string, type = 'dateTime'): Moment => {
  const moment = parseMoment(text, type);
  if (moment === undefined) throw new Error(`${text} is no ${type}`);
  return moment;
};

describe('moments', () => {
  for (const [one, other] of [
    ['2000-01-01T00:00:00Z', '2000-01-01T05:30:00+05:30'],
    ['2000-01-01T00:00:00Z', '1999-12-31T18:15:00-05:45'],
    ['2000-01-01T00:00:00Z', '1999-12-31T24:00:00Z'],
    ['2000-03-01T00:00:00Z', '2000-02-29T24:00:00Z'],
    ['-0001-01-01T00:00:00Z', '-0001-01-01T01:30:00+01:30'],
  ] as const)
    it(`${one} is ${other}`, () => expect(compareMoments(known(one), known(other))).to.equal(0));

  for (const [text, type] of [
    ['2000-13-01', 'date'],
    ['2000-00-10', 'date'],
    ['2000-01-00', 'date'],
    ['2001-02-29', 'date'],
    ['1900-02-29', 'date'],
    ['--02-30', 'gMonthDay'],
    ['---32', 'gDay'],
    ['2000-01-01T25:00:00', 'dateTime'],
    ['2000-01-01T24:00:01', 'dateTime'],
    ['2000-01-01T00:00:00', 'dateTimeStamp'],
  ] as const)
    it(`${text} is no ${type}`, () => expect(parseMoment(text, type)).to.equal(undefined));

  it('without a zone may be fourteen hours off', () => {
    expect(compareMoments(known('2000-01-01T12:00:00'), known('2000-01-01T12:00:00Z'))).to.equal(undefined);
    expect(compareMoments(known('2000-01-02T03:00:00'), known('2000-01-01T12:00:00Z'))).to.equal(1);
    expect(orderMoments(known('2000-01-01T12:00:00'), known('2000-01-01T12:00:00Z'))).to.equal(-1);
  });
});
