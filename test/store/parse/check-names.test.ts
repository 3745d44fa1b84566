/** IRIs that are none, and functions that there are not, are told before anything is carried out. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseQuery, parseUpdate } from '../../../src/store/parse/parse-query.js';

const options = { baseIri: 'http://e/' };
const refuses = (text: string, why: RegExp, parse: typeof parseQuery | typeof parseUpdate = parseQuery): void => {
  it(text, () => expect(() => parse(text, options)).to.throw(why));
};

describe('names in a query', () => {
  const character = /holds a character that no IRI may hold/;
  refuses('ASK { <http://e/a\\u0020b> ?p ?o }', character);
  refuses('ASK { <http://e/a\\u003Eb> ?p ?o }', character);
  refuses('ASK { ?s ?p "a"^^<http://e/\\u007B> }', character);
  refuses('ASK { VALUES ?x { <\\U00000022> } }', character);
  refuses('INSERT DATA { <a> <b> <<( <c> <d> <e\\u003E> )>> }', character, parseUpdate);

  const unknown = /<urn:f> is not a function that there is here/;
  refuses('ASK { FILTER(<urn:f>(1)) }', unknown);
  refuses('SELECT (COUNT(<urn:f>(?x)) AS ?n) { ?s ?p ?x }', unknown);
  refuses('SELECT (<urn:f>(DISTINCT ?x) AS ?n) { ?s ?p ?x }', unknown);
  refuses('PREFIX u: <urn:> SELECT * { ?s ?p ?x } ORDER BY u:f(?x)', unknown);
  refuses('DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(<urn:f>(?o)) }', unknown, parseUpdate);

  it('a function that there may be elsewhere', () => {
    expect(parseQuery('ASK { SERVICE <http://e/s> { ?s ?p ?o FILTER(<urn:f>(?o)) } }', options).kind).to.equal(
      'boolean',
    );
  });

  it('a function that there is not is no fault of the grammar', () => {
    expect(() => parseQuery('ASK { FILTER(<urn:f>(1)) }', options))
      .to.throw(QueryFault)
      .with.property('kind', 'refused');
  });

  it('casts are functions, and IRIs in letters of all scripts are IRIs', () => {
    const casts = 'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ASK { FILTER(xsd:integer(xsd:string(1)) = 1) }';
    expect(parseQuery(casts, options).kind).to.equal('boolean');
    expect(parseQuery('ASK { <http://e/größe/\\u00E9\\U0001F600> ?p <relative> }', options).kind).to.equal('boolean');
  });
});
