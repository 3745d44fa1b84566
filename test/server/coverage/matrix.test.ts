/** The matrix over the graph that is built from the note: each cell counts what the home page answers to the same. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { rdf } from '../../../src/rdf.js';
import type { Ask } from '../../../src/server/answer/ask.js';
import { findMatches } from '../../../src/server/answer/find.js';
import { placeNames, subjectNames } from '../../../src/server/answer/names.js';
import type { Member } from '../../../src/server/coverage/axis.js';
import { type Choice, readChoice } from '../../../src/server/coverage/choice.js';
import { isEmpty, type Tally, tallyKinds } from '../../../src/server/coverage/cube.js';
import { datasetsOn, type Known } from '../../../src/server/coverage/known.js';
import { chooseRows, type Matrix, makeMatrix } from '../../../src/server/coverage/matrix.js';
import { coverageFacts } from '../../../src/server/coverage/read-facts.js';
import { createMemory } from '../../../src/server/memory.js';
import type { Services } from '../../../src/server/services.js';
import { ask as askQuestion, readBuilt } from '../../queries/ask.js';
import { createRandom } from '../../random.js';

const config = readConfig({});
const { base } = config;
/** Cells that are compared of each matrix, besides all totals. */
const compared = 30;

describe('the coverage matrix', function () {
  this.timeout(120_000);
  let services: Services;
  let known: Known;
  before(async () => {
    const { store } = await readBuilt();
    // What the matrix asks of them.
    services = { store, config, memory: createMemory(store) } as Partial<Services> as Services;
    const [facts, names, subjects] = await Promise.all([
      coverageFacts(services),
      placeNames(services, 'en'),
      subjectNames(services),
    ]);
    known = { facts, names, subjects };
  });

  async function make(query: string): Promise<{ matrix: Matrix; choice: Choice }> {
    const { choice, faults } = readChoice(new URLSearchParams(query), base);
    expect(faults).to.deep.equal([]);
    const matrix = makeMatrix(known, choice, {
      datasets: await datasetsOn(services, choice.ask, { facts: known.facts, asking: {} }),
      base,
    });
    if ('key' in matrix) throw new Error(matrix.key);
    return { matrix, choice };
  }

  const node = (iri: string | undefined) => (iri === undefined ? undefined : rdf.namedNode(iri));

  /** What the home page answers to a cell. */
  async function answered(matrix: Matrix, { ask }: Choice, row: Member, column: Member): Promise<Tally> {
    const own = (kind: Matrix['rowKind']): Member | undefined =>
      matrix.rowKind === kind ? row : matrix.columnKind === kind ? column : undefined;
    const isUndated = own('period')?.kind === 'none';
    const wanted: Ask = {
      agency: node((own('agency') ?? matrix.fixed.agency).iri),
      place: node((own('place') ?? matrix.fixed.place).iri),
      subject: ask.subject,
      years: isUndated ? { from: 1000, to: 9999 } : own('period') === undefined ? ask.years : own('period')?.years,
    };
    const tally = { name: 0, whole: 0, part: 0, unstated: 0, undated: 0 };
    for (const { how, when } of (await findMatches(services, wanted, {})).matches) {
      if (when === 'dated' && isUndated) continue;
      // Of the columns of years each has what states them.
      if (when === 'undated' && !isUndated && own('period')?.kind === 'one') continue;
      const kind = when === 'undated' && !isUndated ? 'undated' : how;
      if (kind === 'any') tally.name += 1;
      else tally[kind] += 1;
    }
    return tally;
  }

  /** Without a place the home page tells no ways apart. */
  const sum = ({ undated, ...others }: Tally) => ({
    undated,
    others: Object.values(others).reduce((all, one) => all + one, 0),
  });

  async function compare(query: string): Promise<number> {
    const { matrix, choice } = await make(query);
    const random = createRandom(query.length);
    const rows = [...matrix.rows, matrix.total];
    const cells = rows.flatMap((row, n) =>
      row.cells.map((cell, m) => ({
        row: row.member,
        column: matrix.columns[m] as Member,
        cell,
        isTotal: n === rows.length - 1,
      })),
    );
    const full = cells.filter(({ cell }) => !isEmpty(cell.tally));
    const some = Array.from({ length: compared }, (_, n) =>
      random.pick(n % 3 === 0 || full.length === 0 ? cells : full),
    );
    for (const { row, column, cell } of [...cells.filter(({ isTotal }) => isTotal), ...some]) {
      if (row.kind === 'none' && matrix.rowKind === 'agency') continue;
      const expected = await answered(matrix, choice, row, column);
      const place = matrix.rowKind === 'place' ? row : matrix.columnKind === 'place' ? column : matrix.fixed.place;
      const where = `${query}: ${row.name ?? row.kind} × ${column.name ?? JSON.stringify(column.years)}`;
      if (place.iri === undefined) expect(sum(cell.tally), where).to.deep.equal(sum(expected));
      else expect(cell.tally, where).to.deep.equal(expected);
    }
    return full.length;
  }

  for (const query of [
    '',
    'place=country/SWE',
    'place=country/KEN&from=1980&to=1994',
    'place=region/150',
    'place=region/developing-countries',
    'place=region/419&agency=undesa',
    'show=agency-place',
    'show=agency-place&place=region/150&level=countries&from=1990&to=1990',
    'show=agency-place&level=stated&from=1985&to=2000',
    'show=place-period',
    'show=place-period&place=region/002&level=countries&agency=undesa-population-division',
    'show=place-period&level=stated&from=1996&to=2001',
  ])
    it(`counts what the home page answers: ${query === '' ? 'whatever there is' : query}`, async () => {
      expect(await compare(query)).to.be.greaterThan(0);
    });

  it('counts what the home page answers on a subject', async () => {
    const [subject] = known.subjects;
    if (subject === undefined) throw new Error('the note has no subject');
    expect(await compare(`subject=${encodeURIComponent(subject.iri)}&show=place-period`)).to.be.greaterThan(0);
  });

  it('counts what the question on a country and year answers', async () => {
    const kinds = { 'by name': 'name', 'as part of a whole': 'whole', 'not stated': 'unstated' } as const;
    for (const [country, year] of [
      ['SWE', '1985'],
      ['KEN', '1990'],
      ['BRA', '1962'],
    ] as const) {
      const tally = { name: 0, whole: 0, part: 0, unstated: 0, undated: 0 };
      const rows = await askQuestion('datasets-on-country-and-year', { country, year });
      for (const [dataset, row] of new Map(rows.map((row) => [row['dataset'], row]))) {
        expect(dataset).to.be.a('string');
        if (row['years'] === 'not dated') tally.undated += 1;
        else tally[kinds[row['answer'] as keyof typeof kinds]] += 1;
      }
      const { matrix } = await make(`show=agency-place&place=country/${country}&from=${year}&to=${year}`);
      expect(matrix.total.cells.at(-1)?.tally, `${country} ${year}`).to.deep.equal(tally);
    }
  });

  it('names every agency and unit, those that say nothing among them, and counts an agency with its units', async () => {
    const { matrix, choice } = await make('place=country/SWE');
    const states = new Map(matrix.rows.map(({ member, state }) => [member.iri?.replace(`${base}agency/`, ''), state]));
    expect([...known.facts.owners.keys()].length)
      .to.equal(states.size)
      .and.be.greaterThan(20);
    expect([states.get('undesa'), states.get('undesa-population-division')]).to.deep.equal(['stating', 'stating']);
    expect([states.get('undesa-statistics-division'), states.get('wto')]).to.deep.equal(['open', 'silent']);
    const gaps = chooseRows(matrix, { ...choice, rows: 'gaps' });
    const stating = chooseRows(matrix, { ...choice, rows: 'stating' });
    expect(gaps.every(({ state }) => state !== 'stating')).to.equal(true);
    expect(gaps.length + stating.length).to.equal(matrix.rows.length);
    expect(chooseRows(matrix, choice)[0]?.member.iri).to.equal(`${base}agency/undesa`);
  });

  it('has an address for each cell that can be asked for', async () => {
    const { matrix } = await make('place=country/SWE&from=1980&to=1999');
    for (const { cells } of matrix.rows)
      for (const { answer } of cells) expect(answer).to.match(/^\/\?place=country\/SWE&.*agency=agency\//);
    expect(matrix.rows[0]?.cells[0]?.answer).to.include('&from=1980&to=1989&');
  });

  it('has no kind that nobody counts', async () => {
    const seen = new Set<string>();
    for (const query of ['place=region/150&from=1980&to=1990', 'place=country/SWE'])
      for (const { cells } of (await make(query)).matrix.rows)
        for (const { tally } of cells) for (const kind of tallyKinds) if (tally[kind] > 0) seen.add(kind);
    expect([...seen].sort()).to.deep.equal([...tallyKinds].sort());
  });
});
