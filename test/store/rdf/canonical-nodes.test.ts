/** Blank nodes are named by what is said of them, and by nothing else. */
import { expect } from 'chai';
import n3 from 'n3';
import { type Quad, rdf } from '../../../src/rdf.js';
import { serialiseNQuads } from '../../../src/serialise/quads.js';
import { nameCanonically } from '../../../src/store/rdf/canonical-nodes.js';

const parse = (text: string): Quad[] => new n3.Parser().parse(`PREFIX : <http://x/> ${text}`) as unknown as Quad[];
const named = async (text: string): Promise<string> => serialiseNQuads(await nameCanonically(parse(text)));
const labels = (text: string): Set<string> => new Set(text.match(/_:\w+/g));

describe('canonical blank nodes', () => {
  it('are the same whatever their labels and the order', async () => {
    const one = await named(':a :p _:x . _:x :q "1" ; :r _:y . _:y :q "2" . :b :p [ :q "1" ] .');
    const other = await named(':b :p _:z . _:z :q "1" . _:a :q "2" . _:b :r _:a ; :q "1" . :a :p _:b .');
    expect(one).to.equal(other);
    expect(labels(one).size).to.equal(3);
  });

  it('are the same twice over', async () => {
    const once = await nameCanonically(parse(':a :p [ :q [ :r "1" ], [ :r "2" ] ] .'));
    expect(serialiseNQuads(await nameCanonically(once))).to.equal(serialiseNQuads(once));
  });

  it('keep their names when something else is said', async () => {
    const before = labels(await named(':a :p [ :q "1" ] .'));
    const after = labels(await named(':a :p [ :q "1" ] . :b :p [ :q "2" ] . :a :r "new" .'));
    expect([...after]).to.include.members([...before]);
    expect(labels(await named(':a :p [ :q "1 more" ] .'))).not.to.have.any.keys(...before);
  });

  it('are one where they are said the same of, and two where they are not', async () => {
    expect(labels(await named(':a :p [ :q "1" ], [ :q "1" ] .')).size).to.equal(1);
    expect(labels(await named(':a :p [ :q "1" ], [ :q "1"@en ] .')).size).to.equal(2);
    expect(labels(await named(':a :p [ :q "1" ] . :b :p [ :q "1" ] .')).size).to.equal(2);
  });

  it('are told apart by a base direction', async () => {
    const text = (direction: string) => rdf.literal('x', { language: 'ar', direction } as unknown as string);
    const quads = ['ltr', 'rtl'].flatMap((direction) => {
      const node = rdf.blankNode(direction);
      return [
        rdf.quad(rdf.namedNode('http://x/a'), rdf.namedNode('http://x/p'), node),
        rdf.quad(node, rdf.namedNode('http://x/q'), text(direction)),
      ];
    });
    expect(labels(serialiseNQuads(await nameCanonically(quads))).size).to.equal(2);
  });

  it('are found where all hangs together, and in many small pieces', async function () {
    this.timeout(20_000);
    const parts = Array.from(
      { length: 3000 },
      (_, n) => `_:c :p [ :q "${n}" ; :r [ :s "${n}" ] ] . :d${n} :p [ :q "${n}" ] .`,
    );
    expect(labels(await named(parts.join('\n'))).size).to.equal(9001);
  });

  it('are refused in the end where they are made to be alike', async function () {
    this.timeout(60_000);
    const all = Array.from({ length: 40 }, (_, n) => n);
    const clique = all.flatMap((a) => all.filter((b) => b !== a).map((b) => `_:n${a} :p _:n${b} .`)).join('\n');
    const error = await named(clique).catch((reason: unknown) => reason);
    expect(error)
      .to.be.instanceOf(Error)
      .with.property('message')
      .match(/cannot be told apart/);
  });
});
