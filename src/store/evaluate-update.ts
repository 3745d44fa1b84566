/** Carries out a SPARQL update, operation by operation, on a recorder; each sees what those before it have done. */
import type { Quad } from '../rdf.js';
import type { Binding } from '../serialise/results.js';
import { faultOfQuad } from './check-quad.js';
import { QueryFault } from './graph-store.js';
import { createOwnTerms, instantiate, variablesOf } from './instantiate.js';
import { manageGraphs } from './manage-graphs.js';
import type { UpdateStep } from './parse-query.js';
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

/** What it has written before a failure is for the recorder to undo. */
export async function evaluateUpdate(steps: readonly UpdateStep[], tools: UpdateTools): Promise<void> {
  for (const step of steps) {
    if (step.operation.type === 'deleteinsert') await deleteAndInsert(step, tools);
    else if (step.operation.type !== 'nop' && step.operation.type !== 'load') manageGraphs(step.operation, tools);
  }
}
