/** A change comes back from its text exactly as it was, whatever stands in it: the journal must never hold what cannot be read. */
import { expect } from 'chai';
import { type Quad, rdf } from '../../../src/rdf.js';
import { writeQuad } from '../../../src/serialise/terms.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { readPatch, writePatch } from '../../../src/store/journal/patch.js';

const config = { base: 'http://data.example/', unionDefaultGraph: false, queryDeadline: 10, maxAnswerBytes: 1_000_000 };

/** The same numbers at every run. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  'a',
  '"',
  '\\',
  '\n',
  '\r',
  '\t',
  '\u0000',
  '\u0001',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '😀',
  'é',
  '^^',
  '@en',
  '<x>',
  ' .',
  '#',
  'D ',
  'A ',
  '_:b',
  '{',
  '`',
  '%',
  "'",
];

describe('a patch', () => {
  const dice = createDice(7);
  const pick = <T>(of: readonly T[]): T => of[dice(of.length)] as T;
  const text = () => Array.from({ length: dice(6) }, () => pick(pieces)).join('');
  const iri = () =>
    rdf.namedNode(
      `${pick(['http://e/', 'urn:x:', 'mailto:'])}${encodeURI(text())}${pick(['', 'é', '?a=b#c', "'()*"])}`,
    );
  const blank = () => rdf.blankNode(pick(['u.0f.1', 'g.ab.12', 'x']));
  const literal = () =>
    pick([
      () => rdf.literal(text()),
      () => rdf.literal(text(), pick(['en', 'zh-hant', 'de-1996'])),
      () => rdf.literal(text(), iri()),
    ])();
  const triple = (depth = 0): Quad =>
    rdf.quad(
      pick([iri, blank])(),
      iri(),
      pick<() => never>([iri, blank, literal, ...(depth < 2 ? [() => triple(depth + 1)] : [])] as never)(),
    );

  it('gives back ten thousand quads of every kind, each line a line', () => {
    const quads = Array.from({ length: 10_000 }, () => {
      const { subject, predicate, object } = triple();
      return rdf.quad(subject, predicate, object, pick([() => rdf.defaultGraph(), iri, blank])());
    });
    const change = { removed: quads.slice(0, 5000), added: quads.slice(5000) };
    const patch = writePatch(change);
    expect(patch.split('\n').every((line) => line === '' || /^[AD] [^\n]* \.$/.test(line))).to.equal(true);
    const back = [...readPatch(patch)];
    const lines = (of: 'removed' | 'added') => back.flatMap((part) => part[of]).map((texts) => texts.join(' ').trim());
    for (const of of ['removed', 'added'] as const)
      expect(lines(of)).to.deep.equal(change[of].map((quad) => writeQuad(quad).slice(0, -3)));
  });
  it('holds no zero byte, by which the journal knows a torn record', () => {
    const patch = writePatch({
      removed: [],
      added: [rdf.quad(rdf.namedNode('urn:a'), rdf.namedNode('urn:b'), rdf.literal('\0'))],
    });
    expect(Buffer.from(patch).includes(0)).to.equal(false);
  });
  it('of an update, put on another copy of the graph, gives the same graph', async () => {
    const [one, other] = [openEmbedded([], config), openEmbedded([], config)];
    const updates = [
      'INSERT DATA { _:a <http://e/p> "x"@EN, "x"@en--RTL, 1.0, "1.0", <http://e/%41>, <<( <http://e/s> <http://e/p> "é"@FR )>> }',
      'INSERT { ?s <http://e/q> ?l, ?m, ?b, ?n } WHERE { ?s <http://e/p> 1.0 BIND(STRLANG("y", "DE-at") AS ?l) BIND(STRDT("z", <http://e/T>) AS ?m) BIND(BNODE() AS ?b) BIND(1/3 AS ?n) }',
      'DELETE { ?s ?p ?o } INSERT { ?o ?p ?s } WHERE { ?s ?p ?o FILTER(isBlank(?o)) }',
      'DELETE { ?s ?p "x"@en } WHERE { ?s ?p "x"@en }',
    ];
    for (const update of updates) {
      for (const change of readPatch(writePatch(await one.evaluateUpdate(update)))) other.apply(change);
      expect(await dump(other)).to.deep.equal(await dump(one));
    }
    expect((await dump(one)).length).to.be.greaterThan(8);
  });
});

async function dump(store: ReturnType<typeof openEmbedded>): Promise<string[]> {
  const answer = await store.respond('SELECT ?s ?p ?o { ?s ?p ?o }', { bindings: 'tsv' });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').split('\n').sort();
}
