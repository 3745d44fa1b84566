/** `migraph doctor`: looks at all that a server stands on, and says of what is wrong how it is mended. */
import { type Config, packageVersion, readConfig } from '../config.js';
import { engineOf } from '../store/remote/engine-settings.js';
import { type Finding, failure } from './doctor/finding.js';
import { inspectServer } from './doctor/inspect-server.js';
import {
  inspectBase,
  inspectFolder,
  inspectNode,
  inspectSettings,
  inspectSpace,
  inspectToken,
} from './doctor/inspect-surroundings.js';
import { startProgress } from './progress.js';
import { wrapText } from './wrap-text.js';

/** Without settings there is nothing more to be looked at. */
function readSettings(): Config | Finding {
  try {
    return readConfig();
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return failure('settings', says, 'put it right; docs/operating.md has all settings');
  }
}

async function inspect(step: (what: string) => void): Promise<Finding[]> {
  const config = readSettings();
  if ('verdict' in config) return [inspectNode(), config];
  step('looking at settings, data and graph');
  // Where the data lie is read from the settings as soon as this is loaded.
  const { graphBytes, inspectGraph, inspectInputs } = await import('./doctor/inspect-data.js');
  const { inspectEngine } = await import('./doctor/inspect-engine.js');
  const standing = [inspectNode(), ...inspectSettings(), inspectBase(config), inspectToken(config.writeToken)];
  const place = await inspectFolder(config);
  if (place.verdict === 'failure') return [...standing, place];
  const places = [place, await inspectSpace(config, 3 * graphBytes(config))];
  const engine = engineOf(config);
  const graph = engine === undefined ? await inspectGraph(config) : await inspectEngine(engine, config);
  const data = [...(await inspectInputs(config)), ...graph];
  step('opening every door of the server');
  return [...standing, ...places, ...data, ...(await inspectServer(config, packageVersion))];
}

function* describe(findings: readonly Finding[]): Generator<string> {
  for (const { verdict, what, says, mend } of findings) {
    const [first = '', ...others] = wrapText(says, 96);
    yield `${verdict.padEnd(9)}${what.padEnd(11)}${first}\n`;
    for (const line of others) yield `${' '.repeat(20)}${line}\n`;
    if (mend !== undefined) for (const line of wrapText(`→ ${mend}`, 96)) yield `${' '.repeat(20)}${line}\n`;
  }
}

/** Exit code 1 where anything has failed; what is only worth knowing does not count. */
export async function runDoctor({ json = false }: { json?: boolean }): Promise<void> {
  const progress = startProgress();
  try {
    const findings = await inspect(progress.step);
    progress.end();
    process.stdout.write(json ? `${JSON.stringify(findings, null, 1)}\n` : [...describe(findings)].join(''));
    if (findings.some(({ verdict }) => verdict === 'failure')) process.exitCode = 1;
  } finally {
    progress.end();
  }
}
