/** How years are cut into columns. */
import { expect } from 'chai';
import { splitYears, stepOf } from '../../../src/server/coverage/period-axis.js';

const texts = (...parts: Parameters<typeof splitYears>): string[] =>
  splitYears(...parts).map(({ from, to }) => `${from}-${to}`);

describe('the columns of years', () => {
  it('are decades that begin with a round year', () => {
    expect(texts({ from: 1968, to: 1991 }, undefined)).to.deep.equal([
      '1960-1969',
      '1970-1979',
      '1980-1989',
      '1990-1999',
    ]);
  });
  it('are single years where they are few', () => {
    expect(texts({ from: 1968, to: 1971 }, undefined)).to.deep.equal([
      '1968-1968',
      '1969-1969',
      '1970-1970',
      '1971-1971',
    ]);
  });
  it('do not go beyond what was asked for', () => {
    expect(texts({ from: 1900, to: 2020 }, { from: 1985, to: 2004 })).to.deep.equal([
      '1985-1989',
      '1990-1999',
      '2000-2004',
    ]);
  });
  it('are there for years that nobody states, where they are asked for', () => {
    expect(texts(undefined, { from: 1985, to: 1986 })).to.deep.equal(['1985-1985', '1986-1986']);
    expect(texts(undefined, undefined)).to.deep.equal([]);
  });
  it('grow longer where they would be too many', () => {
    expect(stepOf({ from: 1700, to: 2020 })).to.equal(100);
    expect(stepOf({ from: 1000, to: 9999 })).to.equal(1000);
    expect(texts({ from: 1, to: 9999 }, undefined)).to.have.length.lessThan(30);
  });
});
