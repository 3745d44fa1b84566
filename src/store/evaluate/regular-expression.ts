/** REGEX and REPLACE (SPARQL 1.2 Query, 17.4.3.14 and 17.4.3.15) for patterns that mean the same here as in XPath; all others are left alone. */
import type { Term } from '../../rdf.js';
import { Declined } from './declined.js';
import { stringOf, textLike, textOf, toTruth } from './literals.js';

/** Letters, digits, and what stands for itself or is written alike; classes in brackets without anything special. */
const alike = /^(?:[\p{L}\p{N} _,;:@#%&=~'"!<>/-]|\\[.*+?^$|()[\]{}\\-]|[.*+?^$|()]|\[\^?[\p{L}\p{N} _#/.:-]+\])*$/u;

/** Quantifiers of groups may take for ever: those are for a process that is watched. */
const isHarmless = (pattern: string): boolean => !/\)[*+?{]/.test(pattern);

const compiled = new Map<string, RegExp>();

function compile(pattern: string, flags: string): RegExp {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (!/^[is]*$/.test(flags) || !alike.test(pattern) || !isHarmless(pattern)) throw new Declined('such a REGEX');
  let made: RegExp;
  try {
    made = new RegExp(pattern, `${[...new Set(flags)].join('')}u`);
  } catch {
    throw new Declined('such a REGEX');
  }
  if (compiled.size > 200) compiled.clear();
  compiled.set(key, made);
  return made;
}

/** Most often the same two terms as for the row before. */
let last: { pattern: Term | undefined; flags: Term | undefined; shape: RegExp | undefined } | undefined;

/** The pattern and its flags, each a text without a language; undefined where they are none. */
function patternOf(pattern: Term | undefined, flags: Term | undefined): RegExp | undefined {
  if (last !== undefined && last.pattern === pattern && last.flags === flags) return last.shape;
  const [text, letters] = [stringOf(pattern), flags === undefined ? '' : stringOf(flags)];
  const shape = text === undefined || letters === undefined ? undefined : compile(text, letters);
  last = { pattern, flags, shape };
  return shape;
}

export function matches(...[a, pattern, flags]: readonly Term[]): Term | undefined {
  const text = textOf(a);
  const shape = text && patternOf(pattern, flags);
  return shape && toTruth(shape.test(text.value));
}

/** Of what is put in place: groups by one digit, none of them beyond the last, and no backslash. */
const isPlainReplacement = (text: string, groups: number): boolean =>
  [...text.matchAll(/\$(\d?\d?)/g)].every(([, digits = '']) => digits.length === 1 && Number(digits) <= groups) &&
  !text.includes('\\');

export function replace(...[a, pattern, b, flags]: readonly Term[]): Term | undefined {
  const [text, replacement] = [textOf(a), stringOf(b)];
  const shape = text && replacement !== undefined && patternOf(pattern, flags);
  if (!shape || replacement === undefined) return undefined;
  const groups = (new RegExp(`${shape.source}|`, shape.flags).exec('')?.length ?? 1) - 1;
  if (shape.test('') || !isPlainReplacement(replacement, groups)) throw new Declined('such a REPLACE');
  const all = new RegExp(shape.source, `${shape.flags}g`);
  return textLike(
    text,
    text.value.replace(
      all,
      replacement.replaceAll('$0', () => '$&'),
    ),
  );
}
