/** Which coding a client prefers (RFC 9110, section 12.5.3). */
import { expect } from 'chai';
import { chooseCoding } from '../../src/server/content-coding.js';

describe('chooseCoding', () => {
  const cases: [string | undefined, string | undefined][] = [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['gzip;q=0.5, identity;q=0.9', 'identity'],
    ['gzip;q=0.001', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['gzip;q=0, *', 'br'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['*;q=0, gzip', 'gzip'],
    ['*;q=0, identity', 'identity'],
    ['identity;q=0', undefined],
    ['identity;q=0, gzip', 'gzip'],
    ['identity;q=0, compress', undefined],
    ['deflate', 'identity'],
    ['compress;q=1, *;q=0.2', 'br'],
    ['nonsense;;;', 'identity'],
  ];
  for (const [header, coding] of cases)
    it(`${header ?? 'no header'} → ${coding ?? 'nothing'}`, () => {
      expect(chooseCoding(header)).to.equal(coding);
    });
});
