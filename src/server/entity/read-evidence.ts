/** On which sentences the statements of a thing rest, by which rule they were read, and what curators decided on them. */
import type { NamedNode, Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';

export interface Passage {
  readonly iri: string;
  readonly quote: string;
}

export interface Decision {
  readonly iri: string;
  readonly why: string | undefined;
  readonly when: string | undefined;
  readonly who: string | undefined;
}

export interface Claim {
  readonly iri: string;
  readonly property: string;
  readonly value: Term;
  /** How the owner was found, in the last part of its IRI: Stated, Heading, Inferred. */
  readonly attribution: string | undefined;
  /** The rule's name, or the curator's. */
  readonly rule: string | undefined;
  readonly passages: readonly Passage[];
  /** By which a curator took it back. */
  readonly fallenBy: Decision | undefined;
  /** By which a curator made it. */
  readonly madeBy: Decision | undefined;
}

/** Claims that a page can still show. */
const mostRows = 5000;

export const lastPart = (iri: string | undefined): string | undefined => iri?.split(/[#/]/).at(-1);

type Decisions = ReadonlyMap<string, Decision>;

async function readDecisions(services: Services, options: Asking & { bindings: { thing: NamedNode } }) {
  const [fallen, made] = [new Map<string, Decision>(), new Map<string, Decision>()];
  for (const row of await readRows(services, 'pages/entity-decisions', options, mostRows)) {
    const text = (name: string): string | undefined => row.get(name)?.value;
    const decision = { iri: text('decision') ?? '', why: text('why'), when: text('when'), who: text('who') };
    (text('outcome') === 'fallen' ? fallen : made).set(text('claim') ?? '', decision);
  }
  return { fallen: fallen as Decisions, made: made as Decisions };
}

/** Of the thing, in the order in which their first sentences stand. */
export async function readEvidence(services: Services, thing: NamedNode, asking: Asking): Promise<Claim[]> {
  const options = { ...asking, bindings: { thing } };
  const [rows, { fallen, made }] = await Promise.all([
    readRows(services, 'pages/entity-evidence', options, mostRows),
    readDecisions(services, options),
  ]);
  const claims = new Map<string, Claim & { passages: Passage[] }>();
  for (const row of rows) {
    const text = (name: string): string | undefined => row.get(name)?.value;
    const [iri, value] = [text('claim') ?? '', row.get('value')];
    if (value === undefined) continue;
    const claim = claims.get(iri) ?? {
      iri,
      property: text('property') ?? '',
      value,
      attribution: lastPart(text('attribution')),
      rule: text('rule'),
      passages: [],
      fallenBy: fallen.get(iri),
      madeBy: made.get(iri),
    };
    claims.set(iri, claim);
    const passage = text('passage');
    if (passage !== undefined && !claim.passages.some((one) => one.iri === passage))
      claim.passages.push({ iri: passage, quote: text('quote') ?? '' });
  }
  return [...claims.values()];
}
