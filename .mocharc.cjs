// Most tests that start a server ask it a few things: two query processes that compile nothing ahead are there in a quarter of
// the time that four take which do. Those that promise something of a server under load start it as users have it.
process.env.MIGRAPH_QUERY_PROCESSES ??= '1';
process.env.MIGRAPH_WARM_UP ??= 'false';

module.exports = { spec: ['dist/test/**/*.test.js'], 'node-option': ['enable-source-maps'], timeout: 20_000 };
