/** Curators' decisions, spoilt: valid, and then the same when they are written anew, or refused in one line with its place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { packageRoot } from '../../../src/config.js';
import { type Decision, parseDecision, type WrittenDecision } from '../../../src/curation/decision.js';
import { serialiseDecision } from '../../../src/curation/decision-files.js';
import { type FuzzTarget, type Outcome, probing } from '../fuzz-target.js';
import { placedFault } from '../one-line.js';
import { createSpoiler } from '../spoil.js';

const base = 'https://w3id.org/migraph/';
const readme = readFileSync(join(packageRoot, 'data', 'curation', 'README.md'), 'utf8');
const samples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map(([, text = '']) => text)
  .filter((text) => text.startsWith('id:'));

/** What it comes to, in words. */
const describe = ({ fail: _, ...decision }: Decision): string => JSON.stringify(decision);

function probe(input: Uint8Array): Outcome {
  const text = Buffer.from(input).toString();
  let decision: Decision;
  try {
    decision = parseDecision(text, 'x.yaml', base);
  } catch (error) {
    return { kind: 'refused', fault: placedFault(error, 'x.yaml', text) };
  }
  const again = serialiseDecision(parseYaml(text, { schema: 'failsafe' }) as WrittenDecision);
  const other = describe(parseDecision(again, 'x.yaml', base));
  return {
    kind: decision.action,
    fault: other === describe(decision) ? undefined : `written anew it is\n${other}\nand not\n${describe(decision)}`,
  };
}

export const curation: FuzzTarget = {
  name: 'curation',
  share: 60,
  generate: createSpoiler({
    samples,
    tokens: /\n +|\n|[\w-]+(?=:)|: |<[^>\n]*>|"[^"\n]*"|'[^'\n]*'|[\p{L}\d-]+|\s+|[\s\S]/gu,
    more: [
      '|\n',
      '>-\n',
      '&a ',
      '*a',
      '!!str ',
      '!x ',
      '---\n',
      '...\n',
      '%YAML 1.2\n',
      '{',
      '}',
      '[',
      ']',
      '? ',
      '- ',
      '# ',
      '<<: ',
      'null',
      '~',
      '\t',
      '"\\x00"',
      '"\\ud800"',
      "''",
      'same',
      'different',
      'dismiss',
      'things',
      '<dataset/x>',
      '<dataset/../x>',
      '_:b',
      '[]',
      '( 1 )',
      'rdf:type',
      'a',
      '; a owl:Thing',
      '. <a> <b> <c>',
      '<<( <a> <b> <c> )>>',
      '__proto__',
      '2026-02-31',
    ],
    kinds: [/^[\w-]+$/, /^\n/, /^<.*>$/, /^[^\s\w]$/],
    brackets: [
      ['[', ']'],
      ['{a: ', '}'],
      ['\n  - ', ''],
    ],
  }),
  open: probing(probe),
};
