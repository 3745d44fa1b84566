/** What is wrong with data by a profile, in words: which dataset, which property, and how it is mended. */
import type { DatasetCore, NamedNode, Quad, Term } from '../../rdf.js';
import { type Severity, type ValidationResult, validate } from '../../shapes/validate.js';
import { createEntries } from './find-entry.js';
import { mend } from './mend.js';

export interface Finding {
  readonly severity: Severity;
  /** The dataset or catalogue that it is about, or part of which it is about. */
  readonly entry: string;
  readonly title?: string | undefined;
  /** What does not fit, where that is a part of the entry. */
  readonly about?: string | undefined;
  /** IRI. */
  readonly property?: string | undefined;
  readonly message: string;
  /** What stands there instead. */
  readonly value?: string | undefined;
  /** Turtle. */
  readonly mend?: string | undefined;
}

export interface Report {
  readonly profile: string;
  readonly triples: number;
  readonly datasets: number;
  /** Whether there is no violation; warnings do no harm. */
  readonly conforms: boolean;
  readonly violations: number;
  readonly warnings: number;
  /** Violations first; the first of many. */
  readonly findings: readonly Finding[];
  /** How often each property that is recommended is missing, by its IRI. */
  readonly notStated: Readonly<Record<string, number>>;
}

/** Findings that are told one by one. */
export const mostFindings = 500;

const longest = 300;
const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
const nameOf = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);

const isViolation = ({ severity }: Pick<ValidationResult, 'severity'>): boolean => severity === 'Violation';

/** What stands where a result is of, looked up in one go. */
function collectValues(quads: readonly Quad[], results: readonly ValidationResult[]) {
  const keyOf = (subject: Term, predicate: Term): string => `${subject.termType} ${subject.value} ${predicate.value}`;
  const found = new Map<string, Term[]>();
  for (const { focusNode, path } of results) if (path !== undefined) found.set(keyOf(focusNode, path), []);
  for (const { subject, predicate, object } of quads) {
    const values = found.get(keyOf(subject, predicate));
    if (values !== undefined && !values.some((value) => value.equals(object))) values.push(object);
  }
  return (focus: Term, path: NamedNode): readonly Term[] => found.get(keyOf(focus, path)) ?? [];
}

export interface Validated {
  readonly report: Report;
  /** Those of the findings, in their order. */
  readonly results: readonly ValidationResult[];
}

export async function reportOn(
  quads: readonly Quad[],
  { profile, shapes }: { readonly profile: string; readonly shapes: DatasetCore },
): Promise<Validated> {
  const all = (await validate(quads, shapes)).results;
  const sorted = [...all.filter(isViolation), ...all.filter((result) => !isViolation(result))];
  const results = sorted.slice(0, mostFindings);
  const entries = createEntries(quads);
  const valuesOf = collectValues(quads, results);
  const toFinding = (result: ValidationResult): Finding => {
    const { severity, focusNode, path, message, value } = result;
    const entry = entries.entryOf(focusNode);
    return {
      severity,
      entry: nameOf(entry),
      title: entries.titleOf(entry),
      about: entry.equals(focusNode) ? undefined : nameOf(focusNode),
      property: path?.value,
      message,
      value: value && clip(nameOf(value)),
      mend: mend(result, shapes, valuesOf),
    };
  };
  const notStated: Record<string, number> = {};
  for (const { path, value, severity } of all)
    if (severity !== 'Violation' && path !== undefined && value === undefined)
      notStated[path.value] = (notStated[path.value] ?? 0) + 1;
  const violations = all.filter(isViolation).length;
  return {
    report: {
      profile,
      triples: quads.length,
      datasets: entries.datasets,
      conforms: violations === 0,
      violations,
      warnings: all.length - violations,
      findings: results.map(toFinding),
      notStated,
    },
    results,
  };
}
