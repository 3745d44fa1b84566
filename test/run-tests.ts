/** `npm test [-- options of mocha]`: several files at a time, then those that have the machine alone. Fails where either does. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const mocha = fileURLToPath(import.meta.resolve('mocha/bin/mocha.js'));

/** By the settings of `.mocharc.cjs`. */
function run(tests: 'together' | 'alone'): number {
  const env = { ...process.env, TESTS: tests };
  const { status } = spawnSync(process.execPath, [mocha, ...process.argv.slice(2)], { stdio: 'inherit', env });
  return status ?? 1;
}

const codes = [run('together'), run('alone')];
process.exitCode = codes.find((code) => code !== 0) ?? 0;
