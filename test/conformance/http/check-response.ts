/** Whether an answer is what the manifest expects: its status, its format, its truth, its place, its graph. */
import { findFormat } from '../../../src/formats.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import type { Reply } from '../../server/http-client.js';
import { isIsomorphic } from '../compare/isomorphic.js';
import type { Node } from '../node.js';

/** Names of single statuses; the others are classes, as `StatusCode2xx`. */
const statuses: Readonly<Record<string, number>> = { OK: 200, Created: 201, NoContent: 204, NotFound: 404 };

function isStatus(name: string, status: number): boolean {
  const hundreds = /^StatusCode(\d)xx$/.exec(name)?.[1];
  if (hundreds !== undefined) return Math.floor(status / 100) === Number(hundreds);
  const exact = statuses[name];
  if (exact === undefined) throw new Error(`the manifest expects a status "${name}"`);
  return exact === status;
}

function checkStatus(response: Node, { status, text }: Reply): void {
  const expected = response.all('mf:expectedStatus').map(({ value }) => value.replace(/^.*#/, ''));
  if (expected.length === 0 || !expected.some((name) => isStatus(name, status)))
    throw new Error(`status ${status} where ${expected.join(' or ')} was expected: ${text.slice(0, 200)}`);
}

const kinds: Readonly<Record<string, string>> = { boolean: 'boolean', tabular: 'bindings', RDF: 'graph' };

const formatOf = ({ headers }: Reply) => findFormat(headers['content-type'] ?? '');

function checkFormat(response: Node, reply: Reply): void {
  const expected = response.one('mf:expectedFormat')?.value;
  if (expected === undefined) return;
  const carries: readonly string[] = formatOf(reply)?.carries ?? [];
  if (!carries.includes(kinds[expected] ?? expected))
    throw new Error(`${reply.headers['content-type']} where ${expected} was expected`);
}

function checkBoolean(response: Node, { text }: Reply): void {
  const expected = response.one('mf:expectedBoolean')?.value;
  if (expected === undefined) return;
  const { boolean } = JSON.parse(text) as { boolean?: unknown };
  if (String(boolean) !== expected) throw new Error(`${boolean} where ${expected} was expected`);
}

const parametersOf = (value: string): string =>
  value
    .toLowerCase()
    .split(/\s*;\s*/)
    .sort()
    .join(';');

/** Values of media types are the same in any order of parameters. */
function checkHeaders(response: Node, { headers }: Reply): void {
  for (const header of response.list('ht:headers')) {
    const name = (header.one('ht:fieldName')?.value ?? '').toLowerCase();
    const [expected, got] = [header.one('ht:fieldValue')?.value ?? '', String(headers[name] ?? '')];
    if (parametersOf(expected) !== parametersOf(got))
      throw new Error(`${name}: "${got}" where "${expected}" was expected`);
  }
}

async function checkGraph(response: Node, reply: Reply): Promise<void> {
  const expected = response.one('ht:body')?.one('cnt:chars')?.value;
  if (expected === undefined) return;
  const format = formatOf(reply)?.id ?? '';
  const [got, wanted] = await Promise.all(
    [reply.text, expected].map((text) => parseRdf(text, format, 'http://b.example/')),
  );
  if (!isIsomorphic(got ?? [], wanted ?? [])) throw new Error(`another graph than expected:\n${reply.text}`);
}

/** Throws where one of the expectations is not met. */
export async function checkResponse(response: Node, reply: Reply): Promise<void> {
  checkStatus(response, reply);
  checkFormat(response, reply);
  checkBoolean(response, reply);
  checkHeaders(response, reply);
  await checkGraph(response, reply);
}

/** The name that later requests give to what `Location` says; undefined where nothing is said of it. */
export function readLocation(response: Node, { headers }: Reply): readonly [string, string] | undefined {
  const name = response.one('mf:expectedLocation')?.value;
  if (name === undefined) return undefined;
  if (headers.location === undefined) throw new Error('there is no Location');
  return [name, headers.location];
}
