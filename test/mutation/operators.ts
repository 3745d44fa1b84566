/** The ways in which a node of JavaScript is put otherwise; much as StrykerJS has them, so that figures can be compared. */
import ts from 'typescript';
import { mutateRegex } from './regex-mutants.js';

export interface Change {
  readonly kind: string;
  readonly text: string;
  /** What is replaced, where it is not the node itself. */
  readonly at?: ts.Node;
}
export type Operator = (node: ts.Node) => readonly Change[];

const { SyntaxKind: Kind } = ts;

const boundaries = new Map<ts.SyntaxKind, string>([
  [Kind.LessThanToken, '<='],
  [Kind.LessThanEqualsToken, '<'],
  [Kind.GreaterThanToken, '>='],
  [Kind.GreaterThanEqualsToken, '>'],
]);
const negations = new Map<ts.SyntaxKind, string>([
  [Kind.LessThanToken, '>='],
  [Kind.LessThanEqualsToken, '>'],
  [Kind.GreaterThanToken, '<='],
  [Kind.GreaterThanEqualsToken, '<'],
  [Kind.EqualsEqualsEqualsToken, '!=='],
  [Kind.ExclamationEqualsEqualsToken, '==='],
]);
const sums = new Map<ts.SyntaxKind, string>([
  [Kind.PlusToken, '-'],
  [Kind.MinusToken, '+'],
  [Kind.AsteriskToken, '/'],
  [Kind.SlashToken, '*'],
  [Kind.PercentToken, '*'],
  [Kind.PlusEqualsToken, '-='],
  [Kind.MinusEqualsToken, '+='],
]);
const connectives = new Map<ts.SyntaxKind, string>([
  [Kind.AmpersandAmpersandToken, '||'],
  [Kind.BarBarToken, '&&'],
  [Kind.QuestionQuestionToken, '&&'],
]);

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** `a < b`, `a + b`, `a && b`. */
function binary(node: ts.Node): Change[] {
  if (!ts.isBinaryExpression(node)) return [];
  const { left, right, operatorToken } = node;
  const changes = (kind: string, table: ReadonlyMap<ts.SyntaxKind, string>): Change[] => {
    const other = table.get(operatorToken.kind);
    // In brackets, for another operator may bind otherwise; what is assigned to may not stand in them.
    if (other === undefined) return [];
    return [
      {
        kind,
        text:
          other.endsWith('=') && kind === 'arithmetic'
            ? `${left.getText()} ${other} ${right.getText()}`
            : `((${left.getText()}) ${other} (${right.getText()}))`,
      },
    ];
  };
  const isJoin = isText(left) || isText(right);
  return [
    ...changes('boundary', boundaries),
    ...changes('negation', negations),
    ...(isJoin ? [] : changes('arithmetic', sums)),
    ...changes('logic', connectives),
  ];
}

/** `!x`, `-x`, `i++`. */
function unary(node: ts.Node): Change[] {
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
  const operand = node.operand.getText();
  if (node.operator === Kind.ExclamationToken) return [{ kind: 'negation', text: operand }];
  if (node.operator === Kind.MinusToken) return [{ kind: 'arithmetic', text: operand }];
  if (node.operator === Kind.PlusPlusToken) return [{ kind: 'arithmetic', text: `${operand}--` }];
  return node.operator === Kind.MinusMinusToken ? [{ kind: 'arithmetic', text: `${operand}++` }] : [];
}

/** What an `if` or a loop asks. */
function condition(node: ts.Node): Change[] {
  const answers = (at: ts.Expression, texts: readonly string[]): Change[] =>
    texts.map((text) => ({ kind: 'condition', text, at }));
  if (ts.isIfStatement(node)) return answers(node.expression, ['true', 'false']);
  if (ts.isConditionalExpression(node)) return answers(node.condition, ['true', 'false']);
  if (ts.isWhileStatement(node)) return answers(node.expression, ['false']);
  return ts.isForStatement(node) && node.condition !== undefined ? answers(node.condition, ['false']) : [];
}

/** A call, an assignment, `continue` left out; a whole body emptied. */
function removal(node: ts.Node): Change[] {
  if (ts.isExpressionStatement(node)) return [{ kind: 'statement left out', text: ';' }];
  if (ts.isContinueStatement(node)) return [{ kind: 'statement left out', text: ';' }];
  return ts.isBlock(node) && node.statements.length > 0 ? [{ kind: 'body emptied', text: '{}' }] : [];
}

/** What a function gives. */
function result(node: ts.Node): Change[] {
  if (ts.isReturnStatement(node) && node.expression !== undefined)
    return node.expression.getText() === 'undefined'
      ? []
      : [{ kind: 'result', text: 'undefined', at: node.expression }];
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return [];
  return [{ kind: 'result', text: 'undefined', at: node.body }];
}

const isKey = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isElementAccessExpression(node.parent);

/** Texts, truth values, lists, objects and patterns as they are written. */
function literal(node: ts.Node): Change[] {
  if (node.kind === Kind.TrueKeyword) return [{ kind: 'truth value', text: 'false' }];
  if (node.kind === Kind.FalseKeyword) return [{ kind: 'truth value', text: 'true' }];
  if (ts.isRegularExpressionLiteral(node))
    return mutateRegex(node.getText()).map((text) => ({ kind: 'pattern', text }));
  if (ts.isTemplateExpression(node)) return [{ kind: 'text', text: '``' }];
  if (ts.isStringLiteralLike(node) && !isKey(node))
    return [{ kind: 'text', text: node.text === '' ? "'mutated'" : ts.isStringLiteral(node) ? "''" : '``' }];
  if (ts.isArrayLiteralExpression(node) && !isTarget(node))
    return [{ kind: 'list', text: node.elements.length === 0 ? "['mutated']" : '[]' }];
  return ts.isObjectLiteralExpression(node) && node.properties.length > 0 && !isTarget(node)
    ? [{ kind: 'object', text: '{}' }]
    : [];
}

/** `[a, b] = …`: no list, but what is assigned to. */
const isTarget = (node: ts.Node): boolean =>
  (ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === Kind.EqualsToken) ||
  (ts.isForOfStatement(node.parent) && node.parent.initializer === node);

/** Methods whose call may be left out, or that have an opposite. */
const opposites = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
  ['toUpperCase', 'toLowerCase'],
  ['trimStart', 'trimEnd'],
  ['trimEnd', 'trimStart'],
  ['min', 'max'],
  ['max', 'min'],
]);
const dispensable = new Set([
  'filter',
  'slice',
  'sort',
  'reverse',
  'trim',
  'replace',
  'replaceAll',
  'toSorted',
  'toReversed',
]);

function call(node: ts.Node): Change[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression: owner } = node.expression;
  const opposite = opposites.get(name.text);
  if (opposite !== undefined) return [{ kind: 'method', text: opposite, at: name }];
  return dispensable.has(name.text) ? [{ kind: 'method', text: owner.getText() }] : [];
}

/** `a?.b`. */
function chain(node: ts.Node): Change[] {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node) && !ts.isCallExpression(node))
    return [];
  if (node.questionDotToken === undefined) return [];
  return [{ kind: 'optional chain', text: ts.isPropertyAccessExpression(node) ? '.' : '', at: node.questionDotToken }];
}

export const operators: readonly Operator[] = [binary, unary, condition, removal, result, literal, call, chain];
