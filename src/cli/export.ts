/** `migraph export`: the catalogue by a profile, to stdout or into a file. */
import { extname, resolve } from 'node:path';
import { type Config, readConfig } from '../config.js';
import { exportProfile } from '../export/export.js';
import { readContext } from '../export/json-ld-context.js';
import { findProfile, profiles } from '../export/profiles.js';
import { findFormat } from '../formats.js';
import { openStore } from '../store/open.js';
import { writeWhole } from '../write-whole.js';
import { readGraph } from './graph-option.js';
import { writeOut } from './write-out.js';

export interface ExportOptions {
  profile?: string;
  format?: string;
  out?: string;
  graph?: string;
}

/** As named, else by the file's extension, else JSON-LD, as the server does. */
function formatOf({ format, out }: ExportOptions): string {
  const named = format ?? (out === undefined ? 'jsonld' : extname(out).slice(1));
  const found = findFormat(named);
  if (found?.carries.includes('graph')) return found.id;
  throw new Error(`${out}: no graph is written as "${named}"; name a format with --format`);
}

/** A build would take it for the part of the catalogue that is written by hand. */
function checkPlace(file: string, { data }: Pick<Config, 'data'>): void {
  if (resolve(file) === resolve(data, 'catalogue.ttl'))
    throw new Error(`${file}: is what every build reads its catalogue's title and licence from; choose another name`);
}

/** A profile that is JSON is nothing else. */
function formatOfJson({ profile, format }: ExportOptions): string {
  if (format === undefined || format === 'json') return 'json';
  throw new Error(`${profile} is written as json, not as "${format}"`);
}

export async function runExport(options: ExportOptions): Promise<void> {
  const config = readConfig();
  const profile = findProfile(options.profile ?? profiles[0]?.id ?? '');
  if (profile === undefined)
    throw new Error(`there is no profile "${options.profile}"; there are: ${profiles.map(({ id }) => id).join(', ')}`);
  if (profile.dumpFile !== undefined)
    throw new Error(`${profile.id} is made with the dump: export --dump FOLDER writes ${profile.dumpFile} there`);
  const format = profile.json === undefined ? formatOf(options) : formatOfJson(options);
  if (options.out !== undefined) checkPlace(options.out, config);
  const { quads } = await readGraph(options.graph, config);
  const store = await openStore({ quads, config });
  try {
    const answer = await exportProfile(store, profile, {
      base: config.base,
      format,
      context: readContext(),
    });
    if (options.out === undefined) await writeOut(answer.body);
    else await writeWhole(options.out, answer.body);
  } finally {
    await store.close();
  }
}
