/** What the operations of an update work with. */
import type { Quad, Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import type { QuadIndex } from '../dataset-view.js';
import type { Operation } from '../parse/algebra.js';
import type { UpdateStep } from '../parse/parse-query.js';
import type { MintBlankNode } from '../rdf/blank-nodes.js';
import type { Recorder } from './recorder.js';

export interface UpdateTools {
  /** What is there, the recorder's writes among it. */
  readonly quads: QuadIndex;
  readonly recorder: Recorder;
  readonly mint: MintBlankNode;
  /** The triples of a document outside; throws a QueryFault. */
  load(iri: string): Promise<readonly Quad[]>;
  /** All solutions of a WHERE. */
  solve(where: Operation, variables: readonly Term[], dataset: UpdateStep['dataset']): Promise<readonly Binding[]>;
}
