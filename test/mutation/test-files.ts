/** Which tests a mutant is tried by: those of the parts themselves that run in one process and are quick, and the W3C's. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';

/** Below `test/`; the parts are asked by other tests too, but these say what they are to do. */
const ofParts = /^(?:extract|notes|store\/(?:corrections|evaluate|snapshot|rdf|embedded|same-bytes|triple-patterns))\b/;
/** They are about how long something takes. */
const aboutTime = /^extract\/linear\b/;

/** What other tests run as one, one by one; and what is loaded without any. */
const cases = ['w3c-cases', 'two-paths-cases'];
export const loading = 'dist/test/mutation/load-modules.js';

/** From the project's root, compiled. */
export function listTestFiles(): string[] {
  const files = readdirSync(join(packageRoot, 'dist/test'), { recursive: true, encoding: 'utf8' });
  const tests = files.filter((file) => file.endsWith('.test.js') && ofParts.test(file) && !aboutTime.test(file));
  return [...tests.map((file) => `dist/test/${file}`).sort(), ...cases.map((name) => `dist/test/mutation/${name}.js`)];
}

/** A test that takes longer, in milliseconds, is not among those that try mutants. */
export const longest = 5000;
