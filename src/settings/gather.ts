/** What is said of each setting, and by whom: a flag before the environment, before the file, before the default. */
import { join } from 'node:path';
import { nearest } from '../nearest.js';
import type { Given } from './given.js';
import { readSettingsFile } from './read-file.js';
import { type Config, type Setting, schema, settings } from './schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What was given on the command line, by the settings' ids. */
export type Flags = Readonly<Partial<Record<Setting['id'], string | number | undefined>>>;

/** The variable that names the settings file. */
export const fileVariable = 'MIGRAPH_CONFIG';

export interface GatheredSetting extends Setting {
  readonly given: Given;
}

/** In the order of the schema. An empty name of the file is none. */
export function gatherSettings(env: Environment, flags: Flags = {}): GatheredSetting[] {
  const file = env[fileVariable];
  const inFile = file === undefined || file === '' ? new Map<Setting['id'], Given>() : readSettingsFile(file);
  const gathered = settings.map((setting): GatheredSetting => {
    const { id, name, otherwise } = setting;
    const [flag, variable] = [flags[id], env[name]];
    const given =
      (flag !== undefined && { text: String(flag), from: `--${setting.key}`, label: `--${setting.key}` }) ||
      (variable !== undefined && { text: variable, from: 'environment', label: name }) ||
      (inFile.get(id) ?? { text: otherwise, from: 'default', label: name });
    return { ...setting, given };
  });
  return gathered.map((setting) => ({ ...setting, given: followed(setting, gathered) }));
}

/** What nobody has said of a setting that lies within another's folder follows that. */
function followed({ within, given }: GatheredSetting, all: readonly GatheredSetting[]): Given {
  const outer = within && all.find(({ name }) => name === within[0]);
  if (outer === undefined || given.from !== 'default' || outer.given.from === 'default') return given;
  return { ...given, text: join(outer.given.text, within?.[1] ?? '') };
}

/** The values that they stand for; a malformed one is an error of one line that names it, and where it stands. */
export function evaluateSettings(gathered: readonly GatheredSetting[]): Config {
  const { data, error } = schema.safeParse(Object.fromEntries(gathered.map(({ id, given }) => [id, given.text])));
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const label = gathered.find(({ id }) => id === issue?.path[0])?.given.label;
  throw new Error(`${label}: ${issue?.message}`, { cause: error });
}

/** Variables that look like settings and are none, each with the one that was meant, as far as can be guessed. */
export function unknownVariables(env: Environment): { readonly name: string; readonly meant: string | undefined }[] {
  const names = [...settings.map(({ name }) => name), fileVariable];
  const unknown = Object.keys(env).filter((name) => name.startsWith('MIGRAPH_') && !names.includes(name));
  // What all have in common would make any of them near.
  const own = (name: string): string => name.replace(/^MIGRAPH_/, '');
  return unknown.map((name) => {
    const near = nearest(own(name), names.map(own));
    return { name, meant: names.find((known) => own(known) === near) };
  });
}
