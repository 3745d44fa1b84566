/**
 * What the texts of the gold standard are read as, claim by claim, with all that is turned away; `GOLDEN=update` writes it anew. The
 * gold standard says how good that is: this says what a change of the rules changes, to be read like code.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import type { Claim, Entity, Rejection } from '../../src/extract/claim.js';
import { createAgencyLike, extractClaims } from '../../src/extract/extract.js';
import { readNote } from '../../src/notes/read.js';
import { gazetteers } from './recognises.js';

const texts = join(packageRoot, 'test', 'gold', 'texts');
const golden = join(packageRoot, 'test', 'golden', 'texts');
const update = process.env['GOLDEN'] === 'update';
const agencyLike = createAgencyLike(gazetteers);

const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && 'slug' in value && 'type' in value;
const nameOf = ({ type, label }: Entity): string => `${type} ${label}`;

const show = (object: unknown): string =>
  JSON.stringify(object, (_, value: unknown) => (isEntity(value) ? nameOf(value) : value));

const spans = (places: readonly { start: number; end: number }[]): string =>
  places.map(({ start, end }) => `${start}-${end}`).join(' ');

const showClaim = ({ property, object, evidence: { passages, rule, attribution } }: Claim): string =>
  `  ${property} ${show(object)} (${rule}, ${attribution}, ${spans(passages)})`;

const showRejection = ({ kind, start, end, reason, may }: Rejection): string =>
  `  ${kind} ${start}-${end} ${reason}${may === undefined ? '' : ` ${show(may)}`}`;

function readLines(file: string): string[] {
  const note = readNote(join(texts, file), { agencyLike });
  const { entities, claims, rejected, damaged } = extractClaims(note, gazetteers);
  const things = entities.flatMap((entity) => [
    nameOf(entity),
    ...claims.filter(({ subject }) => subject === entity).map(showClaim),
  ]);
  return [
    ...things,
    'turned away',
    ...rejected.map(showRejection),
    'damaged',
    ...damaged.map((one) => `  ${spans([one])}`),
  ];
}

describe('the texts of the gold standard', () => {
  const files = readdirSync(texts).filter((name) => name.endsWith('.txt'));
  for (const file of files)
    it(`${file} is read as it was`, () => {
      const lines = readLines(file);
      const path = join(golden, file);
      if (update) {
        mkdirSync(golden, { recursive: true });
        writeFileSync(path, `${lines.join('\n')}\n`);
      }
      expect(existsSync(path), `${path} is missing; GOLDEN=update writes it`).to.equal(true);
      expect(lines, 'if it is meant so: GOLDEN=update, and read the difference').to.deep.equal(
        readFileSync(path, 'utf8').trimEnd().split('\n'),
      );
    });

  it('are those that a reading is kept of', () => {
    expect(files).to.include.members(readdirSync(golden));
  });
});
