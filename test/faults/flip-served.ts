/** A snapshot that changes under a server: what it has read it goes on to serve, and a process that starts anew refuses the file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveFolder } from '../cli/served.js';

const size = 300;
const query = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(REGEX(?o, "^word [0-9]+$")) }';

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** What is wrong with its answers, in a folder that is empty before. */
export async function flipUnderServer(folder: string): Promise<{ readonly asked: number; readonly faults: string[] }> {
  const [graph, out] = [join(folder, 'graph.nt'), join(folder, 'var')];
  mkdirSync(out, { recursive: true });
  writeFileSync(graph, Array.from({ length: size }, (_, n) => `<urn:s${n}> <urn:p> "word ${n}" .\n`).join(''));
  const start = () => serveFolder(out, { MIGRAPH_QUERY_PROCESSES: '1' }, undefined, ['--graph', graph]);
  const faults: string[] = [];
  let asked = 0;
  const server = await start();
  const served = join(out, 'served');
  const file = join(
    served,
    readdirSync(served).find((name) => name.endsWith('.snapshot') && !name.startsWith('.')) ?? '',
  );
  const bytes = readFileSync(file);
  const at = bytes.indexOf('word 7') + 5;
  bytes[at] = 'x'.charCodeAt(0);
  // In its place: the name that is served is another one of the same file.
  spawnSync('dd', [`of=${file}`, 'bs=1', `seek=${at}`, 'conv=notrunc'], { input: 'x' });
  if (!readFileSync(file).equals(bytes)) faults.push('the snapshot was not changed');
  for (let round = 0; round < 6; round += 1) {
    for (const pid of round === 3 ? childrenOf(server.child.pid ?? 0) : []) process.kill(pid, 'SIGKILL');
    asked += 1;
    const answer = await server.read(query).catch((error: Error) => [error.message]);
    const isSame = answer.length === 1 && answer[0] === String(size);
    if (!isSame && !/^503: /.test(answer[0] ?? '')) faults.push(`answered: ${answer}`);
    await wait(300);
  }
  await server.stop('SIGKILL');
  // The next start finds it, and makes it anew.
  const next = await start();
  const rows = await next.read(query);
  if (rows[0] !== String(size)) faults.push(`after a restart ${rows[0]} of ${size} are there`);
  await next.stop();
  return { asked: asked + 1, faults };
}
