/** Variables may be called what they like, and come in the order in which they are written. */
import { expect } from 'chai';
import { rdf } from '../../../src/rdf.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { makeNamesSafe } from '../../../src/store/parse/variable-names.js';
import { openTriG } from '../ask-rows.js';

describe('names of variables', () => {
  it('may be those that every JavaScript object knows', async () => {
    const { store, rows } = await openTriG(':a :p 1 .');
    expect(await rows('SELECT * { VALUES ?__proto__ { 1 2 } }')).to.deep.equal([
      '__proto__="1"^^<xsd:integer>',
      '__proto__="2"^^<xsd:integer>',
    ]);
    expect(
      await rows(
        'SELECT ?constructor (COUNT(*) AS ?toString) { :a :p ?o OPTIONAL { :b :p ?constructor } } GROUP BY ?constructor',
      ),
    ).to.deep.equal(['toString="1"^^<xsd:integer>']);
    const answer = await store.respond('SELECT $valueOf { VALUES $valueOf { "v" } }', { bindings: 'csv' });
    let text = '';
    for await (const chunk of answer.body) text += Buffer.from(chunk).toString();
    expect(text).to.equal('valueOf\r\nv\r\n');
  });

  it('may be bound from outside by such a name', async () => {
    const { store } = await openTriG(':a :p 1 .');
    const bindings = Object.fromEntries([['constructor', rdf.namedNode('http://e/a')]]);
    const result = await store.query('ASK { ?constructor ?p ?o }', { bindings });
    expect(result.kind === 'boolean' && result.value).to.equal(true);
  });

  it('are left alone where no variable is meant', () => {
    const query = 'SELECT ?toStrings { ?s <x:?toString> "?toString" # ?toString\n }';
    expect(makeNamesSafe(query).text).to.equal(query);
    expect(makeNamesSafe('ASK { ?toString ?p ?v0______ }').text).to.match(/^ASK \{ \?v1______ \?p \?v0______ \}$/);
  });

  it('are columns in the order of the query, with * too', () => {
    expect(parseQuery('SELECT * { ?s ?p ?o OPTIONAL { ?o ?b ?a } GRAPH ?g { ?s ?p ?z } }').variables).to.deep.equal([
      's',
      'p',
      'o',
      'b',
      'a',
      'g',
      'z',
    ]);
    expect(parseQuery('SELECT * { { SELECT ?z ?a { ?a ?y ?z } } }').variables).to.deep.equal(['z', 'a']);
    expect(parseQuery('SELECT ?b ?a { ?a ?b ?c }').variables).to.deep.equal(['b', 'a']);
  });
});
