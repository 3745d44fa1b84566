/** `migraph validate`: holds a graph against the shapes and says in plain words what does not fit. */
import { join } from 'node:path';
import { readConfig } from '../config.js';
import { readShapes, type ValidationResult, validate } from '../shapes/validate.js';
import { inputFolders } from './build-inputs.js';
import { countOf } from './counts.js';
import { readGraph } from './graph-option.js';
import { ownQuads } from './own-quads.js';
import { startProgress } from './progress.js';
import { writeOut } from './write-out.js';

function* describeResults(results: readonly ValidationResult[]): Generator<string> {
  for (const { severity, focusNode, message, value } of results)
    yield `${severity}: ${focusNode.value}: ${message}${value === undefined ? '' : ` (${value.value})`}\n`;
}

/** Exit code 1 where anything violates a shape; warnings do not. */
export async function runValidate(options: { graph?: string }): Promise<void> {
  const config = readConfig();
  const { file, quads: all } = await readGraph(options.graph, config);
  // The shapes hold what notes say; another catalogue keeps to rules of its own.
  const quads = ownQuads(all, config.base);
  const progress = startProgress();
  progress.step('holding the graph against the shapes');
  const { results } = await validate(quads, readShapes(join(inputFolders.ontology, 'shapes')));
  progress.end();
  const violations = results.filter(({ severity }) => severity === 'Violation').length;
  await writeOut(describeResults(results));
  const beside = all.length - quads.length;
  const imported =
    beside === 0 ? '' : ` (and ${beside.toLocaleString('en')} of other catalogues, which are not held against them)`;
  const warnings = results.length - violations;
  await writeOut([
    `${file}: ${countOf(quads.length, 'triple')}${imported}, ${countOf(violations, 'violation')}, ${countOf(warnings, 'warning')}\n`,
  ]);
  if (violations > 0) process.exitCode = 1;
}
