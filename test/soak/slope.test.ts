/** The slope of a soak tells a leak from what goes up and down, and says how sure it is. */
import { expect } from 'chai';
import { createRandom } from '../random.js';
import { type Alike, generationsIn, linesOf, type Sample } from './memory.js';
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

describe('the memory of processes that are replaced', () => {
  /** Generations of four processes, ten minutes each, that settle by twenty megabytes as they get older. */
  const samples = (perHour: number): Sample[] =>
    Array.from({ length: 120 }, (_, n) => n * 30).flatMap((at) =>
      [0, 1, 2, 3].map((nth): Sample => {
        const generation = Math.floor(at / 600);
        const age = at - generation * 600;
        const megabytes = 150 + 20 * (age / 600) + (perHour * at) / 3600 + random.number(100) / 100;
        return {
          at,
          pid: 10 * generation + nth,
          kind: 'query process',
          rss: megabytes * 2 ** 20,
          live: undefined,
          longestCollection: 0,
        };
      }),
    );
  const slopeOf = (perHour: number, alike: Alike) =>
    commonSlope(linesOf(samples(perHour), { kind: 'query process', measure: 'rss', alike }, 900));

  it('is compared at one age: what each takes more of while it settles is no growth', () => {
    const { slope, error } = slopeOf(0, 'age');
    expect(Math.abs(slope)).to.be.below(1 + 3 * error);
    expect(slopeOf(0, 'process').slope).to.be.above(100);
  });
  it('shows where those that come later take more', () => {
    expect(slopeOf(30, 'age').slope).to.be.within(28, 32);
  });
  it('counts how often all were replaced', () => {
    expect(generationsIn(samples(0), 900)).to.equal(4);
    expect(
      generationsIn(
        samples(0).filter(({ pid }) => pid < 10),
        900,
      ),
    ).to.equal(0);
  });
});
