/** The blanks between the words of INSERT DATA, DELETE DATA and DELETE WHERE: the parser's pattern takes time that doubles with each of them. */
import { lex } from '@traqula/rules-sparql-1-1';

/** One or more blanks and comments, of which no stretch can be taken in two ways. */
const blanks = '(?:[\\t\\n\\r ]|#[^\\n]*\\n)+';

const clauses = [
  [lex.insertDataClause, 'insert', 'data'],
  [lex.deleteDataClause, 'delete', 'data'],
  [lex.deleteWhereClause, 'delete', 'where'],
] as const;

/** For all parsers that are built from now on. */
export function correctBlankRuns(): void {
  for (const [clause, first, second] of clauses) clause.PATTERN = new RegExp(`${first}${blanks}${second}`, 'i');
}
