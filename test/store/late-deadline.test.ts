/** The time of a query goes on while its answer is written: what is over then ends at the next chunk. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { rdf } from '../../src/rdf.js';
import { openEmbedded } from '../../src/store/embedded.js';
import { parseQuery } from '../../src/store/parse/parse-query.js';

const quads = Array.from({ length: 6000 }, (_, n) =>
  rdf.quad(rdf.namedNode(`http://e/${n}`), rdf.namedNode('http://e/p'), rdf.literal(`text ${n}`)),
);

describe('an answer that is not written in time', () => {
  const cases = [
    ['CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', 'ntriples'],
    ['CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', 'jsonld'],
    ['CONSTRUCT { ?s ?p ?s } WHERE { ?s ?p ?o }', 'nquads'],
    ['DESCRIBE ?s { ?s ?p ?o }', 'ntriples'],
    ['SELECT * { ?s ?p ?o }', 'json'],
    ['SELECT * { ?s ?p ?o }', 'csv'],
  ] as const;
  for (const [query, format] of cases)
    it(`${query} as ${format}`, async () => {
      const config = { base: 'http://e/', unionDefaultGraph: false, queryDeadline: 1, maxAnswerBytes: 2 ** 24 };
      const store = openEmbedded(quads, config);
      const { chunks } = await store.answer(parseQuery(query), { bindings: format, graph: format });
      let taken = 0;
      async function read(): Promise<unknown> {
        for await (const chunk of chunks) {
          expect(chunk.length).to.be.at.most(64 * 1024);
          taken += 1;
          if (taken === 1) await wait(1050);
        }
        return undefined;
      }
      const error = await read().catch((fault: unknown) => fault);
      expect(error).to.have.property('kind', 'timeout');
      expect(taken).to.equal(1);
    });
});
