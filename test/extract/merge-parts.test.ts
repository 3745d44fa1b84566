/** A text read in parts says what it says as a whole: what several parts name is one thing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { createAgencyLike, readThings } from '../../src/extract/extract.js';
import { writeJson } from '../../src/extract/json-text.js';
import { createMerger } from '../../src/extract/merge-parts.js';
import { createPartReader } from '../../src/extract/part-things.js';
import { type ExtractionJson, toJsonText } from '../../src/extract/to-json.js';
import { parseNote } from '../../src/notes/read.js';
import { gazetteers } from './recognises.js';

const joined = (pieces: Iterable<string | Uint8Array>): string =>
  [...pieces].map((piece) => Buffer.from(piece).toString()).join('');
const readPart = createPartReader(gazetteers);

/** What the parts say together, as text. */
function inParts([first = '', ...others]: readonly string[], head = ''): string {
  const merger = createMerger();
  merger.add(readPart(first));
  for (const part of others) merger.add(readPart(part, head));
  return joined(writeJson('text', merger.entities(), merger.damaged()));
}
const readInParts = (parts: readonly string[], head?: string): ExtractionJson['entities'] =>
  (JSON.parse(inParts(parts, head)) as ExtractionJson).entities;

function whole(text: string): string {
  const note = parseNote('text', text, { agencyLike: createAgencyLike(gazetteers) });
  return joined(toJsonText('text', note, readThings(note, gazetteers)));
}

const quays = `# Dock Board of Osland (DBO)

The Dock Board of Osland (DBO) maintains the Quay Worker Register, which covers Kenya from 1990 to 1995.
`;
const quaysAgain = `# Further sources

The Quay Worker Register covers Uganda from 2001 to 2004.

DBO publishes the *Yearbook of Osland Harbours*.
`;
const boats = `# International Labour Organization (ILO)

The International Labour Organization (ILO) maintains the Boat Crew Database, with data on Chile since 1970.
`;

describe('a text read in parts', () => {
  it('says the same as the whole where it has one part', () => {
    const note = readFileSync(join(packageRoot, 'data', 'notes', 'un-pop-mig-5cm-2006-13.txt'), 'utf8');
    expect(inParts([note])).to.equal(whole(note));
  });

  it('says the same as the whole where its parts speak of different things', () => {
    expect(inParts([quays, boats])).to.equal(whole(`${quays}\n${boats}`));
    expect(inParts([quays, ' \n', boats, ''])).to.equal(whole(`${quays}\n${boats}`));
  });

  it('says nothing where there is nothing', () => {
    expect(inParts(['Words.', 'More words.'])).to.equal(whole('Words.'));
  });

  it('has one thing for what two parts name, with what both say', () => {
    const things = readInParts([quays, boats, quaysAgain], quays);
    const registers = things.filter(({ label }) => label === 'Quay Worker Register');
    expect(registers).to.have.length(1);
    expect(registers[0]).to.deep.include({
      id: 'dataset/dbo-quay-worker-register',
      agencies: ['DBO'],
      temporal: { start: 1990, end: 2004, years: [], qualifier: null },
      countries: ['KEN', 'UGA'],
    });
    expect(registers[0]?.evidence.filter((quote) => quote.includes('covers'))).to.have.length(2);
    expect(things.map(({ id }) => id)).to.deep.equal([...new Set(things.map(({ id }) => id))]);
    expect(things[0]?.label).to.equal('Dock Board of Osland');
  });

  it('gives a thing the owner that a later part tells', () => {
    const [register] = readInParts([quaysAgain, quays]).filter(({ label }) => label === 'Quay Worker Register');
    expect(register).to.deep.include({ id: 'dataset/dbo-quay-worker-register', agencies: ['DBO'], inferred: false });
  });

  it('leaves apart what different owners call the same', () => {
    const other = quays
      .replaceAll('Dock Board of Osland (DBO)', 'Port Institute of Nordvik')
      .replaceAll('Quay Worker Register', 'Crew Register');
    const things = readInParts([quays.replace('Quay Worker Register', 'Crew Register'), other]);
    expect(things.filter(({ type }) => type === 'Dataset').map(({ agencies }) => agencies)).to.deep.equal([
      ['DBO'],
      ['Port Institute of Nordvik'],
    ]);
  });

  it('knows in every part whom the head of the text calls what', () => {
    const [yearbook] = readInParts([quays, quaysAgain], quays).filter(
      ({ type }) => type === 'Publication' || type === 'Series',
    );
    expect(yearbook?.agencies).to.deep.equal(['DBO']);
  });
});
