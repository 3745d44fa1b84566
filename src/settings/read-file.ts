/** A settings file: YAML, one line a setting. What is wrong with it is an error that says `file:line: reason`. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isScalar, isSeq, LineCounter, type Pair, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import { nearest } from '../nearest.js';
import type { Given } from './given.js';
import { type Setting, settings } from './schema.js';

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file}:1: cannot be read (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
}

/** As a variable would say it: numbers as they are written, a list with commas; undefined for what no variable can say. */
function toText(node: ParsedNode | null): string | undefined {
  if (isSeq(node)) {
    const entries = node.items.map((item) => toText(item as ParsedNode));
    return entries.includes(undefined) ? undefined : entries.join(', ');
  }
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

const unknown = (key: string): string => {
  const near = nearest(
    key,
    settings.flatMap((setting) => [setting.key, setting.name]),
  );
  const meant = settings.find((setting) => setting.key === near || setting.name === near);
  return `there is no setting "${key}"${meant === undefined ? '' : `; did you mean "${meant.key}"?`}`;
};

/** What a file says, by the settings' ids. A value that is left out (`key:`) says nothing. */
export function readSettingsFile(file: string): Map<Setting['id'], Given> {
  const lines = new LineCounter();
  const document = parseDocument<YAMLMap.Parsed, true>(readText(file), { lineCounter: lines });
  const fail = (at: number, reason: string): never => {
    throw new Error(`${file}:${lines.linePos(at).line || 1}: ${reason}`);
  };
  const [fault] = document.errors;
  if (fault !== undefined) fail(fault.pos[0], fault.message.replace(/ at line [\s\S]*$/, ''));
  const given = new Map<Setting['id'], Given>();
  const root: unknown = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return given;
  const pairs = (root as Partial<YAMLMap>).items;
  if (pairs === undefined || isSeq(root)) return fail(0, 'is to hold lines as "port: 8080"');
  for (const { key, value } of pairs as Pair<ParsedNode, ParsedNode | null>[]) {
    const at = key.range[0];
    const name = toText(key) ?? '';
    const setting = settings.find((one) => one.key === name);
    if (setting === undefined) return fail(at, unknown(name));
    if (value === null || (isScalar(value) && value.value === null)) continue;
    const text = toText(value);
    if (text === undefined) return fail(at, `${name}: is to be one value, or a list of them`);
    const place = `${file}:${lines.linePos(at).line}`;
    const path = setting.isPath === true ? resolve(dirname(file), text) : text;
    given.set(setting.id, { text: path, from: place, label: `${place}: ${name}` });
  }
  return given;
}
