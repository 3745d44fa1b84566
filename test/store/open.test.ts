/** Any RDF file can be opened; a faulty one says in one line where. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readRdf } from '../../src/store/open.js';

describe('opening a store', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migraph-open-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function read(name: string, content: string | Uint8Array) {
    await writeFile(join(folder, name), content);
    return readRdf(join(folder, name), 'http://base.example/');
  }

  const triple = '<http://e/s> <http://e/p> "o"';
  const rdfXml = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
<rdf:Description rdf:about="http://e/s"><e:p>o</e:p></rdf:Description></rdf:RDF>`;
  const jsonLd = '{"@id": "http://e/s", "http://e/p": "o"}';
  const files: [string, string][] = [
    ['a.ttl', `${triple} .`],
    ['a.nt', `${triple} .`],
    ['a.nq', `${triple} <http://e/g> .`],
    ['a.trig', `<http://e/g> { ${triple} }`],
    ['a.rdf', rdfXml],
    ['a.owl', rdfXml],
    ['a.jsonld', jsonLd],
    ['a.json', jsonLd],
    ['no-extension', `${triple} .`],
    ['xml.data', rdfXml],
    ['json.data', jsonLd],
  ];
  for (const [name, content] of files)
    it(`reads ${name}`, async () => {
      const quads = await read(name, content);
      expect(quads.map((q) => [q.subject.value, q.predicate.value, q.object.value])).to.deep.equal([
        ['http://e/s', 'http://e/p', 'o'],
      ]);
    });

  it('resolves relative IRIs against the base', async () => {
    expect((await read('rel.ttl', '<a> <b> <c> .'))[0]?.subject.value).to.equal('http://base.example/a');
  });

  const faulty: [string, string | Uint8Array, RegExp][] = [
    ['bad.ttl', `${triple} .\n\n<http://e/s> nope`, /bad\.ttl:3: /],
    ['bad.nq', 'nonsense', /bad\.nq:1: /],
    ['bad.rdf', '<?xml version="1.0"?>\n<rdf:RDF>', /bad\.rdf:\d+: /],
    ['bad.jsonld', '{\n"@id": nope}', /bad\.jsonld:2: /],
    ['remote.jsonld', '{"@context": "http://other.example/c", "@id": "http://e/s"}', /remote\.jsonld:1: .*/],
    ['latin1.ttl', Uint8Array.from([0x23, 0xff, 0xfe]), /latin1\.ttl:1: is not UTF-8 text/],
  ];
  for (const [name, content, message] of faulty)
    it(`says what is wrong with ${name}`, async () => {
      const error = await read(name, content).then(
        () => undefined,
        (e: Error) => e,
      );
      expect(error?.message).to.match(message).and.not.include('\n');
    });

  it('says that a file is missing', async () => {
    const error = await readRdf(join(folder, 'nowhere.ttl'), 'http://e/').then(
      () => undefined,
      (e: Error) => e,
    );
    expect(error?.message).to.match(/nowhere\.ttl:1: cannot be read \(ENOENT\)/);
  });
});
