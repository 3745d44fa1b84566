/** Triples by numbers as expanded JSON-LD, to the byte as `writeJsonLd` has it, a subject at a time. */
import { encoded } from './byte-writer.js';
import { NodeWriter } from './id-nodes.js';
import type { IdTriples } from './id-triples.js';

const [firstNode, nextNode] = [encoded('[\n {\n  "@id": '), encoded('\n },\n {\n  "@id": ')];
const documentEnd = encoded('\n }\n]\n');

/** What is said of a subject, with that of each predicate together, in the order in which those first come. */
function groupByPredicate(said: readonly number[]): readonly number[] {
  let isGrouped = true;
  for (let at = 2; at < said.length && isGrouped; at += 2) isGrouped = (said[at] as number) >= (said[at - 2] as number);
  if (isGrouped) return said;
  const groups = new Map<number, number[]>();
  for (let at = 0; at < said.length; at += 2) {
    const [predicate, object] = [said[at] as number, said[at + 1] as number];
    const group = groups.get(predicate) ?? [];
    groups.set(predicate, group);
    group.push(predicate, object);
  }
  return [...groups.values()].flat();
}

function* writeNodes(triples: IdTriples, nodes: NodeWriter): Generator<Uint8Array> {
  let before = firstNode;
  for (const subject of triples.subjects()) {
    const said = groupByPredicate(triples.about(subject));
    if (said.length === 0) continue;
    nodes.out.all(before);
    nodes.writeName(subject);
    nodes.writeTypes(said);
    yield* nodes.writeProperties(said);
    before = nextNode;
  }
  if (before === firstNode) nodes.out.text('[]\n');
  else nodes.out.all(documentEnd);
  yield* nodes.out.finish();
}

/** Undefined where something of it is in lists or in triple terms, which take a look at all of it. */
export function serialiseIdJsonLd(triples: IdTriples): Iterable<Uint8Array> | undefined {
  const nodes = new NodeWriter(triples.terms);
  for (const subject of triples.subjects()) if (!nodes.knows(triples.about(subject))) return undefined;
  return writeNodes(triples, nodes);
}
