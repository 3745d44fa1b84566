/** Tests what the gazetteers know, by marked-up sentences: `[Kenya|KEN]` must be found, and nothing else. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { type AgencyName, type Place, readGazetteers, type ThemeEntry } from '../../src/extract/gazetteer.js';
import type { Phrases } from '../../src/extract/phrases.js';
import { spellings } from '../../src/extract/spellings.js';

const folder = join(packageRoot, 'data', 'gazetteers');
const gazetteers = readGazetteers();

/** Checks that exactly the marked stretches are found; several values of one are joined by "+". */
function recognises<T>(phrases: Phrases<T>, marked: string, key: (value: T) => string | undefined): void {
  const text = marked.replace(/\[([^|\]]+)\|[^\]]+\]/g, '$1');
  const expected = [...marked.matchAll(/\[([^|\]]+)\|([^\]]+)\]/g)].map(([, words, keys]) => `${words}|${keys}`);
  const found = phrases.find(text).flatMap(({ start, end, values }) => {
    const keys = values.map(key).filter((one) => one !== undefined);
    return keys.length === 0 ? [] : [`${text.slice(start, end)}|${keys.join('+')}`];
  });
  expect(found).to.deep.equal(expected);
}

function placeKey(place: Place): string | undefined {
  if (place.kind === 'none') return undefined;
  if (place.kind === 'city') return `${place.name}, ${place.country}`;
  return place.kind === 'group' ? place.slug : place.code;
}

const agencyKey = (name: AgencyName) => name.agency.slug + (name.ambiguous ? '?' : '');
const themeKey = (theme: ThemeEntry) => theme.slug;

function sentences<T>(phrases: Phrases<T>, key: (value: T) => string | undefined, marked: readonly string[]): void {
  for (const sentence of marked) it(sentence, () => recognises(phrases, sentence, key));
}

describe('gazetteers: sources', () => {
  it('say in words what nobody looked up, and give no address for it', () => {
    const lines = readFileSync(join(folder, 'agencies.tsv'), 'utf8').split('\n');
    expect(lines.filter((line) => line.includes('\thttps://en.wikipedia.org/'))).to.deep.equal([]);
  });
});

describe('gazetteers: links', () => {
  it('give most countries a code of the EU table, and no country one that is not in it', () => {
    const linked = [...gazetteers.countries.keys()].filter((code) => gazetteers.euCountries.has(code));
    expect(linked.length).to.be.greaterThan(230).and.lessThan(gazetteers.countries.size);
    expect(gazetteers.euCountries.has('GLP'), 'which the table does not list').to.equal(false);
  });
  it('lead to concepts of EuroVoc and of the table of data themes, each by one relation', () => {
    const shape =
      /^http:\/\/(?:eurovoc\.europa\.eu\/(?:\d+|c_[\da-f]{8})|publications\.europa\.eu\/resource\/authority\/data-theme\/[A-Z]{4})$/;
    expect(gazetteers.themeLinks.filter(({ iri }) => !shape.test(iri))).to.deep.equal([]);
    const pairs = gazetteers.themeLinks.map(({ slug, iri }) => `${slug} ${iri}`);
    expect(new Set(pairs).size).to.equal(pairs.length).and.to.be.greaterThan(20);
  });
  it('say of one concept one thing', () => {
    const labels = new Map(gazetteers.themeLinks.map(({ iri, label }) => [iri, label]));
    expect(gazetteers.themeLinks.filter(({ iri, label }) => labels.get(iri) !== label)).to.deep.equal([]);
    const same = gazetteers.themeLinks.filter(({ relation }) => relation === 'exactMatch').map(({ iri }) => iri);
    expect(new Set(same).size, 'two themes that mean the same').to.equal(same.length);
  });
});

describe('gazetteers: countries', () => {
  sentences(gazetteers.places, placeKey, [
    'In 2020 [Kenya|KEN] hosted most refugees; turkey the bird is no place.',
    'Flows to the [Netherlands|NLD], the [United Kingdom|GBR] and the [United States|USA] of late.',
    '[Brazil|BRA]-[Japan|JPN] and [Albania|ALB]–[Italy|ITA] are pairs.',
    '[MOLDOVA|MDA], [VIET NAM|VNM] AND [CÔTE D’IVOIRE|CIV] IN A HEADING',
    "[Albania|ALB]'s report, [Ghana|GHA]’s census.",
    '[Niger|NER] and [Nigeria|NGA], [Dominica|DMA] and the [Dominican Republic|DOM].',
    '[Guinea|GIN], [Guinea-Bissau|GNB], [Equatorial Guinea|GNQ] and [Papua New Guinea|PNG].',
    'The [Congo|COG] and the [Democratic Republic of the Congo|COD]; the [DRC|COD].',
    '[Republic of Korea|KOR], [South Korea|KOR], [Korea, Rep.|KOR] and the [Democratic People’s Republic of Korea|PRK].',
    '[Sudan|SDN] and [South Sudan|SSD], [Samoa|WSM] and [American Samoa|ASM].',
    '[Ireland|IRL] but not Northern Ireland; [South Africa|ZAF] but not [Southern Africa|018].',
    '[Jordan|JOR], [Chad|TCD], [Georgia|GEO] and [Turkey|TUR] ([Türkiye|TUR]).',
    '[Hong Kong SAR|HKG], [Macao|MAC], [Taiwan Province of China|TWN], the [State of Palestine|PSE].',
    'The [Bolivarian Republic of Venezuela|VEN], [Iran (Islamic Republic of)|IRN], [Tanzania|TZA].',
    '[U.S.|USA] and [UK|GBR] data; they told us so.',
    'The [former Yugoslav Republic of Macedonia|MKD] was not yet a member.',
    '[Suède|SWE], [España|ESP], [Швеция|SWE], [السويد|SWE], 在[中国|CHN]的移民',
  ]);
});

describe('gazetteers: regions, groups and cities', () => {
  sentences(gazetteers.places, placeKey, [
    '[Africa|002], [Asia|142], [Oceania|009] and [Latin America and the Caribbean|419].',
    '[Sub-Saharan Africa|202], [Eastern Europe|151], [Western Asia|145], [South-Eastern Asia|035].',
    '[Latin America|419], [North America|021] and [Western Europe|155]; all over the world.',
    'The islands of [Micronesia|057+FSM]; the [Federated States of Micronesia|FSM].',
    '[Developing countries|developing-countries], [OECD countries|oecd-countries] and the [Middle East|middle-east].',
    '[countries with economies in transition|economies-in-transition] and [Least Developed Countries|least-developed-countries]',
    'A meeting in [Santo Domingo|Santo Domingo, DOM], another in [Geneva|Geneva, CHE] and in [Rabat|Rabat, MAR].',
    '[Guatemala City|Guatemala City, GTM] in [Guatemala|GTM], [Mexico City|Mexico City, MEX], [Luxembourg|LUX].',
    '[Washington, D.C.|Washington, D.C., USA] and [New York|New York, USA].',
  ]);
});

describe('gazetteers: what is no place', () => {
  sentences(gazetteers.places, placeKey, [
    'Albanian, Brazilian, Argentine and Western European workers; Swedes abroad.',
    'New Mexico, Jersey City, Georgia State University and Atlanta, Georgia.',
    'Texas, Georgia and New Jersey are states, Georgia and Oregon too; so is New South Wales.',
    'Chad Smith, Michael Jordan and George Washington.',
    'Guinea pigs in the South China Sea near the Panama Canal and Lake Chad.',
    'It cost US$ 5 million, or 5 million US dollars.',
    'The Geneva Convention, the Bali Process and the Marrakech Compact.',
    'The Soviet Union, Yugoslavia and Czechoslovakia are no more; Kosovo has no code.',
    'male migrants (MALE), Male and female; a family reunion; FAMILY REUNION; china cups.',
    'Somaliland, Nigerien, Malian, Omanis, Pacific Ocean.',
  ]);

  it('marks names that people bear too', () => {
    const values = gazetteers.places.find('Georgia Sweden Sydney Geneva').map(({ values: [value] }) => value);
    expect(values.map((value) => value !== undefined && 'givenName' in value)).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('gazetteers: organisations', () => {
  sentences(gazetteers.agencies, agencyKey, [
    'The [International Labour Organization|ilo] ([ILO|ilo]) and the [International Labor Organisation|ilo].',
    'The [Population Division|undesa-population-division] in [UN DESA|undesa]; the [UN Population Division|undesa-population-division].',
    '[UNSD|undesa-statistics-division], [UNHCR|unhcr]’s and [Eurostat|eurostat]; who said so?',
    'The [UK Department for International Development|dfid] and [Statistics Canada|statistics-canada].',
    'The [World Bank|world-bank], the [Asian Development Bank|adb] and the [African Development Bank|afdb].',
    'The unhcr in small letters, IOMs and a population division are none.',
  ]);

  it('knows which names several organisations bear', () => {
    const names = (text: string) => gazetteers.agencies.find(text)[0]?.values ?? [];
    expect(names('INE').length).to.be.above(5);
    expect(names('INE').every((name) => name.ambiguous && name.kind === 'acronym')).to.equal(true);
    expect(new Set(names('INE').map((name) => name.agency.country))).to.include.members(['ESP', 'CHL', 'PRT']);
    expect(names('the Bank').every((name) => name.ambiguous && name.kind === 'back-reference')).to.equal(true);
    expect(names('World Bank').map((name) => [name.kind, name.ambiguous])).to.deep.equal([['name', false]]);
  });

  it('leads every unit up to an agency', () => {
    for (const entry of gazetteers.agencyEntries.values()) {
      const path = new Set<string>();
      let at: typeof entry | undefined = entry;
      while (at?.parent !== undefined && !path.has(at.slug)) {
        path.add(at.slug);
        at = gazetteers.agencyEntries.get(at.parent);
      }
      expect(at?.type, [...path].join(' → ')).to.equal('Agency');
    }
  });

  it('gives no two organisations the same label', () => {
    const labels = [...gazetteers.agencyEntries.values()].map(({ label }) => label);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).to.deep.equal([]);
  });
});

describe('gazetteers: themes', () => {
  sentences(gazetteers.themes, themeKey, [
    '[Labour migration|labour-migration], [labor migration|labour-migration] and [REMITTANCES|remittances].',
    '[Trafficking in persons|trafficking-in-persons] and [smuggling of migrants|smuggling-of-migrants].',
    'Data by sex, gender, age and citizenship say nothing of a subject.',
    'Asylums and remittancing are no terms.',
  ]);
});

describe('gazetteers: the tables behind the names', () => {
  it('has every country of ISO 3166 once, in six languages, in a region', () => {
    expect(gazetteers.countries.size).to.equal(249);
    for (const country of gazetteers.countries.values()) {
      expect(country.alpha3).to.match(/^[A-Z]{3}$/);
      expect(country.m49).to.match(/^\d{3}$/);
      expect(gazetteers.regions.has(country.region), country.alpha3).to.equal(true);
      expect(Object.values(country.names).every((name) => name !== '')).to.equal(true);
    }
    expect(gazetteers.countries.get('SWE')).to.deep.include({ alpha2: 'SE', m49: '752', region: '154' });
    expect(gazetteers.countries.get('MAR')?.names).to.deep.include({ fr: 'Maroc', es: 'Marruecos', ru: 'Марокко' });
  });

  it('leads every region up to the world', () => {
    expect(gazetteers.regions.size).to.equal(30);
    for (const { code } of gazetteers.regions.values()) {
      let at = code;
      for (let steps = 0; at !== '001' && steps < 5; steps++) at = gazetteers.regions.get(at)?.broader ?? '';
      expect(at, code).to.equal('001');
    }
  });

  it('gives no name to two countries', () => {
    for (const { alpha3, names } of gazetteers.countries.values()) {
      for (const name of Object.values(names)) {
        const found = gazetteers.places.find(name).find(({ start, end }) => end - start === name.length);
        const codes = (found?.values ?? []).filter((place) => place.kind === 'country').map((place) => place.code);
        expect(
          codes.every((code) => code === alpha3),
          `${name}: ${codes.join(', ')}`,
        ).to.equal(true);
      }
    }
  });

  it('writes each name of a file down once', () => {
    for (const file of [
      'place-aliases',
      'not-places',
      'region-aliases',
      'country-groups',
      'cities',
      'agencies',
      'themes',
    ]) {
      const lines = readFileSync(join(folder, `${file}.tsv`), 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith('#'));
      const names = lines.map((line) => line.split('\t').slice(0, 2).join('\t')).filter(Boolean);
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        file,
      ).to.deep.equal([]);
    }
  });

  it('spells organisations in British and American ways', () => {
    expect(spellings('United Nations Labour Programme')).to.include.members([
      'United Nations Labour Programme',
      'UN Labor Program',
      'U.N. Labour Programme',
    ]);
    expect(spellings('Bureau of Statistics')).to.deep.equal(['Bureau of Statistics']);
  });
});

describe('gazetteers: a malformed line is named', () => {
  const faults: [fault: string, file: string, lines: string | Buffer, message: string][] = [
    [
      'a wrong header',
      'themes.tsv',
      'slug\tterm\n',
      'themes.tsv:1: the header must be slug, term, label, source (separated by tabs)',
    ],
    ['no header', 'cities.tsv', '# nothing\n', 'cities.tsv:1: there is no header line'],
    [
      'too few columns',
      'not-places.tsv',
      '# a comment\nalias\treason\nNew Mexico\n',
      'not-places.tsv:3: 1 columns where 2 are expected',
    ],
    ['an empty cell', 'not-places.tsv', 'alias\treason\n\tno reason\n', 'not-places.tsv:2: "alias" is empty'],
    [
      'an unknown country',
      'place-aliases.tsv',
      'code\talias\tsource\r\nXYZ\tNowhere\tnobody\r\n',
      'place-aliases.tsv:2: "XYZ" is no ISO 3166 alpha-3 code',
    ],
    [
      'an unknown region',
      'region-aliases.tsv',
      'code\talias\tsource\n404\tKenya\tM49\n',
      'region-aliases.tsv:2: "404" is no region of M49',
    ],
    [
      'a group without label',
      'country-groups.tsv',
      'slug\talias\tlabel\tsource\nx\tX\t\ty\n',
      'country-groups.tsv:2: the first line of "x" needs a label',
    ],
    ['a text that is not UTF-8', 'cities.tsv', Buffer.from([0x61, 0xff]), 'cities.tsv:1: not UTF-8'],
  ];
  const agencyHeader = 'slug\talias\tkind\tlabel\ttype\tparent\tcountry\thomepage\tsource\n';
  const agencyFaults: [fault: string, line: string, reason: string][] = [
    ['an unknown kind', 'a\tA\tnick\tA\tAgency\t\t\t\ts', '2: "nick" is none of name, acronym, back-reference'],
    ['an unknown type', 'a\tA\tname\tA\tClub\t\t\t\ts', '2: "Club" is neither Agency nor Unit'],
    ['a unit of nothing', 'a\tA\tname\tA\tUnit\t\t\t\ts', '2: the unit "a" needs a parent'],
    [
      'an agency with a parent',
      'a\tA\tname\tA\tAgency\tb\t\t\ts',
      '2: the agency "a" has a parent: only units have one',
    ],
    ['an unknown parent', 'a\tA\tname\tA\tUnit\tb\t\t\ts', '2: the parent "b" is not in the file'],
    ['a bad homepage', 'a\tA\tname\tA\tAgency\t\t\tnone\ts', '2: "none" is no absolute IRI'],
    [
      'two descriptions',
      'a\tA\tname\tA\tAgency\t\t\t\ts\na\tB\tname\tB\t\t\t\t\ts',
      '3: "a" is described on an earlier line already',
    ],
  ];
  for (const [fault, line, reason] of agencyFaults)
    faults.push([fault, 'agencies.tsv', `${agencyHeader}${line}\n`, `agencies.tsv:${reason}`]);

  const linkHeader = 'slug\trelation\tiri\tlabel\tsource\n';
  const linkFaults: [fault: string, line: string, reason: string][] = [
    ['a link of no theme', 'none\texactMatch\thttp://e/1\ta\ts', '2: there is no theme "none"'],
    [
      'an unknown relation',
      'asylum\tlikes\thttp://e/1\ta\ts',
      '2: "likes" is none of exactMatch, closeMatch, broadMatch',
    ],
    ['a link to nowhere', 'asylum\texactMatch\tsoci\ta\ts', '2: "soci" is no absolute IRI'],
  ];
  for (const [fault, line, reason] of linkFaults)
    faults.push([fault, 'theme-links.tsv', `${linkHeader}${line}\n`, `theme-links.tsv:${reason}`]);
  faults.push([
    'a code that is none',
    'eu-countries.tsv',
    'code\tlabel\tsource\nKenya\tKenya\ts\n',
    'eu-countries.tsv:2: "Kenya" is no code of three characters',
  ]);

  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'gazetteers-'));
    cpSync(folder, copy, { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  for (const [fault, file, lines, message] of faults)
    it(fault, () => {
      writeFileSync(join(copy, file), lines);
      expect(() => readGazetteers(copy)).to.throw(Error, join(copy, message));
    });

  it('a missing file', () => {
    rmSync(join(copy, 'themes.tsv'));
    expect(() => readGazetteers(copy)).to.throw(Error, `${join(copy, 'themes.tsv')}:1: cannot be read (ENOENT)`);
  });
});
