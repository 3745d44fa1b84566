/** The redirects of `ontology/w3id/.htaccess`, as Apache's mod_rewrite would carry them out for a path below `/migraph/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';

export interface Redirect {
  readonly status: number;
  readonly location: string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly target: string;
  readonly status: number;
}

const text = readFileSync(join(packageRoot, 'ontology', 'w3id', '.htaccess'), 'utf8');

/** The lines that do something. */
export const directives = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

const rules = directives.flatMap((line): Rule[] => {
  const [, pattern, target, status] = /^RewriteRule (\S+) (\S+) \[R=(\d{3}),L\]$/.exec(line) ?? [];
  return pattern === undefined || target === undefined
    ? []
    : [{ pattern: new RegExp(pattern), target, status: Number(status) }];
});

/** By the first rule that matches; in a folder's own file the path is matched decoded, and the location encoded again. */
export function redirect(path: string): Redirect | undefined {
  const [encoded = '', query] = path.split('?');
  const decoded = decodeURIComponent(encoded);
  for (const { pattern, target, status } of rules) {
    const match = pattern.exec(decoded);
    if (match === null) continue;
    const location = encodeURI(target.replaceAll(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? ''));
    return { status, location: query === undefined ? location : `${location}?${query}` };
  }
  return undefined;
}
