/** The graph of invented notes, as a golden file; and what becomes of statements that no graph may make. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { parseDecision } from '../../src/curation/decision.js';
import type { Extraction } from '../../src/extract/claim.js';
import { readGazetteers } from '../../src/extract/gazetteer.js';
import type { Quad } from '../../src/rdf.js';
import { serialiseNQuads } from '../../src/serialise/quads.js';
import { type Build, buildGraph } from '../../src/triples/build.js';
import { readCatalogue } from '../../src/triples/catalogue.js';
import { readCuration } from '../../src/triples/curation.js';
import { dct, mig, oa, prefixes, prov, rdfs, rdfTerms, schema, skos } from '../../src/vocabularies.js';
import { entity, extractionOf, gazetteers, inventNote, ontology, sayings } from './invented.js';

const base = 'https://w3id.org/migraph/';
const catalogue = readCatalogue(join(packageRoot, 'data', 'catalogue.ttl'), base);

const build = (extractions: readonly Extraction[], curation: readonly string[] = []): Promise<Build> =>
  buildGraph({
    extractions,
    gazetteers,
    catalogue,
    curation: curation.map((text, n) => parseDecision(text, `decision-${n}.yaml`, base)),
    ontology,
    config: { base },
  });

const ministry = entity('Agency', 'ministry-of-waves', 'Ministry of Waves');
const section = entity('Unit', 'ferry-section', 'Ferry Section');
const league = entity('Agency', 'league-of-harbours', 'League of Harbours');
const register = entity('Dataset', 'ferry-section-arrivals', 'Arrivals Register');
const yearbook = entity('Publication', 'ministry-of-waves-yearbook', 'Yearbook of Waves');
const papers = entity('Series', 'ministry-of-waves-papers', 'Wave Papers');
const survey = entity('Project', 'ministry-of-waves-survey', 'Passenger Survey');
const forum = entity('Event', 'ministry-of-waves-forum', 'Harbour Forum');

/** Every type of entity and every property, once or more. */
function inventTides(): Extraction {
  const note = inventNote(
    'tides',
    [
      'The Ferry Section of the Ministry of Waves 🌊 (MOW) keeps the Arrivals Register.',
      'It holds flows from the Netherlands to Iceland, and for northern Europe, in 1975-1984, 1990 and since 1995.',
      'The 1980 round asked 12 countries by port; more than 40 countries were invited.',
      'The Yearbook of Waves (Wave Papers no. 4) appeared in May 1992, jointly with the League of Harbours.',
      'The Passenger Survey in Iceland ran from 1989.',
      'The Harbour Forum met in Delft, Netherlands, on 2-3 May 1990.',
      'drainour.507 TD-0.0',
    ],
    {
      symbol: 'MOW/1',
      title: 'On tides',
      date: '1999-11',
      publisher: 'Ministry of Waves',
      licence: 'Not for sale',
      language: 'en',
    },
  );
  const of = (subject: typeof ministry) => sayings(note, subject);
  const last = note.passages[6];
  const damaged = last ? [{ start: last.start, end: last.end, text: last.text, fault: 'garbled' as const }] : [];
  const claims = [
    of(ministry)('label', 'Ministry of Waves', 0),
    of(ministry)('acronym', 'MOW', 0),
    of(ministry)('memberOf', league, 3),
    of(ministry)('worksOn', { slug: 'sea-crossings', text: 'crossings' }, 1),
    of(ministry)('landingPage', 'https://waves.example/about', 0),
    of(league)('label', 'League of Harbours', 3),
    of(section)('label', 'Ferry Section', 0),
    of(section)('owner', ministry, 0),
    of(register)('label', 'Arrivals Register', 0),
    of(register)('alias', 'AR', 0),
    of(register)('owner', section, [0, 1], 'inferred'),
    of(register)('period', { start: 1975, end: 1984 }, 1),
    of(register)('period', { start: 1990, end: 1990, qualifier: 'about' }, 1),
    of(register)('period', { start: 1995, end: null }, 1),
    of(register)(
      'round',
      {
        period: { start: 1980, end: 1980 },
        countryCount: { min: 12, qualifier: 'exactly', text: '12 countries' },
        breakdown: 'by port',
      },
      2,
    ),
    of(register)('countryCount', { min: 40, qualifier: 'more-than', text: 'more than 40 countries' }, 2),
    of(register)('country', { code: 'ISL', role: 'reporting' }, 1),
    of(register)('corridor', { from: 'NLD', to: 'ISL' }, 1),
    of(register)('region', { key: '154', text: 'northern Europe' }, 1),
    of(register)('region', { key: 'ferry-states', text: 'ferry states' }, 1),
    of(register)('extent', 'EachCountryOrArea', 1),
    of(register)('breakdown', 'by port', 2),
    of(register)('measure', 'flow', 1),
    of(register)('theme', { slug: 'sea-crossings', text: 'crossings' }, 1),
    of(register)('published', '1971', 0),
    of(register)('modified', '1996', 0),
    of(register)('status', 'ongoing', 0),
    of(register)('issuedAs', yearbook, 3),
    of(register)('email', 'arrivals@waves.example', 0),
    of(register)('description', 'keeps the arrivals', 0),
    of(yearbook)('label', 'Yearbook of Waves', 3),
    of(yearbook)('owner', ministry, 3),
    of(yearbook)('owner', league, 3),
    of(yearbook)('published', '1992-05', 3),
    of(yearbook)('partOf', papers, 3),
    of(yearbook)('seriesNumber', '4', 3),
    of(yearbook)('identifier', 'MOW/92/4', 3),
    of(yearbook)('country', { code: 'ISL', role: 'about' }, 3),
    of(papers)('label', 'Wave Papers', 3),
    of(papers)('owner', ministry, 3, 'heading'),
    of(papers)('periodicity', 'five times a year', 3),
    of(survey)('label', 'Passenger Survey', 4),
    of(survey)('owner', ministry, 4, 'heading'),
    of(survey)('country', { code: 'ISL', role: 'study' }, 4),
    of(survey)('published', '1989', 4),
    of(forum)('label', 'Harbour Forum', 5),
    of(forum)('owner', ministry, 5, 'heading'),
    of(forum)('published', '1990-05-02/1990-05-03', 5),
    of(forum)('place', { text: 'Delft', country: 'NLD' }, 5),
    of(forum)('relation', yearbook, 5),
  ];
  return { ...extractionOf(note, claims), damaged };
}

/** A dataset of a ministry, and one more claim on it. */
function inventRegister(more: (say: ReturnType<typeof sayings>) => Extraction['claims'], slug = 'small'): Extraction {
  const note = inventNote(slug, ['The Ministry of Waves keeps the Arrivals Register.', 'It covers 1990 and 1991.']);
  const say = sayings(note, register);
  return extractionOf(note, [
    sayings(note, ministry)('label', 'Ministry of Waves', 0),
    say('label', 'Arrivals Register', 0),
    say('owner', ministry, 0),
    say('period', { start: 1990, end: 1991 }, 1),
    ...more(say),
  ]);
}

const valuesOf = (quads: readonly Quad[], subject: string, predicate: { value: string }): string[] =>
  quads
    .filter((q) => q.subject.value === base + subject && q.predicate.value === predicate.value)
    .map((q) => q.object.value);

describe('buildGraph', () => {
  const golden = join(packageRoot, 'test', 'golden', 'tides.nq');

  it('describes an invented note as the golden file has it', async () => {
    const { quads, report } = await build([inventTides()]);
    expect(report.withheld.map(({ reason }) => reason)).to.deep.equal([]);
    const text = serialiseNQuads(quads.filter(({ graph }) => graph.value !== `${base}graph/ontology`));
    if (process.env['GOLDEN'] === 'update' || (!existsSync(golden) && !process.env['CI'])) writeFileSync(golden, text);
    expect(existsSync(golden), `${golden} is missing; GOLDEN=update writes it`).to.equal(true);
    expect(text).to.equal(readFileSync(golden, 'utf8'));
  });

  it('gives the same quads in the same order, whatever the order of the notes', async () => {
    const notes = [inventTides(), inventRegister(() => [])];
    const [one, other] = [await build(notes), await build([...notes].reverse())];
    expect(other.quads.map(String)).to.deep.equal(one.quads.map(String));
    expect(other.counts).to.deep.equal(one.counts);
  });

  it('publishes no blank node and nothing in the unnamed graph', async () => {
    for (const { subject, object, graph } of (await build([inventTides()])).quads)
      expect([subject.termType, object.termType, graph.termType]).not.to.include.oneOf(['BlankNode', 'DefaultGraph']);
  });

  it('claims every triple that a note states of a thing, by a passage found again in the text', async () => {
    const extraction = inventTides();
    const { quads } = await build([extraction]);
    const own = quads.filter(({ graph }) => graph.value === `${base}graph/note/tides`);
    const claimed = new Set(
      own
        .filter(({ predicate }) => predicate.equals(rdfTerms.subject))
        .map(({ subject }) => subject.value)
        .map((claim) => {
          const part = (p: { value: string }) =>
            own.find((q) => q.subject.value === claim && q.predicate.value === p.value);
          return [rdfTerms.subject, rdfTerms.predicate, rdfTerms.object].map((p) => part(p)?.object.value).join(' ');
        }),
    );
    const stated = own.filter(
      ({ subject, predicate }) =>
        /\/(agency|dataset|publication|series|project|event|coverage)\//.test(subject.value) &&
        !predicate.equals(rdfTerms.type) &&
        !predicate.equals(rdfs.label),
    );
    expect(stated.length).to.be.greaterThan(60);
    const missing = stated.filter(
      ({ subject, predicate, object }) => !claimed.has(`${subject.value} ${predicate.value} ${object.value}`),
    );
    // The publisher's name comes from the front matter.
    expect(missing.map(({ predicate }) => predicate.value)).to.deep.equal([]);
    const points = [...extraction.note.text];
    const find = (subject: string, p: { value: string }) =>
      own.find((q) => q.subject.value === subject && q.predicate.value === p.value)?.object.value;
    for (const { object } of own.filter(({ predicate }) => predicate.equals(prov.wasQuotedFrom))) {
      const [start, end] = [oa.start, oa.end].map((p) => Number(find(`${object.value};selector=position`, p)));
      const exact = points.slice(start, end).join('');
      expect(find(`${object.value};selector=quote`, oa.exact))
        .to.equal(exact)
        .and.not.to.equal('');
    }
  });

  it('keeps the owner a unit, and its agency by way of the unit', async () => {
    const { quads } = await build([inventTides()]);
    expect(valuesOf(quads, 'dataset/ferry-section-arrivals', dct.publisher)).to.deep.equal([
      `${base}agency/ferry-section`,
    ]);
    expect(valuesOf(quads, 'dataset/ferry-section-arrivals', dct.creator)).to.deep.equal([]);
    expect(valuesOf(quads, 'publication/ministry-of-waves-yearbook', dct.creator)).to.have.length(2);
  });

  it('does not make a publication a joint one because unit and agency are both named', async () => {
    const note = inventNote('both', ['The Yearbook of Waves, by the Ferry Section, Ministry of Waves.']);
    const say = sayings(note, yearbook);
    const claims = [
      sayings(note, ministry)('label', 'Ministry of Waves', 0),
      sayings(note, section)('label', 'Ferry Section', 0),
      say('label', 'Yearbook of Waves', 0),
      say('owner', section, 0),
      say('owner', ministry, 0),
    ];
    const { quads } = await build([extractionOf(note, claims)]);
    expect(valuesOf(quads, 'publication/ministry-of-waves-yearbook', dct.creator)).to.deep.equal([]);
  });

  it('gives each of several country counts a coverage of its own, so that no qualifier is mixed up', async () => {
    const { quads } = await build([
      inventRegister((say) => [
        say('countryCount', { min: 40, qualifier: 'more-than', text: 'more than 40 countries' }, 1),
        say('countryCount', { min: 9, qualifier: 'exactly', text: '9 countries' }, 1),
      ]),
    ]);
    expect(valuesOf(quads, 'dataset/ferry-section-arrivals', mig.countryCount)).to.deep.equal([]);
    expect(valuesOf(quads, 'coverage/ferry-section-arrivals/1', mig.countText)).to.deep.equal([
      'more than 40 countries',
    ]);
    expect(valuesOf(quads, 'coverage/ferry-section-arrivals/2', mig.countQualifier)).to.deep.equal([mig.Exactly.value]);
  });

  it('numbers the same round of two notes once', async () => {
    const round = { period: { start: 1990, end: 1990 }, breakdown: 'by port' };
    const notes = ['a', 'b'].map((slug) => inventRegister((say) => [say('round', round, 1)], slug));
    const { quads } = await build(notes);
    expect(new Set(valuesOf(quads, 'dataset/ferry-section-arrivals', mig.hasCoverage)).size).to.equal(1);
  });

  it('counts what it built', async () => {
    const { counts } = await build([inventTides()]);
    expect(counts).to.include({
      Note: 1,
      Agency: 2,
      AgencyUnit: 1,
      Dataset: 1,
      Publication: 1,
      Series: 1,
      DamagedPassage: 1,
    });
    expect(counts.quads).to.be.greaterThan(500);
  });
});

describe('what was read and cannot be', () => {
  it('is a theme in its own words where the gazetteer has none', async () => {
    const { quads, report } = await build([
      inventRegister((say) => [say('theme', { slug: 'no-such-theme', text: 'tides at night' }, 1)]),
    ]);
    expect(report.withheld).to.deep.equal([]);
    expect(valuesOf(quads, 'theme/no-such-theme', skos.prefLabel)).to.deep.equal(['tides at night']);
  });
  it('is withheld with its claims and reported; the rest stands', async () => {
    const { quads, report } = await build([
      inventRegister((say) => [
        say('country', { code: 'XYZ', role: 'reporting' }, 1),
        say('period', { start: 1994, end: 1985 }, 1),
        say('measure', 'height', 1),
        say('published', 'in spring', 1),
        say('modified', '1996-13', 1),
        say('landingPage', 'javascript:alert(1)', 1),
        say('countryCount', { min: 15500, qualifier: 'about', text: 'some 15,500' }, 1),
      ]),
    ]);
    expect(report.withheld.map(({ claim }) => claim.property).sort()).to.deep.equal(
      ['country', 'countryCount', 'landingPage', 'measure', 'modified', 'period', 'published'].sort(),
    );
    for (const { reason, note } of report.withheld) expect([reason, note]).not.to.include('');
    const published = quads.filter(({ graph }) => !graph.value.includes('/graph/review/'));
    expect(published.filter(({ object }) => /XYZ|javascript|15500|in spring|1996-13/.test(object.value))).to.deep.equal(
      [],
    );
    expect(valuesOf(quads, 'dataset/ferry-section-arrivals', dct.temporal)).to.deep.equal([`${base}period/1990-1991`]);
  });

  it('takes what hangs on it along: a thing without a name has no statements', async () => {
    const note = inventNote('nameless', ['The Arrivals Register of the Ministry of Waves.']);
    const say = sayings(note, register);
    const { quads, report } = await build([extractionOf(note, [say('owner', ministry, 0), say('label', '', 0)])]);
    expect(report.withheld).to.have.length(2);
    expect(quads.filter(({ subject }) => subject.value.includes('/dataset/'))).to.deep.equal([]);
  });

  it('stops the build where the gazetteer is at fault, not a note', async () => {
    const wrong = { ...gazetteers, regions: new Map([['1', { code: '1', names: { en: '' } as never }]]) };
    const faulty = buildGraph({
      extractions: [inventRegister(() => [])],
      gazetteers: wrong,
      catalogue,
      curation: [],
      ontology,
      config: { base },
    });
    const error = await faulty.then(
      () => undefined,
      (cause: Error) => cause.message,
    );
    expect(error).to.match(/^https:\/\/w3id\.org\/migraph\/(region|country)\/\S+: .+[^\n]$/);
  });

  it('finds no fault in the gazetteers of the package', async () => {
    const { quads } = await buildGraph({
      extractions: [],
      gazetteers: readGazetteers(),
      catalogue,
      curation: [],
      ontology,
      config: { base },
    });
    expect(quads.filter(({ object }) => object.equals(mig.Country)).length).to.be.greaterThan(200);
  });

  it('refuses a language that is no tag: it would stand in every literal', async () => {
    const note = inventNote('odd', ['x'], { language: 'en . <x>' });
    const error = await build([extractionOf(note, [])]).catch((cause: Error) => cause.message);
    expect(error).to.match(/note "odd": the language .* no BCP 47 tag/);
  });
});

const decision = (action: string, object: string, quote = 'It covers 1990 and 1991.') => `id: a-1
note: small
action: ${action}
who: Ada
when: 2026-11-23
why: The sentence says so.
quote: ${quote}
statement:
  subject: <dataset/ferry-section-arrivals>
  predicate: dct:temporal
  object: ${object}
`;

describe('curation', () => {
  const small = () => inventRegister(() => []);
  const inGraph = (quads: readonly Quad[], graph: string) =>
    quads.filter((q) => q.graph.value === `${base}graph/${graph}`);

  it('takes a triple back: the note keeps the claim, the decision says who and why', async () => {
    const { quads } = await build([small()], [decision('retract', '<period/1990-1991>')]);
    expect(valuesOf(quads, 'dataset/ferry-section-arrivals', dct.temporal)).to.deep.equal([]);
    const [retracted] = valuesOf(inGraph(quads, 'curation/a-1'), 'curation/a-1', prov.invalidated);
    const claim = inGraph(quads, 'note/small').find(
      ({ subject, object }) => subject.value === retracted && object.equals(mig.Claim),
    );
    expect(claim).not.to.equal(undefined);
  });

  it('adds a triple with a claim of its own in its own graph', async () => {
    const text = decision('assert', 'schema:text')
      .replace('dct:temporal', 'dct:title')
      .replace('schema:text', '\'"Register"@en\'');
    const { quads } = await build([small()], [text]);
    const own = inGraph(quads, 'curation/a-1');
    expect(valuesOf(own, 'dataset/ferry-section-arrivals', dct.title)).to.deep.equal(['Register']);
    expect(own.find(({ predicate }) => predicate.equals(mig.foundBy))?.object.value).to.equal('Ada');
    expect(valuesOf(inGraph(quads, 'note/small'), 'dataset/ferry-section-arrivals', dct.title)).to.deep.equal([
      'Arrivals Register',
    ]);
  });

  for (const [fault, text, message] of [
    [
      'a quote that is not there',
      decision('retract', '<period/1990-1991>', 'It covers 1992.'),
      /:7: these words are not in/,
    ],
    [
      'a quote that stands twice',
      decision('retract', '<period/1990-1991>', '199'),
      /:7: these words stand .* more than once/,
    ],
    [
      'a retraction of what is not said',
      decision('retract', '<period/1800>'),
      /:8: the note "small" is not read as saying this, but <period\/1990-1991>$/,
    ],
    ['an assertion that no graph may make', decision('assert', '\'"1990"\''), /:8: A time covered/],
  ] as const) {
    it(`refuses ${fault}, naming file and line`, async () => {
      const error = await build([small()], [text]).catch((cause: Error) => cause.message);
      expect(error)
        .to.match(/^decision-0\.yaml/)
        .and.to.match(message);
    });
  }

  it('reads the decisions of a folder by name, and refuses an id used twice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'migraph-'));
    try {
      writeFileSync(join(folder, 'b.yaml'), decision('retract', '<x>').replace('a-1', 'b-1'));
      writeFileSync(join(folder, 'a.yaml'), decision('retract', '<x>'));
      expect(readCuration(folder, base).map(({ id }) => id)).to.deep.equal(['a-1', 'b-1']);
      writeFileSync(join(folder, 'c.yaml'), decision('retract', '<x>'));
      expect(() => readCuration(folder, base)).to.throw(/c\.yaml:1: "a-1" is used twice/);
      expect(readCuration(join(folder, 'none'), base)).to.deep.equal([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reports a decision on a note that is not in the build', async () => {
    const { report } = await build([inventRegister(() => [], 'other')], [decision('retract', '<period/1990-1991>')]);
    expect(report.notApplied.map(({ id }) => id)).to.deep.equal(['a-1']);
    expect(report.applied).to.deep.equal([]);
  });

  for (const [fault, text, line] of [
    ['no YAML', 'id: [', 1],
    ['no mapping', '- a', 1],
    ['an unknown field', `${decision('retract', '<x>')}colour: red\n`, 12],
    ['a missing field', decision('retract', '<x>').replace(/why: .*\n/, ''), 1],
    ['an unknown action', decision('burn', '<x>'), 3],
    ['a bad date', decision('retract', '<x>').replace('2026-11-23', 'yesterday'), 5],
    ['an id that is no name', decision('retract', '<x>').replace('a-1', '../x'), 1],
    ['a statement that is no Turtle', decision('retract', 'nope:x'), 8],
    ['more than one triple', decision('retract', "'<x> . <a> <b> <c>'"), 8],
  ] as const) {
    it(`refuses a file with ${fault}, naming file and line`, () => {
      expect(() => parseDecision(text, 'bad.yaml', base)).to.throw(new RegExp(`^bad\\.yaml:${line}: [^\\n]+$`));
    });
  }
});

describe('describeNote', () => {
  it('says what is stated, and leaves out what is not', async () => {
    const { quads } = await build([inventRegister(() => [])]);
    const own = quads.filter(({ subject }) => subject.value === `${base}note/small`);
    expect(own.map(({ predicate }) => predicate.value.replace(prefixes.dct, 'dct:'))).not.to.include.oneOf([
      'dct:title',
      'dct:license',
      'dct:issued',
      'dct:publisher',
    ]);
    expect(valuesOf(own, 'note/small', schema.text)[0]).to.contain('The Ministry of Waves keeps');
  });
});
