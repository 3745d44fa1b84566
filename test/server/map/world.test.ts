/** The world as a picture: every country has an outline or a dot; numbers fall into few classes; arcs go where they are to go. */
import { expect } from 'chai';
import { classesOf, levelOf } from '../../../src/server/map/classes.js';
import { countries } from '../../../src/server/map/countries.js';
import { drawArc } from '../../../src/server/map/draw-arc.js';
import { drawMap } from '../../../src/server/map/draw-map.js';
import { placeOf, width, world } from '../../../src/server/map/world.js';

describe('the world', () => {
  it('has an outline or a dot for every country that has a code', () => {
    const { shapes } = world();
    expect(shapes.map(({ code }) => code).sort()).to.deep.equal([...countries.keys()].sort());
    const unseen = shapes.filter(({ outline, dot }) => outline === undefined && dot === undefined);
    expect(unseen).to.deep.equal([]);
  });
  it('shows small states as dots, large ones by their outline', () => {
    const shape = (wanted: string) => world().shapes.find(({ code }) => code === wanted);
    for (const code of ['MCO', 'MLT', 'TUV', 'SGP']) expect(shape(code)?.dot, code).to.be.an('array');
    for (const code of ['BRA', 'SWE', 'ATA']) expect(shape(code)?.dot, code).to.equal(undefined);
  });
  it('puts every place on the picture', () => {
    for (const code of countries.keys()) {
      const [x = Number.NaN, y = Number.NaN] = placeOf(code) ?? [];
      expect(x, code).to.be.within(0, width);
      expect(y, code).to.be.within(0, world().height);
    }
    expect(placeOf('XXX')).to.equal(undefined);
  });
  it('puts north above south, and west left of east', () => {
    const at = (code: string) => placeOf(code) ?? [0, 0];
    expect(at('SWE')[1]).to.be.below(at('ITA')[1]);
    expect(at('BRA')[0]).to.be.below(at('JPN')[0]);
  });
  it('draws one border around several countries, none around none', () => {
    const { outlineOf, shapes } = world();
    const own = shapes.find(({ code }) => code === 'PRT')?.outline ?? '';
    expect(outlineOf(['PRT', 'ESP'])).to.match(/^M[\d.]/);
    expect(outlineOf(['PRT', 'ESP']).length).to.be.above(own.length);
    expect(outlineOf(['XXX'])).to.equal('');
  });
});

describe('classes of numbers', () => {
  for (const [values, expected] of [
    [[], []],
    [[3, 3, 3], [[3, 3, 4]]],
    [
      [1, 2, 2],
      [
        [1, 1, 3],
        [2, 2, 4],
      ],
    ],
    [
      [9, 1, 2, 3, 5, 20, 40, 7],
      [
        [1, 2, 1],
        [3, 5, 2],
        [7, 9, 3],
        [20, 40, 4],
      ],
    ],
  ] as const)
    it(`of ${values.join(', ') || 'nothing'}`, () => {
      const classes = classesOf(values);
      expect(classes.map(({ from, to, level }) => [from, to, level])).to.deep.equal(expected);
      for (const value of values) expect(levelOf(classes, value)).to.be.above(0);
      expect(levelOf(classes, 0)).to.equal(0);
    });
});

describe('a drawn map', () => {
  const marks = new Map([
    ['SWE', { level: 4, title: 'Sweden <b>', href: '/x?a=1&b=2' }],
    ['MCO', { level: 2, title: 'Monaco' }],
    ['BRA', { level: 0, title: 'Brazil', href: '/y' }],
  ]);
  const drawn = drawMap({ label: 'A "map"', marks, arcs: [], outlined: ['SWE', 'NOR'] }).text;
  it('has its links, titles and patterns, escaped, and no style of its own', () => {
    expect(drawn)
      .to.include('<a href="/x?a=1&amp;b=2"><path')
      .and.include('<title>Sweden &lt;b&gt;</title>')
      .and.include('<g class="shaded level-4" fill="url(#level-4)">')
      .and.include('aria-label="A &quot;map&quot;"')
      .and.include('<path class="border" d="M')
      .and.not.include('style=')
      .and.not.include('NaN');
  });
  it('keeps what has no figure out of the way of the Tab key', () => {
    expect(drawn).to.include('<a href="/y" tabindex="-1">');
    expect(drawn).to.match(/<g class="shaded level-2"[^>]*><g><circle [^>]+r="4"\/><title>Monaco<\/title><\/g><\/g>/);
  });
});

describe('an arc', () => {
  it('leads from the one to the other, bent otherwise on the way back', () => {
    const ends = (from: string, to: string) => drawArc({ from, to, title: 'x' }).text;
    const [x1, y1] = placeOf('ALB') ?? [0, 0];
    expect(ends('ALB', 'ITA')).to.include(`d="M${x1.toFixed(1)} ${y1.toFixed(1)}Q`);
    const bend = (text: string) => /Q([\d.]+ [\d.]+)/.exec(text)?.[1];
    expect(bend(ends('ALB', 'ITA'))).to.not.equal(bend(ends('ITA', 'ALB')));
  });
  it('is none from a country to itself, or to what is none', () => {
    for (const to of ['ALB', 'XXX']) expect(drawArc({ from: 'ALB', to, title: 'x' }).text).to.equal('');
  });
});
