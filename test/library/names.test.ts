/** Every name that the library hands on says what it is, in the types that its users' editors show. */
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { packageRoot } from '../../src/config.js';

const entry = join(packageRoot, 'dist', 'src', 'library.d.ts');

function namesOf(): readonly { readonly name: string; readonly says: string }[] {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} is no module`);
  return checker.getExportsOfModule(module).map((symbol) => {
    const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return { name: symbol.name, says: ts.displayPartsToString(own.getDocumentationComment(checker)) };
  });
}

describe('the names of the library', () => {
  it('are all documented', function () {
    this.timeout(120_000);
    const names = namesOf();
    expect(names.map(({ name }) => name)).to.include.members(['readNote', 'createApp', 'GraphStore', 'Quad']);
    expect(names.filter(({ says }) => says === '').map(({ name }) => name)).to.deep.equal([]);
  });
});
