/** `migraph import` as its user runs it, against real servers: whole, once, with its origin, or not at all. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { cli, migraph, type Run, temporaryFolder } from '../run-migraph.js';
import { jsonPage, type PageServer, servePages, turtlePage, viewWithNext } from './serve-pages.js';

const folder = temporaryFolder();

describe('migraph import', function () {
  this.timeout(60_000);

  let server: PageServer;
  /** A new one for each test. */
  let out: string;
  before(async () => {
    server = await servePages();
  });
  beforeEach(() => {
    server.pages.clear();
    server.asked.splice(0);
    out = mkdtempSync(join(folder, 'imports-'));
  });
  after(() => server.close());

  const take = (path: string, ...more: string[]): Promise<Run> =>
    migraph(['import', server.origin + path, '--name', 'sea', '--out', out, ...more]);
  const kept = (): string => readFileSync(join(out, 'sea.nq'), 'utf8');
  const datasets = (): number => new Set(kept().match(/dataset\/\d+(?=> <[^>]*type>)/g)).size;

  /** Three pages of JSON-LD. */
  function hydraPages(): void {
    const page = (number: number, next?: number) => ({
      type: 'application/ld+json',
      text: jsonPage(number, next === undefined ? {} : viewWithNext(`/c?page=${number}`, `/c?page=${next}`)),
    });
    server.pages.set('/c', page(1, 2));
    server.pages.set('/c?page=2', page(2, 3));
    server.pages.set('/c?page=3', page(3));
  }

  it('takes all pages of JSON-LD with hydra:view and hydra:next, and says where from', async () => {
    hydraPages();
    const run = await take('/c');
    expect(run.complaints).to.deep.equal([]);
    expect(run.code).to.equal(0);
    expect(run.stdout).to.include('3 datasets of 1 catalogue').and.to.include('in 3 pages');
    expect(datasets()).to.equal(3);
    expect(kept()).not.to.include('hydra');
    expect(kept()).to.match(/^# \{\n# {2}"source": "http:\/\/127\.0\.0\.1:\d+\/c",\n/);
    expect(kept()).to.include('"licence": "https://sea.example/licence"').and.to.include('?page=3"');
    // The nodes of three pages are three, though each page calls its own alike.
    expect(new Set(kept().match(/_:b\w+/g)).size).to.equal(3);
  });

  it('takes old pages: hydra:nextPage, as a text', async () => {
    const paging = { '@id': '_:p', '@type': 'hydra:PagedCollection', 'hydra:nextPage': `${server.origin}/old?page=2` };
    server.pages.set('/old', { type: 'application/ld+json', text: jsonPage(1, paging) });
    server.pages.set('/old?page=2', { type: 'application/ld+json', text: jsonPage(2) });
    expect((await take('/old')).code).to.equal(0);
    expect(datasets()).to.equal(2);
  });

  it('takes pages of Turtle, and of RDF/XML under a wrong name', async () => {
    server.pages.set('/t', { type: 'text/turtle', text: turtlePage(1, '?page=2') });
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
<dcat:Dataset rdf:about="https://sea.example/dataset/2"><dct:title>Mar\u00e9es</dct:title></dcat:Dataset></rdf:RDF>`;
    server.pages.set('/t?page=2', (_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(Buffer.from(xml, 'latin1')),
    );
    const run = await take('/t');
    expect(run.complaints).to.deep.equal([]);
    expect(datasets()).to.equal(2);
    expect(kept()).to.include('Marées');
  });

  it('tells JSON-LD, TriG and N-Quads by their looks, and unpacks', async () => {
    const quads = '<https://sea.example/dataset/7> <http://purl.org/dc/terms/title> "x" <https://sea.example/g> .\n';
    for (const [path, type, bytes] of [
      ['/a', 'text/html', jsonPage(1)],
      [
        '/b',
        'application/octet-stream',
        `GRAPH <https://sea.example/g> { <https://sea.example/x> a <https://sea.example/Y> }`,
      ],
      ['/c', 'text/turtle', quads],
      ['/d', '', gzipSync(quads)],
    ] as const) {
      server.pages.set(path, (_, response) =>
        response.writeHead(200, type === '' ? {} : { 'Content-Type': type }).end(bytes),
      );
      const run = await take(path, '--dry-run');
      expect(run.code, path).to.equal(0);
      const remark = `${server.origin}${path}: describes no dcat:Dataset`;
      expect(run.complaints, path).to.deep.equal(path === '/a' ? [] : [remark]);
      expect(run.stdout, path).to.include('nothing is written');
    }
    expect(readdirSync(out)).to.deep.equal([]);
  });

  it('writes nothing where all pages are what they were, and asks for no text again', async () => {
    hydraPages();
    await take('/c');
    const before = kept();
    server.asked.splice(0);
    const again = await take('/c');
    expect(again.stdout).to.match(/sea\.nq: unchanged since \d{4}-/);
    expect(kept()).to.equal(before);
    expect(server.asked).to.deep.equal(['304 /c', '304 /c?page=2', '304 /c?page=3']);
  });

  it('writes nothing where the pages are others and say the same', async () => {
    server.pages.set('/t', { type: 'text/turtle', text: turtlePage(1) });
    await take('/t');
    const before = kept();
    server.pages.set('/t', {
      type: 'text/turtle',
      text: turtlePage(1).replace('[ dcat', '_:other . _:other dcat').replace('"1910" ]', '"1910"'),
    });
    expect((await take('/t')).stdout).to.include('unchanged');
    expect(kept()).to.equal(before);
  });

  it('fetches a page that has changed once', async () => {
    server.pages.set('/t', { type: 'text/turtle', text: turtlePage(1) });
    await take('/t');
    server.asked.splice(0);
    server.pages.set('/t', { type: 'text/turtle', text: turtlePage(2) });
    expect((await take('/t')).stdout).to.include('1 dataset ');
    expect(server.asked).to.deep.equal(['200 /t']);
  });

  it('takes again what was damaged here', async () => {
    server.pages.set('/t', { type: 'text/turtle', text: turtlePage(1) });
    await take('/t');
    const before = kept();
    writeFileSync(join(out, 'sea.nq'), before.replace('Tides', 'Tries'));
    const run = await take('/t');
    expect(run.code).to.equal(0);
    expect(kept().replace(/^#.*\n/gm, '')).to.equal(before.replace(/^#.*\n/gm, ''));
  });

  it('replaces what it knew where a page has changed', async () => {
    hydraPages();
    await take('/c');
    server.pages.set('/c?page=2', { type: 'application/ld+json', text: jsonPage(22) });
    expect((await take('/c')).stdout).to.include('2 datasets');
    expect(datasets()).to.equal(2);
  });

  it('ends a circle of pages, and says so', async () => {
    server.pages.set('/t', { type: 'text/turtle', text: turtlePage(1, '/t?page=2') });
    server.pages.set('/t?page=2', { type: 'text/turtle', text: turtlePage(2, '/t#again') });
    const run = await take('/t');
    expect(run.code).to.equal(0);
    expect(run.complaints).to.have.length(1);
    expect(run.complaints[0]).to.match(/\/t\?page=2: leads back to .*\/t, which was read/);
    expect(datasets()).to.equal(2);
  });

  describe('takes nothing, keeps what it knew and says in one line what is wrong, with', () => {
    const failing: readonly (readonly [string, () => void, RegExp, ...string[]])[] = [
      [
        'a broken third page',
        () =>
          server.pages.set('/c?page=3', {
            type: 'application/ld+json',
            text: jsonPage(3).replace(/,/g, ',\n').slice(0, -9),
          }),
        /\/c\?page=3:\d+: /,
      ],
      ['a page that is not there', () => server.pages.delete('/c?page=3'), /\/c\?page=3: answers with 404/],
      [
        'a web page in the place of one',
        () => server.pages.set('/c?page=3', { type: 'application/ld+json', text: '<!DOCTYPE html><html></html>' }),
        /\/c\?page=3:1: is a web page/,
      ],
      [
        'JSON that says nothing',
        () => server.pages.set('/c?page=3', { type: 'application/ld+json', text: '{"error": "try later"}' }),
        /\/c\?page=3:1: holds no statement/,
      ],
      [
        'a slow page',
        () => server.pages.set('/c?page=3', (_, response) => response.write('{')),
        /\/c\?page=3: is not all there after 1 s/,
        '--timeout',
        '1',
      ],
      [
        'a huge page',
        () =>
          server.pages.set('/c?page=3', (_, response) =>
            response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3_000_000, ' '))),
          ),
        /\/c\?page=3: is longer than/,
        '--max-mb',
        '1',
      ],
      [
        'more pages than are allowed',
        () => {},
        /\/c\?page=3: is one page more than the 2 that --max-pages allows/,
        '--max-pages',
        '2',
      ],
      [
        'several next pages',
        () =>
          server.pages.set('/c?page=2', {
            type: 'application/ld+json',
            text: jsonPage(2, {
              '@id': '',
              '@type': 'hydra:PartialCollectionView',
              'hydra:next': [{ '@id': '/x' }, { '@id': '/y' }],
            }),
          }),
        /\/c\?page=2:1: names several next pages/,
      ],
      [
        'an IRI that is none',
        () =>
          server.pages.set('/c?page=3', {
            type: 'text/turtle',
            text: '<urn:a> <urn:b> <urn:c> .\n\n<urn:a> <urn:b> <http://a\\u0020b> .',
          }),
        /\/c\?page=3:\d: /,
      ],
      [
        'an IRI that is none, in JSON-LD',
        () =>
          server.pages.set('/c?page=3', {
            type: 'application/ld+json',
            text: jsonPage(3).replace('dataset/3"}', 'dataset/3 x"}').replace(/,/g, ',\n'),
          }),
        /\/c\?page=3:[1-9]\d*: <https:\/\/sea\.example\/dataset\/3 x> is not an absolute IRI/,
      ],
      [
        'a context from elsewhere',
        () =>
          server.pages.set('/c?page=3', {
            type: 'application/ld+json',
            text: `{\n"@context": "${server.origin}/context",\n"a": "b"}`,
          }),
        /\/c\?page=3:2: refers to the JSON-LD context <.*\/context>, which --contexts allows to fetch/,
      ],
      [
        'too deep a text',
        () =>
          server.pages.set('/c?page=3', {
            type: 'application/ld+json',
            text: `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
          }),
        /\/c\?page=3:1: nested more than/,
      ],
      [
        'triple terms',
        () =>
          server.pages.set('/c?page=3', {
            type: 'text/turtle',
            text: '<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .',
          }),
        /triple terms .* are not taken/,
      ],
    ];
    for (const [what, spoil, reason, ...options] of failing)
      it(what, async () => {
        hydraPages();
        await take('/c');
        const before = kept();
        server.pages.set('/c', { type: 'application/ld+json', text: jsonPage(11, viewWithNext('/c', '/c?page=2')) });
        spoil();
        const run = await take('/c', ...options);
        expect(run.complaints).to.have.length(1);
        expect(run.complaints[0]).to.match(reason);
        expect(run.code).to.equal(1);
        expect(run.stdout).to.equal('');
        expect(kept()).to.equal(before);
        expect(readdirSync(out)).to.deep.equal(['sea.nq']);
      });

    it('a signal in the middle', async () => {
      hydraPages();
      const child = spawn(process.execPath, [cli, 'import', `${server.origin}/c`, '--name', 'sea', '--out', out]);
      await new Promise((resolve) => server.pages.set('/c?page=3', () => resolve(undefined)));
      child.kill('SIGINT');
      await new Promise((resolve) => child.once('exit', resolve));
      expect(readdirSync(out)).to.deep.equal([]);
    });
  });

  it('fetches contexts where that is allowed, each once, and says which; ours is at hand', async () => {
    const context = `${server.origin}/context`;
    const titled = { '@context': context, '@id': 'https://sea.example/dataset/1', '@type': 'Dataset', title: 'Tides' };
    server.pages.set('/l', { type: 'application/ld+json', text: JSON.stringify([titled, titled]) });
    // As schema.org has it: the context is another form of the page.
    server.pages.set('/context', {
      type: 'text/html',
      text: '<html></html>',
      headers: { Link: '</context.json>; rel="alternate"; type="application/ld+json"' },
    });
    server.pages.set('/context.json', {
      type: 'application/ld+json',
      text: '{"@context": {"Dataset": "http://www.w3.org/ns/dcat#Dataset", "title": "http://purl.org/dc/terms/title"}}',
    });
    const run = await take('/l', '--contexts');
    expect(run.complaints).to.deep.equal([`fetched the JSON-LD context ${context}`]);
    expect(datasets()).to.equal(1);
    expect(server.asked.filter((path) => path.includes('context'))).to.have.length(2);

    const ours = {
      '@context': 'https://w3id.org/migraph/ontology/context.jsonld',
      id: 'https://sea.example/x',
      type: 'dcat:Dataset',
    };
    server.pages.set('/l', { type: 'application/ld+json', text: JSON.stringify(ours) });
    expect((await take('/l')).complaints).to.deep.equal([]);
  });

  describe('of a file', () => {
    const file = (name: string, text: string | Buffer): string => {
      const path = join(mkdtempSync(join(folder, 'file-')), name);
      writeFileSync(path, text);
      return path;
    };
    const list = (): Promise<Run> => migraph(['import', '--list', '--out', out]);

    it('is called by its name, and listed and removed by that', async () => {
      const run = await migraph([
        'import',
        file('Sea Catalogue.ttl', turtlePage(1).replace('<>', '<urn:x>')),
        '--out',
        out,
      ]);
      expect(run.complaints).to.deep.equal([]);
      expect((await list()).stdout).to.match(
        /^sea-catalogue {2}\d{4}-.*Z {2}6 statements {2}no licence stated {2}Sea Catalogue\.ttl\n$/,
      );
      expect((await migraph(['import', '--remove', 'lake', '--out', out])).complaints[0]).to.match(
        /holds no import "lake"; there are: sea-catalogue/,
      );
      expect((await migraph(['import', '--remove', 'sea-catalogue', '--out', out])).code).to.equal(0);
      expect((await list()).stdout).to.match(/holds no imports/);
    });

    it('is refused with a relative IRI, by its line, unless --base says against what', async () => {
      for (const [name, text, line] of [
        ['r.ttl', '<urn:a> <urn:b> "c" .\n\n<urn:a> <urn:b> <there/x> .', 3],
        ['r.jsonld', '{"@id": "urn:a",\n"urn:b": {\n"@id": "there/x"}}', 3],
        [
          'r.rdf',
          '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:u:">\n<rdf:Description rdf:about="urn:a">\n<u:b rdf:resource="there/x"/></rdf:Description></rdf:RDF>',
          3,
        ],
        ['r.nt', '<urn:a> <urn:b> <there/x> .', 1],
      ] as const) {
        const path = file(name, text);
        const run = await migraph(['import', path, '--out', out]);
        expect(run.complaints[0], name).to.match(
          new RegExp(`${name}:${line}: .*there/x${name === 'r.nt' ? '|r.nt:1: Invalid IRI' : ''}`),
        );
        expect(run.code).to.equal(1);
      }
      const based = await migraph([
        'import',
        file('r.ttl', '<x> <urn:b> "c" .'),
        '--base',
        'https://sea.example/c/',
        '--out',
        out,
      ]);
      expect(based.complaints).to.have.length(1);
      expect(based.complaints[0]).to.match(/r\.ttl: describes no dcat:Dataset/);
      expect(readFileSync(join(out, 'r.nq'), 'utf8'))
        .to.include('<https://sea.example/c/x>')
        .and.to.include('"source": "https://sea.example/c/"');
    });

    it('says that it is one page of several', async () => {
      const run = await migraph([
        'import',
        file('p.ttl', turtlePage(1, '?page=2')),
        '--base',
        'https://sea.example/',
        '--out',
        out,
      ]);
      expect(run.complaints[0]).to.match(/is one page of several: the next one, https:\/\/sea\.example\/\?page=2/);
      expect(run.code).to.equal(0);
    });

    it('does not take the name of another', async () => {
      await migraph(['import', file('c.ttl', turtlePage(1)), '--base', 'https://sea.example/', '--out', out]);
      const other = file('c.ttl', turtlePage(2));
      const run = await migraph(['import', other, '--base', 'https://lake.example/', '--out', out]);
      expect(run.complaints[0]).to.match(/c\.nq:1: is the import of https:\/\/sea\.example\/; --name/);
      const named = await migraph(['import', other, '--base', 'https://lake.example/', '--name', 'c', '--out', out]);
      expect(named.code).to.equal(0);
    });

    for (const [what, args, reason] of [
      ['a file that is not there', ['/nowhere.ttl'], /^\/nowhere\.ttl:1: no such file/],
      ['a folder', ['/', '--name', 'root'], /^\/:1: is not a regular file/],
      ['a device', ['/dev/zero', '--name', 'zero'], /^\/dev\/zero:1: is not a regular file/],
      ['another kind of address', ['ftp://sea.example/x'], /^ftp:\/\/sea\.example\/x: only http and https/],
      ['an empty one', [], /empty\.ttl:1: holds no statement/],
      ['a name that is none', ['x.ttl', '--name', '../x'], /"\.\.\/x" cannot be the name/],
    ] as const)
      it(`refuses ${what}`, async () => {
        const run = await migraph([
          'import',
          ...(args.length === 0 ? [file('empty.ttl', '# nothing\n')] : args),
          '--out',
          out,
        ]);
        expect(run.complaints).to.have.length(1);
        expect(run.complaints[0]).to.match(reason);
        expect(run.code).to.equal(1);
      });

    it('is wrong usage without a source, or with two things to do', async () => {
      for (const args of [[], ['x.ttl', '--list'], ['--list', '--remove', 'x'], ['x.ttl', '--max-pages', '0']])
        expect((await migraph(['import', ...args, '--out', out])).code, args.join(' ')).to.equal(2);
      expect(existsSync(join(out, 'x.nq'))).to.equal(false);
    });
  });
});
