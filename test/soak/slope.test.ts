/** The slope of a soak tells a leak from what goes up and down, and says how sure it is. */
import { expect } from 'chai';
import { createRandom } from '../random.js';
import { commonSlope, type Point } from './slope.js';

const random = createRandom(3);

/** Samples of an hour, every ten seconds, that scatter by some megabytes. */
const hour = (level: number, perHour: number): Point[] =>
  Array.from({ length: 360 }, (_, n) => ({
    x: n / 360,
    y: level + (perHour * n) / 360 + random.number(800) / 100 - 4,
  }));

describe('the slope of a soak', () => {
  it('is that of all processes together, however large each is', () => {
    const { slope, error, points } = commonSlope([hour(100, 12), hour(300, 12), hour(40, 12)]);
    expect(points).to.equal(1080);
    expect(error).to.be.below(0.6);
    expect(slope).to.be.within(12 - 3 * error, 12 + 3 * error);
  });
  it('is none where nothing grows, and says so', () => {
    const { slope, error } = commonSlope([hour(100, 0)]);
    expect(Math.abs(slope)).to.be.below(3 * error);
    expect(error).to.be.below(1);
  });
  it('is less sure where neighbours are alike', () => {
    const waves = Array.from({ length: 360 }, (_, n) => ({ x: n / 360, y: 4 * Math.sin(n / 20) }));
    expect(commonSlope([waves]).error).to.be.above(2 * commonSlope([hour(0, 0)]).error);
  });
  it('is nothing sure of two samples', () => {
    expect(Number.isFinite(commonSlope([]).slope)).to.equal(false);
  });
});
