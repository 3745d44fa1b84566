/** Holds a document against the rules of its format, by libxml2. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { validateXML } from 'xmllint-wasm';
import { packageRoot } from '../../../src/config.js';

const read = (name: string) => ({
  fileName: name,
  contents: readFileSync(join(packageRoot, 'test', 'fixtures', 'xml', name), 'utf8'),
});

/** What is wrong with it by the rules in a file of `test/fixtures/xml/`, and in those that it imports. */
export async function findFaults(document: string, rules: string, imports: readonly string[] = []): Promise<string[]> {
  const { errors, valid } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: document }],
    schema: [read(rules)],
    preload: imports.map(read),
    extension: rules.endsWith('.rng') ? 'relaxng' : 'schema',
    maxMemoryPages: 4096,
  });
  return valid ? [] : errors.map(({ message, loc }) => `${loc?.lineNumber}: ${message}`);
}

export async function expectValid(document: string, rules: string, imports: readonly string[] = []): Promise<void> {
  expect(await findFaults(document, rules, imports)).to.deep.equal([]);
}
