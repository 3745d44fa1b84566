/** Tests run several files at a time, but those that promise something about time: they have the machine alone, afterwards. */
const { availableParallelism } = require('node:os');
const alone = require('./test/alone.json');

// Most tests that start a server ask it a few things: two query processes that compile nothing ahead are there in a quarter of
// the time that four take which do.
if (process.env.TESTS !== 'alone') {
  process.env.MIGRAPH_QUERY_PROCESSES ??= '1';
  process.env.MIGRAPH_WARM_UP ??= 'false';
}

const common = { 'node-option': ['enable-source-maps'], timeout: 60_000 };
module.exports =
  process.env.TESTS === 'alone'
    ? { ...common, spec: alone }
    : {
        ...common,
        spec: ['dist/test/**/*.test.js'],
        ignore: alone,
        parallel: true,
        jobs: Math.min(4, Math.max(2, availableParallelism() - 1)),
      };
