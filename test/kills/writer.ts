/** One client that writes without pause, and knows what it must find again: what was acknowledged, and what was under way. */
import { token } from './server.js';

/** Triples that belong to one write: all of them are there, or none. */
const size = 5;

/** `n` of each write, and how it is sent; each replaces what the one before left in the writer's own graph. */
const ways = ['put', 'update', 'delete-insert', 'patch'] as const;

export interface Writer {
  /** Writes until the server is gone. */
  run(url: string): Promise<void>;
  /** What is wrong with what is there; it is what this writer goes on from. */
  check(url: string): Promise<string[]>;
  /** How many writes have been acknowledged. */
  readonly acknowledged: number;
}

/** Blank nodes of a template would be others for each solution. */
function triples(n: number, blank: boolean): string {
  const node = (k: number): string => (blank ? `[ <urn:k> ${k} ]` : `<urn:b${k}> . <urn:b${k}> <urn:k> ${k}`);
  return Array.from({ length: size }, (_, k) => `<urn:s${k}> <urn:n> ${n} ; <urn:of> ${node(k)} .`).join('\n');
}

export function createWriter(name: string): Writer {
  const graph = `urn:writer:${name}`;
  const log = `urn:log:${name}`;
  let acknowledged = 0;
  /** The last write that was sent, and whether it was to add to the log as well. */
  let sent = 0;
  const logged = new Set<number>();

  const headers = (type: string) => ({ authorization: `Bearer ${token}`, 'content-type': type });
  const post = (url: string, update: string) =>
    fetch(`${url}sparql`, { method: 'POST', headers: headers('application/sparql-update'), body: update });

  /** There is nothing to patch before there is a graph. */
  const wayOf = (n: number) => (acknowledged === 0 ? 'put' : ways[n % ways.length]);

  function send(url: string, n: number): Promise<Response> {
    const own = `${url}graphs?graph=${graph}`;
    switch (wayOf(n)) {
      case 'put':
        return fetch(own, { method: 'PUT', headers: headers('text/turtle'), body: triples(n, true) });
      case 'patch':
        return fetch(own, {
          method: 'PATCH',
          headers: headers('application/sparql-update'),
          body: `CLEAR DEFAULT ; INSERT DATA { ${triples(n, true)} }`,
        });
      case 'update':
        return post(
          url,
          `DROP SILENT GRAPH <${graph}> ; INSERT DATA { GRAPH <${graph}> { ${triples(n, true)} } GRAPH <${log}> { <urn:log> <urn:n> ${n} } }`,
        );
      default:
        return post(
          url,
          `WITH <${graph}> DELETE { ?s ?p ?o } INSERT { ${triples(n, false)} } WHERE { OPTIONAL { ?s ?p ?o } }`,
        );
    }
  }

  async function ask(url: string, query: string): Promise<string[]> {
    const answer = await fetch(`${url}sparql?format=csv&query=${encodeURIComponent(query)}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
    return text.trim().split('\r\n').slice(1);
  }

  return {
    get acknowledged() {
      return acknowledged;
    },
    async run(url) {
      for (;;) {
        sent += 1;
        const way = wayOf(sent);
        let status: number;
        try {
          const answer = await send(url, sent);
          status = answer.status;
          await answer.arrayBuffer();
        } catch {
          return;
        }
        if (status !== 204 && status !== 201) throw new Error(`write ${sent} of ${name} was answered by ${status}`);
        acknowledged = sent;
        if (way === 'update') logged.add(sent);
      }
    },
    async check(url) {
      const counts = await ask(
        url,
        `SELECT ?n (COUNT(*) AS ?all) { GRAPH <${graph}> { ?s <urn:n> ?n ; <urn:of> [ <urn:k> ?k ] } } GROUP BY ?n`,
      );
      const inLog = (await ask(url, `SELECT ?n { GRAPH <${log}> { <urn:log> <urn:n> ?n } }`)).map(Number);
      const faults = [...logged]
        .filter((n) => !inLog.includes(n))
        .map((n) => `${name}: write ${n} was acknowledged and is lost`);
      const [held = '0,0', ...others] = counts;
      const [n = 0, all = 0] = held.split(',').map(Number);
      const none = sent === 0 || (acknowledged === 0 && n === 0);
      if (others.length > 0 || (!none && all !== size))
        faults.push(`${name}: a write is there in part: ${counts.join(' ')}`);
      if (!none && n !== acknowledged && n !== sent)
        faults.push(`${name}: ${n} is there; ${acknowledged} was acknowledged, ${sent} was under way`);
      // What was under way and has arrived is there to stay.
      acknowledged = n;
      for (const found of inLog) logged.add(found);
      return faults;
    },
  };
}
