/** `migraph validate`: holds a graph against the shapes and says in plain words what does not fit. */
import { join } from 'node:path';
import { readConfig } from '../config.js';
import { readShapes, type ValidationResult, validate } from '../shapes/validate.js';
import { inputFolders } from './build-inputs.js';
import { countOf } from './counts.js';
import { readGraph } from './graph-option.js';
import { startProgress } from './progress.js';
import { writeOut } from './write-out.js';

function* describeResults(results: readonly ValidationResult[]): Generator<string> {
  for (const { severity, focusNode, message, value } of results)
    yield `${severity}: ${focusNode.value}: ${message}${value === undefined ? '' : ` (${value.value})`}\n`;
}

/** Exit code 1 where anything violates a shape; warnings do not. */
export async function runValidate(options: { graph?: string }): Promise<void> {
  const { file, quads } = await readGraph(options.graph, readConfig());
  const progress = startProgress();
  progress.step('holding the graph against the shapes');
  const { results } = await validate(quads, readShapes(join(inputFolders.ontology, 'shapes')));
  progress.end();
  const violations = results.filter(({ severity }) => severity === 'Violation').length;
  await writeOut(describeResults(results));
  const warnings = results.length - violations;
  await writeOut([
    `${file}: ${countOf(quads.length, 'triple')}, ${countOf(violations, 'violation')}, ${countOf(warnings, 'warning')}\n`,
  ]);
  if (violations > 0) process.exitCode = 1;
}
