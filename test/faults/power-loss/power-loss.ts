/** The power goes after any call of a program: what it had acknowledged by then is there, and nothing is there by half. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../../src/config.js';
import { openJournalToRead, readJournal } from '../../../src/store/journal/journal.js';
import { cli } from '../../cli/run-migraph.js';
import { buildOld, checkFolder } from '../operations/two-notes.js';
import { Disk, type Loss, losses } from './disk.js';
import { type Action, logged, logOptions, readLog } from './read-log.js';

export interface Lost {
  readonly what: string;
  /** Places where the power was cut, and folders that could be found then. */
  readonly cuts: number;
  readonly states: number;
  readonly faults: readonly string[];
}

async function record(args: readonly string[], env: Readonly<Record<string, string>>, log: string): Promise<string> {
  const command = [...logOptions, '-e', logged, '-o', log, process.execPath, ...args];
  const child = spawn('strace', command, {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args} ended with ${code}`);
  return readFileSync(log, 'utf8');
}

interface Story {
  readonly what: string;
  /** Where it was done; the copy of what was there before; where what is found is written to. */
  readonly folder: string;
  readonly before: string;
  readonly found: string;
  readonly actions: readonly Action[];
  /** What is wrong with a folder that was found, by what had been said. */
  check(found: string, said: string): Promise<string[]>;
}

async function cutEverywhere({ what, folder, before, found, actions, check }: Story): Promise<Lost> {
  const faults: string[] = [];
  let states = 0;
  for (let cut = 0; cut <= actions.length; cut += 1) {
    const disk = new Disk(before);
    const moved = (file: string): string => before + file.slice(folder.length);
    let said = '';
    for (const action of actions.slice(0, cut)) {
      if (action.type === 'say') said += action.text;
      else if (action.type === 'rename') disk.apply({ ...action, file: moved(action.file), to: moved(action.to) });
      else disk.apply({ ...action, file: moved(action.file) });
    }
    for (const loss of losses) {
      rmSync(found, { recursive: true, force: true });
      disk.find(loss, before, found);
      states += 1;
      const wrong = await check(found, said).catch((error: Error) => [error.message]);
      const label = (one: string): string =>
        `${what}, power cut after ${cut} of ${actions.length} calls, lost: ${loss}: ${one}`;
      faults.push(...wrong.map(label));
    }
  }
  return { what, cuts: actions.length + 1, states, faults };
}

export const lossNames: readonly Loss[] = losses;

/** Says a line when each is acknowledged. */
const appends = (file: string, texts: readonly string[]): string => `
  import { openJournal } from ${JSON.stringify(pathToFileURL(join(packageRoot, 'dist/src/store/journal/journal.js')).href)};
  const journal = await openJournal(${JSON.stringify(file)});
  for (const text of ${JSON.stringify(texts)}) {
    await journal.append(Buffer.from(text));
    process.stdout.write('acknowledged\\n');
  }
  await journal.close();`;

/** Records of a line, of several sectors, and such as end at the end of one. */
const texts = [1, 40, 3, 200, 2].map((lines, n) =>
  Array.from({ length: lines }, (_, k) => `A <urn:s${n}> <urn:p> "${k}" .\n`).join(''),
);

/** Of a journal that is made, in folders that are made. In a folder that is empty before. */
export async function cutJournal(folder: string): Promise<Lost> {
  const [work, before, found] = ['work', 'before', 'found'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const name of [work, before]) mkdirSync(name);
  const file = join('var', 'journals', 'journal.log');
  const args = ['--input-type=module', '-e', appends(join(work, file), texts)];
  const actions = readLog(await record(args, {}, join(folder, 'log')), work);
  return cutEverywhere({
    what: 'journal',
    folder: work,
    before,
    found,
    actions: actions.filter((action) => action.type === 'say' || !/\.lock$/.test(action.file)),
    async check(path, said) {
      const acknowledged = said.split('\n').length - 1;
      const { file: journal, byteLength } = openJournalToRead(join(path, file));
      const held = [...readJournal(journal, byteLength)].map((text) => text.trimEnd());
      const isPrefix = held.every((text, n) => text === texts[n]?.trimEnd());
      return [
        ...(held.length < acknowledged ? [`${held.length} of ${acknowledged} that were acknowledged are there`] : []),
        ...(isPrefix && held.length <= acknowledged + 1 ? [] : ['what is there was never written']),
      ];
    },
  });
}

/** Of a build over an older one. In a folder that is empty before. */
export async function cutBuild(folder: string): Promise<Lost> {
  const notes = await buildOld(folder);
  const [before, found] = ['before', 'found'].map((name) => join(folder, name)) as [string, string];
  notes.reset();
  cpSync(notes.out, before, { recursive: true, preserveTimestamps: true });
  notes.write('new');
  const log = await record([cli, 'build', '--notes', notes.note], notes.env, join(folder, 'log'));
  return cutEverywhere({
    what: 'build',
    folder: notes.out,
    before,
    found,
    actions: readLog(log, notes.out),
    async check(path, said) {
      const isDone = said !== '';
      return [
        ...checkFolder(path, notes.fingerprints),
        ...(isDone && !holdsNew(path, notes.fingerprints.new) ? ['it said that it was done, and is not'] : []),
      ];
    },
  });
}

const holdsNew = (out: string, fingerprint: string): boolean =>
  readFileSync(join(out, 'build.json'), 'utf8').includes(fingerprint);
