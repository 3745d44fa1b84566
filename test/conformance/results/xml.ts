/** SPARQL results in XML, read by hand: the reader shares nothing with the writer that it checks. */
import { rdf, type Term } from '../../../src/rdf.js';
import type { FullAnswer } from './answer.js';
import { toLiteral } from './literal.js';

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    return entity.startsWith('#') ? String.fromCodePoint(Number(entity.slice(1))) : (named[entity] ?? '?');
  });
}

/** Tags and text; comments, the declaration and namespaces do not matter here. */
function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  for (const [, skipped, cdata, tag, content] of text.matchAll(
    /(<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>)|<!\[CDATA\[([\s\S]*?)\]\]>|<((?:[^<>"']|"[^"]*"|'[^']*')+)>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (skipped !== undefined) continue;
    if (tag === undefined) parent.text += cdata ?? unescapeXml(content ?? '');
    else if (tag.startsWith('/')) open.pop();
    else {
      const attributes = [...tag.matchAll(/\s([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
      const element: Element = {
        name: (/^[\w:]+/.exec(tag)?.[0] ?? '').replace(/^.*:/, ''),
        attributes: new Map(attributes.map(([, name = '', a, b]) => [name, unescapeXml(a ?? b ?? '')])),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (!tag.endsWith('/')) open.push(element);
    }
  }
  return root;
}

const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);

/** White space of XML, of which an IRI has none, and a text may have more. */
const trim = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

function readTerm(element: Element | undefined): Term {
  if (element === undefined) throw new Error('a binding without a term');
  const { name, attributes, text } = element;
  if (name === 'uri') return rdf.namedNode(trim(text));
  if (name === 'bnode') return rdf.blankNode(trim(text));
  if (name === 'triple') {
    const [s, p, o] = ['subject', 'predicate', 'object'].map((part) => readTerm(child(element, part)?.children[0]));
    return rdf.quad(s as never, p as never, o as never);
  }
  const [language, direction, datatype] = ['xml:lang', 'its:dir', 'datatype'].map((name) => attributes.get(name));
  return toLiteral({ value: text, language, direction, datatype });
}

export function readXmlResults(text: string): FullAnswer {
  const sparql = child(parseXml(text), 'sparql');
  const boolean = child(sparql, 'boolean');
  if (boolean !== undefined) return { kind: 'boolean', value: boolean.text.trim() === 'true' };
  const variables = child(sparql, 'head')?.children.filter(({ name }) => name === 'variable') ?? [];
  const rows = (child(sparql, 'results')?.children ?? []).map(
    (row) => new Map(row.children.map((one) => [one.attributes.get('name') ?? '', readTerm(one.children[0])])),
  );
  return { kind: 'bindings', variables: variables.map((one) => one.attributes.get('name') ?? ''), rows };
}
