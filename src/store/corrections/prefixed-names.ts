/**
 * Prefixed names (SPARQL 1.2 Query, 4.1.1.1): the local part may hold colons, and a character with a backslash before it
 * stands for itself. The parser cuts it off at its first colon, and keeps the backslash.
 */
import { sparql12ParserBuilder } from '@traqula/parser-sparql-1-2';
import { type gram, lex } from '@traqula/rules-sparql-1-1';

const { pNameLn, pNameNs } = lex.terminals;

type PrefixedName = typeof gram.prefixedName;

const prefixedName: Pick<PrefixedName, 'name' | 'impl'> = {
  name: 'prefixedName',
  impl:
    ({ ACTION, CONSUME, OR }) =>
    (context) => {
      type Token = ReturnType<typeof CONSUME>;
      const toTerm = (token: Token): ReturnType<ReturnType<PrefixedName['impl']>> => {
        const end = token.image.indexOf(':');
        const prefix = token.image.slice(0, end);
        if (!context.skipValidation && context.prefixes[prefix] === undefined)
          throw new Error(`Unknown prefix: ${prefix}`);
        const local = token.image.slice(end + 1).replace(/\\(.)/g, '$1');
        return context.astFactory.termNamed(context.astFactory.sourceLocation(token), local, prefix);
      };
      return OR(
        [pNameLn, pNameNs].map((kind) => ({
          ALT: () => {
            const token = CONSUME(kind);
            return ACTION(() => toTerm(token));
          },
        })),
      );
    },
};

/** For all parsers that are built from now on. */
export function correctPrefixedNames(): void {
  sparql12ParserBuilder.patchRule(prefixedName);
}
