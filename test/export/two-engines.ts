/** Two SHACL engines that share nothing are asked the same, and must say the same. */
import { expect } from 'chai';
import SecondValidator from 'rdf-validate-shacl';
import type { DatasetCore, Quad } from '../../src/rdf.js';
import { rdfDatasets } from '../../src/rdf-datasets.js';
import { type ValidationResult, validate } from '../../src/shapes/validate.js';

/** Severity, thing and property of each result, each once: the engines put messages in other words. */
const keysOf = (results: readonly (readonly [string, string, string])[]): string[] =>
  [...new Set(results.map((parts) => parts.join(' ')))].sort();

/** What both engines say; fails where they differ. */
export async function validateTwice(
  quads: readonly Quad[],
  shapes: DatasetCore,
): Promise<{ readonly violations: readonly string[]; readonly warnings: readonly ValidationResult[] }> {
  const { results } = await validate(quads, shapes);
  const second = new SecondValidator(shapes as never);
  const report = await second.validate(rdfDatasets.dataset(quads as Quad[]) as never);
  const first = keysOf(
    results.map(({ severity, focusNode, path }) => [severity, focusNode.value, path?.value ?? ''] as const),
  );
  const other = keysOf(
    report.results.map(({ severity, focusNode, path }) => {
      const name = severity?.value.replace(/^.*#/, '') ?? '';
      return [name, focusNode?.value ?? '', path?.termType === 'NamedNode' ? path.value : ''] as const;
    }),
  );
  expect(other, 'what rdf-validate-shacl says').to.deep.equal(first);
  return {
    violations: first.filter((key) => key.startsWith('Violation')),
    warnings: results.filter(({ severity }) => severity !== 'Violation'),
  };
}
