/** `migraph config`: whether the settings are well; printed, as a file that says the same, with where each comes from. */
import { surroundings } from '../config.js';
import { evaluateSettings, type GatheredSetting, gatherSettings, unknownVariables } from '../settings/gather.js';

const hidden = '********';

/** What nobody may see is not told, only whether there is any. */
const shown = ({ isSecret, given }: GatheredSetting): string =>
  isSecret === true && given.text !== '' ? hidden : given.text;

/** A scalar of YAML that is read as this text again. */
const toYaml = (text: string): string =>
  /^(?:[a-z][\w./:-]*|\d+(?:\.\d+)*|\/[\w./-]+)$/i.test(text) ? text : JSON.stringify(text);

function toFile(gathered: readonly GatheredSetting[]): string {
  const lines = gathered.map((setting) => ({ says: `${setting.key}: ${toYaml(shown(setting))}`, ...setting.given }));
  const width = Math.max(...lines.map(({ says }) => says.length));
  return lines.map(({ says, from }) => `${says.padEnd(width)}  # ${from}\n`).join('');
}

function toJson(gathered: readonly GatheredSetting[]): string {
  const entries = gathered.map((setting) => [
    setting.key,
    { value: shown(setting), from: setting.given.from, variable: setting.name },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`;
}

/** Throws where a setting is malformed. What looks like a setting and is none is told of on stderr. */
export function runConfig({ print = false, json = false }: { print?: boolean; json?: boolean }): void {
  const env = surroundings();
  const gathered = gatherSettings(env);
  evaluateSettings(gathered);
  for (const { name, meant } of unknownVariables(env))
    process.stderr.write(`${name} is no setting${meant === undefined ? '' : `; did you mean ${meant}?`}\n`);
  if (json) process.stdout.write(toJson(gathered));
  else process.stdout.write(print ? toFile(gathered) : 'all settings are well\n');
}
