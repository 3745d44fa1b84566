/** Results of another engine are read as they come, and never taken for whole where they are not. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { readJsonResults } from '../../../src/store/remote/read-results.js';

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(text: string, length = 7): Promise<unknown> {
  const result = await readJsonResults(pieces(text, length));
  if (result.kind !== 'bindings') return result;
  const rows: string[] = [];
  for await (const row of result.rows) rows.push([...row].map(([name, { value }]) => `${name}=${value}`).join(' '));
  return { variables: result.variables, rows };
}

const row = (value: string): string =>
  `{ "a": { "type": "literal", "value": ${JSON.stringify(value)} }, "b": { "type": "uri", "value": "http://e/" } }`;
const document = (rows: readonly string[]): string =>
  `{ "head": { "link": [], "vars": ["a", "b"] },\n "results": { "distinct": false, "ordered": true, "bindings": [\n${rows.join(' ,\n')}\n] } }\n`;

describe('Results of another engine', () => {
  const texts = ['plain', 'a { in it', '} ] } "', 'back \\', '😀 é', '"bindings": ['];
  for (const length of [1, 2, 3, 7, 64, 10_000])
    it(`are read in pieces of ${length}`, async () => {
      expect(await read(document(texts.map(row)), length)).to.deep.equal({
        variables: ['a', 'b'],
        rows: texts.map((text) => `a=${text} b=http://e/`),
      });
      expect(await read(document([]), length)).to.deep.equal({ variables: ['a', 'b'], rows: [] });
      expect(await read('{ "head": {}, "boolean": true }', length)).to.deep.equal({ kind: 'boolean', value: true });
    });
  it('have blank nodes whose labels can be written', async () => {
    const node = (label: string): string => `{ "a": { "type": "bnode", "value": "${label}" } }`;
    expect(await read(document([node('b0'), node('nodeID://b1'), node('b_1')]))).to.deep.equal({
      variables: ['a', 'b'],
      rows: ['a=b0', 'a=nodeID_3a__2f__2f_b1', 'a=b_5f_1'],
    });
  });
  it('are a fault wherever they are cut short', async () => {
    const whole = document(['one', 'two'].map(row)).trim();
    for (let end = 0; end < whole.length; end += 1) {
      const outcome = await read(whole.slice(0, end)).catch((error: unknown) => error);
      expect(outcome, whole.slice(0, end)).to.be.instanceOf(QueryFault);
      expect((outcome as QueryFault).kind).to.equal('offline');
    }
  });
  for (const text of [
    '',
    'no JSON',
    '[]',
    '{}',
    '{"head":{"vars":["a"]}}',
    '{"head":{"vars":["a"]},"results":{"bindings":[{"a":1}]}}',
  ])
    it(`are a fault where they are no results: ${text}`, async () => {
      expect(await read(text).catch((error: unknown) => error)).to.be.instanceOf(QueryFault);
    });
});
