/** Virtuoso (7, as Debian has it), on free ports of this machine, in a folder of its own. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const find = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** The program, and the one to speak to it with; undefined where they are not installed. */
export const virtuosoProgram = find('virtuoso-t');
const isql = find('isql-vt') ?? find('isql-v');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const settings = (sql: number, http: number): string => `[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:${sql}
DisableUnixSocket = 1
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 60
`;

export interface Virtuoso {
  readonly sparql: string;
  /** Statements of SQL, each on its own. */
  tell(sql: string): Promise<void>;
  /** Lets everybody on this machine read and write a graph; others, its own among them, are in no answer. */
  show(graph: string): Promise<void>;
  close(): Promise<void>;
}

export async function startVirtuoso(): Promise<Virtuoso> {
  if (virtuosoProgram === undefined || isql === undefined) throw new Error('virtuoso-t is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'migraph-virtuoso-'));
  const [sql, http] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'virtuoso.ini'), settings(sql, http));
  const child = spawn(virtuosoProgram, ['+foreground', '+configfile', 'virtuoso.ini'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // Whoever forgets to close it, or cannot, is not held up by it.
  child.unref();
  process.once('exit', () => child.kill('SIGKILL'));
  const tell = async (statements: string): Promise<void> =>
    void (await run(isql, [`127.0.0.1:${sql}`, 'dba', 'dba', `exec=${statements}`]));
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await tell('GRANT SPARQL_UPDATE TO "SPARQL";');
      await tell("DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 0);");
      break;
    } catch (error) {
      if (Date.now() > deadline || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  return {
    sparql: `http://127.0.0.1:${http}/sparql`,
    tell,
    show: (graph) => tell(`DB.DBA.RDF_GRAPH_USER_PERMS_SET('${graph}', 'nobody', 3);`),
    async close() {
      child.ref();
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
