/** The picture of a thing's surroundings: nothing lies upon anything else, everything is named and escaped. */
import { expect } from 'chai';
import { arrange, width } from '../../../src/server/graph-view/arrange.js';
import { drawGraph, type Group } from '../../../src/server/graph-view/draw-graph.js';

const group = (label: string, ...names: string[]): Group => ({
  label,
  nodes: names.map((text) => ({ text, href: `/graph-view?iri=${text.length}` })),
});

describe('the arrangement', () => {
  it('puts everything below what is before it, within the picture', () => {
    const { left, right, height, centre } = arrange([3, 1], [12, 6, 1]);
    for (const side of [left, right]) {
      const lines = side.flatMap(({ heading, items }) => [heading, ...items]);
      expect(lines).to.deep.equal([...lines].sort((a, b) => a - b));
      expect(new Set(lines).size).to.equal(lines.length);
      expect(lines.at(-1)).to.be.below(height);
    }
    expect(centre).to.be.within(0, height);
  });
  it('is the same again, and has room for the thing alone', () => {
    expect(arrange([2], [4])).to.deep.equal(arrange([2], [4]));
    expect(arrange([], []).height).to.be.above(100);
  });
});

describe('the drawn surroundings', () => {
  const long =
    'A thing with a very long name that goes on and on and on and does not fit into a box of the picture, however many lines it has';
  const drawn = drawGraph({
    label: 'Around "it"',
    centre: { text: long, href: '/dataset/x' },
    incoming: [group('dct:spatial', 'One & <b>', 'Two')],
    outgoing: [{ label: 'skos:broader', nodes: [{ text: 'and 23 more', href: '/country/SWE', isRest: true }] }],
  }).text;
  it('have a box and a link for each thing, an arrow for each property', () => {
    expect(drawn.match(/<rect class="node"/g)).to.have.length(3);
    expect(drawn.match(/<rect class="rest"/g)).to.have.length(1);
    expect(drawn.match(/marker-end=/g)).to.have.length(2);
    expect(drawn).to.include('<title>skos:broader</title>').and.include(`viewBox="0 0 ${width} `);
  });
  it('are escaped, and have no style of their own', () => {
    expect(drawn)
      .to.include('<title>One &amp; &lt;b&gt;</title>')
      .and.include('aria-label="Around &quot;it&quot;"')
      .and.not.match(/style=|NaN|undefined/);
  });
  it('break a long name into lines, and say it whole in its title', () => {
    expect(drawn).to.include(`<title>${long}</title>`);
    expect(drawn.match(/<tspan/g)).to.have.length(4);
    expect(drawn).to.include('…</tspan>');
  });
});
