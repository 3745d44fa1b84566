/** One order of all terms, for ORDER BY, MIN and MAX. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const ordered = async (values: string, by = '?v'): Promise<string[]> => {
  const { list } = await openTriG('');
  const rows = await list(`SELECT ?v { VALUES ?v { ${values} } } ORDER BY ${by}`);
  return rows.map((row) => row.replace(/^v=/, '').replaceAll(/\^\^<xsd:\w+>/g, ''));
};

describe('ORDER BY', () => {
  it('puts unbound first, then IRIs, then literals, then triple terms', async () => {
    expect(await ordered('"a" <<( :a :b :c )>> :x UNDEF')).to.deep.equal(['', 'x', '"a"', '<<( a b c )>>']);
  });
  it('orders literals by their text, then by language', async () => {
    expect(await ordered('"b"@en "a"@en "b" "a"@de "B"@en "a"')).to.deep.equal([
      '"B"@en',
      '"a"',
      '"a"@de',
      '"a"@en',
      '"b"',
      '"b"@en',
    ]);
  });
  it('orders numbers by value, whatever their types', async () => {
    expect(
      await ordered('10 9.5 "NaN"^^xsd:double 1e1 -3 "9007199254740993"^^xsd:integer 9007199254740992'),
    ).to.deep.equal(['"NaN"', '"-3"', '"9.5"', '"10"', '"1e1"', '"9007199254740992"', '"9007199254740993"']);
  });
  it('orders years by value', async () => {
    expect(await ordered('"2001"^^xsd:gYear "-0044"^^xsd:gYear "0999"^^xsd:gYear "12001"^^xsd:gYear')).to.deep.equal([
      '"-0044"',
      '"0999"',
      '"2001"',
      '"12001"',
    ]);
  });
  it('goes on to the next key where values are the same', async () => {
    const { list } = await openTriG('');
    const values = 'VALUES (?v ?w) { (1 "b") (1.0 "a") (1e0 "c") }';
    expect(await list(`SELECT ?w { ${values} } ORDER BY ?v DESC(?w)`)).to.deep.equal(['w="c"', 'w="b"', 'w="a"']);
  });
  it('is the same order, whatever the terms were in before', async () => {
    const terms = [
      '1',
      '"1"',
      '1.0',
      'true',
      '"x"^^:unknown',
      '"abc"^^xsd:integer',
      '"a"@en',
      '"2001"^^xsd:gYear',
      '"2001-01-01"^^xsd:date',
      '"P1D"^^xsd:duration',
      '"FF"^^xsd:hexBinary',
      ':i',
      '<<( :a :b 1 )>>',
    ];
    const first = await ordered(terms.join(' '));
    expect(await ordered([...terms].reverse().join(' '), '?v STR(?v)')).to.have.members(first);
    for (let turn = 1; turn < terms.length; turn += 3) {
      const turned = [...terms.slice(turn), ...terms.slice(0, turn)].filter((term) => term !== '1.0');
      expect(await ordered(turned.join(' '))).to.deep.equal(first.filter((_, at) => at !== first.indexOf('"1.0"')));
    }
  });
});

describe('MIN and MAX', () => {
  it('use that order, for IRIs too', async () => {
    const { rows } = await openTriG('');
    const ask = (values: string) => rows(`SELECT (MIN(?v) AS ?min) (MAX(?v) AS ?max) { VALUES ?v { ${values} } }`);
    expect(await ask(':b :a :c')).to.deep.equal(['max=c min=a']);
    expect(await ask('"b" "B" "a"')).to.deep.equal(['max="b" min="B"']);
    expect(await ask('"2001"^^xsd:gYear "0999"^^xsd:gYear')).to.deep.equal([
      'max="2001"^^<xsd:gYear> min="0999"^^<xsd:gYear>',
    ]);
    expect(await ask('9007199254740992 9007199254740993')).to.deep.equal([
      'max="9007199254740993"^^<xsd:integer> min="9007199254740992"^^<xsd:integer>',
    ]);
  });
});
