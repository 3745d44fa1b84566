/** The door that a path leads to, for counting: few names, whatever anybody asks for. */
import { doors } from '../api/doors.js';

/** Whatever begins so is one door; questions are doors of their own, all under `/api`. */
const firstOf = (path: string): string => /^\/[^/{]*/.exec(path)?.[0] ?? '/';
const known = new Set(doors.map(({ path }) => firstOf(path)).filter((first) => first !== '/'));

/** A name without its extension. */
const stem = (first: string): string => first.replace(/(?!^\/)\..*$/, '');

/** Of a thing, and of all that there is not, this. */
const others = '/{kind}/{key}';

export function routeOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?]*/i, '').replace(/\?.*$/s, '');
  if (path === '' || path === '/' || path === '*') return '/';
  const first = firstOf(path);
  if (known.has(first)) return first;
  return known.has(stem(first)) ? stem(first) : others;
}
