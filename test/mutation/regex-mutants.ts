/** The ways in which a regular expression is put otherwise: anchors, classes, quantifiers, looks ahead and behind. */
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

const parser = new RegExpParser({ ecmaVersion: 2025 });

const negatedEscape = (raw: string): string =>
  raw.charAt(0) +
  (raw.charAt(1) === raw.charAt(1).toLowerCase() ? raw.charAt(1).toUpperCase() : raw.charAt(1).toLowerCase()) +
  raw.slice(2);

function assertion({ kind, raw }: AST.Assertion): string {
  if (kind === 'start' || kind === 'end') return '';
  if (kind === 'word') return negatedEscape(raw);
  // (?=x) and (?!x), (?<=x) and (?<!x)
  return raw.replace(/^(\(\?<?)([=!])/, (_, open: string, sign: string) => open + (sign === '=' ? '!' : '='));
}

/** The texts of the mutants of one literal, `/…/flags`. */
export function mutateRegex(literal: string): string[] {
  const mutants: string[] = [];
  const put = ({ start, end }: AST.Node, text: string): void => {
    const mutant = literal.slice(0, start) + text + literal.slice(end);
    // What is left must be a pattern: `//` begins a comment.
    if (mutant.startsWith('//') || !isPattern(mutant)) return;
    mutants.push(mutant);
  };
  visitRegExpAST(parser.parseLiteral(literal), {
    onAssertionEnter: (node) => put(node, assertion(node)),
    onQuantifierEnter: (node) => put(node, node.element.raw),
    onCharacterClassEnter: (node) => put(node, node.negate ? node.raw.replace('[^', '[') : node.raw.replace('[', '[^')),
    onCharacterSetEnter(node) {
      if (node.kind !== 'any') put(node, negatedEscape(node.raw));
    },
  });
  return mutants;
}

function isPattern(literal: string): boolean {
  try {
    parser.parseLiteral(literal);
    return true;
  } catch {
    return false;
  }
}
