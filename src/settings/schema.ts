/** The settings: one schema of what a file, the environment or a flag may say of each, with its default. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../package-root.js';

export interface SettingNames {
  /** The variable that sets it; in a file its key is the same without `MIGRAPH_`, in small letters. */
  readonly name: string;
  /** Whether it is shown to nobody. */
  readonly isSecret?: boolean;
  /** Whether it is a path: one in a file is taken from where the file lies. */
  readonly isPath?: boolean;
  /** Where nobody says anything, it is the folder of this name in that of another setting, by its variable. */
  readonly within?: readonly [variable: string, folder: string];
}

export const namesOf = z.registry<SettingNames>();

const megabyte = 1024 * 1024;

/** What is wrong is said of the text as it was given. */
const unless = (reason: string) => ({ error: ({ input }: { readonly input?: unknown }) => `"${input}" ${reason}` });

const text = z.string();
const count = text.regex(/^[1-9]\d{0,8}$/, unless('is not a whole number above zero')).transform(Number);
const megabytes = count.transform((number) => number * megabyte);
const truth = z.enum(['true', 'false'], unless('is neither true nor false')).transform((word) => word === 'true');
const baseIri = text.refine(
  (iri) => URL.canParse(iri) && iri.endsWith('/'),
  unless('is not an absolute IRI that ends in "/"'),
);
const port = text
  .refine((digits) => /^\d+$/.test(digits) && Number(digits) <= 65535, unless('is not a port number (0 to 65535)'))
  .transform(Number);

/** What may stand in an Authorization header (RFC 6750, section 2.1), and is not guessed; the message must not tell it. */
const token = text
  .regex(/^(?:[\w.~+/-]{16,}=*)?$/, 'is to be 16 or more of the letters, the digits and -._~+/')
  .transform((given) => given || undefined);

/** An address as OAI-PMH wants it, of which more cannot be told before it is written to. */
const mail = text
  .regex(/^(?:\S+@(?:[^\s.@]+\.)+[^\s.@]+)?$/, unless('is no mail address'))
  .transform((given) => given || undefined);

const entriesOf = (list: string): string[] => list.split(/[\s,]+/).filter((entry) => entry !== '');

const isHost = (entry: string): boolean =>
  /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(entry) && URL.canParse(`http://${entry}/`);

/** Names and addresses, with a port or without. */
const hosts = text
  .superRefine((list, { addIssue }) => {
    const wrong = entriesOf(list).find((entry) => !isHost(entry));
    if (wrong !== undefined) addIssue(`"${wrong}" is neither a host nor host:port`);
  })
  .transform((list): readonly string[] => entriesOf(list));

/** One of these words. */
const word = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, unless(`is none of ${words.join(', ')}`));

const address = text
  .refine((url) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)), {
    error: ({ input }) => `"${input}" is no address of http or https`,
  })
  .transform((given) => given || undefined);

const optional = text.transform((given) => given || undefined);

/** All are texts, as variables are. The README has the same as a table. */
export const schema = z.strictObject({
  port: port.prefault('3000').register(namesOf, { name: 'PORT' }),
  host: text.prefault('127.0.0.1').register(namesOf, { name: 'HOST' }),
  /** The canonical base of all data IRIs; it ends in `/` and is not the host that serves them. */
  base: baseIri.prefault('https://w3id.org/migraph/').register(namesOf, { name: 'MIGRAPH_BASE' }),
  /** The folder for what a build makes. */
  out: text.prefault(join(packageRoot, 'var')).register(namesOf, { name: 'MIGRAPH_OUT', isPath: true }),
  /** The folder of the notes, curators' decisions and the history; what it has none of is the package's own. */
  data: text.prefault(join(packageRoot, 'data')).register(namesOf, { name: 'MIGRAPH_DATA', isPath: true }),
  /** The folder of what was taken from other catalogues. */
  imports: text
    .prefault(join(packageRoot, 'data', 'imports'))
    .register(namesOf, { name: 'MIGRAPH_IMPORTS', isPath: true, within: ['MIGRAPH_DATA', 'imports'] }),
  /** Whether a query without a dataset sees the union of all graphs but review. */
  unionDefaultGraph: truth.prefault('true').register(namesOf, { name: 'MIGRAPH_UNION_DEFAULT_GRAPH' }),
  /** How long a query may take, in seconds. */
  queryDeadline: count.prefault('10').register(namesOf, { name: 'MIGRAPH_QUERY_DEADLINE' }),
  /** How long an answer may be, in bytes. */
  maxAnswerBytes: megabytes.prefault('256').register(namesOf, { name: 'MIGRAPH_MAX_ANSWER_MB' }),
  /** Who bears it may write; undefined: nobody may. */
  writeToken: token.prefault('').register(namesOf, { name: 'MIGRAPH_WRITE_TOKEN', isSecret: true }),
  /** How long a write may take, in seconds, and how much memory it may add, in bytes. */
  writeDeadline: count.prefault('60').register(namesOf, { name: 'MIGRAPH_WRITE_DEADLINE' }),
  writeMemory: megabytes.prefault('1000').register(namesOf, { name: 'MIGRAPH_WRITE_MEMORY_MB' }),
  /** How long RDF that is sent may be, unpacked, in bytes. */
  maxUploadBytes: megabytes.prefault('64').register(namesOf, { name: 'MIGRAPH_MAX_UPLOAD_MB' }),
  /** How many connections there may be at once. */
  maxConnections: count.prefault('5000').register(namesOf, { name: 'MIGRAPH_MAX_CONNECTIONS' }),
  /** Until when a request must have come in whole, in seconds. */
  requestTimeout: count.prefault('60').register(namesOf, { name: 'MIGRAPH_REQUEST_TIMEOUT' }),
  /** How long a client may take next to nothing of its answer, in seconds. */
  readerTimeout: count.prefault('30').register(namesOf, { name: 'MIGRAPH_READER_TIMEOUT' }),
  /** How many queries are worked on at once; one process more stands by. */
  queryProcesses: count
    .prefault(String(Math.max(3, availableParallelism() + 1)))
    .register(namesOf, { name: 'MIGRAPH_QUERY_PROCESSES' }),
  /** How much memory a query may add, in bytes. */
  queryMemory: megabytes.prefault('250').register(namesOf, { name: 'MIGRAPH_QUERY_MEMORY_MB' }),
  /** Seconds of work that one client may ask for in a minute. */
  clientBudget: count.prefault('30').register(namesOf, { name: 'MIGRAPH_CLIENT_BUDGET' }),
  /** Whether the budget is for clients on this machine too. */
  limitLoopback: truth.prefault('false').register(namesOf, { name: 'MIGRAPH_LIMIT_LOOPBACK' }),
  /** Whether X-Forwarded-For says who the client is: only behind a proxy that sets it. */
  trustProxy: truth.prefault('false').register(namesOf, { name: 'MIGRAPH_TRUST_PROXY' }),
  /** How long a process may wait for its answer to be taken, in seconds. */
  readDeadline: count.prefault('60').register(namesOf, { name: 'MIGRAPH_READ_DEADLINE' }),
  /** Whom to write to about this server; undefined: whom the catalogue names. */
  adminEmail: mail.prefault('').register(namesOf, { name: 'MIGRAPH_ADMIN_EMAIL' }),
  /** Whether queries are evaluated over ids where they can be; else Comunica evaluates them all. */
  overIds: truth.prefault('true').register(namesOf, { name: 'MIGRAPH_OVER_IDS' }),
  /** Whether a process loads and compiles ahead what is likely to be asked for; a server that lives for minutes has little of it. */
  warmUp: truth.prefault('true').register(namesOf, { name: 'MIGRAPH_WARM_UP' }),
  /** Whether small queries are answered by the server's own process, which then holds the graph too. */
  answerAtOnce: truth.prefault('true').register(namesOf, { name: 'MIGRAPH_ANSWER_AT_ONCE' }),
  /** Hosts (`host` or `host:port`) that SERVICE, LOAD and FROM may reach; none unless they are listed. */
  serviceHosts: hosts.prefault('').register(namesOf, { name: 'MIGRAPH_SERVICE_HOSTS' }),
  /** What is written to the log: what is as grave as that, or graver. */
  logLevel: word(['debug', 'info', 'warn', 'error', 'silent'])
    .prefault('info')
    .register(namesOf, { name: 'MIGRAPH_LOG_LEVEL' }),
  /** For programs, or, at a terminal, for people. */
  logFormat: word(['json', 'pretty']).prefault('json').register(namesOf, { name: 'MIGRAPH_LOG_FORMAT' }),
  /** From how many seconds on a query is written to the log, with its text. */
  slowQuery: count.prefault('5').register(namesOf, { name: 'MIGRAPH_SLOW_QUERY' }),
  /** How long open answers may go on after the signal to stop, in seconds. */
  stopTimeout: count.prefault('30').register(namesOf, { name: 'MIGRAPH_STOP_TIMEOUT' }),
  /** How many bytes of answers are kept for those who ask again. */
  resultCacheBytes: megabytes.prefault('32').register(namesOf, { name: 'MIGRAPH_RESULT_CACHE_MB' }),
  /** The SPARQL endpoint of another engine that holds the graph; undefined: the graph is our own. */
  store: address.prefault('').register(namesOf, { name: 'MIGRAPH_STORE' }),
  /** Where its updates go; undefined: nobody writes to it from here. */
  storeUpdate: address.prefault('').register(namesOf, { name: 'MIGRAPH_STORE_UPDATE' }),
  /** Where it has the Graph Store Protocol; undefined: graphs are written by updates. */
  storeGraphs: address.prefault('').register(namesOf, { name: 'MIGRAPH_STORE_GRAPHS' }),
  /** What it is sent as the header Authorization. */
  storeAuthorization: optional.prefault('').register(namesOf, { name: 'MIGRAPH_STORE_AUTHORIZATION', isSecret: true }),
  /** What it calls its unnamed graph in a dataset, or the graph that stands for one. */
  storeUnnamedGraph: optional.prefault('').register(namesOf, { name: 'MIGRAPH_STORE_UNNAMED_GRAPH' }),
  /** Seconds for which what it answered is taken to hold. */
  storeFreshness: count.prefault('60').register(namesOf, { name: 'MIGRAPH_STORE_FRESHNESS' }),
});

/** All settings, each with its value. */
export type Config = Readonly<z.output<typeof schema>>;

export interface Setting extends SettingNames {
  /** Its name in the code. */
  readonly id: keyof Config;
  /** Its name in a file. */
  readonly key: string;
  /** The text that stands for it where nobody says anything. */
  readonly otherwise: string;
}

/** In the order of the schema. */
export const settings: readonly Setting[] = Object.entries(schema.shape).map(([id, field]) => {
  const names = namesOf.get(field);
  if (names === undefined) throw new Error(`the setting ${id} has no name`);
  const key = names.name.replace(/^MIGRAPH_/, '').toLowerCase();
  return { ...names, id: id as keyof Config, key, otherwise: field.def.defaultValue };
});
