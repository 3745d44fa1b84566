/** The whole extraction of small invented notes, as JSON, reviewed like code; `GOLDEN=update` writes it anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { createAgencyLike, extractClaims } from '../../src/extract/extract.js';
import { toJson } from '../../src/extract/to-json.js';
import { readNote } from '../../src/notes/read.js';
import { gazetteers } from './recognises.js';

const notes = join(packageRoot, 'test', 'fixtures', 'notes');
const golden = join(packageRoot, 'test', 'golden', 'extract');
const update = process.env['GOLDEN'] === 'update';

function extractFile(file: string): string {
  const note = readNote(join(notes, file), { strict: true, agencyLike: createAgencyLike(gazetteers) });
  return `${JSON.stringify(toJson(file, note, extractClaims(note, gazetteers)), undefined, 1)}\n`;
}

describe('golden extractions', () => {
  for (const file of readdirSync(notes).filter((name) => name.endsWith('.txt')))
    it(file, () => {
      const path = join(golden, file.replace(/txt$/, 'json'));
      const json = extractFile(file);
      if (update) writeFileSync(path, json);
      expect(existsSync(path), `${path} is missing; GOLDEN=update writes it`).to.equal(true);
      expect(JSON.parse(json)).to.deep.equal(JSON.parse(readFileSync(path, 'utf8')));
    });

  it('belong to a note each', () => {
    const files = readdirSync(golden).map((name) => name.replace(/json$/, 'txt'));
    expect(readdirSync(notes).filter((name) => name.endsWith('.txt'))).to.include.members(files);
  });
});
