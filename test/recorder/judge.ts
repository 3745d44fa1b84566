/** Which of the places that were reached lie outside: any address but this machine's own, any file but those a test may write. */
import { dirname, normalize } from 'node:path';
import type { Reached } from './read-trace.js';

const loopback = /^(?:127\.|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/;

export interface Ground {
  /** Of temporary files: what is made in it by a program that is recorded is that program's. */
  readonly temporary: string;
  /** Folders that may be written to. */
  readonly own: readonly string[];
}

/** No files of a disk: devices that keep nothing, and what a process says of itself to the system. */
const noFiles = /^(?:\/dev\/(?:null|full|tty|ptmx|shm(?:\/|$)|pts\/)|\/proc\/|pipe:|socket:|anon_inode:|\/memfd:)/;

const isIn = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);

export interface Judged {
  readonly connections: number;
  readonly writes: number;
  /** In words, each once. */
  readonly outside: readonly string[];
}

export function judge(reached: Iterable<Reached>, { temporary, own }: Ground): Judged {
  /** What stands in the temporary folder itself and was made meanwhile. */
  const made = new Set<string>();
  const outside = new Set<string>();
  const aims = new Map<string, string>();
  let [connections, writes] = [0, 0];
  for (const one of reached) {
    if (one.kind === 'aim') {
      aims.set(one.socket, one.address);
      continue;
    }
    if (one.kind === 'address' || one.kind === 'message') {
      const address = one.kind === 'address' ? one.address : aims.get(one.socket);
      // What has no address is a pipe between programs, or a connection that was judged when it was opened.
      if (address === undefined) continue;
      connections += 1;
      if (!loopback.test(address)) outside.add(`${one.call} to ${address}`);
      continue;
    }
    const path = normalize(one.path);
    if (noFiles.test(path)) continue;
    writes += 1;
    if (dirname(path) === temporary && (one.kind === 'folder' || one.call.startsWith('open'))) made.add(path);
    const isMade = isIn(temporary, path) && [...made].some((folder) => isIn(folder, path));
    if (!isMade && !own.some((folder) => isIn(folder, path))) outside.add(`${one.call} of ${path}`);
  }
  return { connections, writes, outside: [...outside] };
}
