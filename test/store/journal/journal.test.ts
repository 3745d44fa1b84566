/** The journal: nothing that was acknowledged is lost, nothing torn is read, and damage is never passed over. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { openJournal, openJournalToRead, readJournal } from '../../../src/store/journal/journal.js';

const module = pathToFileURL(join(packageRoot, 'dist', 'src', 'store', 'journal', 'journal.js')).href;
const patches = [
  'A <urn:a> <urn:b> "1" .\n',
  'D <urn:a> <urn:b> "1" .\nA <urn:a> <urn:b> "2" .\n',
  'A <urn:ä> <urn:b> "3" .\n',
];

/** Runs a script that has `openJournal`; ends when it has said its first line, or has ended. */
async function runScript(script: string, limit = '') {
  const text = `import { openJournal } from ${JSON.stringify(module)};\n${script}`;
  const shell = `${limit} exec "$0" --input-type=module -e "$1"`;
  const child = spawn('bash', ['-c', shell, process.execPath, text]);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  return { child, ended, said: () => said };
}

describe('the journal', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-journal-'));
    file = join(folder, 'deep', 'journal.log');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Its patches as one who only reads sees them. */
  const held = (): string[] => [...readJournal(file, openJournalToRead(file).byteLength)];
  async function write(...texts: string[]): Promise<number> {
    const journal = await openJournal(file);
    for (const text of texts) await journal.append(Buffer.from(text));
    await journal.close();
    return journal.byteLength;
  }
  /** What is said on stderr while something is done. */
  async function complaintsOf(work: () => Promise<unknown>): Promise<string> {
    const real = process.stderr.write;
    let said = '';
    process.stderr.write = ((text: string) => {
      said += text;
      return true;
    }) as typeof process.stderr.write;
    await work().finally(() => {
      process.stderr.write = real;
    });
    return said;
  }
  async function failure(promise: Promise<unknown>): Promise<string> {
    return promise.then(
      () => 'no failure',
      (error: Error) => error.message,
    );
  }

  it('gives back what was appended, in order, over any number of openings', async () => {
    await write(...patches.slice(0, 2));
    await write(...patches.slice(2));
    expect(held()).to.deep.equal(patches);
    expect(openJournalToRead(file).byteLength).to.equal(readFileSync(file).length);
    expect(await complaintsOf(() => write())).to.equal('');
  });
  it('takes one append after another, also when they are asked for at once', async () => {
    const journal = await openJournal(file);
    const many = Array.from({ length: 50 }, (_, n) => `A <urn:a> <urn:b> "${n}" .\n`);
    await Promise.all(many.map((text) => journal.append(Buffer.from(text))));
    expect([...readJournal(file, journal.byteLength)]).to.deep.equal(many);
    await journal.close();
  });
  it('is read up to the length that is asked for', async () => {
    const journal = await openJournal(file);
    const lengths = [journal.byteLength];
    for (const text of patches) {
      await journal.append(Buffer.from(text));
      lengths.push(journal.byteLength);
    }
    for (const [n, length] of lengths.entries())
      expect([...readJournal(file, length)]).to.deep.equal(patches.slice(0, n));
    expect([...readJournal(file, 0)]).to.deep.equal([]);
    await journal.close();
  });
  it('is empty where there is no file, and makes none to read', () => {
    expect(openJournalToRead(file).byteLength).to.equal(0);
    expect(held()).to.deep.equal([]);
    expect(existsSync(file)).to.equal(false);
  });

  it('cuts off whatever part of a last record was written, says so, and goes on', async () => {
    const whole = await write(...patches);
    const bytes = readFileSync(file);
    const before = await (async () => {
      rmSync(file);
      return write(...patches.slice(0, 2));
    })();
    for (let length = before + 1; length < whole; length += 1) {
      writeFileSync(file, bytes.subarray(0, length));
      expect(held()).to.deep.equal(patches.slice(0, 2));
      const said = await complaintsOf(() => write('A <urn:x> <urn:y> "z" .\n'));
      expect(said).to.include(`the last ${length - before} bytes were not written to their end`);
      expect(held()).to.deep.equal([...patches.slice(0, 2), 'A <urn:x> <urn:y> "z" .\n']);
    }
  });
  it('cuts off a last record with places that were never written', async () => {
    await write(patches[0] ?? '');
    const before = readFileSync(file).length;
    const length = await write(patches[1] ?? '');
    for (const from of [before, before + 20, length - 5]) {
      const bytes = readFileSync(file);
      writeFileSync(join(folder, 'torn'), bytes.fill(0, from, length));
      copyFileSync(join(folder, 'torn'), file);
      expect(held()).to.deep.equal(patches.slice(0, 1));
      await complaintsOf(() => write(patches[1] ?? ''));
      expect(held()).to.deep.equal(patches.slice(0, 2));
    }
  });
  it('cuts off an opening that was never finished', async () => {
    await write();
    const opening = readFileSync(file);
    for (let length = 0; length < opening.length; length += 1) {
      writeFileSync(file, opening.subarray(0, length));
      await complaintsOf(() => write(...patches));
      expect(held()).to.deep.equal(patches);
      // Its length had reached the disk, and the rest had not.
      writeFileSync(file, Buffer.concat([opening.subarray(0, length), Buffer.alloc(opening.length - length)]));
      expect(held()).to.deep.equal([]);
      await complaintsOf(() => write(...patches));
      expect(held()).to.deep.equal(patches);
    }
  });
  it('refuses a file with any other byte changed, wherever it stands, and leaves it as it is', async () => {
    const length = await write(...patches);
    const good = readFileSync(file);
    for (let at = 0; at < length; at += 1)
      // The last of them leaves a zero there, which is how a place reads that was never written.
      for (const flip of [0x01, 0x80, good[at] ?? 0]) {
        const bad = Buffer.from(good);
        bad[at] = (bad[at] ?? 0) ^ flip;
        writeFileSync(file, bad);
        expect(await failure(openJournal(file)), `byte ${at}`).to.match(
          /: (?:is damaged at byte \d+|is not a journal)/,
        );
        expect(() => openJournalToRead(file)).to.throw(/is damaged|is not a journal/);
        expect(readFileSync(file).equals(bad)).to.equal(true);
      }
  });
  it('leaves no record a single byte in a sector, by which what was never written could not be told from what was changed', async () => {
    const journal = await openJournal(file);
    for (let n = 0; n < 1100; n += 1) {
      const start = journal.byteLength;
      await journal.append(Buffer.from(`A <urn:a> <urn:b> "${'x'.repeat(n % 37)}" .\n`));
      expect([start % 512, journal.byteLength % 512]).to.not.include.oneOf([1, 511]);
    }
    await journal.close();
    expect(held().map((text) => text.trimEnd())).to.have.length(1100);
  });
  it('refuses a file with a place wiped out before its end', async () => {
    const length = await write(...patches);
    const good = readFileSync(file);
    for (const [from, to] of [
      [20, 60],
      [80, 90],
      [25, 120],
      [length - 200, length - 150],
    ] as const) {
      writeFileSync(file, Buffer.from(good).fill(0, from, to));
      expect(await failure(openJournal(file)), `${from} to ${to}`).to.match(/is damaged/);
    }
  });
  it('refuses a record that was doubled or left out', async () => {
    const first = await write(patches[0] ?? '');
    const second = await write(patches[1] ?? '');
    const bytes = readFileSync(file);
    appendFileSync(file, bytes.subarray(first, second));
    expect(await failure(openJournal(file))).to.match(/is damaged/);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 20), bytes.subarray(first)]));
    expect(await failure(openJournal(file))).to.match(/is damaged at byte 20/);
  });
  it('refuses a file that is no journal', async () => {
    await write();
    writeFileSync(file, '<urn:a> <urn:b> <urn:c> .\n');
    expect(await failure(openJournal(file))).to.match(/is not a journal/);
    writeFileSync(file, '<u');
    expect(await failure(openJournal(file))).to.match(/is not a journal/);
  });
  it('takes no record that it could not tell from a torn one', async () => {
    const journal = await openJournal(file);
    expect(await failure(journal.append(Buffer.from('A "\0" .\n')))).to.match(/is text/);
    expect(await failure(journal.append(Buffer.from('')))).to.match(/not empty/);
    await journal.append(Buffer.from(patches[0] ?? ''));
    await journal.close();
    expect(held()).to.deep.equal(patches.slice(0, 1));
  });

  it('is as before when the disk is full, and takes what fits', async () => {
    const { ended, said } = await runScript(
      `const journal = await openJournal(${JSON.stringify(file)});
       await journal.append(Buffer.from('A 1 .\\n'));
       const failed = await journal.append(Buffer.alloc(20000, 'x')).catch((error) => error.code);
       await journal.append(Buffer.from('A 2 .\\n'));
       await journal.close();
       console.log(failed);`,
      'ulimit -f 8;',
    );
    await ended;
    expect(said()).to.equal('EFBIG\n');
    expect(held()).to.deep.equal(['A 1 .\n', 'A 2 .\n']);
  });
  it('refuses to append to a file that another hand changed or took away', async () => {
    const journal = await openJournal(file);
    appendFileSync(file, 'x');
    expect(await failure(journal.append(Buffer.from('A .\n')))).to.match(/by another hand/);
    rmSync(file);
    expect(await failure(journal.append(Buffer.from('A .\n')))).to.match(/by another hand/);
    await journal.close();
  });

  describe('its lock', () => {
    const holding = (): string =>
      `const journal = await openJournal(${JSON.stringify(file)}); console.log('open'); setInterval(() => {}, 1000);`;

    it('keeps a second server out, in this process and in another', async () => {
      const journal = await openJournal(file);
      expect(await failure(openJournal(file))).to.match(
        /is being written to by another server \(process \d+, by .*journal\.log\.lock\)/,
      );
      const other = await runScript(holding());
      await other.ended;
      expect(other.said()).to.include(`by another server (process ${process.pid}, `);
      await journal.close();
      await write(...patches);
    });
    it('lets those in who only read', async () => {
      const journal = await openJournal(file);
      await journal.append(Buffer.from(patches[0] ?? ''));
      expect(held()).to.deep.equal(patches.slice(0, 1));
      expect(await failure(openJournalToRead(file).append(Buffer.from('A .\n')))).to.match(/not open for writing/);
      await journal.close();
    });
    it('dies with its holder', async () => {
      const { child, ended, said } = await runScript(holding());
      expect(said()).to.equal('open\n');
      expect(await failure(openJournal(file))).to.match(/by another server/);
      child.kill('SIGKILL');
      await ended;
      const started = performance.now();
      await write(...patches);
      expect(performance.now() - started).to.be.lessThan(1000);
    });
    it('dies with a holder whose number another process has by now', async () => {
      await write();
      writeFileSync(`${file}.lock`, `${process.pid} 1 ${lockText().split(' ')[2]} other`);
      await write(...patches);
    });
    it('of a process that cannot be seen from here is held while it is kept fresh', async () => {
      const journal = await openJournal(file);
      writeFileSync(`${file}.lock`, '1 1 another-world x');
      const touching = setInterval(() => writeFileSync(`${file}.lock`, '1 1 another-world x'), 500);
      expect(await failure(openJournal(file))).to.match(/by another server/);
      clearInterval(touching);
      expect(await failure(journal.append(Buffer.from('A .\n')))).to.match(/the lock on it has been taken away/);
      await write(...patches);
      await journal.close();
    });

    /** What a lock of this process says. */
    function lockText(): string {
      return readFileSync(join(folder, 'deep', 'kept.lock'), 'utf8');
    }
    beforeEach(async () => {
      const kept = await openJournal(join(folder, 'deep', 'kept'));
      copyFileSync(join(folder, 'deep', 'kept.lock'), join(folder, 'deep', 'copy'));
      await kept.close();
      copyFileSync(join(folder, 'deep', 'copy'), join(folder, 'deep', 'kept.lock'));
    });
  });
});
