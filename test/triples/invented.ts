/** Invented notes, agencies and places that the tests of the graph are made of. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import type {
  Attribution,
  Claim,
  ClaimObjects,
  Entity,
  EntityType,
  Extraction,
  Property,
} from '../../src/extract/claim.js';
import type { AgencyEntry, Gazetteers, Names } from '../../src/extract/gazetteer.js';
import { buildPhrases } from '../../src/extract/phrases.js';
import type { FrontMatter, Note, Passage } from '../../src/notes/note.js';
import { readOntology } from '../../src/triples/ontology.js';

export const ontology = readOntology(join(packageRoot, 'ontology'));

const names = (en: string): Names => ({ en, fr: en, es: en, ar: en, zh: en, ru: en });
const country = (alpha3: string, alpha2: string, m49: string, name: string, region: string) =>
  [alpha3, { alpha3, alpha2, m49, names: names(name), region }] as const;
const region = (code: string, name: string, broader?: string) =>
  [code, { code, names: names(name), ...(broader !== undefined && { broader }) }] as const;

const agencies: readonly AgencyEntry[] = [
  {
    slug: 'ministry-of-waves',
    label: 'Ministry of Waves',
    acronym: 'MOW',
    type: 'Agency',
    homepage: 'https://waves.example/',
  },
  { slug: 'ferry-section', label: 'Ferry Section', type: 'Unit', parent: 'ministry-of-waves' },
];

export const gazetteers: Gazetteers = {
  places: buildPhrases([]),
  countries: new Map([
    country('NLD', 'NL', '528', 'Netherlands', '155'),
    country('ISL', 'IS', '352', 'Iceland', '154'),
  ]),
  furtherNames: new Map(),
  regions: new Map([
    region('001', 'World'),
    region('154', 'Northern Europe', '001'),
    region('155', 'Western Europe', '001'),
  ]),
  groups: new Map([
    ['ferry-states', { slug: 'ferry-states', label: 'ferry states', source: 'https://waves.example/list' }],
  ]),
  nationalities: new Map(),
  cutAgency: () => undefined,
  agencies: buildPhrases(
    agencies.map((agency) => ({
      phrase: agency.label,
      value: { agency, kind: 'name' as const, ambiguous: false },
      matchCase: true,
    })),
  ),
  agencyEntries: new Map(agencies.map((agency) => [agency.slug, agency])),
  euCountries: new Set(['ISL']),
  themeLinks: [
    { slug: 'sea-crossings', relation: 'exactMatch', iri: 'http://eurovoc.europa.eu/0', label: 'crossing of seas' },
  ],
  themes: buildPhrases([]),
  themeEntries: new Map([['sea-crossings', { slug: 'sea-crossings', label: 'sea crossings', source: 'invented' }]]),
};

export const entity = (type: EntityType, slug: string, label: string): Entity => ({ type, slug, label });

/** A note whose passages are its lines. */
export function inventNote(slug: string, lines: readonly string[], frontMatter: FrontMatter = {}): Note {
  const text = `${lines.join('\n')}\n`;
  let start = 0;
  const passages = lines.map((line, block): Passage => {
    const passage = { start, end: start + line.length, text: line, block };
    start += line.length + 1;
    return passage;
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { slug, frontMatter, text, firstLine: 1, sha256, passages, damaged: [] };
}

/** Says things of one subject, on the lines of a note (by number). */
export function sayings(note: Note, subject: Entity) {
  return <P extends Property>(
    property: P,
    object: ClaimObjects[P],
    lines: number | readonly number[],
    attribution: Attribution = 'stated',
  ): Claim => {
    const passages = [lines].flat().flatMap((n) => note.passages[n] ?? []);
    return {
      subject,
      property,
      object,
      evidence: { passages, rule: `test-${property}`, attribution },
    } as unknown as Claim;
  };
}

export function extractionOf(note: Note, claims: readonly Claim[]): Extraction {
  const entities = new Map(claims.map(({ subject }) => [`${subject.type}/${subject.slug}`, subject]));
  return { note, entities: [...entities.values()], claims, damaged: note.damaged, rejected: [] };
}
