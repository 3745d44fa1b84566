/** Nothing that a graph or a request says runs in a page, leads away or becomes a part of it, whatever it is made of. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import type { ServedProgram } from '../../cli/serve-program.js';
import { type Served, serve } from '../../server/serve.js';
import { findHtmlDoors, type HtmlDoor, readThings } from '../find-pages.js';
import { describePages } from '../stage.js';
import { openVisit, type Visit } from '../visit.js';
import { payloadIris, payloads, payloadTexts } from './payloads.js';
import { servePayloads } from './serve-payloads.js';

const { base } = readConfig({});
/** Letters of a text that a request says, where its door sets no limit. */
const longest = 1000;
/** Parameters that pages have besides those that their doors tell of. */
const others = ['lang', 'at', 'agency', 'page'];

type Request = readonly [address: string, options?: object];

interface Read {
  readonly faults: readonly string[];
  readonly pages: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** A path of ours that is not the name of another server, though it may look like one. */
const pathOf = (iri: string): string => `/./${iri.slice(base.length).split('#')[0]}`;

/** Literals, languages, types and IRIs that nobody would let into a graph: a query makes them. */
const queryOf = (text: string): string => {
  const literal = JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `SELECT (${literal} AS ?plain) (STRLANG(${literal}, "en-x-onload") AS ?tagged) (STRDT(${literal}, <urn:ran>) AS ?typed) (IRI(${literal}) AS ?iri) (1 AS ?n) {}`;
};

const limitOf = ({ parameters }: HtmlDoor, name: string): number => {
  const schema = parameters.find((one) => one.name === name)?.schema ?? {};
  return 'maxLength' in schema && Number(schema.maxLength) > 0 ? Number(schema.maxLength) : longest;
};

/** Every parameter of a door with every payload; the parameters that all questions have are tried with one of them. */
function requestsTo(door: HtmlDoor, isFirstQuestion: boolean): Request[] {
  const common = ['limit', 'page', 'offset', 'format'];
  const isQuestion = door.path.startsWith('/api/');
  const names = new Set(door.parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  for (const name of others) names.add(name);
  if (isQuestion && !isFirstQuestion) for (const name of [...common, ...others]) names.delete(name);
  // What is not told of is named in an error.
  if (!isQuestion || isFirstQuestion) names.add('');
  return [...names].flatMap((name) =>
    payloadTexts(limitOf(door, name)).map((text): Request => {
      const parameters = name === '' ? { [text]: 'x' } : { [name]: text };
      return [`${door.path}?${new URLSearchParams(parameters)}`];
    }),
  );
}

describePages('pages of payloads', (stage) => {
  let server: ServedProgram;
  /** Has next to nothing to say, and answers at once. */
  let plain: Served;
  const visits: Visit[] = [];
  before(async function () {
    this.timeout(900_000);
    [server, plain] = await Promise.all([servePayloads(), serve()]);
  });
  afterEach(async () => {
    for (const visit of visits.splice(0)) await visit.close();
  });
  after(() => Promise.all([server.close(), plain.close()]));

  /** Without the policy of the pages: the texts alone have to be harmless. What runs is a complaint. */
  async function visitUnguarded(origin = server.origin): Promise<Visit> {
    const visit = await openVisit(stage.browser(), origin, { policy: false });
    visits.push(visit);
    await visit.page.addInitScript(
      `Object.defineProperty(window, '__ran', { configurable: false, get: () => undefined, set: () => console.error('it ran') })`,
    );
    return visit;
  }

  /** Asked for and read by the browser, without being shown. */
  async function read(requests: readonly Request[], from: { readonly origin: string } = server): Promise<Read> {
    const visit = await visitUnguarded(from.origin);
    await visit.go('/profiles');
    const result = await visit.probe<Read>(`readAll(${JSON.stringify(requests)})`);
    expect(result.faults).to.deep.equal([]);
    return result;
  }

  it('are made of two hundred payloads, and a trap tells of one that runs', async () => {
    expect(payloads.length).to.be.at.least(200);
    const visit = await visitUnguarded();
    await visit.go('/profiles');
    const [script = '', text = ''] = payloadTexts(longest);
    await visit.page.setContent(`<p title="${text}">${script}</p>`);
    expect(await visit.probe<string[]>('alive()')).not.to.deep.equal([]);
    expect(visit.complaints.some((complaint) => complaint.includes('it ran'))).to.equal(true);
  });

  it('are inert where the graph says them: the page of every thing', async () => {
    const things = await readThings(server.origin);
    const paths = things.filter((iri) => iri.startsWith(base)).map(pathOf);
    const ours = [...new Set(paths)].map((path): Request => [path]);
    const foreign = things
      .filter((iri) => !iri.startsWith(base))
      .map((iri): Request => [`/about?${new URLSearchParams({ iri })}`]);
    const { pages } = await read([...ours, ...foreign]);
    expect(pages).to.be.greaterThan(400);
  });

  it('are inert where a request says them: every parameter of every door', async () => {
    const doors = (await findHtmlDoors(plain.origin)).filter(({ path }) => !path.includes('{'));
    const first = doors.find(({ path }) => path.startsWith('/api/'));
    const requests = doors.flatMap((door) => requestsTo(door, door === first));
    const { pages } = await read(requests, plain);
    expect(pages).to.be.greaterThan(500);
  });

  it('are inert where they are a path, a query, its answer or its error, a language, a body', async () => {
    const texts = payloadTexts(longest);
    const encoded = texts.map((text) => encodeURIComponent(text));
    const queries = texts.flatMap((text) => [text, `SELECT * { ${text}`, `ASK { ?s ?p <${text}> }`, queryOf(text)]);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const turtle = (text: string): string =>
      `<urn:${encodeURIComponent(text)}> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ${JSON.stringify(text)} ; <http://purl.org/dc/terms/issued> ${JSON.stringify(text)} .`;
    const { pages } = await read([
      ...encoded.flatMap((path): Request[] => [
        [`/${path}`],
        [`/dataset/${path}`],
        [`/note/${path}`],
        [`/api/${path}`],
      ]),
      ...queries.map((query): Request => [`/sparql?${new URLSearchParams({ query })}`]),
      ...texts.map(
        (query): Request => [
          '/sparql',
          { method: 'POST', headers: form, body: `${new URLSearchParams({ query: queryOf(query) })}` },
        ],
      ),
      ...texts.map((text): Request => ['/', { headers: { 'accept-language': encodeURIComponent(text) } }]),
      ...texts
        .slice(0, 8)
        .map(
          (text): Request => [
            '/validate',
            { method: 'POST', headers: { 'content-type': 'text/turtle' }, body: turtle(text) },
          ],
        ),
      ...payloadIris(base).map((iri): Request => [`/about?${new URLSearchParams({ iri })}`]),
    ]);
    expect(pages).to.be.greaterThan(4 * texts.length);
  });

  it('run nothing when they are shown', async () => {
    const visit = await visitUnguarded();
    const { page } = visit;
    const [things, doors] = await Promise.all([readThings(server.origin), findHtmlDoors(server.origin)]);
    const [text = ''] = payloadTexts(longest);
    const shown = things
      .filter((iri) => iri.startsWith(base))
      .map(pathOf)
      .filter((path) => /-(?:0|7)$/.test(path) || path.includes('ran'));
    // Each parameter alone was read before; here the first that is let through is shown.
    const asked = doors
      .filter(({ path }) => !path.includes('{'))
      .flatMap(({ path, parameters }) => {
        const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
        return [
          path,
          `${path}?${new URLSearchParams(names.map((name): [string, string] => [name, text.slice(0, 190)]))}`,
        ];
      });
    const queries = payloadTexts(longest).map((one) => `/sparql?${new URLSearchParams({ query: queryOf(one) })}`);
    for (const path of [...new Set([...shown, ...asked, ...queries])]) {
      await visit.go(path);
      expect(new URL(page.url()).origin, 'nobody was led away').to.equal(server.origin);
    }
    expect(visit.complaints).to.deep.equal([]);
  });
});
