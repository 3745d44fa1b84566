/** What holds of every page, also of those that nobody has written yet: the list is made from the OpenAPI document. */
import { expect } from 'chai';
import { findHtmlDoors, findPages, findThings } from './find-pages.js';
import { type Inspection, inspect } from './inspect.js';
import { readPlaces } from './read-places.js';
import { describePages } from './stage.js';
import { statesOf } from './states.js';

/** Bytes that a page may cost who comes for the first time, and the one with the editor of queries, and perhaps a map. */
const [mostBytes, mostBytesWithEditor] = [100_000, 250_000];

describePages('every page', (stage) => {
  const inspections: Inspection[] = [];
  before(async function () {
    this.timeout(900_000);
    const [pages, things, [place]] = await Promise.all([
      findPages(stage.origin()),
      findThings(stage.origin()),
      readPlaces(stage.origin()),
    ]);
    const paths = new Set([...pages, ...statesOf(things, place?.value ?? '')]).values();
    // Two at a time: while one page is waited for, the other is looked at.
    const work = async (): Promise<void> => {
      for (const path of paths) inspections.push(await inspect(stage, path));
    };
    await Promise.all([work(), work()]);
  });

  const faults = (of: (one: Inspection) => readonly string[]): string[] =>
    inspections.flatMap((one) => of(one).map((fault) => `${one.path}: ${fault}`));

  it('is there', () => {
    expect(inspections.length).to.be.greaterThan(50);
    expect(inspections.filter(({ status }) => status >= 500)).to.deep.equal([]);
    const failed = inspections.filter(({ status }) => status >= 400).map(({ path }) => path);
    expect(failed.filter((path) => !path.startsWith('/?from=x') && !path.includes('Agenci'))).to.deep.equal([]);
  });
  it('is in the OpenAPI document as one', async () => {
    const { paths } = (await (await fetch(`${stage.origin()}/openapi.json`)).json()) as { paths: object };
    const told = new Set((await findHtmlDoors(stage.origin())).map(({ path }) => path));
    const plain = Object.keys(paths).filter((path) => !path.includes('{') && !told.has(path));
    const untold: string[] = [];
    for (const path of plain) {
      const response = await fetch(stage.origin() + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
      if (response.ok && response.headers.get('content-type')?.startsWith('text/html')) untold.push(path);
      await response.body?.cancel();
    }
    expect(untold).to.deep.equal([]);
  });
  it('breaks no rule of axe, narrow or wide, light or dark', () => {
    expect(faults((one) => one.axe)).to.deep.equal([]);
  });
  it('does not scroll sideways on a phone', () => {
    expect(faults((one) => one.tooWide)).to.deep.equal([]);
  });
  it('shows what has the focus', () => {
    expect(faults((one) => one.unseen)).to.deep.equal([]);
  });
  it('has no script or style in it, and a policy that would not let them be', () => {
    expect(faults((one) => one.inline)).to.deep.equal([]);
  });
  it('causes no error and asks no other server', () => {
    expect(faults((one) => one.complaints)).to.deep.equal([]);
  });
  it('costs little', () => {
    const heavy = inspections.filter(
      ({ path, bytes }) => bytes > (path.startsWith('/sparql') ? mostBytesWithEditor : mostBytes),
    );
    expect(heavy.map(({ path, bytes }) => `${path}: ${bytes}`)).to.deep.equal([]);
  });
});
