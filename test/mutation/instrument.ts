/**
 * Puts mutants into a module, none of them at work: `$mutant === 17 ? (a <= b) : a < b`. A pattern that is made once, as its
 * module is loaded, is handed to `$pattern` with what it may become.
 */
import ts from 'typescript';
import { parseModule } from './find-mutants.js';
import { applyMutant, type Mutant } from './mutant.js';

export interface NumberedMutant {
  readonly number: number;
  readonly mutant: Mutant;
}

const { SyntaxKind: Kind } = ts;

function innermost(module: ts.Node, { start, end }: Mutant): ts.Node {
  let found = module;
  const visit = (node: ts.Node): void => {
    if (node.getStart() > start || node.getEnd() < end) return;
    found = node;
    node.getChildren().forEach(visit);
  };
  visit(module);
  return found;
}

const isAssignment = ({ kind }: ts.Node): boolean => kind >= Kind.FirstAssignment && kind <= Kind.LastAssignment;
const counts = new Set<ts.SyntaxKind>([Kind.PlusPlusToken, Kind.MinusMinusToken]);

/** Whether something else that gives the same value may stand where an expression stands. */
function isFree(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isExpression(node) || ts.isSpreadElement(node) || ts.isOmittedExpression(node)) return false;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.arguments?.some((one) => one === node) ?? false;
  if (ts.isBinaryExpression(parent)) return parent.right === node || !isAssignment(parent.operatorToken);
  if (ts.isPrefixUnaryExpression(parent)) return !counts.has(parent.operator);
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return (
      (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
      (parent.expression === node && !(parent.flags & ts.NodeFlags.OptionalChain) && node.kind !== Kind.SuperKeyword)
    );
  if (
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isPropertyDeclaration(parent)
  )
    return parent.initializer === node;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.expression === node;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  return (
    ts.isReturnStatement(parent) ||
    ts.isThrowStatement(parent) ||
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent) ||
    ts.isDoStatement(parent) ||
    (ts.isForStatement(parent) && parent.condition === node) ||
    ts.isSwitchStatement(parent) ||
    ts.isCaseClause(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isYieldExpression(parent)
  );
}

const isWhole = (node: ts.Node): boolean =>
  ts.isBlock(node) ||
  (ts.isStatement(node) &&
    !ts.isVariableStatement(node) &&
    !ts.isFunctionDeclaration(node) &&
    !ts.isClassDeclaration(node));

/** The smallest part around a mutant that may be written twice; undefined where only the whole module would do. */
function hostOf(module: ts.SourceFile, mutant: Mutant): ts.Node | undefined {
  let node = innermost(module, mutant);
  while (node.getStart() > mutant.start || node.getEnd() < mutant.end) node = node.parent;
  while (!ts.isSourceFile(node)) {
    if (isFree(node) || isWhole(node)) return node;
    node = node.parent;
  }
  return undefined;
}

/** A literal that stands for itself in what a module keeps: `const word = /x/`, `const words = [{ word: /x/ }]`. */
export function isKept(module: ts.SourceFile, mutant: Mutant): boolean {
  let node = innermost(module, mutant);
  if (!ts.isRegularExpressionLiteral(node)) return false;
  for (node = node.parent; !ts.isVariableDeclaration(node); node = node.parent)
    if (!ts.isArrayLiteralExpression(node) && !ts.isObjectLiteralExpression(node) && !ts.isPropertyAssignment(node))
      return false;
  return true;
}

/** All mutants must have a host or be kept patterns. */
export function instrument(
  file: string,
  source: string,
  mutants: readonly NumberedMutant[],
  patterns: ReadonlySet<number>,
): string {
  const module = parseModule(file, source);
  const hosts = new Map<ts.Node, NumberedMutant[]>();
  for (const one of mutants) {
    const host = patterns.has(one.number) ? innermost(module, one.mutant) : hostOf(module, one.mutant);
    if (host === undefined) throw new Error(`${file}: no place for a mutant at ${one.mutant.start}`);
    hosts.set(host, [...(hosts.get(host) ?? []), one]);
  }
  const render = (node: ts.Node): string => {
    let text = '';
    let at = node.getStart();
    node.forEachChild((child) => {
      text += source.slice(at, child.getStart()) + render(child);
      at = child.getEnd();
    });
    return around(node, text + source.slice(at, node.getEnd()));
  };
  const around = (node: ts.Node, plain: string): string =>
    (hosts.get(node) ?? []).reduce(
      (text, { number, mutant }) => {
        const [start, end] = [mutant.start - node.getStart(), mutant.end - node.getStart()];
        const other = applyMutant(node.getText(), { ...mutant, start, end });
        if (patterns.has(number)) return `$pattern(${number}, ${text}, ${other})`;
        if (ts.isBlock(node)) return `{ if ($mutant === ${number}) ${other} else ${text} }`;
        return ts.isStatement(node)
          ? `{ if ($mutant === ${number}) ${other} else ${text} }`
          : `($mutant === ${number} ? (${other}) : ${text})`;
      },
      ts.isExpression(node) && hosts.has(node) && !hosts.get(node)?.every(({ number }) => patterns.has(number))
        ? `(${plain})`
        : plain,
    );
  return source.slice(0, module.getStart()) + render(module) + source.slice(module.getEnd());
}
