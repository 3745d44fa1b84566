/** The commands as a newcomer meets them: what they print, what they write, and their exit codes. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { readQuestions } from '../../src/questions/read.js';
import { migraph, noteFile, type Run, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const out = join(folder, 'var');
/** The built graph of these tests, not the one of the working copy. */
const env = { MIGRAPH_OUT: out };
const run = (...args: string[]) => migraph(args, { env });

describe('migraph', function () {
  this.timeout(60_000);

  it('says what it can do, each command with an example or a word on its exit code', async () => {
    const help = await run('--help');
    expect(help.code).to.equal(0);
    expect(help.stderr).to.equal('');
    const commands = [...help.stdout.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map(([, name]) => name ?? '');
    expect(commands).to.include.members(['serve', 'build', 'extract', 'query', 'export', 'validate', 'verify']);
    for (const command of commands.filter((name) => name !== 'help')) {
      const { code, stdout } = await run(command, '--help');
      expect(code).to.equal(0);
      expect(stdout, command).to.match(/\$ migraph |[Ee]xit code/);
    }
    expect((await run('--version')).stdout).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  const misuses: readonly (readonly [what: string, args: readonly string[], complaint: RegExp])[] = [
    ['an unknown command', ['biuld'], /unknown command 'biuld'/],
    ['an unknown option', ['build', '--fast'], /unknown option '--fast'/],
    ['a missing file name', ['extract'], /missing required argument 'file'/],
    ['an unknown format', ['query', 'ASK {}', '--format', 'word'], /'word' is invalid. There are: json, /],
    ['a format that holds no graph', ['export', '--format', 'csv'], /'csv' is invalid. There are: turtle, /],
    ['an unknown profile', ['export', '--profile', 'none'], /Allowed choices are dcat/],
    ['no query', ['query'], /either a query or --file/],
    ['two queries', ['query', 'ASK {}', '--file', 'x.rq'], /either a query or --file/],
    ['no port', ['serve', '--port', '99999'], /A port is 0 to 65535/],
  ];
  for (const [what, args, complaint] of misuses)
    it(`answers ${what} with exit code 2`, async () => {
      const { code, stdout, stderr } = await run(...args);
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr).to.match(complaint);
      expect(stderr.trimEnd().split('\n')).to.have.length.at.most(2);
    });

  it('answers a setting that cannot be with one line', async () => {
    const { code, complaints } = await migraph(['query', 'ASK {}'], { env: { ...env, PORT: 'high' } });
    expect(code).to.equal(1);
    expect(complaints).to.deep.equal(['PORT: "high" is not a port number (0 to 65535)']);
  });
});

describe('migraph build', function () {
  this.timeout(60_000);

  it('says what it built, of how many things', async () => {
    const { code, stdout, complaints } = await run('build');
    expect(code).to.equal(0);
    expect(complaints).to.deep.equal([]);
    expect(stdout).to.match(
      /graph\.nq: [\d,]+ triples: 1 note, \d+ agencies, .*\d+ datasets, \d+ publications, .*\d+ claims/,
    );
    expect(stdout).to.match(/un-pop-mig-5cm-2006-13\.txt: not stated: publisher, url, licence/);
  });

  it('gives the same bytes for the same notes', async () => {
    const [graph, again] = ['one', 'two'].map((name) => join(folder, name, 'graph.nq'));
    for (const name of ['one', 'two']) {
      const args = ['build', '--notes', noteFile, '--out', join(folder, name)];
      expect((await migraph(args, { env: { ...env, SOURCE_DATE_EPOCH: '1000000000' } })).code).to.equal(0);
    }
    expect(readFileSync(again ?? '', 'utf8')).to.equal(readFileSync(graph ?? '', 'utf8'));
  });

  it('writes sorted lines without repetitions or blank nodes, all in named graphs', () => {
    const lines = readFileSync(join(out, 'graph.nq'), 'utf8').trimEnd().split('\n');
    expect(lines).to.deep.equal([...new Set(lines)].sort());
    for (const line of lines)
      expect(line).to.match(/^<[^>]+> <[^>]+> .* <https:\/\/w3id\.org\/migraph\/graph\/[^>]+> \.$/);
    expect(lines.some((line) => line.includes('_:'))).to.equal(false);
  });
});

describe('migraph verify and validate', function () {
  this.timeout(60_000);

  it('find every quote, and no violation, in what was built', async () => {
    const verified = await run('verify');
    expect(verified.stdout).to.match(
      /: \d{2,} quotes of \d{3,} claims looked up in the text of 1 note: every one found\n$/,
    );
    expect(verified.code).to.equal(0);
    const validated = await run('validate');
    expect(validated.stdout).to.match(/graph\.nq: [\d,]+ triples, 0 violations, \d+ warnings?\n$/);
    expect(validated.code).to.equal(0);
  });

  /** The built graph with the first match of a pattern replaced. */
  function tampered(name: string, pattern: RegExp, replacement: string): string {
    const graph = readFileSync(join(out, 'graph.nq'), 'utf8');
    const file = join(folder, name);
    const changed = graph.replace(pattern, replacement);
    expect(changed).not.to.equal(graph);
    writeFileSync(file, changed);
    return file;
  }

  it('fail with exit code 1 where one letter of a quote is another', async () => {
    const file = tampered('quote.nq', /(oa#exact> "[^"]{10})[a-z]/, '$1#');
    const { code, stdout, stderr } = await run('verify', '--graph', file);
    expect(code).to.equal(1);
    expect(stdout)
      .to.match(/char=\d+,\d+: at \d+,\d+ stands/)
      .and.to.match(/looked up in the text that the graph holds: 1 failure\n$/);
    expect(stderr).not.to.match(/\n {4}at /);
  });

  it('fail where the note on disk says something else than the graph', async () => {
    const file = join(folder, 'un-pop-mig-5cm-2006-13.txt');
    writeFileSync(file, readFileSync(noteFile, 'utf8').replace('COORDINATION', 'COÖRDINATION'));
    const { code, stdout } = await run('verify', '--notes', file);
    expect(code).to.equal(1);
    expect(stdout).to.match(/its text is not that of its file/);
  });

  it('fail where a shape is violated, in plain words', async () => {
    const file = tampered(
      'shape.nq',
      /<[^>]+> <http:\/\/purl\.org\/dc\/terms\/title> "[^\n]* <[^>]+graph\/note[^>]+> \.\n/g,
      '',
    );
    const { code, stdout } = await run('validate', '--graph', file);
    expect(code).to.equal(1);
    expect(stdout).to.match(/^Violation: https:\S+: .*title/m);
    expect(stdout).to.match(/[1-9]\d* violations/);
  });
});

describe('migraph extract', function () {
  this.timeout(60_000);

  it('prints JSON whose every quote is in the file', async () => {
    const { code, stdout } = await run('extract', noteFile, '--json');
    expect(code).to.equal(0);
    const { doc, entities, damaged } = JSON.parse(stdout) as {
      doc: string;
      entities: { type: string; evidence: string[] }[];
      damaged: { quote: string }[];
    };
    expect(doc).to.equal('un-pop-mig-5cm-2006-13');
    const text = readFileSync(noteFile, 'utf8');
    const quotes = [...entities.flatMap(({ evidence }) => evidence), ...damaged.map(({ quote }) => quote)];
    expect(quotes.filter((quote) => !text.includes(quote))).to.deep.equal([]);
    expect(entities.filter(({ type }) => type === 'Dataset')).to.have.length.at.least(9);
  });

  it('prints a table for people otherwise', async () => {
    const { code, stdout } = await run('extract', noteFile);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^un-pop-mig-5cm-2006-13: \d+ agencies, \d+ units, \d+ datasets, \d+ publications/);
    expect(stdout).to.match(/^DATASETS +OWNER +YEARS +PLACES$/m);
    for (const line of stdout.split('\n').slice(1)) expect([...line].length).to.be.at.most(160);
  });
});

describe('migraph query', function () {
  this.timeout(60_000);
  const graph = join(folder, 'one.ttl');
  const ask = (...args: string[]) => run('query', ...args, '--graph', graph);
  before(() => writeFileSync(graph, '<urn:a> <urn:b> "c" .'));

  it('answers as CSV, or in the format asked for', async () => {
    const count = await run('query', 'SELECT (COUNT(?d) AS ?datasets) { ?d a <http://www.w3.org/ns/dcat#Dataset> }');
    expect(count.stdout).to.match(/^datasets\r\n\d+\r\n$/);
    const json = JSON.parse((await ask('SELECT ?o { ?s ?p ?o }', '--format', 'json')).stdout) as { head: unknown };
    expect(json.head).to.deep.equal({ vars: ['o'] });
    expect((await ask('ASK {}', '--format', 'xml')).stdout).to.include('<boolean>true</boolean>');
    expect((await ask('DESCRIBE <urn:a>')).stdout).to.match(/<urn:a> <urn:b> "c" \./);
    expect(JSON.parse((await ask('DESCRIBE <urn:a>', '--format', 'json')).stdout)).to.have.property('@context');
    expect((await ask('DESCRIBE <urn:a>', '--format', 'xml')).stdout).to.include('rdf:RDF');
  });

  it('reads a query from a file, and any RDF file as the graph', async () => {
    const query = join(folder, 'count.rq');
    writeFileSync(query, 'SELECT ?o { ?s ?p ?o }');
    expect((await ask('--file', query)).stdout).to.equal('o\r\nc\r\n');
  });

  it('names the place of a fault by line and column', async () => {
    const { code, complaints } = await ask('SELECT * {\n  ?s ?p ;;\n');
    expect(code).to.equal(1);
    expect(complaints).to.have.length(1);
    expect(complaints[0]).to.match(/^query:\d:\d+: \S/);
    const file = join(folder, 'wrong.rq');
    writeFileSync(file, 'ASK {}\nfoo');
    expect((await ask('--file', file)).complaints[0]).to.match(/wrong\.rq:2:1: /);
  });

  it('refuses what is not there, not text, or not to be had in the format, in one line each', async () => {
    const binary = join(folder, 'binary.rq');
    writeFileSync(binary, Buffer.from([0xff, 0xfe]));
    const wrong = join(folder, 'wrong.ttl');
    writeFileSync(wrong, '<urn:a> <urn:b> .\n<urn:c>\n');
    const refused: readonly (readonly [Promise<Run>, RegExp])[] = [
      [ask('--file', join(folder, 'nowhere.rq')), /nowhere\.rq:1: no such file/],
      [ask('--file', binary), /binary\.rq:1: is not UTF-8/],
      [ask('ASK {}', '--format', 'turtle'), /none of the formats/],
      [ask('SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }'), /SERVICE is refused/],
      [run('query', 'ASK {}', '--graph', join(folder, 'nowhere.ttl')), /nowhere\.ttl:1: /],
      [run('query', 'ASK {}', '--graph', wrong), /wrong\.ttl:1: /],
    ];
    for (const [running, complaint] of refused) {
      const { code, stdout, complaints } = await running;
      expect([code, stdout, complaints.length]).to.deep.equal([1, '', 1]);
      expect(complaints[0]).to.match(complaint);
    }
  });
});

describe('migraph ask', function () {
  this.timeout(60_000);
  const graph = join(packageRoot, 'test', 'fixtures', 'graphs', 'harbour.trig');
  const ask = (...args: string[]) => run('ask', ...args, '--graph', graph);

  it('lists every question, with what can be set in it', async () => {
    const { stdout } = await run('ask', '--list');
    for (const { name, parameters } of readQuestions()) {
      expect(stdout).to.match(new RegExp(`^${name}$`, 'm'));
      for (const parameter of parameters) expect(stdout).to.include(`    --${parameter.name} "${parameter.default}"`);
    }
  });

  it('answers for the values that are given, in the format asked for', async () => {
    const rows = async (...args: string[]) => (await ask('countries-not-named', ...args)).stdout.trimEnd().split('\n');
    expect(await rows()).to.have.length(1);
    const covered = await ask('what-concerns-country', '--country=NLD', '--format', 'tsv', '--limit', '1');
    expect(covered.stdout.split('\n')[0]).to.equal('?kind\t?how\t?place\t?thing\t?title\t?owners');
    expect(JSON.parse((await ask('corridors', '--format', 'json')).stdout)).to.have.property('head');
  });

  it('says in one line what it does not understand', async () => {
    const refused: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['who-hold-data'], 1, /there is no question "who-hold-data"; is who-holds-data meant\?/],
      [['who-holds-data', '--contry', 'SWE'], 1, /no parameter "contry": it has country, year/],
      [['who-holds-data', '--country', 'Sweden'], 1, /country: "Sweden" is not an ISO 3166/],
      [['who-holds-data', '--country'], 1, /--country has no value/],
      [['who-holds-data', '--year', '1985', '--year=1986'], 1, /--year is given twice/],
      [['who-holds-data', 'SWE'], 1, /values are given as --country SWE/],
      [['corridors', '--format', 'turtle'], 2, /There are: json, xml, csv, tsv/],
      [[], 2, /either the name of a question or --list/],
    ];
    for (const [words, code, complaint] of refused) {
      const answered = await ask(...words);
      expect([answered.code, answered.stdout], words.join(' ')).to.deep.equal([code, '']);
      expect(answered.complaints[0]).to.match(complaint);
    }
  });
});

describe('migraph export', function () {
  this.timeout(60_000);

  it('writes the catalogue: JSON-LD on stdout, and in a file what its name says', async () => {
    const catalogue = JSON.parse((await run('export')).stdout) as object;
    expect(catalogue).to.have.property('@context');
    const file = join(folder, 'exports', 'catalogue.ttl');
    expect((await run('export', '--out', file)).stdout).to.equal('');
    expect(readFileSync(file, 'utf8')).to.match(/a dcat:Catalog/);
  });

  it('does not write where a build reads what is written by hand', async () => {
    const data = join(folder, 'own-data');
    const place = join(data, 'catalogue.ttl');
    const { code, complaints } = await migraph(['export', '--out', place], { env: { ...env, MIGRAPH_DATA: data } });
    expect([code, ...complaints]).to.deep.equal([
      1,
      `${place}: is what every build reads its catalogue's title and licence from; choose another name`,
    ]);
    expect(existsSync(place)).to.equal(false);
  });

  it('does not replace a device, nor guess what an unknown extension means', async () => {
    const device = await run('export', '--out', '/dev/null', '--format', 'turtle');
    expect(device.code).to.equal(1);
    expect(device.complaints).to.deep.equal(['/dev/null: is not a regular file']);
    const csv = await run('export', '--out', join(folder, 'catalogue.csv'));
    expect(csv.code).to.equal(1);
    expect(csv.complaints[0]).to.match(/catalogue\.csv: .*--format/);
    expect(existsSync(join(folder, 'catalogue.csv'))).to.equal(false);
  });
});

describe('the built graph', function () {
  this.timeout(60_000);

  it('is built by whichever command needs it, and again only when a note has changed', async () => {
    const notes = join(folder, 'notes');
    mkdirSync(notes);
    cpSync(join(packageRoot, 'test', 'gold', 'texts', 'archive-readme.txt'), join(notes, 'one.txt'));
    const mine = { env: { MIGRAPH_OUT: join(folder, 'mine') } };
    expect((await migraph(['build', '--notes', notes], mine)).stdout).to.match(/1 note,/);
    const ask = () =>
      migraph(['query', 'SELECT ?n { ?n a <https://w3id.org/migraph/ontology#Note> } ORDER BY ?n'], mine);
    const first = await ask();
    expect(first.complaints).to.deep.equal([]);
    expect(first.stdout).to.match(/note\/one\r\n$/);
    cpSync(join(notes, 'one.txt'), join(notes, 'two.txt'));
    const second = await ask();
    expect(second.complaints[0]).to.match(/^built .*2 notes/);
    expect(second.stdout).to.match(/note\/one\r\n.*note\/two\r\n$/);
    expect((await ask()).complaints).to.deep.equal([]);
  });
});
