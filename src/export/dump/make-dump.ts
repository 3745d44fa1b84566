/** Has a dump made in a process of its own: it takes seconds, and memory for every triple. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config.js';
import { type GraphStore, QueryFault } from '../../store/graph-store.js';
import { passOnErrors, ranOutOfHeap } from '../../store/pool/start-process.js';
import { indexFile } from './files.js';
import type { Manifest } from './manifest.js';
import { readQuads } from './read-quads.js';
import type { DumpOptions } from './write-dump.js';

export interface DumpOrder {
  readonly folder: string;
  readonly options: DumpOptions;
}

export type DumpLimits = Pick<Config, 'base' | 'writeDeadline' | 'writeMemory'>;

export interface Dump {
  /** Of the store. */
  readonly version: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

const program = fileURLToPath(new URL('./dump-process.js', import.meta.url));

function startProcess(order: DumpOrder, memory: number): ChildProcess {
  const { MIGRAPH_WRITE_TOKEN: _, ...env } = process.env;
  const flags = [`--max-old-space-size=${Math.ceil(memory / 2 ** 20)}`, '--no-warnings'];
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(order)], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  passOnErrors(child);
  return child;
}

function whyFailed(code: number | null, signal: string | null, { writeDeadline, writeMemory }: DumpLimits): Error {
  if (signal === 'SIGKILL') return new QueryFault('timeout', `the dump was not made within ${writeDeadline} s`);
  if (code === 1) return new Error('the dump could not be written');
  if (ranOutOfHeap(code, signal))
    return new QueryFault('memory', `a dump of this graph takes more than ${writeMemory / 2 ** 20} MB of memory`);
  return new QueryFault('busy', `the process that made the dump ended (${signal ?? code})`, { retryAfter: 1 });
}

/** A graph is longer than other answers, and nobody can ask for less of it. */
const inWordsOfDumps = (error: unknown): unknown =>
  error instanceof QueryFault && error.kind === 'too-long'
    ? new QueryFault('memory', 'a dump of this graph is longer than an answer may be (MIGRAPH_MAX_ANSWER_MB)')
    : error;

/** Whatever fails, the caller takes the folder away. */
export async function makeDump(store: GraphStore, folder: string, limits: DumpLimits): Promise<Dump> {
  const { version, tsv } = await readQuads(store, limits.base);
  const options = { base: limits.base, deadline: limits.writeDeadline };
  const child = startProcess({ folder, options }, limits.writeMemory);
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.writeDeadline * 1000);
  try {
    if (child.stdin === null) throw new Error('the dump process has no pipe');
    // A graph that is cut off must not be taken for all of it: then the process goes before it has written anything that counts.
    const sent = pipeline(Readable.from(tsv, { objectMode: false }), child.stdin);
    const failed = sent.then(
      () => undefined,
      (error: unknown) => error,
    );
    const first = await Promise.race([failed, ended.then(() => undefined)]);
    if (first !== undefined && (first as NodeJS.ErrnoException).code !== 'EPIPE') {
      child.kill('SIGKILL');
      throw inWordsOfDumps(first);
    }
    const [code, signal] = await ended;
    if (code !== 0) throw whyFailed(code, signal, limits);
  } finally {
    clearTimeout(timer);
  }
  const manifest = JSON.parse(await readFile(join(folder, indexFile), 'utf8')) as Manifest;
  return { version, folder, manifest };
}
