/** The vocabulary in which the tests of SPARQL 1.0 write down rows as a graph. */
import type { Quad } from '../../../src/rdf.js';
import { indexGraph, nodesWith } from '../node.js';
import type { FullAnswer } from './answer.js';

/** The rows, ordered where they are numbered; a graph that speaks of no result set is itself the answer. */
export function readResultSet(quads: readonly Quad[]): FullAnswer {
  const index = indexGraph(quads);
  const boolean = nodesWith(index, 'rs:boolean')[0]?.one('rs:boolean');
  if (boolean !== undefined) return { kind: 'boolean', value: boolean.value === 'true' };
  const set = nodesWith(index, 'rdf:type').find((node) => node.is('rs:ResultSet'));
  if (set === undefined) return { kind: 'graph', quads };
  const numbered = set.all('rs:solution').map((solution) => ({
    number: Number(solution.one('rs:index')?.value ?? Number.NaN),
    row: new Map(
      solution.all('rs:binding').flatMap((binding) => {
        const [variable, value] = [binding.one('rs:variable'), binding.one('rs:value')];
        return variable === undefined || value === undefined ? [] : [[variable.value, value.term] as const];
      }),
    ),
  }));
  return {
    kind: 'bindings',
    variables: set.all('rs:resultVariable').map(({ value }) => value),
    rows: numbered.sort((a, b) => a.number - b.number).map(({ row }) => row),
    ordered: numbered.length > 0 && numbered.every(({ number }) => !Number.isNaN(number)),
  };
}
