/** Labels of blank nodes: new ones are nobody else's, those of a file come from the file alone. */
import { expect } from 'chai';
import type { Quad } from '../../../src/rdf.js';
import { serialiseNQuads } from '../../../src/serialise/quads.js';
import { createMint, labelBlankNodes, renameBlankNodes } from '../../../src/store/rdf/blank-nodes.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const parse = (text: string): Promise<Quad[]> => parseRdf(text, 'trig', 'http://e/');
const written = (quads: Iterable<Quad>): string => serialiseNQuads(quads);
const labels = (quads: Iterable<Quad>): string[] => [...new Set(written(quads).match(/_:\S+/g))];

const text = '<s> <p> [ <q> 1 ], _:x . _:x <q> <<( _:x <p> _:y )>> . GRAPH _:g { <s> <p> 1 } <t> <p> 1 .';

describe('labels of blank nodes', () => {
  it('that are minted are no other minter’s', () => {
    const [one, other] = [createMint(), createMint()];
    const all = [one(), one(), other(), other()].map(({ value }) => value);
    expect(new Set(all).size).to.equal(4);
    for (const label of all) expect(label).to.match(/^u\.[0-9a-f]{24}\.\d+$/);
  });
  it('are the same within a text and others in the next', async () => {
    const mint = createMint();
    const quads = await parse(text);
    const [one, other] = [renameBlankNodes(quads, mint), renameBlankNodes(quads, mint)];
    expect([labels(one).length, labels([...one, ...other]).length]).to.deep.equal([4, 8]);
  });
  it('of a file are the same whenever it is read', async () => {
    const [one, other] = [labelBlankNodes(await parse(text)), labelBlankNodes(await parse(text))];
    expect(written(one)).to.equal(written(other));
    for (const label of labels(one)) expect(label).to.match(/^_:g\.[0-9a-f]{16}\.[1-4]$/);
    expect(labels(labelBlankNodes(one))).to.have.length(4);
  });
  it('of a file stay where other statements change, and are all new where one about them does', async () => {
    const before = labels(labelBlankNodes(await parse(text)));
    expect(labels(labelBlankNodes(await parse(`<a> <p> 2 . ${text.replace('<t> <p> 1 .', '')}`)))).to.deep.equal(
      before,
    );
    const after = labels(labelBlankNodes(await parse(text.replace('<q> 1', '<q> 2'))));
    expect(after.filter((label) => before.includes(label))).to.deep.equal([]);
  });
  it('leave alone what has none', async () => {
    const quads = await parse('<s> <p> "_:x" .');
    expect(labelBlankNodes(quads)).to.deep.equal(quads);
  });
});
