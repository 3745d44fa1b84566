/** One job as the server follows it: what becomes of its process when the reader leaves. */
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import type { FromProcess } from '../../../src/store/pool/messages.js';
import { followJob } from '../../../src/store/pool/running-job.js';
import { Spool } from '../../../src/store/pool/spool.js';

const limits = { queryDeadline: 60, queryMemory: 2 ** 30, readDeadline: 60 };
const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));

/** A job whose answer has begun, with more of it than memory takes, and no disk for the rest. */
async function beginAnswer() {
  const [stdin, kills] = [new PassThrough(), [] as string[]];
  const spool = new Spool({ folder: undefined, each: 0, inAll: 0 });
  const kill = (): number => kills.push('killed');
  const { job, take } = followJob({ pid: process.pid, base: Number.MAX_SAFE_INTEGER, limits, spool, stdin, kill });
  const say = (message: FromProcess) => take({ kind: 'message', payload: Buffer.from(JSON.stringify(message)) });
  await say({ type: 'answer', kind: 'bindings', format: 'csv', by: 'ids' });
  for (let n = 0; n < 59; n += 1) await take({ kind: 'bytes', payload: Buffer.alloc(10_000) });
  const reply = await job.reply;
  if (reply.type !== 'answer') throw new Error('no answer has begun');
  return { job, say, body: reply.body, told: () => String(stdin.read() ?? ''), kills };
}

describe('a job', () => {
  it('whose reader leaves while it is at work is told so', async () => {
    const { say, body, told } = await beginAnswer();
    body.destroy();
    await turn();
    expect(told()).to.include('"cancel"');
    await say({ type: 'idle' });
  });
  it('that is done has nothing said to its process any more, which may be at work for another', async () => {
    const { job, say, body, told, kills } = await beginAnswer();
    await say({ type: 'end' });
    await say({ type: 'idle' });
    await job.done;
    body.destroy();
    await turn();
    expect([told(), kills]).to.deep.equal(['', []]);
  });
  it('that is done lets its reader have all of it', async () => {
    const { job, say, body } = await beginAnswer();
    await say({ type: 'end' });
    await say({ type: 'idle' });
    await job.done;
    let length = 0;
    for await (const chunk of body) length += (chunk as Buffer).length;
    expect(length).to.equal(590_000);
  });
});
