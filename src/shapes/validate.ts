/** Holds quads against SHACL shapes and tells what does not fit, in the words of the shapes. */
import { type Result as EngineResult, Validator } from 'shacl-engine';
import type { DatasetCore, NamedNode, Quad, Term } from '../rdf.js';
import { rdfDatasets } from '../rdf-datasets.js';
import { prefixes } from '../vocabularies.js';
import { readTurtle, readTurtleFolder } from './read-turtle.js';
import { indexTriples } from './triple-index.js';

/** How bad it is (https://www.w3.org/TR/shacl/#severity). */
export type Severity = 'Violation' | 'Warning' | 'Info';

/** One thing that does not fit (https://www.w3.org/TR/shacl/#results-validation-result). */
export interface ValidationResult {
  readonly focusNode: Term;
  /** The property; of a longer path the first one. Absent where the shape is of the node as a whole. */
  readonly path?: NamedNode;
  /** What a curator reads. */
  readonly message: string;
  readonly severity: Severity;
  /** The value at fault; absent where a value is missing or too many are there. */
  readonly value?: Term;
  readonly shape: Term;
  /** Which constraint of the shape it is: `sh:MinCountConstraintComponent`. */
  readonly component: NamedNode;
}

/** Whether quads keep the shapes, and where they do not. */
export interface ValidationReport {
  /** As SHACL has it: whether there are no results at all, warnings among them. */
  readonly conforms: boolean;
  /** Sorted by focus node, path, value and message; each said once. */
  readonly results: readonly ValidationResult[];
}

/**
 * Reads all shapes of a folder.
 * @throws Error `file:line: reason` where a file is malformed
 */
export function readShapes(folder: string): DatasetCore {
  return rdfDatasets.dataset(readTurtleFolder(folder));
}

/** Reads all shapes of one file; fails as {@link readShapes} does. */
export function readShapesFile(file: string): DatasetCore {
  return rdfDatasets.dataset(readTurtle(file));
}

/** Validates quads (whatever graphs they are in, taken as one graph). */
export async function validate(quads: Iterable<Quad>, shapes: DatasetCore): Promise<ValidationReport> {
  const validator = new Validator(shapes, { factory: rdfDatasets });
  const dataset = indexTriples(quads);
  const results = new Map<string, ValidationResult>();
  // One shape after the other: the engine remembers all that it has looked at for as long as one run takes.
  for (const { ptr } of validator.shapes.values()) {
    const report = await validator.validate({ dataset }, [ptr]);
    for (const result of report.results.map(toResult)) results.set(sortKey(result), result);
  }
  const sorted = [...results].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
  return { conforms: sorted.length === 0, results: sorted };
}

function toResult(result: EngineResult): ValidationResult {
  const path = result.path?.[0]?.predicates[0];
  const value = path === undefined ? undefined : result.value?.term;
  return {
    focusNode: result.focusNode.term ?? result.shape.ptr.term,
    ...(path !== undefined && { path }),
    message: result.message.map((text) => text.value).join(' '),
    severity: result.severity.value.slice(prefixes.sh.length) as Severity,
    ...(value !== undefined && { value }),
    shape: result.shape.ptr.term,
    component: result.constraintComponent,
  };
}

function sortKey({ focusNode, path, value, message }: ValidationResult): string {
  return [focusNode.value, path?.value ?? '', value?.value ?? '', message].join('\u0000');
}
