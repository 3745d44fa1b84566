/** A server that does nothing, in a process of its own: what it takes to answer nobody on this machine could take less. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const program = `require('node:http').createServer((_, response) => response.end('well'))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

/** Started when it is first asked for, ended with this process. */
let origin: Promise<string> | undefined;

async function start(): Promise<string> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  child.unref();
  (child.stdout as unknown as { unref(): void }).unref();
  return `http://127.0.0.1:${String(port).trim()}`;
}

export function bystander(): Promise<string> {
  origin ??= start();
  return origin;
}
