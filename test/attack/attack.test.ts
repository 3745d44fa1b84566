/**
 * Every attack ends as it should, and nobody else notices. Those that take their time until they are ended are a quarter of
 * an hour in all: one of each kind runs with the tests, all by `npm run attack`. `ATTACK_TABLE=FILE` writes how each ended.
 */
import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Attack, Target } from './attack.js';
import { bodies } from './attacks/bodies.js';
import { characters } from './attacks/characters.js';
import { crowds } from './attacks/crowds.js';
import { crowdsOfParts } from './attacks/crowds-of-parts.js';
import { framing } from './attacks/framing.js';
import { growth } from './attacks/growth.js';
import { headers } from './attacks/headers.js';
import { knownShapes } from './attacks/known-shapes.js';
import { nesting } from './attacks/nesting.js';
import { outsiders } from './attacks/outside.js';
import { pages } from './attacks/pages.js';
import { paths } from './attacks/paths.js';
import { products } from './attacks/products.js';
import { regularExpressions } from './attacks/regular-expressions.js';
import { texts } from './attacks/texts.js';
import { tokens } from './attacks/tokens.js';
import { uploads } from './attacks/uploads.js';
import { validations } from './attacks/validations.js';
import { type Elsewhere, listenElsewhere } from './elsewhere.js';
import { brokenPromises, type Held, holdAgainst } from './hold-against.js';
import { hasProc, treeOf } from './process-tree.js';
import { type ServedProcess, serveCrowd } from './served-process.js';

/** Refused at the door: over at once. */
const short: readonly Attack[] = [...outsiders, ...characters, ...headers, ...framing, ...bodies];

/** By kind. */
const long: readonly (readonly Attack[])[] = [
  texts,
  nesting,
  crowdsOfParts,
  products,
  knownShapes,
  paths,
  regularExpressions,
  growth,
  uploads,
  validations,
  tokens,
  pages,
  crowds,
];

const all: readonly Attack[] = [...short, ...long.flat()];
const attacks = process.env['ATTACKS'] === 'all' ? all : [...short, ...long.flatMap(([first]) => first ?? [])];

const token = 'a-token-of-the-attacked-server';

const settings = {
  MIGRAPH_WRITE_TOKEN: token,
  // So that there are pages of the things in the graph.
  MIGRAPH_BASE: 'http://e/',
  // Shorter than the defaults, that the tests may end.
  MIGRAPH_QUERY_DEADLINE: '3',
  MIGRAPH_REQUEST_TIMEOUT: '6',
  MIGRAPH_READER_TIMEOUT: '4',
  MIGRAPH_WRITE_MEMORY_MB: '250',
};

const heading =
  '| attack | ended | /healthz at most, ms | memory added, MB | ASK {} after, ms | s |\n|---|---|--:|--:|--:|--:|';
const toRow = (name: string, { outcome, healthz, addedBytes, ask, seconds }: Held): string =>
  `| ${name} | ${outcome} | ${Math.round(healthz)} | ${Math.round(addedBytes / 2 ** 20)} | ${Math.round(ask)} | ${seconds.toFixed(1)} |`;

describe('under attack', function () {
  this.timeout(180_000);
  let served: ServedProcess;
  let elsewhere: Elsewhere;
  let target: Target;
  let processes: number;
  const table: string[] = [];

  before(async function () {
    // The memory of a process is read from /proc.
    if (!hasProc()) this.skip();
    elsewhere = await listenElsewhere();
    served = await serveCrowd(20_000, settings);
    target = { origin: served.origin, pid: served.pid, token, elsewhere: elsewhere.origin };
    processes = treeOf(served.pid).length;
  });
  after(async () => {
    await served?.close();
    await elsewhere?.close();
    const file = process.env['ATTACK_TABLE'];
    if (file !== undefined) writeFileSync(file, `${[heading, ...table].join('\n')}\n`);
  });

  it('has names that are all different', () => {
    expect(new Set(all.map(({ name }) => name)).size).to.equal(all.length);
  });

  for (const attack of attacks)
    it(attack.name, async () => {
      // What depends on how fast the machine is just now is tried three times at most.
      for (let round = 1; ; round += 1) {
        const held = await holdAgainst(attack, target, processes);
        const broken = brokenPromises(held, attack);
        const tellsTime = held.outcome.endsWith(' ms');
        expect(served.ended(), 'the server has ended').to.equal(undefined);
        expect(elsewhere.visits(), 'requests elsewhere').to.equal(0);
        if (!tellsTime || round === 3) expect(attack.expected, 'how it ended').to.include(held.outcome);
        if ((tellsTime || broken.length > 0) && round < 3) continue;
        table.push(toRow(attack.name, held));
        expect(broken).to.deep.equal([]);
        break;
      }
    });
});
