/** Tests run several files at a time, but those that promise something about time: they have the machine alone, afterwards. */
const { availableParallelism } = require('node:os');
const alone = require('./test/alone.json');

// Most tests that start a server ask it a few things: one query process and its stand-in start in half the time of four.
if (process.env.TESTS !== 'alone') process.env.MIGRAPH_QUERY_PROCESSES ??= '1';

const common = { 'node-option': ['enable-source-maps'], timeout: 60_000 };
module.exports =
  process.env.TESTS === 'alone'
    ? { ...common, spec: alone }
    : {
        ...common,
        spec: ['dist/test/**/*.test.js'],
        ignore: alone,
        parallel: true,
        jobs: Math.max(2, availableParallelism() - 1),
      };
