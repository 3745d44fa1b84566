/** A running server: whether the port is ours, and whether every door that it describes opens. */
import { createServer } from 'node:net';
import type { Config } from '../../config.js';
import { type Finding, failure, note, ok } from './finding.js';
import { knock, type Reply } from './knock.js';

/** Of the document, what is needed here. */
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly example?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly security?: readonly unknown[];
}
interface Description {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Seconds that a door may take to open. */
const patience = 60;

/** What a server that listens everywhere is asked by. */
const hostOf = ({ host }: Pick<Config, 'host'>): string => {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return near.includes(':') ? `[${near}]` : near;
};

async function describe(origin: string): Promise<Description | undefined> {
  try {
    const document = JSON.parse(
      (await knock(`${origin}/openapi.json`, { wantsText: true, patience })).text,
    ) as Description;
    return document.info.title === 'migraph' ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Why nobody could listen there; undefined where it is free. */
const whyTaken = ({ host, port }: Pick<Config, 'host' | 'port'>): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

/** A path with something in the place of its parameters, with examples where there are any. */
function targetOf(path: string, { operationId, parameters = [] }: Operation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters.find((one) => one.name === name && one.in === 'path')?.example ?? 'x'),
  );
  const asked = new URLSearchParams();
  for (const { name, in: place, example } of parameters)
    if (place === 'query' && example !== undefined) asked.set(name, String(example));
  if (operationId === 'query') asked.set('query', 'ASK {}');
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

/** What is wrong with an answer; undefined: nothing. A thing that is not there is no fault of its door. */
function faultOf({ status, type }: Reply, path: string, { responses, security }: Operation): string | undefined {
  if (security !== undefined)
    return status === 401 || status === 403 ? undefined : `lets somebody write without the token (${status})`;
  const isMissing = (status === 404 || status === 405) && !path.includes('{');
  if (status >= 500 || isMissing) return `answers ${status}`;
  if (status >= 400) return undefined;
  const described = responses[String(status)];
  if (described === undefined) return `answers ${status}, which it does not say`;
  const types = Object.keys(described.content ?? {});
  return types.length === 0 || types.includes('*/*') || types.includes(type) ? undefined : `gives ${type}`;
}

async function tryDoor(
  origin: string,
  path: string,
  method: string,
  operation: Operation,
): Promise<string | undefined> {
  const isQuery = operation.operationId === 'queryOrUpdate';
  try {
    const reply = await knock(origin + targetOf(path, operation), {
      method: method.toUpperCase(),
      patience,
      ...(isQuery && { headers: { 'content-type': 'application/sparql-query' }, body: 'ASK {}' }),
    });
    return faultOf(reply, path, operation);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function inspectDoors(origin: string, { paths }: Description): Promise<Finding[]> {
  const doors = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const findings: Finding[] = [];
  // One after the other: who is looked after is not to be troubled.
  for (const { path, method, operation } of doors) {
    const fault = await tryDoor(origin, path, method, operation);
    if (fault !== undefined)
      findings.push(failure('door', `${method.toUpperCase()} ${path} ${fault}`, 'look in the log of the server'));
  }
  return findings.length > 0 ? findings : [ok('doors', `all ${doors.length} open`)];
}

/** No server is no fault. */
export async function inspectServer(config: Pick<Config, 'host' | 'port'>, version: string): Promise<Finding[]> {
  const address = `${hostOf(config)}:${config.port}`;
  const description = await describe(`http://${address}`);
  if (description !== undefined) {
    const running = description.info.version;
    const told = running === version ? ok : note;
    const which = running === version ? '' : `, of version ${running}, while this is ${version}`;
    return [told('server', `runs at ${address}${which}`), ...(await inspectDoors(`http://${address}`, description))];
  }
  const reason = await whyTaken(config);
  if (reason === undefined) return [note('server', `none runs at ${address}, which is free`)];
  return [
    reason === 'EADDRINUSE'
      ? failure('server', `another program has ${address}`, 'end it, or choose another port with --port or PORT')
      : failure('server', `${address} cannot be listened on (${reason})`, 'choose another port or host: PORT, HOST'),
  ];
}
