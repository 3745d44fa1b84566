/** Serves a graph under a path of one's own server: `node examples/mount-app.mjs GRAPH`; PORT says where, else any port. */
import express from 'express';
import { createApp, openStore, readConfig } from 'migraph';

const config = readConfig();
const store = await openStore({ file: process.argv[2], config });
const app = express();
app.get('/', (_request, response) => response.type('text').send('a server of somebody else\n'));
app.use('/migration', createApp({ store, config }));

const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}/migration`),
);
process.once('SIGTERM', () => {
  server.close(() => store.close());
  server.closeAllConnections();
});
