/** The redirects that are ready to be submitted to w3id.org lead every name of ours to where it is answered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { readBuilt } from '../queries/ask.js';
import { type Served, serve } from '../server/serve.js';
import { directives, redirect } from './w3id.js';

const base = 'https://w3id.org/migraph/';
const host = 'https://migraph.example/';

describe('the redirects for w3id.org', () => {
  it('are rules that the walk of this test knows, and nothing else', () => {
    const others = directives.filter((line) => !line.startsWith('RewriteRule'));
    expect(others).to.deep.equal([
      'Options +FollowSymLinks -MultiViews',
      'RewriteEngine on',
      'Header always set Access-Control-Allow-Origin "*"',
    ]);
    const form = /^RewriteRule \^\S*\$ https:\/\/migraph\.example\/(?:\$1)? \[R=30[237],L\]$/;
    for (const line of directives.filter((each) => each.startsWith('RewriteRule'))) expect(line).to.match(form);
  });

  const expected: [string, number][] = [
    ['', 302],
    ['ontology', 303],
    ['ontology.ttl', 302],
    ['ontology/0.1.0', 303],
    ['ontology/0.1.0.rdf', 302],
    ['ontology/context/0.2.0.jsonld', 302],
    ['ontology/catalog.schema.json', 302],
    ['catalog', 302],
    ['catalog?profile=dcat', 302],
    ['catalog.jsonld', 302],
    ['dataset/x', 303],
    ['dataset/x.ttl', 302],
    ['note/x.txt', 302],
    ['country/SWE', 303],
    ['record/dataset/x', 303],
    ['dump/graph.nq.gz', 302],
    ['sparql?query=ASK%20%7B%7D', 307],
    ['graphs/people/1', 307],
    ['agency/%C3%BCber', 303],
  ];
  for (const [path, status] of expected)
    it(`${path === '' ? 'the home page' : path} by ${status}`, () => {
      expect(redirect(path)).to.deep.equal({ status, location: host + path });
    });

  it('lead every name in the graph to the same path, things by 303', async () => {
    const { store } = await readBuilt();
    const result = await store.query('SELECT DISTINCT ?s { ?s ?p ?o }');
    let count = 0;
    if (result.kind === 'bindings')
      for await (const row of result.rows) {
        const { value = '' } = row.get('s') ?? {};
        if (!value.startsWith(base)) continue;
        count += 1;
        const path = value.slice(base.length).split('#')[0] ?? '';
        const isDocument = ['catalog', 'dump/', 'void'].includes(path);
        expect(redirect(path), value).to.deep.equal({ status: isDocument ? 302 : 303, location: host + path });
      }
    expect(count).to.be.greaterThan(500);
  });

  describe('on a server', () => {
    let server: Served;
    before(async () => {
      server = await serve();
    });
    after(() => server.close());

    it('find there what they promise', async () => {
      for (const path of [
        '',
        'ontology',
        'ontology/0.1.0',
        'ontology/0.2.0.ttl',
        'catalog',
        'dataset/pier-counts',
        'sparql',
      ]) {
        const { location = '' } = redirect(path) ?? {};
        const response = await fetch(location.replace(host, `${server.origin}/`));
        expect([path, response.status]).to.deep.equal([path, 200]);
      }
    });
  });

  it('tell who submits them what to fill in', () => {
    const readme = readFileSync(join(packageRoot, 'ontology', 'w3id', 'README.md'), 'utf8');
    expect(readme).to.include('## Maintainers').and.include('migraph\\.example');
  });
});
