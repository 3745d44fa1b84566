/** The page of a curator: who may see it, what it shows, and what becomes of what is sent to it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseDecision } from '../../src/curation/decision.js';
import { type Served, serve } from './serve.js';

const base = 'https://w3id.org/migraph/';
const folder = mkdtempSync(join(tmpdir(), 'migraph-review-'));
const curation = join(folder, 'curation');
const text = 'The Ministry keeps a register. In 1990 it grew. It grew.';
const token = 'a-token-of-some-length';

/** A note with three candidates: an owner that is said, years that could be said, and a broken place. */
const graph = `
@prefix dct: <http://purl.org/dc/terms/> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> . @prefix mig: <${base}ontology#> . @base <${base}> .
<graph/note/n> {
  <note/n> a mig:Note ; rdfs:label "A <b>note</b>"@en ; schema:text "${text}"@en .
  <dataset/register> a mig:Dataset ; rdfs:label "Register"@en ; dct:publisher <agency/ministry> .
  <agency/ministry> a mig:Agency ; rdfs:label "Ministry"@en .
}
<graph/review/n> {
  <candidate/aaaaaaaa1> a rdf:Statement ; dct:source <note/n> ; dct:type "inferred owner" ; rdfs:label "register"@en ; dct:description "a heading is lost"@en ;
    prov:wasQuotedFrom <note/n#char=0,30> ; rdf:subject <dataset/register> ; rdf:predicate dct:publisher ; rdf:object <agency/ministry> .
  <candidate/aaaaaaaa2> a rdf:Statement ; dct:source <note/n> ; dct:type "rejected" ; rdfs:label "1990"@en ; dct:description "years"@en ;
    prov:wasQuotedFrom <note/n#char=31,47> ; rdf:subject <dataset/register> ; rdf:predicate dct:temporal ; rdf:object <period/1990> .
  <candidate/aaaaaaaa3> a prov:Entity ; dct:source <note/n> ; dct:type "damaged" ; rdfs:label "It grew."@en ; dct:description "<script>x</script>"@en ;
    prov:wasQuotedFrom <note/n#char=48,56> .
}`;

/** With the headers as they are given, Host among them. */
function ask(
  origin: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/review`, { method, headers }, (response) => {
      let read = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        read += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: read, headers: response.headers }));
    });
    sent.on('error', reject).end(body);
  });
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const send = (origin: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask(
    origin,
    { ...form, ...headers },
    'POST',
    new URLSearchParams({ note: 'n', who: 'Ada Pilot', ...fields }).toString(),
  );

const written = () =>
  Object.fromEntries(
    readdirSync(curation).map((name) => {
      const { action, quote, why, ...rest } = parseDecision(readFileSync(join(curation, name), 'utf8'), name, base);
      return [
        rest.candidate,
        { action, quote, why, statement: 'statement' in rest ? rest.statement.object.value : undefined },
      ];
    }),
  );

describe('/review', () => {
  let server: Served;
  const open = (settings: Record<string, string> = {}) =>
    serve(join(folder, 'graph.trig'), { MIGRAPH_DATA: folder, MIGRAPH_OUT: folder, ...settings });

  before(async () => {
    writeFileSync(join(folder, 'graph.trig'), graph);
    server = await open();
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('shows each sentence with what is proposed, in the order of the text, and nothing of it as markup', async () => {
    const { status, text: page, headers } = await ask(server.origin, {});
    expect(status).to.equal(200);
    expect([...page.matchAll(/id="c-(\w+)"/g)].map(([, id]) => id)).to.deep.equal([
      'aaaaaaaa1',
      'aaaaaaaa2',
      'aaaaaaaa3',
    ]);
    expect(page).to.include('The Ministry keeps a <mark>register</mark>.').and.include('&lt;script&gt;x');
    expect(page)
      .to.include('Register <code>&lt;dataset/register&gt;</code>')
      .and.include('<code>&lt;period/1990&gt;</code>');
    expect(page.match(/value="accept"/g)).to.have.length(2);
    expect(headers).not.to.have.property('access-control-allow-origin');
    expect(headers['cache-control']).to.equal('no-store');
  });

  const strangers: readonly (readonly [who: string, headers: Record<string, string>, method: string])[] = [
    ['a name that was let point here', { Host: 'evil.example' }, 'GET'],
    ['who comes through a proxy', { 'X-Forwarded-For': '192.0.2.1' }, 'GET'],
    ['a page of another origin', { Origin: 'https://evil.example' }, 'POST'],
    ['a form of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }, 'POST'],
    ['a script of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 'GET'],
  ];
  for (const [who, headers, method] of strangers)
    it(`is not for ${who}`, async () => {
      const { status } = await ask(
        server.origin,
        { ...form, ...headers },
        method,
        'note=n&candidate=aaaaaaaa3&who=x&says=reject',
      );
      expect(status).to.equal(403);
    });

  it('lets a link lead to it', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await ask(server.origin, headers)).status).to.equal(200);
  });

  const refusals: readonly (readonly [what: string, fields: Record<string, string>, status: number, says: RegExp])[] = [
    ['a choice that is none', { candidate: 'aaaaaaaa1', says: 'maybe' }, 400, /accept, reject or edit/],
    ['nobody', { candidate: 'aaaaaaaa1', says: 'accept', who: ' ' }, 400, /needs the name/],
    ['a candidate that is none', { candidate: 'b', says: 'reject' }, 404, /no such candidate/],
    ['a note that is none', { candidate: 'aaaaaaaa1', note: '../x', says: 'reject' }, 404, /no note/],
    ['what is not proposed', { candidate: 'aaaaaaaa3', says: 'accept' }, 400, /nothing is proposed/],
    [
      'a thing that is none',
      { candidate: 'aaaaaaaa3', says: 'edit', subject: '<dataset/x>', predicate: 'dct:title', object: '"x"' },
      400,
      /nothing in the graph is called <dataset\/x>/,
    ],
    [
      'what is no Turtle',
      { candidate: 'aaaaaaaa3', says: 'edit', subject: '<dataset/register>', predicate: 'dct:title', object: '"x' },
      400,
      /not written as in Turtle/,
    ],
    [
      'two statements',
      {
        candidate: 'aaaaaaaa3',
        says: 'edit',
        subject: '<dataset/register>',
        predicate: 'dct:title',
        object: '"x", "y"',
      },
      400,
      /more than one triple/,
    ],
  ];
  for (const [what, fields, status, says] of refusals)
    it(`refuses ${what} in one line, and writes nothing`, async () => {
      const answer = await send(server.origin, fields);
      expect([answer.status, answer.text]).to.satisfy(
        ([code, line]: [number, string]) => code === status && says.test(line),
        answer.text,
      );
      expect(() => readdirSync(curation)).to.throw();
    });

  it('writes what is accepted, edited and rejected, each once, on words that stand there once', async () => {
    expect((await send(server.origin, { candidate: 'aaaaaaaa1', says: 'reject', why: 'It is not.' })).status).to.equal(
      303,
    );
    expect((await send(server.origin, { candidate: 'aaaaaaaa2', says: 'accept' })).status).to.equal(303);
    const edit = { subject: '<dataset/register>', predicate: 'dct:temporal', object: '<period/1991->' };
    const { status, headers } = await send(server.origin, { candidate: 'aaaaaaaa3', says: 'edit', ...edit });
    expect([status, headers['location']]).to.deep.equal([303, '/review?note=n#next']);
    expect(headers['set-cookie']).to.match(/^curator=Ada%20Pilot; Path=\/review; HttpOnly; SameSite=Strict$/);
    expect((await send(server.origin, { candidate: 'aaaaaaaa2', says: 'reject' })).status).to.equal(409);
    expect(written()).to.deep.equal({
      aaaaaaaa1: {
        action: 'retract',
        quote: 'The Ministry keeps a register.',
        why: 'It is not.',
        statement: `${base}agency/ministry`,
      },
      aaaaaaaa2: {
        action: 'assert',
        quote: 'In 1990 it grew.',
        why: 'The sentence says so.',
        statement: `${base}period/1990`,
      },
      aaaaaaaa3: {
        action: 'assert',
        quote: 'It grew.',
        why: 'The sentence says this.',
        statement: `${base}period/1991-`,
      },
    });
    const { text: page } = await ask(server.origin, { Cookie: 'curator=Ada%20Pilot' });
    expect(page).not.to.include('id="c-');
    expect(page).to.include('3 decided').and.include('Ada Pilot');
  });

  it('asks for the token where the server has one, as a password too', async () => {
    const guarded = await open({ MIGRAPH_WRITE_TOKEN: token });
    try {
      const without = await ask(guarded.origin, {});
      expect([without.status, without.headers['www-authenticate']]).to.deep.equal([
        401,
        'Basic realm="migraph", charset="UTF-8"',
      ]);
      const basic = (password: string) => `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;
      expect((await ask(guarded.origin, { Authorization: basic('wrong') })).status).to.equal(401);
      expect((await ask(guarded.origin, { Authorization: basic(token), Host: 'data.example' })).status).to.equal(200);
      expect((await ask(guarded.origin, { Authorization: `Bearer ${token}` })).status).to.equal(200);
      const forged = await send(
        guarded.origin,
        { candidate: 'aaaaaaaa3', says: 'reject' },
        { Authorization: basic(token), Origin: 'https://evil.example' },
      );
      expect(forged.status).to.equal(403);
    } finally {
      await guarded.close();
    }
  });

  it('says so where there is nothing to be decided', async () => {
    const other = await serve(undefined, { MIGRAPH_DATA: folder });
    const { status, text: page } = await ask(other.origin, {});
    await other.close();
    expect([status, page]).to.satisfy(
      ([code, shown]: [number, string]) => code === 200 && shown.includes('Nothing is left'),
    );
  });
});
