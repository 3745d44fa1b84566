/** What runs ahead of a slow reader: all of it arrives in order, within bounds, and nothing is left of it. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { RunAhead } from '../../../src/store/pool/run-ahead.js';
import { Spool, SpoolFile } from '../../../src/store/pool/spool.js';
import { createRandom } from '../../random.js';

const megabyte = 2 ** 20;

/** No two stretches of it are the same. */
function bytesOf(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32BE(at, at);
  return bytes;
}

/** Writes as a query process does: it waits where it is told to. Resolves when all has been written. */
async function write(body: RunAhead, bytes: Buffer, length = () => 50_000): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const end = at + length();
    if (!body.write(bytes.subarray(at, end))) await new Promise((resolve) => body.once('drain', resolve));
    at = end;
  }
  await new Promise<void>((resolve) => body.end(resolve));
}

async function read(body: RunAhead, pause = async (): Promise<unknown> => undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) {
    chunks.push(chunk as Buffer);
    await pause();
  }
  return Buffer.concat(chunks);
}

/** Whether it is still to come after a while. */
const isWaiting = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => false), wait(200).then(() => true)]);

describe('what runs ahead of a slow reader', () => {
  let folder: string;
  let spool: Spool;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-ahead-'));
    spool = new Spool({ folder, each: 8 * megabyte, inAll: 12 * megabyte });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written to its end before a byte of it is read, and read whole', async () => {
    const [body, bytes] = [new RunAhead(spool), bytesOf(5 * megabyte)];
    await write(body, bytes);
    expect(spool.figures().answers).to.equal(1);
    expect(spool.figures().bytes).to.be.within(4 * megabyte, 5 * megabyte);
    expect(readdirSync(folder)).to.deep.equal([]);
    expect((await read(body)).equals(bytes)).to.equal(true);
    await wait(20);
    expect(spool.figures()).to.deep.equal({ answers: 0, bytes: 0 });
  });
  it('is on no disk where it is short, or read as fast as it comes', async () => {
    const [short, fast] = [new RunAhead(spool), new RunAhead(spool)];
    await write(short, bytesOf(400_000));
    const reading = read(fast);
    await write(fast, bytesOf(5 * megabyte));
    expect(spool.figures()).to.deep.equal({ answers: 0, bytes: 0 });
    expect([(await read(short)).length, (await reading).length]).to.deep.equal([400_000, 5 * megabyte]);
  });
  it('is whole whatever the pace of both, and the length of what is written', async () => {
    const random = createRandom(7);
    const bytes = bytesOf(3 * megabyte);
    for (let n = 0; n < 8; n += 1) {
      const body = new RunAhead(spool);
      const pause = () => (random.number(3) === 0 ? wait(random.number(4)) : Promise.resolve());
      const reading = read(body, pause);
      await write(body, bytes, () => 1 + random.number(n % 2 === 0 ? 20_000 : 900_000));
      expect((await reading).equals(bytes)).to.equal(true);
    }
    await wait(20);
    expect(spool.figures()).to.deep.equal({ answers: 0, bytes: 0 });
  });
  it('waits for the reader where it is longer than one may be', async () => {
    const [body, bytes] = [new RunAhead(spool), bytesOf(11 * megabyte)];
    const writing = write(body, bytes);
    expect(await isWaiting(writing)).to.equal(true);
    expect(spool.figures().bytes).to.be.at.most(8 * megabyte);
    expect((await read(body)).equals(bytes)).to.equal(true);
    await writing;
  });
  it('waits for the reader where others have taken all the room, and has room again when they have left', async () => {
    const bytes = bytesOf(7 * megabyte);
    const [first, second] = [new RunAhead(spool), new RunAhead(spool)];
    await write(first, bytes);
    const writing = write(second, bytes);
    expect(await isWaiting(writing)).to.equal(true);
    expect(spool.figures().bytes).to.be.at.most(12 * megabyte);
    expect((await read(second)).equals(bytes)).to.equal(true);
    first.destroy();
    await wait(20);
    expect(spool.figures()).to.deep.equal({ answers: 0, bytes: 0 });
    const third = new RunAhead(spool);
    await write(third, bytes);
    third.destroy();
  });
  it('waits for the reader where the folder may not be written to', async () => {
    // Not even one who may write everywhere makes a folder in a file.
    writeFileSync(join(folder, 'file'), '');
    const nowhere = new Spool({ folder: join(folder, 'file', 'none'), each: 8 * megabyte, inAll: 8 * megabyte });
    const [body, bytes] = [new RunAhead(nowhere), bytesOf(3 * megabyte)];
    const writing = write(body, bytes);
    expect(await isWaiting(writing)).to.equal(true);
    expect((await read(body)).equals(bytes)).to.equal(true);
    expect(nowhere.figures()).to.deep.equal({ answers: 0, bytes: 0 });
  });
  it('is on no disk that has not room for all, nor where there is no folder', async () => {
    const vast = new Spool({ folder, each: megabyte, inAll: Number.MAX_SAFE_INTEGER });
    expect(await vast.open()).to.equal(undefined);
    const none = new Spool({ folder: undefined, each: megabyte, inAll: megabyte });
    expect(await none.open()).to.equal(undefined);
  });
  it('waits for the reader where the disk is full', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = { open: async () => new SpoolFile(await open('/dev/full', 'r+'), spool) };
    const [body, bytes] = [new RunAhead(full), bytesOf(3 * megabyte)];
    const writing = write(body, bytes);
    expect(await isWaiting(writing)).to.equal(true);
    expect((await read(body)).equals(bytes)).to.equal(true);
    await writing;
  });
  it('that is broken off gives the reason and no end, and leaves nothing behind', async () => {
    const body = new RunAhead(spool);
    for (let n = 0; n < 40; n += 1)
      if (!body.write(bytesOf(50_000))) await new Promise((resolve) => body.once('drain', resolve));
    const reading = read(body, () => wait(20)).catch((error: unknown) => error);
    body.destroy(new Error('the query failed'));
    expect(String(await reading)).to.equal('Error: the query failed');
    await wait(20);
    expect(spool.figures()).to.deep.equal({ answers: 0, bytes: 0 });
  });
  it('of one who leaves while the first of it goes to disk leaves nothing behind', async () => {
    const body = new RunAhead(spool);
    for (let n = 0; n < 12; n += 1) body.write(bytesOf(50_000));
    await new Promise((resolve) => setImmediate(resolve));
    body.destroy();
    await wait(50);
    expect(spool.figures()).to.deep.equal({ answers: 0, bytes: 0 });
  });
});
