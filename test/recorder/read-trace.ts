/** What strace wrote of programs and their children, as the places that they reached: addresses, and files that they could change. */

export type Reached =
  | { readonly kind: 'address'; readonly pid: number; readonly address: string; readonly call: string }
  /** A socket for datagrams that was given an address: it has sent nothing yet. */
  | { readonly kind: 'aim'; readonly socket: string; readonly address: string; readonly call: string }
  /** What is sent without an address goes where the socket is aimed at. */
  | { readonly kind: 'message'; readonly socket: string; readonly call: string }
  | { readonly kind: 'file'; readonly pid: number; readonly path: string; readonly call: string }
  | { readonly kind: 'folder'; readonly pid: number; readonly path: string; readonly call: string };

/** Calls that are recorded: all that leads out, and all that makes or changes a name or a file. */
export const recorded = [
  ...['socket', 'connect', 'sendto', 'sendmsg', 'sendmmsg'],
  // From where relative names are told, and who has begun whom.
  ...['chdir', 'clone', 'clone3', 'fork', 'vfork'],
  ...['open', 'openat', 'openat2', 'creat', 'truncate', 'mkdir', 'mkdirat'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat', 'unlink', 'unlinkat', 'rmdir'],
];

/** Paths of descriptors are written out (`-y`), texts not cut off; each process and thread is followed. */
export const straceFlags = (file: string): string[] => [
  ...['-f', '--seccomp-bpf', '-qq', '-y', '-s', '4096', '-e', 'signal=none', '-o', file],
  ...['-e', `trace=${recorded.join(',')}`],
];

const address = /sin6?_addr(?:=inet_addr\("([^"]+)"\)|, "([^"]+)")|inet_pton\(AF_INET6, "([^"]+)"/g;

/** What is no ASCII is written byte by byte. */
function unquote(text: string): string {
  const bytes = text.replace(/\\([0-7]{1,3}|.)/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Of a call on names: each with the folder that it is told from. */
function pathsIn(given: string): string[] {
  const folders = [...given.matchAll(/(?:AT_FDCWD|\d+)<([^>]*)>, "((?:[^"\\]|\\.)*)"/g)];
  const plain = [...given.matchAll(/(?:^|, )"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => unquote(name));
  if (folders.length === 0) return plain;
  return folders.map(([, folder = '', name = '']) =>
    name.startsWith('/') ? unquote(name) : `${folder}/${unquote(name)}`,
  );
}

const writes = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND/;

/** A call of a process, what it was given, and what came of it. */
interface Call {
  readonly pid: number;
  readonly call: string;
  readonly given: string;
  readonly result: string;
}

const descriptor = /^\d+<([^>]*)>/;

/** `datagrams`: the sockets so far by which nothing is connected; kept up to date. */
function* reachedBy({ pid, call, given, result }: Call, datagrams: Set<string>): Generator<Reached> {
  if (call === 'socket') {
    const made = descriptor.exec(result)?.[1];
    // The number of a socket may come round again.
    if (made !== undefined && /SOCK_DGRAM/.test(given)) datagrams.add(made);
    else if (made !== undefined) datagrams.delete(made);
    return;
  }

  if (/^(?:connect|send)/.test(call)) {
    const socket = descriptor.exec(given)?.[1] ?? '';
    const addresses = [...given.matchAll(address)].map(([, four, six, other]) => four ?? six ?? other ?? '');
    const isAim = call === 'connect' && datagrams.has(socket);
    for (const one of addresses)
      yield isAim ? { kind: 'aim', socket, address: one, call } : { kind: 'address', pid, call, address: one };
    if (addresses.length === 0 && call !== 'connect') yield { kind: 'message', socket, call };
    return;
  }
  if (result.startsWith('-1')) return;
  if (/^open|^creat/.test(call)) {
    if (call !== 'creat' && !writes.test(given)) return;
    const opened = descriptor.exec(result)?.[1];
    const [named = ''] = pathsIn(given);
    yield { kind: 'file', pid, call, path: (opened ?? named).replace(/ \(deleted\)$/, '') };
    return;
  }
  const kind = call.startsWith('mkdir') ? 'folder' : 'file';
  const paths = pathsIn(given);
  // What a link points to is not changed by it.
  for (const path of /link(?:at)?$/.test(call) && !call.startsWith('un') ? paths.slice(-1) : paths)
    yield { kind, pid, call, path };
}

/** Where each process stands: what it begins stands there as well, until it moves. Numbers of processes come round again. */
function createFolders() {
  const folders = new Map<number, string | undefined>();
  return {
    hear(pid: number, call: string, given: string, result: string): void {
      const child = /^(?:v?fork|clone3?)$/.test(call) ? Number(/^\d+/.exec(result)?.[0]) : Number.NaN;
      if (child > 0) folders.set(child, folders.get(pid));
      const [to] = call === 'chdir' && result.startsWith('0') ? pathsIn(given) : [];
      if (to?.startsWith('/')) folders.set(pid, to);
    },
    whole(pid: number, path: string): string {
      const folder = folders.get(pid);
      return path.startsWith('/') || folder === undefined ? path : `${folder}/${path}`;
    },
  };
}

const noNames = /^(?:chdir|v?fork|clone3?)$/;

/** Calls that others interrupt are written in two lines; both halves are joined. */
export function* readTrace(lines: Iterable<string>): Generator<Reached> {
  const begun = new Map<number, string>();
  const folders = createFolders();
  const datagrams = new Set<string>();
  for (const line of lines) {
    const [, id = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const pid = Number(id);
    const unfinished = / <unfinished \.\.\.>$/.exec(rest);
    if (unfinished !== null) {
      begun.set(pid, rest.slice(0, unfinished.index));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest);
    const whole = resumed === null ? rest : `${begun.get(pid) ?? ''}${rest.slice(resumed[0].length)}`;
    const [, call, given = '', result = ''] = /^(\w+)\((.*)\)\s+= (.*)$/s.exec(whole) ?? [];
    if (call === undefined) continue;
    folders.hear(pid, call, given, result);
    if (noNames.test(call)) continue;
    for (const one of reachedBy({ pid, call, given, result }, datagrams))
      yield 'path' in one && /^[^:]+$/.test(one.path) ? { ...one, path: folders.whole(pid, one.path) } : one;
  }
}
