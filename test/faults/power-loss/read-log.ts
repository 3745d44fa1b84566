/** What a program did to files, read from strace's log of it: with the bytes, in the order of the calls' ends. */

export type Action =
  | { readonly type: 'make'; readonly file: string }
  | { readonly type: 'write'; readonly file: string; readonly at: number | undefined; readonly bytes: Buffer }
  | { readonly type: 'cut'; readonly file: string; readonly length: number }
  | { readonly type: 'sync'; readonly file: string }
  | { readonly type: 'rename'; readonly file: string; readonly to: string }
  | { readonly type: 'remove'; readonly file: string }
  | { readonly type: 'folder'; readonly file: string }
  /** What it said: whoever read it relies on what was done before. */
  | { readonly type: 'say'; readonly text: string };

/** Options under which it logs what is needed here. */
export const logOptions = ['-f', '-qq', '-xx', '-y', '-s', '100000000', '-e', 'signal=none'];
export const logged =
  'trace=openat,write,pwrite64,fsync,fdatasync,rename,ftruncate,unlink,unlinkat,mkdir,link,linkat,renameat,renameat2,writev,pwritev';

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

interface Call {
  readonly name: string;
  readonly args: string;
  readonly result: number;
}

/** A call of a thread may be cut in two by one of another. */
function* callsOf(log: string): Generator<Call> {
  const begun = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, pid = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = / <unfinished \.\.\.>$/.exec(text);
    if (unfinished !== null) {
      begun.set(pid, text.slice(0, unfinished.index));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(text);
    const whole = resumed === null ? text : (begun.get(pid) ?? '') + text.slice(resumed[0].length);
    const [, name = '', args = '', result] = /^(\w+)\((.*)\)\s+= (-?\d+)/s.exec(whole) ?? [];
    if (result !== undefined) yield { name, args, result: Number(result) };
  }
}

const pathsIn = (args: string): string[] =>
  [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, path = '']) => bytesOf(path).toString());

/** What `-y` says of a descriptor. */
const openedAs = (args: string): string => bytesOf(/^\d+<((?:\\x[0-9a-f]{2})*)>/.exec(args)?.[1] ?? '').toString();

function toAction({ name, args, result }: Call): Action | undefined {
  if (result < 0) return undefined;
  const [first = '', second = ''] = pathsIn(args);
  switch (name) {
    case 'openat':
      return args.includes('O_CREAT') ? { type: 'make', file: first } : undefined;
    case 'write':
    case 'pwrite64': {
      const bytes = bytesOf(/"((?:\\x[0-9a-f]{2})*)"/.exec(args)?.[1] ?? '').subarray(0, result);
      if (/^1</.test(args)) return { type: 'say', text: bytes.toString() };
      const at = name === 'write' ? undefined : Number(/, (\d+)$/.exec(args)?.[1]);
      return { type: 'write', file: openedAs(args), at, bytes };
    }
    case 'ftruncate':
      return { type: 'cut', file: openedAs(args), length: Number(/, (\d+)$/.exec(args)?.[1]) };
    case 'fsync':
    case 'fdatasync':
      return { type: 'sync', file: openedAs(args) };
    case 'rename':
      return { type: 'rename', file: first, to: second };
    case 'unlink':
      return { type: 'remove', file: first };
    case 'mkdir':
      return { type: 'folder', file: first };
    default:
      throw new Error(`${name} is not understood`);
  }
}

/** Those on files of one folder, and what it said. */
export function readLog(log: string, folder: string): Action[] {
  const actions = [...callsOf(log)].flatMap((call) => toAction(call) ?? []);
  return actions.filter((action) => action.type === 'say' || action.file.startsWith(folder));
}
