/** Where top-level names are spoken of, and whether that is done as a module is loaded or in a function, later. */
import { posix } from 'node:path';
import ts from 'typescript';

export interface Reference {
  /** `FILE#NAME` of what is spoken of. */
  readonly to: string;
  readonly at: number;
  readonly inFunction: boolean;
  /** Inside a call. */
  readonly inCall: boolean;
}

/** A statement of a module's top level. */
export interface Statement {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** What it declares, as `FILE#NAME`. */
  readonly names: readonly string[];
  readonly references: readonly Reference[];
}

function namesIn(node: ts.BindingName): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  return node.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** Local names of what is imported from our own modules. */
function importsOf(file: string, module: ts.SourceFile): [string, string][] {
  return module.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const from = statement.moduleSpecifier.text;
    const bindings = statement.importClause?.namedBindings;
    if (!from.startsWith('.') || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    const target = posix.join(posix.dirname(file), from);
    return bindings.elements.map(({ name, propertyName }): [string, string] => [
      name.text,
      `${target}#${(propertyName ?? name).text}`,
    ]);
  });
}

export const isFunction = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) && !ts.isClassStaticBlockDeclaration(node);

/** A name that stands for itself: no property, no key. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node;
  return true;
}

export function readStatements(file: string, module: ts.SourceFile): Statement[] {
  const own = module.statements.flatMap((statement) =>
    declaredBy(statement).map((name): [string, string] => [name, `${file}#${name}`]),
  );
  const known = new Map([...importsOf(file, module), ...own]);
  return module.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return [];
    const declared = declaredBy(statement);
    const references: Reference[] = [];
    const visit = (node: ts.Node, inFunction: boolean, inCall: boolean): void => {
      const to = ts.isIdentifier(node) && isUse(node) ? known.get(node.text) : undefined;
      if (to !== undefined) references.push({ to, at: node.getStart(), inFunction, inCall });
      const [later, called] = [
        inFunction || isFunction(node),
        inCall || ts.isCallExpression(node) || ts.isNewExpression(node),
      ];
      ts.forEachChild(node, (child) => visit(child, later, called));
    };
    visit(statement, false, false);
    const names = declared.map((name) => `${file}#${name}`);
    const [start, end] = [statement.getStart(), statement.getEnd()];
    return [{ file, start, end, names, references: references.filter(({ to }) => !names.includes(to)) }];
  });
}
