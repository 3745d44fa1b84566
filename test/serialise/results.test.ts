/** The four results formats, against what the standards say of awkward terms. */
import { expect } from 'chai';
import { rdf, type Term } from '../../src/rdf.js';
import { NotExpressible } from '../../src/serialise/not-expressible.js';
import { type Binding, serialiseBindings, serialiseBoolean } from '../../src/serialise/results.js';

const xsd = (name: string) => rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${name}`);

async function write(format: string, variables: string[], ...rows: Record<string, Term>[]): Promise<string> {
  async function* bindings(): AsyncGenerator<Binding> {
    for (const row of rows) yield new Map(Object.entries(row));
  }
  let text = '';
  for await (const part of serialiseBindings({ variables, rows: bindings() }, format)) text += part;
  return text;
}

const row = {
  iri: rdf.namedNode('http://e/a?b&c'),
  text: rdf.literal('say "hi",\r\n<you> & me\t'),
  word: rdf.literal('mot', 'fr'),
  year: rdf.literal('1985', xsd('gYear')),
  count: rdf.literal('15', xsd('integer')),
  node: rdf.blankNode('b0'),
};
const variables = [...Object.keys(row), 'unbound'];

describe('SPARQL results', () => {
  it('as JSON', async () => {
    const { head, results } = JSON.parse(await write('json', variables, row, {}));
    expect(head.vars).to.deep.equal(variables);
    expect(results.bindings).to.deep.equal([
      {
        iri: { type: 'uri', value: 'http://e/a?b&c' },
        text: { type: 'literal', value: 'say "hi",\r\n<you> & me\t' },
        word: { type: 'literal', value: 'mot', 'xml:lang': 'fr' },
        year: { type: 'literal', value: '1985', datatype: 'http://www.w3.org/2001/XMLSchema#gYear' },
        count: { type: 'literal', value: '15', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
        node: { type: 'bnode', value: 'b0' },
      },
      {},
    ]);
  });

  it('as XML', async () => {
    const text = await write('xml', ['iri', 'text', 'word', 'year', 'unbound'], row);
    expect(text).to.include('<head><variable name="iri"/><variable name="text"/>');
    expect(text).to.include('<binding name="iri"><uri>http://e/a?b&amp;c</uri></binding>');
    expect(text).to.include('<literal>say "hi",&#13;\n&lt;you&gt; &amp; me\t</literal>');
    expect(text).to.include('<literal xml:lang="fr">mot</literal>');
    expect(text).to.include('<literal datatype="http://www.w3.org/2001/XMLSchema#gYear">1985</literal>');
    expect(text).to.not.include('<binding name="unbound">');
  });

  it('as CSV: plain values, quoted where they must be, lines ended by CRLF', async () => {
    expect(await write('csv', variables, row)).to.equal(
      'iri,text,word,year,count,node,unbound\r\nhttp://e/a?b&c,"say ""hi"",\r\n<you> & me\t",mot,1985,15,_:b0,\r\n',
    );
  });

  it('as TSV: terms as Turtle writes them', async () => {
    expect(await write('tsv', variables, row)).to.equal(
      '?iri\t?text\t?word\t?year\t?count\t?node\t?unbound\n' +
        '<http://e/a?b&c>\t"say \\"hi\\",\\r\\n<you> & me\\t"\t"mot"@fr\t"1985"^^<http://www.w3.org/2001/XMLSchema#gYear>\t15\t_:b0\t\n',
    );
  });

  it('with triple terms', async () => {
    const term = rdf.quad(row.iri, row.iri, row.count) as unknown as Term;
    expect(await write('tsv', ['t'], { t: term })).to.equal(
      '?t\n<<( <http://e/a?b&c> <http://e/a?b&c> "15"^^<http://www.w3.org/2001/XMLSchema#integer> )>>\n',
    );
    expect(JSON.parse(await write('json', ['t'], { t: term })).results.bindings[0].t.type).to.equal('triple');
    expect(await write('xml', ['t'], { t: term })).to.include(
      '<triple><subject><uri>http://e/a?b&amp;c</uri></subject>',
    );
  });

  it('with triple terms as CSV: IRIs bare, literals in quotes that are doubled again', async () => {
    const e = (name: string) => rdf.namedNode(`http://example/${name}`);
    const says = rdf.quad(e('carol'), e('says'), rdf.literal('Hello world, my name is "Alice".')) as unknown as Term;
    const knows = rdf.quad(e('alice'), e('knows'), rdf.blankNode('b')) as unknown as Term;
    const nested = rdf.quad(e('a'), e('b'), says as never) as unknown as Term;
    expect(await write('csv', ['t'], { t: says }, { t: knows }, { t: nested })).to.equal(
      [
        't',
        '"<<( http://example/carol http://example/says ""Hello world, my name is """"Alice""""."" )>>"',
        '<<( http://example/alice http://example/knows _:b )>>',
        '"<<( http://example/a http://example/b <<( http://example/carol http://example/says ""Hello world, my name is """"Alice""""."" )>> )>>"',
        '',
      ].join('\r\n'),
    );
  });

  it('with base directions', async () => {
    const word = rdf.literal('كلمة', { language: 'ar', direction: 'rtl' } as unknown as string);
    const says = rdf.quad(row.iri, row.iri, word) as unknown as Term;
    const json = JSON.parse(await write('json', ['w', 't'], { w: word, t: says })).results.bindings[0];
    const written = { type: 'literal', value: 'كلمة', 'xml:lang': 'ar', 'its:dir': 'rtl' };
    expect([json.w, json.t.value.object]).to.deep.equal([written, written]);
    const xml = await write('xml', ['w', 't'], { w: word, t: says });
    expect(xml.match(/<literal xml:lang="ar" its:dir="rtl">كلمة<\/literal>/g)).to.have.length(2);
    expect(xml).to.match(/<sparql [^>]*xmlns:its="http:\/\/www\.w3\.org\/2005\/11\/its" its:version="2\.0">/);
    expect(await write('tsv', ['w'], { w: word })).to.equal('?w\n"كلمة"@ar--rtl\n');
  });

  it('with no rows and no variables', async () => {
    expect(JSON.parse(await write('json', []))).to.deep.equal({ head: { vars: [] }, results: { bindings: [] } });
    expect(await write('csv', ['a'])).to.equal('a\r\n');
  });

  it('of ASK', () => {
    expect(JSON.parse(serialiseBoolean(true, 'json'))).to.deep.equal({ head: {}, boolean: true });
    expect(serialiseBoolean(false, 'xml')).to.match(
      /<sparql xmlns="http:\/\/www\.w3\.org\/2005\/sparql-results#"[\s\S]*<boolean>false<\/boolean>\s*<\/sparql>\s*$/,
    );
    expect(serialiseBoolean(true, 'csv')).to.equal('boolean\r\ntrue\r\n');
  });

  it('of what XML cannot hold: an error, not a faulty document', async () => {
    const error = await write('xml', ['x'], { x: rdf.literal('\u0000') }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(NotExpressible);
  });
});
