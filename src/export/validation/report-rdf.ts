/** A report as SHACL has it: a sh:ValidationReport, its results named by numbers of the report alone. */
import { type Quad, type Quad_Object, rdf } from '../../rdf.js';
import type { ValidationResult } from '../../shapes/validate.js';
import { prefixes, rdfTerms, sh, xsd } from '../../vocabularies.js';
import type { Validated } from './report.js';

function describeResult(result: ValidationResult, n: number): Quad[] {
  const node = rdf.blankNode(`result${n}`);
  const { focusNode, path, value, message, severity, component } = result;
  const say = (predicate: (typeof sh)['result'], object: Quad_Object): Quad => rdf.quad(node, predicate, object);
  return [
    rdf.quad(node, rdfTerms.type, sh.ValidationResult),
    say(sh.focusNode, focusNode as Quad_Object),
    ...(path === undefined ? [] : [say(sh.resultPath, path)]),
    ...(value === undefined ? [] : [say(sh.value, value as Quad_Object)]),
    say(sh.resultMessage, rdf.literal(message, 'en')),
    say(sh.resultSeverity, rdf.namedNode(prefixes.sh + severity)),
    say(sh.sourceConstraintComponent, component),
  ];
}

/** `sh:conforms` is false where there is any result, a warning too (SHACL, section 3.6.1). */
export function describeReport({ report, results }: Validated): Quad[] {
  const node = rdf.blankNode('report');
  const isClean = report.violations + report.warnings === 0;
  return [
    rdf.quad(node, rdfTerms.type, sh.ValidationReport),
    rdf.quad(node, sh.conforms, rdf.literal(String(isClean), xsd.boolean)),
    ...results.flatMap((result, n) => [
      rdf.quad(node, sh.result, rdf.blankNode(`result${n}`)),
      ...describeResult(result, n),
    ]),
  ];
}
