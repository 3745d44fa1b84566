/** How a curator decides in a terminal: a key for each candidate, and a file for each decision. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { askCurator } from '../../src/cli/review/ask-curator.js';
import { toReviewItems } from '../../src/cli/review-items.js';
import { parseDecision } from '../../src/curation/decision.js';
import { buildGraph } from '../../src/triples/build.js';
import { entity, extractionOf, gazetteers, inventNote, ontology, sayings } from '../triples/invented.js';

const base = 'https://w3id.org/migraph/';
const ministry = entity('Agency', 'ministry-of-waves', 'Ministry of Waves');
const register = entity('Dataset', 'register', 'Arrivals Register');
const note = inventNote('tides', ['The Arrivals Register is old.', 'It grew in 1990.', 'drainour.507 TD-0.0']);
const [, grew, broken] = note.passages;

async function candidates() {
  const say = sayings(note, register);
  const claims = [
    sayings(note, ministry)('label', 'Ministry of Waves', 0),
    say('label', 'Arrivals Register', 0),
    say('owner', ministry, 0, 'inferred'),
    say('breakdown', 'by size', 1),
  ];
  const damaged = broken ? [{ ...broken, fault: 'garbled' as const }] : [];
  const rejected = grew
    ? [
        {
          kind: 'years' as const,
          passage: grew,
          start: grew.start + 11,
          end: grew.start + 15,
          text: '1990',
          reason: 'nothing says that it is a year of the data',
          may: { property: 'period' as const, object: { start: 1990, end: 1990 } },
        },
      ]
    : [];
  const extraction = { ...extractionOf(note, claims), damaged, rejected };
  const { report } = await buildGraph({
    extractions: [extraction],
    gazetteers,
    catalogue: [],
    curation: [],
    ontology,
    config: { base },
  });
  return report.candidates;
}

describe('the questions to a curator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-curator-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are answered by a key; what is accepted, edited and rejected is written, what is skipped is not', async () => {
    const asked = await candidates();
    const input = new PassThrough();
    let shown = '';
    const output = new PassThrough();
    // As a person would: an answer to each question when it stands there.
    const answers: [RegExp, string][] = [
      [/Your name.*: $/, 'Ada Pilot\n'],
      [/1 of 3[\s\S]*\[a\]ccept.*\[q\]uit $/, 'xr'],
      [/why .*: $/, 'It is not theirs.\n'],
      [/2 of 3[\s\S]*\[q\]uit $/, 'e'],
      [/subject: .*\] $/, '\n'],
      [/predicate: .*\] $/, '\n'],
      [/object: .*\] $/, '<period/1991>\n'],
      [/why .*: $/, '\n'],
      [/3 of 3[\s\S]*\[e\]dit \[r\]eject \[s\]kip \[q\]uit $/, 's'],
    ];
    output.on('data', (chunk: Buffer) => {
      shown += String(chunk);
      const [next] = answers;
      if (next === undefined || !next[0].test(shown)) return;
      answers.shift();
      shown = '';
      setImmediate(() => input.write(next[1]));
    });
    const items = toReviewItems(note, asked);
    await askCurator(
      { note, candidates: asked, items, path: 'tides.txt', folder, base },
      { input, output, who: undefined },
    );
    expect(answers).to.deep.equal([]);

    const decisions = readdirSync(folder).map((name) =>
      parseDecision(readFileSync(join(folder, name), 'utf8'), name, base),
    );
    expect(decisions.map(({ action, who, why }) => [action, who, why]).sort()).to.deep.equal([
      ['assert', 'Ada Pilot', 'The sentence says this.'],
      ['retract', 'Ada Pilot', 'It is not theirs.'],
    ]);
    for (const decision of decisions) expect(asked.map(({ id }) => id)).to.include(decision.candidate);
  });

  it('end where the terminal does', async () => {
    const asked = await candidates();
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.resume();
    const ended = askCurator(
      { note, candidates: asked, items: toReviewItems(note, asked), path: 'x', folder: join(folder, 'none'), base },
      { input, output, who: 'Ada' },
    );
    input.end();
    await ended;
    expect(readdirSync(folder)).to.have.length(2);
  });
});

describe('candidates', () => {
  it('have a name that does not change with their place, and are gone once they are decided', async () => {
    const before = await candidates();
    expect(before.map(({ kind, proposed }) => [kind, proposed?.object])).to.deep.equal([
      ['inferred owner', '<agency/ministry-of-waves>'],
      ['rejected', '<period/1990>'],
      ['damaged', undefined],
    ]);
    expect((await candidates()).map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
    expect(new Set(before.map(({ id }) => id)).size).to.equal(3);
  });
});
