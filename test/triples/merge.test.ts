/** What becomes of things that several notes speak of: one where it is one, two where it is two, and every note to be quoted. */
import { expect } from 'chai';
import { parseDecision } from '../../src/curation/decision.js';
import type { Claim, Entity, Extraction } from '../../src/extract/claim.js';
import type { Quad } from '../../src/rdf.js';
import { type Build, buildGraph } from '../../src/triples/build.js';
import type { ChangeRecord } from '../../src/triples/history/change-record.js';
import { dcat, dct, mig, owl, prov, rdfs, rdfTerms } from '../../src/vocabularies.js';
import { entity, extractionOf, gazetteers, inventNote, ontology, sayings } from './invented.js';

const base = 'https://w3id.org/migraph/';
const ministry = entity('Agency', 'ministry-of-waves', 'Ministry of Waves');
const league = entity('Agency', 'league-of-harbours', 'League of Harbours');

interface Says {
  readonly thing: Entity;
  readonly owner?: Entity;
  readonly years?: readonly number[];
  readonly acronym?: string;
  readonly published?: string;
}

/** A note that says these things, a line each. */
function note(slug: string, says: readonly Says[], front: { date?: string; language?: string } = {}): Extraction {
  const lines = says.map(({ thing, owner, years = [] }) =>
    [`${owner?.label ?? 'Somebody'} keeps ${thing.label} in ${slug}`, ...years].join(' '),
  );
  const made = inventNote(slug, lines, front);
  const claims = says.flatMap(({ thing, owner, years = [], acronym, published }, n): Claim[] => {
    const say = sayings(made, thing);
    return [
      ...(owner === undefined ? [] : [sayings(made, owner)('label', owner.label, n)]),
      say('label', thing.label, n),
      ...(owner === undefined ? [] : [say('owner', owner, n)]),
      ...(acronym === undefined ? [] : [say('acronym', acronym, n)]),
      ...(published === undefined ? [] : [say('published', published, n)]),
      ...years.map((year) => say('period', { start: year, end: year }, n)),
    ];
  });
  return extractionOf(made, claims);
}

function build(
  extractions: readonly Extraction[],
  { decisions = [], records }: { decisions?: readonly string[]; records?: readonly ChangeRecord[] } = {},
): Promise<Build> {
  return buildGraph({
    extractions,
    gazetteers,
    catalogue: [],
    curation: decisions.map((text, n) => parseDecision(text, `decision-${n}.yaml`, base)),
    ontology,
    config: { base },
    ...(records && { history: { records, date: '2026-11-24T00:00:00Z' } }),
  });
}

const local = (value: string): string => value.replace(base, '');

/** The datasets, each with its years. */
function datasetsOf({ quads }: Build, type = mig.Dataset): Record<string, string[]> {
  const of = quads.filter(({ predicate, object }) => predicate.equals(rdfTerms.type) && object.equals(type));
  const paths = [...new Set(of.map(({ subject }) => subject.value))].sort();
  return Object.fromEntries(paths.map((path) => [local(path), valuesOf(quads, local(path), dct.temporal)]));
}

const valuesOf = (quads: readonly Quad[], subject: string, predicate: { value: string }): string[] => [
  ...new Set(
    quads
      .filter((quad) => quad.subject.value === base + subject && quad.predicate.value === predicate.value)
      .map(({ object }) => local(object.value)),
  ),
];

const dataset = (slug: string, label: string): Entity => entity('Dataset', slug, label);
const register = dataset('ministry-of-waves-arrivals-register', 'Arrivals Register');
const short = dataset('ministry-of-waves-ar', 'AR');

const decide = (action: 'same' | 'different', things: readonly [string, string], quote: string, of = 'b') =>
  `id: d\nnote: ${of}\naction: ${action}\nwho: Ada\nwhen: 2026-11-24\nwhy: So it is.\nquote: ${quote}\nthings: [<${things[0]}>, <${things[1]}>]\n`;

describe('things of several notes', () => {
  it('of one owner and one title are one; each note keeps its claims and its words', async () => {
    const spelt = dataset('ministry-of-waves-the-arrivals-register', 'The arrivals-register');
    const built = await build([
      note('a', [{ thing: register, owner: ministry, years: [1990] }]),
      note('b', [{ thing: spelt, owner: ministry, years: [1991] }]),
    ]);
    expect(datasetsOf(built)).to.deep.equal({
      'dataset/ministry-of-waves-arrivals-register': ['period/1990', 'period/1991'],
    });
    const about = ({ object }: Quad) => object.value.endsWith('arrivals-register');
    for (const slug of ['a', 'b']) {
      const own = built.quads.filter(({ graph }) => graph.value === `${base}graph/note/${slug}`);
      const claims = own.filter((quad) => quad.predicate.equals(rdfTerms.subject) && about(quad));
      expect(claims.length, slug).to.be.greaterThan(2);
      for (const { subject } of claims) {
        const passages = own.filter(
          (quad) => quad.subject.equals(subject) && quad.predicate.equals(prov.wasQuotedFrom),
        );
        expect(passages.map(({ object }) => local(object.value))).to.match(new RegExp(`^note/${slug}#`));
      }
    }
    const { quads } = built;
    expect(valuesOf(quads, 'dataset/ministry-of-waves-arrivals-register', rdfs.label)).to.deep.equal([
      'Arrivals Register',
    ]);
    expect(valuesOf(quads, 'dataset/ministry-of-waves-arrivals-register', dct.alternative)).to.deep.equal([
      'The arrivals-register',
    ]);
  });

  it('are one by an acronym that one note explains, across three notes', async () => {
    const built = await build([
      note('a', [{ thing: short, owner: ministry, years: [1990] }]),
      note('b', [{ thing: register, owner: ministry, acronym: 'AR', years: [1991] }]),
      note('c', [
        { thing: dataset('ministry-of-waves-ar-2', 'Arrivals Register (AR)'), owner: ministry, years: [1992] },
      ]),
    ]);
    expect(datasetsOf(built)).to.deep.equal({
      'dataset/ministry-of-waves-ar': ['period/1990', 'period/1991', 'period/1992'],
    });
  });

  it('are never one across owners, nor where no owner is known', async () => {
    const theirs = dataset('league-of-harbours-arrivals-register', 'Arrivals Register');
    const nobodys = dataset('arrivals-register', 'Arrivals Register');
    const built = await build([
      note('a', [
        { thing: register, owner: ministry },
        { thing: nobodys, years: [1990] },
      ]),
      note('b', [
        { thing: theirs, owner: league },
        { thing: nobodys, years: [1991] },
      ]),
    ]);
    expect(datasetsOf(built)).to.deep.equal({
      'dataset/arrivals-register': ['period/1990'],
      'dataset/arrivals-register-b': ['period/1991'],
      'dataset/league-of-harbours-arrivals-register': [],
      'dataset/ministry-of-waves-arrivals-register': [],
    });
  });

  it('are two where one note tells them apart, or where they are documents of two years', async () => {
    const other = dataset('ministry-of-waves-arrivals-register-2', 'Arrivals Register');
    const spelt = dataset('ministry-of-waves-register-of-arrivals', 'Arrivals register');
    const twins = await build([
      note('a', [
        { thing: register, owner: ministry },
        { thing: other, owner: ministry },
      ]),
      note('b', [{ thing: spelt, owner: ministry }]),
    ]);
    expect(Object.keys(datasetsOf(twins))).to.have.length(3);
    const yearbook = (slug: string) => entity('Publication', slug, 'Yearbook of Waves');
    const books = await build([
      note('a', [{ thing: yearbook('yearbook'), owner: ministry, published: '1990' }]),
      note('b', [{ thing: yearbook('yearbook'), owner: ministry, published: '1991-05' }]),
      note('c', [{ thing: yearbook('waves'), owner: ministry, published: '1991' }]),
    ]);
    expect(Object.keys(datasetsOf(books, mig.Publication))).to.deep.equal([
      'publication/yearbook',
      'publication/yearbook-b',
    ]);
  });

  it('have the name of the older note, and a title in each language', async () => {
    const french = dataset('ministry-of-waves-registre', 'AR');
    const built = await build([
      note('a', [{ thing: french, owner: ministry }], { date: '2006', language: 'fr' }),
      note('b', [{ thing: register, owner: ministry, acronym: 'AR' }], { date: '2001' }),
    ]);
    const name = 'dataset/ministry-of-waves-arrivals-register';
    expect(Object.keys(datasetsOf(built))).to.deep.equal([name]);
    const titles = built.quads.filter(
      ({ subject, predicate }) => subject.value === base + name && predicate.equals(dct.title),
    );
    expect(titles.map(({ object }) => object)).to.satisfy(
      (objects: { value: string; language?: string }[]) =>
        objects
          .map(({ value, language }) => `${value}@${language}`)
          .sort()
          .join() === 'AR@fr,Arrivals Register@en',
    );
  });

  it('keep the name that was published first; the other one leads to it from then on', async () => {
    const first = await build([note('a', [{ thing: short, owner: ministry }])], { records: [] });
    expect(first.change?.new).to.include.keys('dataset/ministry-of-waves-ar');
    const second = await build(
      [
        note('a', [{ thing: register, owner: ministry, acronym: 'AR' }]),
        note('b', [{ thing: short, owner: ministry }]),
      ],
      { records: first.change ? [first.change] : [] },
    );
    expect(Object.keys(datasetsOf(second))).to.deep.equal(['dataset/ministry-of-waves-ar']);
    const apart = [note('a', [{ thing: register, owner: ministry }]), note('b', [{ thing: short, owner: ministry }])];
    const two = await build(apart, { records: [] });
    const joined = await build(apart, {
      records: two.change ? [two.change] : [],
      decisions: [
        decide(
          'same',
          ['dataset/ministry-of-waves-ar', 'dataset/ministry-of-waves-arrivals-register'],
          'keeps AR in b',
        ),
      ],
    });
    expect(joined.change?.replaced).to.deep.equal({
      'dataset/ministry-of-waves-arrivals-register': 'dataset/ministry-of-waves-ar',
    });
    expect(valuesOf(joined.quads, 'dataset/ministry-of-waves-arrivals-register', dct.isReplacedBy)).to.deep.equal([
      'dataset/ministry-of-waves-ar',
    ]);
  });
});

describe('a curator who decides on two things', () => {
  const theirs = dataset('league-of-harbours-boats', 'Boats');
  const notes = [
    note('a', [{ thing: register, owner: ministry, years: [1990] }]),
    note('b', [{ thing: theirs, owner: league, years: [1991] }]),
  ];

  it('makes them one, whoever owns them, and other decisions may still say the old name', async () => {
    const assertion = `id: e\nnote: a\naction: assert\nwho: Ada\nwhen: 2026-11-24\nwhy: It is.\nquote: keeps\nstatement: { subject: <dataset/league-of-harbours-boats>, predicate: dct:alternative, object: '"Ships"@en' }\n`;
    const built = await build(notes, {
      decisions: [
        decide(
          'same',
          ['dataset/ministry-of-waves-arrivals-register', 'dataset/league-of-harbours-boats'],
          'keeps Boats',
        ),
        assertion,
      ],
    });
    const name = 'dataset/ministry-of-waves-arrivals-register';
    expect(datasetsOf(built)).to.deep.equal({ [name]: ['period/1990', 'period/1991'] });
    expect(valuesOf(built.quads, name, dct.publisher)).to.have.members([
      'agency/ministry-of-waves',
      'agency/league-of-harbours',
    ]);
    expect(valuesOf(built.quads, name, dct.alternative)).to.include.members(['Boats', 'Ships']);
    expect(valuesOf(built.quads, 'dataset/league-of-harbours-boats', dct.isReplacedBy)).to.deep.equal([name]);
  });

  it('holds them apart, under a name of its own where they had one', async () => {
    const same = [
      note('a', [{ thing: register, owner: ministry, years: [1990] }]),
      note('b', [{ thing: register, owner: ministry, years: [1991] }]),
    ];
    const path = 'dataset/ministry-of-waves-arrivals-register';
    const ships = await build(same, { decisions: [decide('different', [path, 'dataset/ships'], 'keeps Arrivals')] });
    expect(datasetsOf(ships)).to.deep.equal({ [path]: ['period/1990'], 'dataset/ships': ['period/1991'] });
    expect(valuesOf(ships.quads, path, owl.differentFrom)).to.deep.equal(['dataset/ships']);
    const named = [
      note('a', [{ thing: register, owner: ministry, acronym: 'AR' }]),
      note('b', [{ thing: short, owner: ministry }]),
    ];
    const decisions = [decide('different', ['dataset/ministry-of-waves-ar', path], 'keeps AR')];
    expect(Object.keys(datasetsOf(await build(named)))).to.deep.equal([path]);
    expect(Object.keys(datasetsOf(await build(named, { decisions })))).to.deep.equal([
      'dataset/ministry-of-waves-ar',
      path,
    ]);
  });

  const path = 'dataset/ministry-of-waves-arrivals-register';
  const refusals: readonly (readonly [what: string, decision: string, complaint: string])[] = [
    [
      'a thing that is none',
      decide('same', [path, 'dataset/nothing'], 'keeps Boats'),
      '8: nothing in the notes is called <dataset/nothing>',
    ],
    [
      'a thing of another note',
      decide('different', [path, 'dataset/x'], 'keeps Boats'),
      `8: the note "b" does not speak of <${path}>`,
    ],
    ['one thing twice', decide('same', [path, path], 'keeps Boats'), '8: are one and the same name'],
    [
      'what is no thing',
      decide('same', [path, 'https://x.example/y'], 'keeps Boats'),
      '8: <https://x.example/y> is no thing of ours such as <dataset/x>',
    ],
    [
      'words that are not there',
      decide('same', [path, 'dataset/league-of-harbours-boats'], 'sells Boats'),
      '7: these words are not in the note "b"',
    ],
  ];
  for (const [what, decision, complaint] of refusals)
    it(`is told of ${what}`, async () => {
      const said = await Promise.resolve()
        .then(() => build(notes, { decisions: [decision] }))
        .then(String, (error: Error) => error.message);
      expect(said).to.include(`decision-0.yaml:${complaint}`);
    });
});

describe('editions of a dataset', () => {
  const edition = (year: string, slug = year) =>
    dataset(`ministry-of-waves-${slug}`, `Trends in Sea Crossings: The ${year} Revision`);

  it('become a series, whichever notes they stand in, each on the words of its own title', async () => {
    const built = await build([
      note('a', [{ thing: edition('2003'), owner: ministry }]),
      note('b', [{ thing: edition('2005'), owner: ministry }]),
    ]);
    const series = 'series/ministry-of-waves-trends-in-sea-crossings';
    expect(datasetsOf(built, dcat.DatasetSeries)).to.have.all.keys(series);
    expect(valuesOf(built.quads, series, dct.title)).to.deep.equal(['Trends in Sea Crossings']);
    expect(valuesOf(built.quads, series, dct.publisher)).to.deep.equal(['agency/ministry-of-waves']);
    for (const path of Object.keys(datasetsOf(built)))
      expect(valuesOf(built.quads, path, dcat.inSeries)).to.deep.equal([series]);
    const claims = built.quads.filter(
      ({ predicate, object }) => predicate.equals(rdfTerms.predicate) && object.equals(dcat.inSeries),
    );
    expect(claims.map(({ graph }) => local(graph.value))).to.have.members(['graph/note/a', 'graph/note/b']);
  });

  it('are none of one alone, of two owners, or of a title that is nothing without its year', async () => {
    const census = (year: string) => dataset(`ministry-of-waves-census-${year}`, `Census ${year}`);
    const built = await build([
      note('a', [
        { thing: edition('2003'), owner: ministry },
        { thing: census('1990'), owner: ministry },
      ]),
      note('b', [
        { thing: edition('2005'), owner: league },
        { thing: census('2000'), owner: ministry },
      ]),
    ]);
    expect(datasetsOf(built, dcat.DatasetSeries)).to.deep.equal({});
  });
});
