/** Tests what is refused as a note: each in one line, `file:line: reason`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readNote } from '../../src/notes/read.js';

describe('reading a note that is none', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'migraph-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const refuses = (what: string, content: string | Uint8Array, reason: string, maxBytes?: number): void => {
    it(what, () => {
      const file = join(folder, 'note.txt');
      writeFileSync(file, content);
      expectError(file, reason, maxBytes);
    });
  };
  function expectError(file: string, reason: string, maxBytes?: number): void {
    let message = '';
    try {
      readNote(file, { strict: true, ...(maxBytes === undefined ? {} : { maxBytes }) });
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    expect(message).to.match(/^\S+:\d+: [^\n]+$/);
    expect(message.slice(0, file.length + 1)).to.equal(`${file}:`);
    expect(message.slice(file.length + 1)).to.contain(reason);
  }

  refuses('empty', '', '1: is empty');
  refuses('white space only', ' \n\t\n', '1: holds white space only');
  refuses('front matter only', '---\ntitle: A\n---\n\n', '1: holds front matter and no text');
  refuses('a PDF', '%PDF-1.4\nboats', '1: is a PDF');
  refuses('an HTML page', '\n<!DOCTYPE html>\n<html><p>boats', '1: is an HTML page');
  refuses('an office document', 'PK\x03\x04boats', '1: is a ZIP');
  refuses('a NUL byte', 'boats\ncrews\nra\0fts\n', '3: holds a NUL byte');
  refuses('UTF-16', Buffer.from('\uFEFFboats', 'utf16le'), '1: holds a NUL byte');
  refuses('Latin-1, with its line', Buffer.from('boats\ncrews\nocéans\n', 'latin1'), '3: is not valid UTF-8');
  refuses('UTF-8 cut short', Buffer.from('boats\né', 'utf8').subarray(0, 7), '2: is not valid UTF-8');
  refuses('too large', 'x'.repeat(2048), '1: 0.0 MB, over the limit', 1024);
  refuses('front matter with a wrong date', '---\ntitle: A\ndate: soon\n---\nText.', '3: date "soon"');

  it('a folder', () => expectError(folder, '1: is a folder'));
  it('a file that is not there', () => expectError(join(folder, 'nowhere.txt'), '1: no such file'));
  it('a device', () => expectError('/dev/null', '1: is not a regular file'));
  it('a pipe that nobody writes to', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expectError(pipe, '1: is not a regular file');
  });
});
