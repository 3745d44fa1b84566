/** An answer seen as columns: the bindings of a variable, or the objects of a predicate. */
import { type Quad, rdf, type Term } from '../../../src/rdf.js';
import type { FullAnswer } from './answer.js';

/** Column → its terms. */
export function columnsOf(answer: FullAnswer): Map<string, Term[]> {
  const columns = new Map<string, Term[]>();
  const put = (name: string, term: Term) => columns.set(name, [...(columns.get(name) ?? []), term]);
  if (answer.kind === 'bindings') for (const row of answer.rows) for (const [name, term] of row) put(name, term);
  if (answer.kind === 'graph') for (const { predicate, object } of answer.quads) put(predicate.value, object);
  return columns;
}

/** The answer with each term of a column replaced by what `view` makes of it. */
export function mapColumns(answer: FullAnswer, view: (column: string, term: Term) => Term): FullAnswer {
  if (answer.kind === 'boolean') return answer;
  if (answer.kind === 'bindings') {
    const viewRow = (row: ReadonlyMap<string, Term>) => new Map([...row].map(([name, t]) => [name, view(name, t)]));
    return { ...answer, rows: answer.rows.map(viewRow) };
  }
  const viewQuad = (q: Quad): Quad =>
    rdf.quad(q.subject, q.predicate, view(q.predicate.value, q.object) as Quad['object'], q.graph);
  return { ...answer, quads: answer.quads.map(viewQuad) };
}
