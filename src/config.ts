/** The settings, read from the environment once, with their defaults; and where the package's own files lie. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, ontology/, data/ and queries/. */
export const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const { version: packageVersion } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  readonly version: string;
};

export interface Config {
  /** The canonical base of all data IRIs; it ends in `/` and is not the host that serves them. */
  readonly base: string;
  readonly host: string;
  readonly port: number;
  /** Whether a query without a dataset sees the union of all graphs but review. */
  readonly unionDefaultGraph: boolean;
  /** Whether queries are evaluated over ids where they can be; else Comunica evaluates them all. */
  readonly overIds: boolean;
  /** Whether small queries are answered by the server's own process, which then holds the graph too. */
  readonly answerAtOnce: boolean;
  /** How long a query may take, in seconds. */
  readonly queryDeadline: number;
  /** How long an answer may be, in bytes. */
  readonly maxAnswerBytes: number;
  /** How many connections there may be at once. */
  readonly maxConnections: number;
  /** Until when a request must have come in whole, in seconds. */
  readonly requestTimeout: number;
  /** How long a client may take next to nothing of its answer, in seconds. */
  readonly readerTimeout: number;
  /** Who bears it may write; undefined: nobody may. */
  readonly writeToken: string | undefined;
  /** How long RDF that is sent may be, unpacked, in bytes. */
  readonly maxUploadBytes: number;
  /** How many queries are worked on at once; one process more stands by. */
  readonly queryProcesses: number;
  /** How much memory a query may add, in bytes. */
  readonly queryMemory: number;
  /** How long a write may take, in seconds, and how much memory it may add, in bytes. */
  readonly writeDeadline: number;
  readonly writeMemory: number;
  /** Seconds of work that one client may ask for in a minute. */
  readonly clientBudget: number;
  /** Whether the budget is for clients on this machine too. */
  readonly limitLoopback: boolean;
  /** Whether X-Forwarded-For says who the client is: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  /** How long a process may wait for its answer to be taken, in seconds. */
  readonly readDeadline: number;
  /** How many bytes of answers are kept for those who ask again. */
  readonly resultCacheBytes: number;
  /** Hosts (`host` or `host:port`) that SERVICE, LOAD and FROM may reach; none unless they are listed. */
  readonly serviceHosts: readonly string[];
  /** The folder of what was taken from other catalogues. */
  readonly imports: string;
  /** Whom to write to about this server; undefined: whom the catalogue names. */
  readonly adminEmail: string | undefined;
  /** The folder for what a build makes. */
  readonly out: string;
}

/** A whole number above zero. */
function readCount(env: Record<string, string | undefined>, name: string, otherwise: number): number {
  const text = env[name] ?? String(otherwise);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name}: "${text}" is not a whole number above zero`);
  return Number(text);
}

/** What may stand in an Authorization header (RFC 6750, section 2.1), and is not guessed; the message must not tell it. */
function readToken(env: Record<string, string | undefined>): string | undefined {
  const token = env['MIGRAPH_WRITE_TOKEN'] ?? '';
  if (token === '' || /^[\w.~+/-]{16,}=*$/.test(token)) return token === '' ? undefined : token;
  throw new Error('MIGRAPH_WRITE_TOKEN: is to be 16 or more of the letters, the digits and -._~+/');
}

function readSwitch(env: Record<string, string | undefined>, name: string, otherwise: boolean): boolean {
  const text = env[name] ?? String(otherwise);
  if (text !== 'true' && text !== 'false') throw new Error(`${name}: "${text}" is neither true nor false`);
  return text === 'true';
}

/** Names and addresses, with a port or without. */
function readHosts(env: Record<string, string | undefined>, name: string): string[] {
  const entries = (env[name] ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  const isHost = (entry: string): boolean =>
    /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(entry) && URL.canParse(`http://${entry}/`);
  const wrong = entries.find((entry) => !isHost(entry));
  if (wrong !== undefined) throw new Error(`${name}: "${wrong}" is neither a host nor host:port`);
  return entries;
}

/** An address as OAI-PMH wants it, of which more cannot be told before it is written to. */
function readMail(env: Record<string, string | undefined>): string | undefined {
  const text = env['MIGRAPH_ADMIN_EMAIL'] ?? '';
  if (text === '' || /^\S+@(?:[^\s.@]+\.)+[^\s.@]+$/.test(text)) return text === '' ? undefined : text;
  throw new Error(`MIGRAPH_ADMIN_EMAIL: "${text}" is no mail address`);
}

const megabyte = 1024 * 1024;

/** Reads the settings; a malformed one is an error that names it. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const base = env['MIGRAPH_BASE'] ?? 'https://w3id.org/migraph/';
  if (!URL.canParse(base) || !base.endsWith('/'))
    throw new Error(`MIGRAPH_BASE: "${base}" is not an absolute IRI that ends in "/"`);
  const portText = env['PORT'] ?? '3000';
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65535) throw new Error(`PORT: "${portText}" is not a port number (0 to 65535)`);
  return {
    base,
    host: env['HOST'] ?? '127.0.0.1',
    port,
    unionDefaultGraph: readSwitch(env, 'MIGRAPH_UNION_DEFAULT_GRAPH', true),
    queryDeadline: readCount(env, 'MIGRAPH_QUERY_DEADLINE', 10),
    maxConnections: readCount(env, 'MIGRAPH_MAX_CONNECTIONS', 5000),
    requestTimeout: readCount(env, 'MIGRAPH_REQUEST_TIMEOUT', 60),
    readerTimeout: readCount(env, 'MIGRAPH_READER_TIMEOUT', 30),
    writeToken: readToken(env),
    maxUploadBytes: readCount(env, 'MIGRAPH_MAX_UPLOAD_MB', 64) * megabyte,
    maxAnswerBytes: readCount(env, 'MIGRAPH_MAX_ANSWER_MB', 256) * megabyte,
    queryProcesses: readCount(env, 'MIGRAPH_QUERY_PROCESSES', Math.max(3, availableParallelism() + 1)),
    queryMemory: readCount(env, 'MIGRAPH_QUERY_MEMORY_MB', 250) * megabyte,
    writeDeadline: readCount(env, 'MIGRAPH_WRITE_DEADLINE', 60),
    writeMemory: readCount(env, 'MIGRAPH_WRITE_MEMORY_MB', 1000) * megabyte,
    clientBudget: readCount(env, 'MIGRAPH_CLIENT_BUDGET', 30),
    limitLoopback: readSwitch(env, 'MIGRAPH_LIMIT_LOOPBACK', false),
    trustProxy: readSwitch(env, 'MIGRAPH_TRUST_PROXY', false),
    readDeadline: readCount(env, 'MIGRAPH_READ_DEADLINE', 60),
    resultCacheBytes: readCount(env, 'MIGRAPH_RESULT_CACHE_MB', 32) * megabyte,
    overIds: readSwitch(env, 'MIGRAPH_OVER_IDS', true),
    answerAtOnce: readSwitch(env, 'MIGRAPH_ANSWER_AT_ONCE', true),
    serviceHosts: readHosts(env, 'MIGRAPH_SERVICE_HOSTS'),
    imports: env['MIGRAPH_IMPORTS'] ?? join(packageRoot, 'data', 'imports'),
    adminEmail: readMail(env),
    out: env['MIGRAPH_OUT'] ?? join(packageRoot, 'var'),
  };
}
