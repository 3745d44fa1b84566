/** The shapes say what the examples say they must: valid ones conform, each fault gives its approved report. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import type { Term } from '../../src/rdf.js';
import { readTurtle } from '../../src/shapes/read-turtle.js';
import { readShapes, type ValidationReport, validate } from '../../src/shapes/validate.js';
import { prefixes } from '../../src/vocabularies.js';

const ontology = join(packageRoot, 'ontology');
const examples = join(ontology, 'examples');
const shapes = readShapes(join(ontology, 'shapes'));

/** One line a result: severity, path, message. */
function toLines(report: ValidationReport): string {
  const lines = report.results.map(
    ({ severity, path, message }) => `${severity} ${path ? shorten(path) : '-'} ${message}`,
  );
  return `${lines.join('\n')}\n`;
}

function shorten(term: Term): string {
  const entry = Object.entries(prefixes).find(([, namespace]) => term.value.startsWith(namespace));
  return entry === undefined ? `<${term.value}>` : `${entry[0]}:${term.value.slice(entry[1].length)}`;
}

describe('shapes', () => {
  const files = readdirSync(examples).filter((name) => name.endsWith('.ttl'));

  for (const name of files.filter((name) => name.startsWith('valid.'))) {
    it(`${name} conforms`, async () => {
      const report = await validate(readTurtle(join(examples, name)), shapes);
      expect(report.results.map(({ focusNode, message }) => `${focusNode.value}: ${message}`)).to.deep.equal([]);
      expect(report.conforms).to.equal(true);
    });
  }

  for (const name of files.filter((name) => name.startsWith('invalid.'))) {
    it(`${name} gives its report`, async () => {
      const report = await validate(readTurtle(join(examples, name)), shapes);
      const approved = join(examples, name.replace(/\.ttl$/, '.report.txt'));
      if (process.env['GOLDEN'] === 'update') writeFileSync(approved, toLines(report));
      expect(existsSync(approved), `${approved} is missing; GOLDEN=update writes it`).to.equal(true);
      expect(toLines(report)).to.equal(readFileSync(approved, 'utf8'));
      expect(report.conforms).to.equal(false);
    });
  }

  it('every shape file names a fault that some example shows', async () => {
    const seen = new Set<string>();
    for (const name of files.filter((name) => name.startsWith('invalid.')))
      for (const { message } of (await validate(readTurtle(join(examples, name)), shapes)).results) seen.add(message);
    for (const file of readdirSync(join(ontology, 'shapes')).filter((name) => name.endsWith('.ttl'))) {
      const text = readFileSync(join(ontology, 'shapes', file), 'utf8');
      const messages = [...text.matchAll(/sh:message "([^"]*)"/g)].map(([, message]) => message ?? '');
      expect(
        messages.some((message) => seen.has(message)),
        file,
      ).to.equal(true);
    }
  });

  it('says each thing once, whichever graphs it stands in', async () => {
    const quads = readTurtle(join(examples, 'invalid.place-as-text.ttl'));
    const report = await validate([...quads, ...quads], shapes);
    expect(new Set(report.results.map((result) => result.message)).size).to.equal(report.results.length);
    expect(report.results[0]?.value?.value).to.equal('Iceland');
  });
});

describe('readTurtle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-'));
  after(() => rmSync(folder, { recursive: true }));

  it('names file, line and reason of a malformed file in one line', () => {
    writeFileSync(join(folder, 'bad.ttl'), '@prefix ex: <http://ex.org/> .\nex:a ex:b\n  nope:c .\n');
    expect(() => readShapes(folder)).to.throw(/bad\.ttl:3: [^\n]*nope[^\n]*$/);
  });

  it('refuses a file that is not UTF-8', () => {
    rmSync(join(folder, 'bad.ttl'));
    writeFileSync(join(folder, 'latin.ttl'), Buffer.from([0x23, 0xe9, 0x0a]));
    expect(() => readShapes(folder)).to.throw(/latin\.ttl:1: /);
  });
});
