/** Nothing leaves the machine, and nothing is written that is not ours: a build, a server and its questions, seen by strace. */
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../cli/run-migraph.js';
import { judge } from './judge.js';
import { readTrace } from './read-trace.js';
import { record, whyNoRecorder } from './record.js';

const trace = String.raw`
10 openat(AT_FDCWD</home/me>, "data/a.txt", O_RDONLY|O_CLOEXEC) = 20</home/me/data/a.txt>
10 mkdir("/tmp/made", 0700) = 0
10 openat(AT_FDCWD</tmp/made>, "x.log", O_WRONLY|O_CREAT|O_TRUNC, 0666 <unfinished ...>
11 connect(21<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)
10 <... openat resumed>) = 20</tmp/made/x.log>
11 connect(22<TCPv6:[2]>, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0
11 sendto(23<UDP:[3]>, "\1\2", 2, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.53")}, 16) = 2
11 connect(24<TCPv6:[4]>, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = -1 ENETUNREACH
11 connect(25<UNIX:[5]>, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0
11 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 26<UDPv6:[6]>
11 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 27<UDP:[7]>
11 connect(26<UDPv6:[6]>, {sa_family=AF_INET6, sin6_port=htons(53), inet_pton(AF_INET6, "2001:db8::2", &sin6_addr)}, 28) = 0
11 connect(27<UDP:[7]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.54")}, 16) = 0
11 sendto(27<UDP:[7]>, "\1\2", 2, MSG_NOSIGNAL, NULL, 0) = 2
12 symlink("/home/me/modules", "/tmp/made/modules") = 0
12 chdir("/tmp/made") = 0
12 clone(child_stack=NULL, flags=CLONE_THREAD) = 13
13 clone(child_stack=NULL, flags=CLONE_THREAD) = 12
13 mkdir("mine", 0777) = 0
12 openat(AT_FDCWD</home/me>, "/dev/full", O_WRONLY) = 3</dev/full>
12 rename("/tmp/made/x.log", "/home/me/notes/n\303\266te") = 0
12 openat(AT_FDCWD</home/me>, "/tmp/there-before/y", O_RDWR) = 20</tmp/there-before/y>
12 openat(AT_FDCWD</home/me>, "/etc/shadow", O_RDWR) = -1 EACCES (Permission denied)
12 openat(AT_FDCWD</home/me>, "/dev/null", O_WRONLY) = 3</dev/null>`;

describe('a recorder of what programs reach', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();

  it('tells what lies outside', () => {
    const { outside, connections } = judge(readTrace(trace.trim().split('\n')), { temporary: '/tmp', own: [] });
    expect(connections).to.equal(5);
    expect(outside).to.deep.equal([
      'sendto to 10.0.0.53',
      'connect to 2001:db8::1',
      'sendto to 10.0.0.54',
      'rename of /home/me/notes/nöte',
      'openat of /tmp/there-before/y',
    ]);
  });

  describe('by strace', () => {
    before(function () {
      const why = whyNoRecorder();
      if (why !== undefined) {
        console.log(`      ${why}`);
        this.skip();
      }
    });
    const run = (script: string) => record([process.execPath, '--input-type=module', '-e', script]);

    it('sees what a program does that reaches out', async () => {
      // A datagram socket that is connected has sent nothing yet, and is no connection.
      const { outside, code } = await run(`
        import { createSocket } from 'node:dgram'; import { writeFileSync } from 'node:fs'; import { spawnSync } from 'node:child_process';
        writeFileSync(${JSON.stringify(join(folder, 'by-a-program'))}, '');
        spawnSync(process.execPath, ['-e', 'fs.writeFileSync(${JSON.stringify(join(folder, 'by-its-child')).replaceAll('"', '\\"')}, "")']);
        const socket = createSocket('udp4'); socket.connect(9, '192.0.2.1', () => socket.close());`);
      expect(code).to.equal(0);
      expect([...outside].sort()).to.deep.equal([
        `openat of ${join(folder, 'by-a-program')}`,
        `openat of ${join(folder, 'by-its-child')}`,
      ]);
    });
    it('sees nothing of the kind where a graph is built, served and asked', async () => {
      const { outside, code, connections, writes } = await run(`
        const { mkdtempSync, rmSync } = await import('node:fs'); const { tmpdir } = await import('node:os');
        const { serveProgram, untilReady } = await import(${JSON.stringify(new URL('../cli/serve-program.js', import.meta.url).href)});
        const out = mkdtempSync(tmpdir() + '/migraph-recorded-');
        const served = await serveProgram([], { MIGRAPH_OUT: out });
        await untilReady(served);
        for (const path of ['/', '/catalog.ttl', '/sparql?query=ASK%7B%7D', '/dump/graph.nq',
          '/sparql?query=' + encodeURIComponent('SELECT * { SERVICE <http://192.0.2.1/> { ?s ?p ?o } }'),
          '/sparql?query=' + encodeURIComponent('SELECT * FROM <http://192.0.2.1/g> { ?s ?p ?o }')])
          await (await fetch(served.origin + path)).arrayBuffer();
        await served.close();
        rmSync(out, { recursive: true });`);
      expect(code).to.equal(0);
      expect(outside).to.deep.equal([]);
      expect(connections).to.be.above(0);
      expect(writes).to.be.above(0);
    });
  });
});
