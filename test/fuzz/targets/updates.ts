/** Updates by chance: afterwards the store holds what oxigraph holds, and where one fails what it held before. */
import oxigraph from 'oxigraph';
import type { Quad } from '../../../src/rdf.js';
import { serialiseNQuads } from '../../../src/serialise/quads.js';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { openPlain } from '../../conformance/documents.js';
import { readDataset } from '../../conformance/suites/update.js';
import { prologue } from '../../differential/data.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { reasonFault } from '../one-line.js';
import { areSame } from './rdf/read-and-write.js';
import { generateUpdate } from './updates/generate-update.js';

const held = `${prologue}
:a :p :b , :c ; :v 1 , "x" . :b :q :c ; :v "x"@en . _:m :p :a . :e :r _:m .
:g1 { :a :p :b ; :v 1 . :b :q :c } :g2 { :a :p :b , :c ; :v 2 . _:n :p _:n } :g3 { :e :p :f ; :v true }`;

const nquads = { format: 'application/n-quads' } as const;

/** What the other engine holds afterwards, or why it refuses. */
async function updateTheirs(before: readonly Quad[], update: string): Promise<readonly Quad[] | string> {
  const store = new oxigraph.Store();
  store.load(serialiseNQuads(before), nquads);
  try {
    store.update(update);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return parseRdf(store.dump(nquads), 'nquads', 'urn:x');
}

const show = (quads: Iterable<Quad>): string => serialiseNQuads(quads).slice(0, 2000);

/** Ours has no graphs that are empty: it copies none, where that engine copies nothing, and has nothing to refuse where that drops none. */
const ofGraphsNotHeld = /^The graph .* does not exist|^there is no graph </;

async function probe(before: readonly Quad[], text: string): Promise<Outcome> {
  const update = `${prologue} ${text}`;
  const store = openPlain(before);
  try {
    await store.update(update);
  } catch (error) {
    const isAsBefore = areSame(before, await readDataset(store));
    if (!(error instanceof QueryFault)) return { kind: 'failed', fault: String((error as Error).stack) };
    const theirs = await updateTheirs(before, update);
    const alone =
      typeof theirs === 'string' || ofGraphsNotHeld.test(error.message)
        ? undefined
        : `we alone refuse: ${error.message}`;
    return { kind: 'refused', fault: isAsBefore ? (reasonFault(error.message) ?? alone) : 'something was changed' };
  }
  const theirs = await updateTheirs(before, update);
  const after = await readDataset(store);
  if (typeof theirs === 'string')
    return { kind: 'done by us alone', fault: ofGraphsNotHeld.test(theirs) ? undefined : `they refuse: ${theirs}` };
  return { kind: 'done', fault: areSame(after, theirs) ? undefined : `we hold\n${show(after)}they\n${show(theirs)}` };
}

async function open(): Promise<FuzzSession> {
  const before = await parseRdf(held, 'trig', 'http://e/');
  return { probe: (input) => probe(before, Buffer.from(input).toString()), close: async () => undefined };
}

export const updates: FuzzTarget = {
  name: 'updates',
  share: 20,
  generate: (random) => Buffer.from(generateUpdate(random)),
  open,
};
