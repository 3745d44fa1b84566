/** A graph in another store, by the Graph Store Protocol: what is there, and what is to be there. */
import { createHash } from 'node:crypto';
import { type Quad, rdf } from '../../rdf.js';
import { writeTriple } from '../../serialise/terms.js';
import { QueryFault } from '../graph-store.js';
import { nameCanonically } from '../rdf/canonical-nodes.js';
import { readTriples } from './read-triples.js';
import { type EngineRequest, readTexts, send } from './send.js';

/** Characters that one request carries, about. */
const perRequest = 16 * 2 ** 20;

/** What a graph says, so that two can be held against each other. */
export interface GraphSum {
  readonly triples: number;
  /** SHA-256 of its canonical N-Triples, line by line in order. */
  readonly sha256: string;
}

/** The graph's triples in canonical N-Triples, in order; its blank nodes are called by what is said of them. */
async function linesOf(quads: readonly Quad[]): Promise<string[]> {
  const triples = quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object));
  const hasBlankNodes = triples.some(({ subject, object }) =>
    [subject, object].some((t) => t.termType === 'BlankNode'),
  );
  const named = hasBlankNodes ? await nameCanonically(triples) : triples;
  return [...new Set(named.map(writeTriple))].sort();
}

function sum(lines: readonly string[]): GraphSum {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line);
  return { triples: lines.length, sha256: hash.digest('hex') };
}

export interface GraphCopies {
  /** What the store has of it; undefined: no such graph. */
  read(graph: string): Promise<GraphSum | undefined>;
  /** Puts it in the place of what is there. */
  put(graph: string, quads: readonly Quad[]): Promise<void>;
}

export const sumOf = async (quads: readonly Quad[]): Promise<GraphSum> => sum(await linesOf(quads));

/** Cut where lines end; a graph with blank nodes stays one, for they are one within a request alone. */
function* cut(lines: readonly string[]): Generator<string> {
  const isWhole = lines.some((line) => /^_:| _:/.test(line));
  let part: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (!isWhole && length > perRequest) {
      yield part.join('');
      part = [];
      length = 0;
    }
    part.push(line);
    length += line.length;
  }
  yield part.join('');
}

/** `to`: of the Graph Store Protocol; `seconds`: how long one request may take. */
export function createGraphCopies(
  to: string,
  { authorization, seconds }: { readonly authorization: string | undefined; readonly seconds: number },
): GraphCopies {
  function request(graph: string, what: Omit<EngineRequest, 'url' | 'signal'>, taken: readonly number[] = []) {
    const url = new URL(to);
    url.searchParams.append('graph', graph);
    const over = new QueryFault('timeout', `the store took longer than ${seconds} s`);
    const ends = new AbortController();
    const timer = setTimeout(() => ends.abort(over), seconds * 1000);
    const stop = (): void => clearTimeout(timer);
    return { signal: ends.signal, stop, sent: send({ ...what, url, authorization, signal: ends.signal }, taken) };
  }

  async function write(graph: string, method: 'PUT' | 'POST', body: string): Promise<void> {
    const { sent, stop } = request(graph, { method, headers: { 'Content-Type': 'application/n-triples' }, body });
    try {
      await (await sent).body?.cancel();
    } finally {
      stop();
    }
  }

  return {
    async read(graph) {
      const { sent, stop, signal } = request(graph, { headers: { Accept: 'application/n-triples' } }, [404]);
      try {
        const response = await sent;
        if (response.status === 404) return undefined;
        const quads: Quad[] = [];
        for await (const quad of readTriples(readTexts(response, signal))) quads.push(quad);
        return await sumOf(quads);
      } finally {
        stop();
      }
    },
    async put(graph, quads) {
      let method: 'PUT' | 'POST' = 'PUT';
      for (const body of cut(await linesOf(quads))) {
        await write(graph, method, body);
        method = 'POST';
      }
    },
  };
}
