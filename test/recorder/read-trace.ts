/** What strace wrote of programs and their children, as the places that they reached: addresses, and files that they could change. */

export type Reached =
  | { readonly kind: 'address'; readonly pid: number; readonly address: string; readonly call: string }
  | { readonly kind: 'file'; readonly pid: number; readonly path: string; readonly call: string }
  | { readonly kind: 'folder'; readonly pid: number; readonly path: string; readonly call: string };

/** Calls that are recorded: all that leads out, and all that makes or changes a name or a file. */
export const recorded = [
  ...['connect', 'sendto', 'sendmsg', 'sendmmsg'],
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

function* reachedBy(pid: number, call: string, given: string, result: string): Generator<Reached> {
  if (/^(?:connect|send)/.test(call)) {
    for (const [, four, six, other] of given.matchAll(address))
      yield { kind: 'address', pid, call, address: four ?? six ?? other ?? '' };
    return;
  }
  if (result.startsWith('-1')) return;
  if (/^open|^creat/.test(call)) {
    if (call !== 'creat' && !writes.test(given)) return;
    const opened = /^\d+<([^>]*)>/.exec(result)?.[1];
    const [named = ''] = pathsIn(given);
    yield { kind: 'file', pid, call, path: (opened ?? named).replace(/ \(deleted\)$/, '') };
    return;
  }
  const kind = call.startsWith('mkdir') ? 'folder' : 'file';
  for (const path of pathsIn(given)) yield { kind, pid, call, path };
}

/** Calls that others interrupt are written in two lines; both halves are joined. */
export function* readTrace(lines: Iterable<string>): Generator<Reached> {
  const begun = new Map<number, string>();
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
    if (call !== undefined) yield* reachedBy(pid, call, given, result);
  }
}
