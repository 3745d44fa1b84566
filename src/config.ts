/** The settings, read once: what flags, environment and a file say of them, else their defaults. */
import { existsSync } from 'node:fs';
import { type Environment, evaluateSettings, type Flags, fileVariable, gatherSettings } from './settings/gather.js';
import type { Config } from './settings/schema.js';

export { packageRoot, packageVersion } from './package-root.js';
export type { Config };

/** Read where nobody names another, if it is there. */
const usualFile = 'migraph.yaml';

/** The process's own, with the settings file of the working folder. */
export const surroundings = (): Environment => ({
  ...process.env,
  [fileVariable]: process.env[fileVariable] ?? (existsSync(usualFile) ? usualFile : undefined),
});

/** Reads the settings; a malformed one is an error that names it. */
export const readConfig = (env: Environment = surroundings(), flags: Flags = {}): Config =>
  evaluateSettings(gatherSettings(env, flags));
