/** A hook of Node's loader: some modules are loaded with other texts. */
import type { InitializeHook, LoadHook } from 'node:module';

/** By URL. */
export type Sources = Readonly<Record<string, string>>;
let sources: Sources = {};

export const initialize: InitializeHook<Sources> = (given) => {
  sources = given;
};

export const load: LoadHook = async (url, context, nextLoad) => {
  const source = sources[url];
  return source === undefined ? nextLoad(url, context) : { format: 'module', shortCircuit: true, source };
};
