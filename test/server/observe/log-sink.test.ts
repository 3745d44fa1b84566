/** The log's way out: in batches, in order, and never longer than its reader is slow. */
import { Writable } from 'node:stream';
import { expect } from 'chai';
import { createLogSink } from '../../../src/server/observe/log-sink.js';

describe('the log', () => {
  it('goes out in batches, in order', async () => {
    const batches: string[] = [];
    const out = new Writable({
      write(chunk, _encoding, done) {
        batches.push(String(chunk));
        done();
      },
    });
    const sink = createLogSink(out);
    for (let n = 0; n < 1000; n += 1) sink.write(`${n}\n`);
    await sink.flush();
    expect(batches.join('')).to.equal(Array.from({ length: 1000 }, (_, n) => `${n}\n`).join(''));
    expect(batches.length).to.be.lessThan(5);
    expect(sink.dropped).to.equal(0);
  });

  it('goes out by itself soon', async () => {
    let said = '';
    const out = new Writable({
      write(chunk, _encoding, done) {
        said += String(chunk);
        done();
      },
    });
    createLogSink(out).write('one\n');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(said).to.equal('one\n');
  });

  it('is dropped, and counted, where its reader takes nothing', async () => {
    const out = new Writable({ write: () => {} });
    const sink = createLogSink(out);
    const line = `${'x'.repeat(1023)}\n`;
    for (let n = 0; n < 10_000; n += 1) sink.write(line);
    await sink.flush();
    expect(sink.dropped).to.be.greaterThan(5000).and.lessThan(10_000);
    expect(out.writableLength).to.be.lessThan(5 * 2 ** 20);
  });

  it('ends nothing where its reader is gone', async () => {
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const sink = createLogSink(out);
    sink.write('one\n');
    await sink.flush();
    sink.write('two\n');
    await sink.flush();
    expect(sink.dropped).to.equal(1);
  });
});
