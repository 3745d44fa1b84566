/** Settings files, spoilt: read as variables that say the same, or refused in one line that names file and line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../../src/config.js';
import { readSettingsFile } from '../../../src/settings/read-file.js';
import { settings } from '../../../src/settings/schema.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { placedFault } from '../one-line.js';
import { createSpoiler } from '../spoil.js';

const lines = settings.map(({ key, otherwise }) => `${key}: ${otherwise}`);
const samples = [
  `${lines.join('\n')}\n`,
  ...lines.map((line, n) => `${line}\n# a comment\n${lines[(n + 7) % lines.length]}\n`),
  'service_hosts: [a.example, "b.example:81"]\nhost: "::1"\nwrite_token: 0123456789abcdef\nout: graphs\n',
  'admin_email: a@b.example\nlog_level: debug\nstore: http://e/sparql\nport: "8080"\n',
];

/** Variables that say what the file says. */
function readByVariables(file: string): Config {
  const given = readSettingsFile(file);
  return readConfig(Object.fromEntries(settings.map(({ id, name }) => [name, given.get(id)?.text])));
}

function probe(input: Uint8Array, file: string): Outcome {
  writeFileSync(file, input);
  const text = Buffer.from(input).toString();
  try {
    const config = JSON.stringify(readConfig({ MIGRAPH_CONFIG: file }));
    const same = JSON.stringify(readByVariables(file));
    return { kind: 'read', fault: config === same ? undefined : `by variables it is ${same}, and not ${config}` };
  } catch (error) {
    return {
      kind: 'refused',
      fault: placedFault(error, file, text),
    };
  }
}

async function open(): Promise<FuzzSession> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-fuzz-'));
  return {
    probe: (input) => probe(input, join(folder, 'settings.yaml')),
    async close() {
      rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}

export const configuration: FuzzTarget = {
  name: 'configuration',
  share: 40,
  generate: createSpoiler({
    samples,
    tokens: /\n|[\w.-]+|"[^"\n]*"|\s+|[\s\S]/g,
    more: [
      'true',
      'false',
      '0',
      '1',
      '70000',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!!binary ',
      '|\n',
      '>\n',
      '? ',
      '<<: ',
      '---\n',
      '%TAG ',
      'null',
      '~',
      '.inf',
      '0o17',
      '1_000',
      '\t',
      'http://e/',
      '__proto__',
      'MIGRAPH_OUT',
      '"\\0"',
    ],
    kinds: [/^[a-z_]+$/, /^\d+$/, /^\n$/, /^[^\w\s]$/],
    brackets: [
      ['[', ']'],
      ['{a: ', '}'],
    ],
  }),
  open,
};
