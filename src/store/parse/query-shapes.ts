/**
 * The shape of a query: its text with a stand-in for each constant. Who asks the same of one thing after another sends
 * texts of one shape, and a shape need be parsed only once. IRIs, strings and whole numbers have stand-ins where nothing
 * that is done in parsing depends on them; all else stays in the shape.
 */
import { type Literal, rdf, type Term } from '../../rdf.js';
import { change, type Operation } from './algebra.js';

export interface Shape {
  readonly text: string;
  /** By the number of their stand-in, without brackets or quotes; each once. */
  readonly constants: readonly string[];
}

const iriPrefix = 'urn:x-stand-in:';
const stringMark = '\uE000';
/** Larger than what anybody counts, and still exact. */
const firstNumber = 900_000_000_000_000;

/** Comments, IRIs, strings and whole numbers, with what stands around them where that matters. */
const tokens =
  /(?<!\\)#[^\n\r]*|<[^<>"{}|^`\\\s]*>|"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|'''(?:[^'\\]|\\[\s\S]|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|(?<=[\s(,=<>!|&])\d{1,14}(?![\w.:\-\\%\u0080-\uFFFF])/g;

/** Absolute, and the same whatever it is resolved against. */
const plainIri = /^<(?:https?:\/\/|urn:)(?!.*\/\.)/i;
const plainString = /^"[^"\\\n\r]*"$/;
/** What stands before the IRI of a declaration, or of a datatype; blanks and comments do not count. */
const keepsIri = /(?::|\bbase|\^\^)$/i;
/** What stands behind the name of a function. */
const callsIt = /(?:\s|#[^\n\r]*[\n\r])*\(/y;
/** What updates do, a string that is no term, and a text that looks as if it had stand-ins already. */
const isNotForShapes =
  /\b(?:insert|delete|load|clear|create|drop|add|move|copy|separator|version)\b|x-stand-in|\uE000|\d{15}/i;

/** Undefined where it is safer to parse the text itself. */
export function shapeOf(query: string): Shape | undefined {
  if (isNotForShapes.test(query)) return undefined;
  const constants = new Map<string, number>();
  const numberOf = (constant: string): number => {
    const number = constants.get(constant) ?? constants.size;
    constants.set(constant, number);
    return number;
  };
  /** The last of what stands before a token, and where that ended. */
  let before = '';
  let end = 0;
  const text = query.replace(tokens, (token: string, offset: number) => {
    const first = token[0];
    before = `${before}${query.slice(end, offset)}`.trimEnd().slice(-10);
    end = offset + token.length;
    if (first === '#') return '';
    const isKept = first === '<' && (!plainIri.test(token) || keepsIri.test(before));
    before = '';
    if (first === '<') {
      callsIt.lastIndex = end;
      if (isKept || callsIt.test(query)) return token;
      return `<${iriPrefix}${numberOf(token)}>`;
    }
    if (first === '"' || first === "'")
      return plainString.test(token) ? `"${stringMark}${numberOf(token)}${stringMark}"` : token;
    return String(firstNumber + numberOf(token));
  });
  return { text, constants: Array.from(constants.keys(), (token) => token.replace(/^[<"]|[>"]$/g, '')) };
}

function fillTerm(term: Term, constants: readonly string[]): Term {
  const { value } = term;
  if (term.termType === 'NamedNode') {
    if (!value.startsWith(iriPrefix)) return term;
    return rdf.namedNode(constants[Number(value.slice(iriPrefix.length))] ?? '');
  }
  if (term.termType !== 'Literal') return term;
  const constant = constantOf(value, constants);
  if (constant === undefined) return term;
  const { language, direction, datatype } = term as Literal;
  if (language === '') return rdf.literal(constant, datatype);
  // The factory knows directions; its type does not.
  return rdf.literal(constant, (direction ? { language, direction } : language) as string);
}

/** Of a string or a number. */
function constantOf(value: string, constants: readonly string[]): string | undefined {
  if (value.startsWith(stringMark)) return constants[Number(value.slice(1, -1))];
  return /^9\d{14}$/.test(value) ? constants[Number(value) - firstNumber] : undefined;
}

/** The algebra of a shape with the constants in their places; it is left as it is itself. */
export function fillShape(operation: Operation, constants: readonly string[]): Operation {
  if (constants.length === 0) return operation;
  function fill(node: unknown): unknown {
    if (typeof node === 'number' && node >= firstNumber) return Number(constants[node - firstNumber]);
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) {
      const filled = node.map(fill);
      return filled.some((one, place) => one !== node[place]) ? filled : node;
    }
    if ('termType' in node && (node.termType === 'NamedNode' || node.termType === 'Literal'))
      return fillTerm(node as Term, constants);
    let changed: Record<string, unknown> | undefined;
    for (const [key, value] of Object.entries(node)) {
      const filled = fill(value);
      if (filled === value) continue;
      changed ??= {};
      changed[key] = filled;
    }
    return changed === undefined ? node : change(node as Operation, changed);
  }
  return fill(operation) as Operation;
}
