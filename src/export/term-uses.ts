/** Where the terms of the ontology are made use of: which shapes and questions name them, and how an example has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../package-root.js';

interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface TermUses {
  /** Names of the shapes' files, and of the questions'. */
  readonly shapes: readonly string[];
  readonly questions: readonly string[];
  /** Lines of Turtle, from an example that conforms. */
  readonly example: string | undefined;
}

function readTexts(folder: string, pattern: RegExp): NamedText[] {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  return names.sort().map((name) => ({
    name: basename(name).replace(/\.\w+$/, ''),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}

/** The name as a whole, with its prefix. */
const namePattern = (name: string): RegExp => new RegExp(`\\bmig:${name}(?![\\w-])`);

/** The first lines of what an example says of a thing, and the lines that name the term. */
function findExample(examples: readonly NamedText[], pattern: RegExp): string | undefined {
  for (const { text } of examples)
    for (const block of text.split(/\n\s*\n/)) {
      const lines = block.split('\n').filter((line) => !/^\s*(?:#|@)/.test(line));
      const found = lines.filter((line, at) => at > 0 && pattern.test(line));
      const [first] = lines;
      if (first === undefined || (found.length === 0 && !pattern.test(first))) continue;
      const shown = found.length === 0 ? lines.slice(0, 4) : [first, ...found];
      return shown.join('\n').replace(/\s*[;,.]\s*$/, ' .');
    }
  return undefined;
}

/** Reads the files once, for as many terms as there are. */
export function readTermUses(): (name: string) => TermUses {
  const shapes = readTexts(join(packageRoot, 'ontology', 'shapes'), /\.ttl$/);
  const questions = readTexts(join(packageRoot, 'queries', 'questions'), /\.rq$/);
  const examples = readTexts(join(packageRoot, 'ontology', 'examples'), /^valid\..*\.ttl$/);
  return (name) => {
    const pattern = namePattern(name);
    const naming = (texts: readonly NamedText[]): string[] =>
      texts.filter(({ text }) => pattern.test(text)).map((each) => each.name);
    return { shapes: naming(shapes), questions: naming(questions), example: findExample(examples, pattern) };
  };
}
