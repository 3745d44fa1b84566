/**
 * `npm run recorder [-- --all | -- SPEC…]`: tests under strace. Fails where they fail, where a connection leaves this machine, or where a
 * file is written that is not theirs.
 */
import { parseArgs } from 'node:util';
import { record, whyNoRecorder } from './record.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });

/** Those that start programs, ask over HTTP, fetch, or write files; the others compute. Other engines' programs are no part of ours. */
const busy = [
  ...['cli/add', 'cli/commands', 'cli/curate', 'export/**/*', 'library/*', 'server/doors', 'server/dump'],
  ...['server/graphs', 'server/update', 'settings/*', 'store/journal/*', 'store/outside/*'],
];
const chosen = positionals.length > 0 ? positionals : busy.map((name) => `dist/test/${name}.test.js`);
const specs = values.all === true ? ['dist/test/**/*.test.js'] : chosen;

const why = whyNoRecorder();
if (why !== undefined) console.log(`nothing is recorded: ${why}`);
else {
  const mocha = ['node_modules/.bin/mocha', '--no-config', '--exit', '--reporter', 'dot', '--timeout', '120000'];
  const { code, connections, writes, outside } = await record([process.execPath, ...mocha, ...specs]);
  for (const place of outside) console.error(place);
  console.log(
    `${connections} connections and messages, ${writes} files written, renamed or taken away, ${outside.length} of them outside; the tests ended by ${code}`,
  );
  process.exitCode = code === 0 && outside.length === 0 ? 0 : 1;
}
