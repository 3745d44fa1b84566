/** Takes out of the notes' graphs what they were read to say and what no graph may say. */
import type { Claim } from '../extract/claim.js';
import type { Quad } from '../rdf.js';
import type { ValidationResult } from '../shapes/validate.js';
import type { NoteGraph, Statement } from './note-graph.js';

/** A statement that was read, and is not in the graph. */
export interface Withheld {
  /** The note's slug. */
  readonly note: string;
  readonly claim: Claim;
  /** What the shape says. */
  readonly reason: string;
}

/**
 * Removes the statements at fault for these violations from the graphs. Gives what it removed, and the violations that no
 * statement is at fault for.
 */
export function withhold(
  violations: readonly ValidationResult[],
  graphs: readonly NoteGraph[],
): { withheld: Withheld[]; unexplained: ValidationResult[] } {
  const mentions = indexBySubject(graphs);
  const reasons = new Map<Statement, string>();
  const unexplained: ValidationResult[] = [];
  for (const violation of violations) {
    const statements = mentions.get(violation.focusNode.value) ?? [];
    const exact = statements.filter(({ said }) => said.some((triple) => isAtFault(triple, violation)));
    // Without a triple to blame (a missing title, say) all that is said of the thing goes.
    const atFault = exact.length > 0 ? exact : statements;
    if (atFault.length === 0) unexplained.push(violation);
    for (const statement of atFault) if (!reasons.has(statement)) reasons.set(statement, violation.message);
  }
  const withheld = graphs.flatMap((graph) => {
    const { statements, note } = graph;
    const gone = statements.filter((statement) => reasons.has(statement));
    if (gone.length > 0) statements.splice(0, statements.length, ...statements.filter((one) => !reasons.has(one)));
    return gone.map((one) => ({ note: note.slug, claim: one.claim, reason: reasons.get(one) ?? '' }));
  });
  return { withheld, unexplained };
}

function isAtFault({ subject, predicate, object }: Quad, { focusNode, path, value }: ValidationResult): boolean {
  return (
    path !== undefined &&
    subject.equals(focusNode) &&
    predicate.equals(path) &&
    (value === undefined || object.equals(value))
  );
}

/** IRI → the statements that say or describe something of it. */
function indexBySubject(graphs: readonly NoteGraph[]): Map<string, Statement[]> {
  const index = new Map<string, Statement[]>();
  for (const { statements, claimIri } of graphs)
    for (const statement of statements) {
      const { said, described } = statement;
      const subjects = [
        ...[...said, ...described].map(({ subject }) => subject),
        ...said.map((one) => claimIri(one, statement)),
      ];
      for (const subject of new Set(subjects.map(({ value }) => value))) {
        const known = index.get(subject);
        if (known) known.push(statement);
        else index.set(subject, [statement]);
      }
    }
  return index;
}
