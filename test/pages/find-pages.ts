/** Every page of a server: the doors of its OpenAPI document that answer in HTML, each with its examples. */
import { readConfig } from '../../src/config.js';
import type { DoorParameter } from '../../src/server/api/door.js';
import type { OpenApi } from '../../src/server/api/open-api.js';

const { base } = readConfig({});

const weights = 'SELECT ?thing (COUNT(*) AS ?weight) WHERE { ?thing ?p ?o FILTER (isIRI(?thing)) } GROUP BY ?thing';

/** Of each kind of thing the one that most is said of: its page is the longest. */
export interface Things {
  /** Paths of things, by kind: the first word of the path. */
  readonly ours: ReadonlyMap<string, string>;
  /** What is named elsewhere: an IRI; undefined where there is none. */
  readonly foreign: string | undefined;
}

interface Rows {
  readonly results: { readonly bindings: readonly Record<'thing' | 'weight', { readonly value: string }>[] };
}

/** The IRIs of all that anything is said of; what most is said of comes first. */
export async function readThings(origin: string): Promise<string[]> {
  const response = await fetch(`${origin}/sparql?${new URLSearchParams({ query: weights, format: 'json' })}`);
  const { results } = (await response.json()) as Rows;
  const rows = results.bindings.map(({ thing, weight }) => ({ iri: thing.value, weight: Number(weight.value) }));
  return rows.sort((a, b) => b.weight - a.weight || (a.iri < b.iri ? -1 : 1)).map(({ iri }) => iri);
}

export async function findThings(origin: string): Promise<Things> {
  const heaviest = await readThings(origin);
  const ours = new Map<string, string>();
  for (const iri of heaviest) {
    const [kind, path] = [/^([a-z-]+)\/[^#]+$/.exec(iri.slice(base.length))?.[1], `/${iri.slice(base.length)}`];
    if (iri.startsWith(base) && kind !== undefined && !ours.has(kind)) ours.set(kind, path);
  }
  return { ours, foreign: heaviest.find((iri) => /^https?:/.test(iri) && !iri.startsWith(base)) };
}

export interface HtmlDoor {
  readonly path: string;
  readonly parameters: readonly DoorParameter[];
}

/** Those that are read and answer in HTML. */
export async function findHtmlDoors(origin: string): Promise<HtmlDoor[]> {
  const { paths } = (await (await fetch(`${origin}/openapi.json`)).json()) as OpenApi;
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const success = get?.responses['200'];
    const content = success !== undefined && 'content' in success ? success.content : undefined;
    return content !== undefined && 'text/html' in content ? [{ path, parameters: get?.parameters ?? [] }] : [];
  });
}

/** The paths of things that such a path stands for; a door that none opens must say in its parameters what does. */
function fill({ path, parameters }: HtmlDoor, { ours }: Things): string[] {
  if (!path.includes('{')) return [path];
  // The rest of an IRI may have slashes of its own.
  const pattern = new RegExp(`^${path.replace(/\{\w+\}$/, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);
  const things = [...ours.values()].filter((thing) => pattern.test(thing));
  if (things.length > 0) return things;
  const examples = new Map(parameters.map(({ name, example }) => [name, example]));
  return [
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const example = examples.get(name);
      if (example === undefined) throw new Error(`no page is known of ${path}: its parameter ${name} has no example`);
      return String(example);
    }),
  ];
}

/** With the values that the document gives as examples, else as it opens. */
function address(path: string, { parameters }: HtmlDoor, foreign: string | undefined): string {
  const inQuery = parameters.filter((one) => one.in === 'query');
  const values = inQuery.flatMap(({ name, required, schema, example }): [string, string][] => {
    if (example !== undefined) return [[name, String(example)]];
    if (required !== true) return [];
    const isIri = 'format' in schema && schema.format === 'iri';
    if (!isIri || foreign === undefined) throw new Error(`no page is known of ${path}: ${name} has no example`);
    return [[name, foreign]];
  });
  return values.length === 0 ? path : `${path}?${new URLSearchParams(values)}`;
}

/** Without an order that means anything, each once. */
export async function findPages(origin: string): Promise<string[]> {
  const [doors, things] = await Promise.all([findHtmlDoors(origin), findThings(origin)]);
  const paths = doors.flatMap((door) => fill(door, things).map((path) => address(path, door, things.foreign)));
  return [...new Set(paths)].sort();
}
