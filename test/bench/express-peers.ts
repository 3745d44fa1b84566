/** The program of two servers to compare ours with: oxigraph behind Express, and Express that says hello. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import oxigraph from 'oxigraph';

const file = process.argv[2];
const app = express();
app.disable('x-powered-by');
app.get('/hello', (_request, response) => {
  response.type('text/plain').send('hello');
});
if (file !== undefined) {
  const store = new oxigraph.Store();
  store.load(readFileSync(file, 'utf8'), { format: 'application/n-quads', no_transaction: true });
  app.get('/sparql', (request, response) => {
    const answer = store.query(String(request.query['query']), { results_format: 'json' }) as string;
    response.type('application/sparql-results+json').send(answer);
  });
}
const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
