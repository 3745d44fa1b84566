/** Writes to a server whose disk fails under it: each is acknowledged and kept, or refused and nothing of it is there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalFile } from '../../src/cli/served-graph.js';
import { type ServedFolder, serveFolder } from '../cli/served.js';
import type { Tried } from './operation.js';
import { type Fault, type Kind, kinds } from './strace.js';

/** Writes while a fault is on. */
const writes = 3;

/** What a write comes to in calls, and what undoes it; beside the kinds of the other operations. */
const kindsOfAppends: readonly Kind[] = [
  ...kinds.filter(({ name }) => ['open', 'read', 'write'].includes(name)),
  { name: 'sync', calls: 'fdatasync', errors: ['EIO', 'ENOSPC'] },
  { name: 'look', calls: 'fstat,newfstatat,statx', errors: ['EIO'] },
  // From the first call on, the cut that would undo it too: nothing more can be written until a restart.
  { name: 'write, sync and cut', calls: 'pwrite64,fdatasync,fsync,ftruncate', errors: ['EIO', 'ENOSPC'] },
];

/**
 * Fails calls of a process that runs, until it is called off. Its threads are named one by one: told to follow what is
 * started, strace waits for ever where it is called off while the server starts a query process.
 */
async function attach(pid: number, files: readonly string[], { kind, error, k }: Fault) {
  const when = kind.name.includes('cut') ? `${k}+` : String(k);
  const watched = files.flatMap((file) => ['-P', file]);
  const what = ['-e', `trace=${kind.calls}`, '-e', `inject=${kind.calls}:error=${error}:when=${when}`];
  const threads = readdirSync(`/proc/${pid}/task`);
  const strace = spawn('strace', [...threads.flatMap((thread) => ['-p', thread]), ...watched, ...what], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(strace, 'exit');
  let said = '';
  strace.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const areAttached = (): boolean => said.split(' attached').length > threads.length;
  while (!areAttached() && strace.exitCode === null) await Promise.race([once(strace.stderr, 'data'), ended]);
  return {
    async detach(): Promise<boolean> {
      strace.kill('SIGTERM');
      await ended;
      return said.includes('(INJECTED)');
    },
  };
}

export interface Appends {
  try(breadth: 'all' | 'share'): AsyncGenerator<Tried>;
}

/** In a folder that is empty before. */
export function createAppends(folder: string): Appends {
  const [out, graph] = [join(folder, 'var'), join(folder, 'base.ttl')];
  mkdirSync(out, { recursive: true });
  writeFileSync(graph, '<urn:base> <urn:of> "nothing" .\n');
  const file = journalFile(graph, { out });
  const acknowledged = new Set<string>();
  let [written, refused, server] = [0, 0, undefined as ServedFolder | undefined];

  const start = (): Promise<ServedFolder> =>
    serveFolder(out, { UV_THREADPOOL_SIZE: '1', MIGRAPH_CLIENT_BUDGET: '100000' }, undefined, ['--graph', graph]);

  /** Gives what is wrong with its answer. */
  async function write(to: ServedFolder): Promise<string[]> {
    written += 1;
    const status = await to.write(`INSERT DATA { GRAPH <urn:rows> { <urn:row> <urn:n> ${written} } }`);
    if (status === 204) acknowledged.add(String(written));
    else refused += 1;
    return status === 204 || status === 507 ? [] : [`write ${written} was answered by ${status}`];
  }

  async function check(from: ServedFolder): Promise<string[]> {
    const rows = await from.read('SELECT ?n { GRAPH <urn:rows> { <urn:row> <urn:n> ?n } }');
    const lost = [...acknowledged].filter((n) => !rows.includes(n));
    const more = rows.filter((n) => !acknowledged.has(n));
    return [
      ...(lost.length === 0 ? [] : [`acknowledged and lost: ${lost}`]),
      ...(more.length === 0 ? [] : [`refused and there: ${more}`]),
    ];
  }

  /** As a power cut would, but for what was not synced. */
  async function restart(): Promise<ServedFolder> {
    await server?.stop('SIGKILL');
    server = await start();
    return server;
  }

  async function* failEach(kind: Kind, error: string, most: number): AsyncGenerator<readonly string[]> {
    for (let k = 1; k <= most; k += 1) {
      const running = server ?? (await restart());
      const { pid = 0 } = running.child;
      const fault = await attach(pid, [file, `${file}.lock`], { kind, error, k });
      const faults: string[] = [];
      for (let n = 0; n < writes; n += 1) faults.push(...(await write(running)));
      const wasHit = await fault.detach();
      faults.push(...(await check(running)));
      // What could not be undone is, at the next start.
      const next = kind.name.includes('cut') ? await restart() : running;
      const before = refused;
      faults.push(...(await write(next)));
      if (refused > before) faults.push('nothing can be written though the disk is well again');
      faults.push(...(await check(next)));
      yield faults.map((fault) => `append, ${kind.name} ${k} ${error}: ${fault}`);
      if (!wasHit) return;
    }
  }

  return {
    async *try(breadth) {
      for (const kind of kindsOfAppends) {
        const tried = { operation: 'append', kind: kind.name, runs: 0, refused: 0, done: 0, faults: [] as string[] };
        const [before, known] = [refused, acknowledged.size];
        for (const error of breadth === 'all' ? kind.errors : kind.errors.slice(0, 1))
          for await (const faults of failEach(kind, error, breadth === 'all' ? 50 : 3)) {
            tried.runs += 1;
            tried.faults.push(...faults);
          }
        tried.faults.push(...(await check(await restart())));
        yield { ...tried, refused: refused - before, done: acknowledged.size - known };
      }
      await server?.stop('SIGKILL');
    },
  };
}
