/** All mutants of a compiled module, in the order of its text: what each kind of node may be put as. */
import ts from 'typescript';
import type { Mutant } from './mutant.js';
import { operators } from './operators.js';
import { isFunction } from './references.js';

/** What is no part of how the program behaves: where names come from. */
const isPassedOver = (node: ts.Node): boolean => ts.isImportDeclaration(node) || ts.isExportDeclaration(node);

export const parseModule = (file: string, source: string): ts.SourceFile =>
  ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);

export function findMutants(file: string, source: string): Mutant[] {
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (isPassedOver(node)) return;
    for (const operator of operators)
      for (const { at: changed = node, text, kind } of operator(node)) {
        const [start, end] = [changed.getStart(), changed.getEnd()];
        const at = isFunction(changed) ? start - 1 : start;
        const mutant = { file, start, end, at, replacement: text, kind };
        if (source.slice(start, end) !== text) found.set(`${start}-${end} ${text}`, mutant);
      }
    ts.forEachChild(node, visit);
  };
  visit(parseModule(file, source));
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
