/** Validates what anybody sends, in processes of their own: a bomb in it ends its process and nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config.js';
import { QueryFault } from '../../store/graph-store.js';
import { passOnErrors } from '../../store/pool/start-process.js';
import { createTurns } from '../../store/pool/turns.js';
import type { Report } from './report.js';

export interface ValidationOrder {
  /** Id of a profile with shapes. */
  readonly profile: string;
  /** Id of a graph format: of what is sent. */
  readonly format: string;
  readonly baseIri: string;
  /** Id of a graph format: of a report in RDF, where one is wanted. */
  readonly reportFormat?: string | undefined;
}

export type ValidationOutcome =
  | { readonly report: Report; readonly rdf?: string }
  | { readonly fault: { readonly line: number; readonly message: string } };

export interface Validation {
  readonly report: Report;
  readonly rdf: string | undefined;
}

export interface Submission {
  readonly order: ValidationOrder;
  /** UTF-8. */
  readonly body: Uint8Array;
  /** '' for ourselves, and for all that are not told apart. */
  readonly client: string;
  readonly signal?: AbortSignal;
  /** Told what has been worked on it, whatever came of it. */
  onWorked?(seconds: number): void;
}

type Limits = Pick<Config, 'queryDeadline' | 'queryMemory'>;

const program = fileURLToPath(new URL('./validation-process.js', import.meta.url));

/** Bytes that the program takes by itself. */
const ownMemory = 100 * 2 ** 20;
/** Validations at once, and those that wait: of one client, and in all. */
const [atOnce, waitingPerClient, waitingInAll] = [1, 5, 50];

function start({ queryMemory }: Limits) {
  const { MIGRAPH_WRITE_TOKEN: _, ...env } = process.env;
  const flags = [`--max-old-space-size=${Math.ceil((ownMemory + queryMemory) / 2 ** 20)}`, '--no-warnings'];
  const child = spawn(process.execPath, [...flags, program], { env, stdio: 'pipe' });
  passOnErrors(child);
  return child;
}

function whyGone(signal: string | null, code: number | null, { queryDeadline, queryMemory }: Limits): Error {
  if (signal === 'SIGKILL')
    return new QueryFault('timeout', `validation took longer than ${queryDeadline} s and was ended`);
  if (code === 1) return new Error('the validation failed');
  return new QueryFault('memory', `validation needed more than ${queryMemory / 2 ** 20} MB of memory`);
}

async function run({ order, body, signal, onWorked }: Submission, limits: Limits): Promise<Validation> {
  if (signal?.aborted) throw new QueryFault('aborted', 'the answer is no longer wanted');
  const began = performance.now();
  const child = start(limits);
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(kill, limits.queryDeadline * 1000);
  signal?.addEventListener('abort', kill, { once: true });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  // One that is gone shows in its exit; its pipe need not say so too.
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(order)}\n`);
  child.stdin.end(body);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    const [code, killed] = await ended;
    if (signal?.aborted) throw new QueryFault('aborted', 'the answer is no longer wanted');
    if (code !== 0) throw whyGone(killed, code, limits);
  } finally {
    onWorked?.((performance.now() - began) / 1000);
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
  const outcome = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ValidationOutcome;
  if ('fault' in outcome) {
    const { line, message } = outcome.fault;
    throw new QueryFault('malformed', `line ${line}: ${message}`, { line });
  }
  return { report: outcome.report, rdf: outcome.rdf };
}

export type Validate = (submission: Submission) => Promise<Validation>;

/** Clients take turns. Rejects with a {@link QueryFault}. */
export function createValidator(limits: Limits): Validate {
  const turns = createTurns<() => void>();
  let working = 0;
  async function takeTurn(client: string): Promise<void> {
    if (working < atOnce) {
      working += 1;
      return;
    }
    if ((client !== '' && turns.waiting(client) >= waitingPerClient) || turns.size >= waitingInAll)
      throw new QueryFault('busy', 'too many validations are waiting; try again later', { retryAfter: 10 });
    await new Promise<void>((go) => turns.add(client, go));
  }
  return async (submission) => {
    await takeTurn(submission.client);
    try {
      return await run(submission, limits);
    } finally {
      const next = turns.next();
      if (next === undefined) working -= 1;
      else next();
    }
  };
}
