/** A lock on a file that dies with its holder, `kill -9` included: a file beside it that names his process. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../../is-alive.js';
import { nameFile } from '../../name-file.js';

export interface FileLock {
  /** Throws where it was taken away. */
  check(): void;
  release(): void;
}

/** How often the holder shows that it is alive, for those who cannot see its process; in milliseconds. */
const pulse = 1000;

/** The text of a file; undefined where it cannot be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}

/** When a process began, in the system's ticks since it started; nothing where the system does not tell, or it has ended. */
function beginOf(pid: number): string {
  // The second field is the program's name in brackets, and may hold anything.
  const fields = textOf(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  // A process that was killed stays listed until its parent has taken note.
  return fields?.[0] === 'Z' ? '' : (fields?.[19] ?? '');
}

/** Numbers of processes mean something within one start of one system, and in a container within it. */
function worldOf(): string {
  try {
    return `${textOf('/proc/sys/kernel/random/boot_id')?.trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}

const ageOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether the process that a lock names still has it. */
async function isHeld(lock: string, text: string): Promise<boolean> {
  const [pid = '', begin = '', world = ''] = text.split(' ');
  if (world === worldOf()) return isAlive(Number(pid)) && beginOf(Number(pid)) === begin;
  // Its process cannot be seen from here, or it is just being written.
  const before = ageOf(lock);
  await wait(2.5 * pulse);
  return ageOf(lock) !== before;
}

/** Puts the lock in place; false where there is one. */
function place(lock: string, text: string): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
  try {
    writeFileSync(handle, text);
    return true;
  } catch (error) {
    // One that names nobody would be waited for.
    rmSync(lock, { force: true });
    throw nameFile(error, lock);
  } finally {
    closeSync(handle);
  }
}

/** Takes a dead holder's lock away, unless another was quicker and it is a living one's by now. */
function clearAway(lock: string, text: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (textOf(aside) === text) rmSync(aside);
  else renameSync(aside, lock);
}

/** Throws, naming the process, where another holds the lock. */
export async function lockFile(file: string): Promise<FileLock> {
  const lock = `${file}.lock`;
  const mine = `${process.pid} ${beginOf(process.pid)} ${worldOf()} ${randomUUID()}`;
  while (!place(lock, mine)) {
    const theirs = textOf(lock) ?? '';
    if (await isHeld(lock, theirs))
      throw new Error(`${file}: is being written to by another server (process ${theirs.split(' ')[0]}, by ${lock})`);
    clearAway(lock, theirs);
  }
  const isMine = (): boolean => textOf(lock) === mine;
  const timer = setInterval(() => {
    try {
      if (isMine()) utimesSync(lock, new Date(), new Date());
    } catch {
      // Gone between the two: the next append says so.
    }
  }, pulse).unref();
  return {
    check() {
      if (!isMine()) throw new Error(`${file}: the lock on it has been taken away (${lock})`);
    },
    release() {
      clearInterval(timer);
      if (isMine()) rmSync(lock, { force: true });
    },
  };
}
