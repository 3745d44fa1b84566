/** Carries out a SPARQL update, operation by operation, on a recorder; each sees what those before it have done. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { QueryFault } from '../graph-store.js';
import type { UpdateStep } from '../parse/parse-query.js';
import { faultOfQuad } from '../rdf/check-quad.js';
import { createOwnTerms, instantiate, variablesOf } from './instantiate.js';
import { manageGraphs } from './manage-graphs.js';
import type { UpdateTools } from './update-tools.js';

const templateOf = (part: unknown): readonly Quad[] => (Array.isArray(part) ? (part as Quad[]) : []);

/** What WHERE found, with the blank nodes called as the store calls them. */
async function findSolutions(step: UpdateStep, templates: readonly Quad[], tools: UpdateTools): Promise<Binding[]> {
  if (step.where === undefined) return [new Map()];
  const rows = await tools.solve(step.where, variablesOf(templates), step.dataset);
  const own = createOwnTerms(tools.mint);
  return rows.map((row) => new Map([...row].map(([name, term]) => [name, own(term)] as const)));
}

/** All is found before anything is written; then everything is removed before anything is added. */
async function deleteAndInsert(step: UpdateStep, tools: UpdateTools): Promise<void> {
  const [deleted, inserted] = [templateOf(step.operation['delete']), templateOf(step.operation['insert'])];
  // What is written out must be RDF; what is made from solutions is left out where it is not.
  const wrong = [...deleted, ...inserted].map(faultOfQuad).find((fault) => fault !== undefined);
  if (step.where === undefined && wrong !== undefined) throw new QueryFault('malformed', wrong);
  const solutions = await findSolutions(step, [...deleted, ...inserted], tools);
  for (const solution of solutions)
    for (const quad of instantiate(deleted, solution, tools.mint)) tools.recorder.remove(quad);
  for (const solution of solutions)
    for (const quad of instantiate(inserted, solution, tools.mint)) tools.recorder.add(quad);
}

/** LOAD: the triples of a document, into a graph (SPARQL 1.1 Update, section 3.1.4). */
async function load({ operation }: UpdateStep, tools: UpdateTools): Promise<void> {
  const [source, destination] = [operation['source'] as Term, operation['destination'] as Quad['graph'] | undefined];
  for (const { subject, predicate, object } of await tools.load(source.value))
    tools.recorder.add(rdf.quad(subject, predicate, object, destination ?? rdf.defaultGraph()));
}

/** With SILENT it succeeds all the same, and does nothing. */
async function loadOrPass(step: UpdateStep, tools: UpdateTools): Promise<void> {
  try {
    await load(step, tools);
  } catch (error) {
    if (step.operation['silent'] !== true || !isFailureOf(error)) throw error;
  }
}

/** Of the source, not of the time there is. */
const isFailureOf = (error: unknown): boolean =>
  error instanceof QueryFault && error.kind !== 'timeout' && error.kind !== 'aborted';

/** What it has written before a failure is for the recorder to undo. */
export async function evaluateUpdate(steps: readonly UpdateStep[], tools: UpdateTools): Promise<void> {
  for (const step of steps) {
    if (step.operation.type === 'deleteinsert') await deleteAndInsert(step, tools);
    else if (step.operation.type === 'load') await loadOrPass(step, tools);
    else if (step.operation.type !== 'nop') manageGraphs(step.operation, tools);
  }
}
