/** Two CONSTRUCTs of `queries/` as one, which makes what both make; they must not have variables in common but parameters. */

const shape = /^((?:[ \t]*(?:#.*|PREFIX .*)?\n)*)CONSTRUCT\s*\{([^{}]*)\}\s*(?:#.*\s*)*WHERE\s*\{([\s\S]*)\}\s*$/;

interface Parts {
  readonly prologue: readonly string[];
  readonly template: string;
  readonly pattern: string;
}

function splitConstruct(query: string): Parts {
  const [, prologue, template, pattern] = shape.exec(query) ?? [];
  if (prologue === undefined || template === undefined || pattern === undefined)
    throw new Error('a query that is to be joined is PREFIX lines, CONSTRUCT { … } and WHERE { … }');
  return { prologue: prologue.split('\n').filter((line) => line.startsWith('PREFIX ')), template, pattern };
}

/** No value is put into the text: it is made of the two files alone. */
export function joinConstructs(first: string, second: string): string {
  const [a, b] = [splitConstruct(first), splitConstruct(second)];
  const prologue = [...new Set([...a.prologue, ...b.prologue])].join('\n');
  return `${prologue}\nCONSTRUCT {${a.template}${b.template}}\nWHERE {\n{${a.pattern}}\nUNION\n{${b.pattern}}\n}\n`;
}
