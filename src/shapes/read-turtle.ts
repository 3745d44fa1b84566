/** Reads Turtle files into quads; a malformed one is an error that names file, line and reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Quad as N3Quad, Parser } from 'n3';
import { type Quad, type Quad_Graph, rdf } from '../rdf.js';

/**
 * Reads one Turtle file (UTF-8) into quads of the given graph (the default one where none is given).
 * @throws Error `file:line: reason`, in one line
 */
export function readTurtle(file: string, options: { base?: string; graph?: Quad_Graph } = {}): Quad[] {
  const graph = options.graph ?? rdf.defaultGraph();
  try {
    const parser = new Parser({ format: 'text/turtle', ...(options.base !== undefined && { baseIRI: options.base }) });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return parser.parse(text).map((quad) => adopt(quad, graph));
  } catch (cause) {
    throw new Error(`${file}:${lineOf(cause)}: ${reasonOf(cause)}`, { cause });
  }
}

/** Reads all `*.ttl` files of a folder, by name. */
export function readTurtleFolder(folder: string, options: { base?: string; graph?: Quad_Graph } = {}): Quad[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ttl'));
  return names.sort().flatMap((name) => readTurtle(join(folder, name), options));
}

/** An N3 quad as a quad of our own term factory; the border where the two libraries' types meet. */
function adopt(quad: N3Quad, graph: Quad_Graph): Quad {
  const { subject, predicate, object } = rdf.fromQuad(quad as unknown as Quad);
  return rdf.quad(subject, predicate, object, graph) as unknown as Quad;
}

function lineOf(cause: unknown): number {
  const line = (cause as { context?: { line?: unknown } }).context?.line;
  return typeof line === 'number' ? line : 1;
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/\s+on line \d+\.?$/, '').replace(/\s+/g, ' ');
}
