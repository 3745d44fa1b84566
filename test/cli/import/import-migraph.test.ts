/** From one migraph to another: its catalogue over HTTP, into a build of one's own, and out again by every door. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createIris } from '../../../src/iris.js';
import { readRdf } from '../../../src/store/open.js';
import { type Served, serve } from '../../server/serve.js';
import { migraph, type Run, temporaryFolder } from '../run-migraph.js';

const folder = temporaryFolder();
const base = 'https://mine.example/';
const iris = createIris(base);
const theirs = 'https://w3id.org/migraph/';

describe('a catalogue of another migraph', function () {
  this.timeout(60_000);

  let there: Served;
  let here: Served;
  const out = join(folder, 'var');
  const imports = join(folder, 'imports');
  const note = join(folder, 'letter.txt');
  const env = { MIGRAPH_BASE: base, MIGRAPH_IMPORTS: imports, MIGRAPH_OUT: out };
  const run = (...args: string[]): Promise<Run> => migraph(args, { env });
  const build = (): Promise<Run> => run('build', '--notes', note);
  const graph = (): string => readFileSync(join(out, 'graph.nq'), 'utf8');

  before(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(note, 'The UNHCR maintains a database of refugees in Kenya since 1998.\n');
    there = await serve();
    for (const [name, path] of [
      ['harbours', '/catalog'],
      ['harbours-json', '/catalog.jsonld'],
      ['harbours-xml', '/catalog.rdf'],
    ] as const) {
      const taken = await run('import', there.origin + path, '--name', name);
      expect(taken.complaints).to.deep.equal([]);
    }
    const built = await build();
    expect(built.complaints).to.deep.equal([]);
    expect(built.stdout).to.match(/3 imports: [\d,]+ statements of other catalogues/);
    here = await serve(join(out, 'graph.nq'), { MIGRAPH_BASE: base });
  });
  after(async () => {
    await here.close();
    await there.close();
  });

  it('says the same in every syntax', async () => {
    const bodies = ['harbours', 'harbours-json', 'harbours-xml'].map((name) =>
      readFileSync(join(imports, `${name}.nq`), 'utf8').replace(/^#.*\n/gm, ''),
    );
    expect(bodies[1]).to.equal(bodies[0]);
    expect(bodies[2]).to.equal(bodies[0]);
  });

  it('stands in a graph of its own, whole, beside what the notes say', async () => {
    const quads = await readRdf(join(out, 'graph.nq'), base);
    const taken = quads.filter(({ graph }) => graph.equals(iris.importGraph('harbours')));
    const sent = await readRdf(join(imports, 'harbours.nq'), base);
    expect(taken).to.have.length(sent.length);
    expect(
      quads.filter(({ subject, object }) => [subject, object].some((one) => one.termType === 'BlankNode')),
    ).to.deep.equal([]);
    expect(quads.some(({ subject }) => subject.value.startsWith(`${base}dataset/`))).to.equal(true);
  });

  it('is built to the same bytes again, and is fresh after a further import', async () => {
    const before = graph();
    expect((await run('import', `${there.origin}/catalog`, '--name', 'harbours')).stdout).to.include('unchanged');
    await build();
    expect(graph()).to.equal(before);
  });

  it('is held against no shape, looked for in no note, and is no difference of the rules', async () => {
    const validated = await run('validate');
    expect(validated.code).to.equal(0);
    expect(validated.stdout).to.match(/of other catalogues, which are not held against them/);
    expect((await run('verify')).stdout).to.match(/1 note: every one found/);
    expect((await run('diff')).stdout).to.include('no difference');
  });

  it('is a member of our catalogue, with its datasets its own', async () => {
    const quads = await (await fetch(`${here.origin}/catalog.nt`)).text();
    expect(quads).to.include(`<${base}catalog> <http://www.w3.org/ns/dcat#catalog> <${theirs}catalog> .`);
    expect(quads).to.include(`<${theirs}catalog> <http://www.w3.org/ns/dcat#dataset> <${theirs}dataset/pier-counts> .`);
    expect(quads).to.include(`<${theirs}dataset/pier-counts> <http://purl.org/dc/terms/title> "Pier counts"@en .`);
    expect(quads).to.include(
      `<${iris.importGraph('harbours').value}> <http://www.w3.org/ns/prov#hadPrimarySource> <${there.origin}/catalog> .`,
    );
    expect(quads).not.to.include(`<${base}catalog> <http://www.w3.org/ns/dcat#dataset> <${theirs}`);
  });

  it('is asked by its graph in SPARQL', async () => {
    const query = `SELECT ?title { GRAPH <${iris.importGraph('harbours').value}> { <${theirs}dataset/pier-counts> <http://purl.org/dc/terms/title> ?title } }`;
    const answer = await fetch(`${here.origin}/sparql?format=csv&query=${encodeURIComponent(query)}`);
    expect(await answer.text()).to.equal('title\r\nPier counts\r\n');
  });

  it('has pages that say where it was taken from', async () => {
    const catalogue = await (await fetch(`${here.origin}/catalog`, { headers: { Accept: 'text/html' } })).text();
    const path = `/about?iri=${encodeURIComponent(`${theirs}catalog`)}`;
    expect(catalogue).to.include(`<a href="${path}">An invented catalogue</a>`);
    const page = await (await fetch(here.origin + path, { headers: { Accept: 'text/html' } })).text();
    expect(page).to.include('Taken from another catalogue').and.to.include(`<a href="${there.origin}/catalog">`);
    expect(page).to.include(`/about?iri=${encodeURIComponent(`${theirs}dataset/pier-counts`)}">Pier counts</a>`);
    const own = await (
      await fetch(`${here.origin}/graph/import/harbours`, { headers: { Accept: 'text/html' } })
    ).text();
    expect(own).to.include('prov:generatedAtTime');
  });

  it('is gone when it is removed: whatever needs the graph builds it anew', async () => {
    for (const name of ['harbours', 'harbours-json', 'harbours-xml']) await run('import', '--remove', name);
    const asked = await run('query', `ASK { GRAPH <${iris.importGraph('harbours').value}> { ?s ?p ?o } }`);
    expect(asked.stdout.trim()).to.match(/false$/);
    expect(graph()).not.to.include('graph/import').and.not.to.include('pier-counts');
  });

  it('stops the build where somebody has changed it', async () => {
    await run('import', `${there.origin}/catalog`, '--name', 'harbours');
    const file = join(imports, 'harbours.nq');
    const text = readFileSync(file, 'utf8');
    for (const [changed, reason] of [
      [text.replace('Pier counts', 'Peer counts'), /harbours\.nq:1: was changed since it was taken/],
      [text.replace(/^#.*\n/gm, ''), /harbours\.nq:1: does not say where it comes from/],
    ] as const) {
      const before = graph();
      writeFileSync(file, changed);
      const failed = await build();
      expect(failed.complaints).to.have.length(1);
      expect(failed.complaints[0]).to.match(reason);
      expect(failed.code).to.equal(1);
      expect(graph()).to.equal(before);
    }
  });
});
