/** Content negotiation (RFC 9110, section 12.5.1). Of the parameters of media ranges, `q`, `profile` and `version` matter. */
import { type Parameterised, parseParameterised, splitList, weightOf } from './header-values.js';

export interface Offer {
  readonly id: string;
  readonly mediaType: string;
  /** Names that are offered only after all proper media types. */
  readonly alsoKnownAs: readonly string[];
  /** Whether its media type has the parameter `version` of RDF 1.2 and SPARQL 1.2. */
  readonly versioned?: boolean;
}

export interface Choice {
  readonly id: string;
  /** As asked for: a client that knows a format by another name gets it under that name, and with the version it named. */
  readonly mediaType: string;
  /** The `profile` parameter of the range that decided. */
  readonly profile?: string;
}

/** The labels of RDF 1.2 Concepts, section 2.1; `1.0` is SPARQL's own. */
export const knownVersions: readonly string[] = ['1.0', '1.1', '1.2-basic', '1.2'];

/** A format as it can be sent. Only `1.2` is announced: it promises nothing; the others would, that no triple term comes. */
interface Candidate {
  readonly id: string;
  readonly mediaType: string;
  readonly version?: '1.2' | 'none';
}

const candidatesFor = (offers: readonly Offer[]): Candidate[] => [
  ...offers.flatMap(({ id, mediaType, versioned }): Candidate[] =>
    versioned
      ? [
          { id, mediaType, version: '1.2' },
          { id, mediaType, version: 'none' },
        ]
      : [{ id, mediaType }],
  ),
  ...offers.flatMap(({ id, alsoKnownAs }) => alsoKnownAs.map((mediaType) => ({ id, mediaType }))),
];

/** Whether a range's version leaves the candidate in; where the media type has no such parameter anything does. */
function admits(asked: string | undefined, version: Candidate['version']): boolean {
  if (version === '1.2') return asked === '1.2';
  return version === undefined || asked === undefined || (asked !== '1.2' && knownVersions.includes(asked));
}

const understood = new Set(['q', 'charset', 'profile', 'version']);

/**
 * How exactly a range names a media type: 0 not at all, 1 by `*`/`*`, 2 by its main type, and by its name 3 with a parameter
 * that says nothing here, 4 without, 5 with its version.
 */
function precision({ value, parameters }: Parameterised, { mediaType, version }: Candidate): number {
  const asked = parameters.get('version');
  if (value === mediaType) {
    if (!admits(asked, version)) return 0;
    if (asked !== undefined && version !== undefined) return 5;
    return [...parameters.keys()].every((name) => understood.has(name)) ? 4 : 3;
  }
  if (version === '1.2') return 0;
  if (value === '*/*' || value === '*') return 1;
  return value.endsWith('/*') && mediaType.startsWith(value.slice(0, -1)) ? 2 : 0;
}

/** The range that decides about a media type: the most exact one, and among equals the first. */
function decisive(ranges: readonly Parameterised[], candidate: Candidate): Parameterised | undefined {
  let best: Parameterised | undefined;
  let exact = 0;
  for (const range of ranges) {
    const here = precision(range, candidate);
    if (here > exact) [best, exact] = [range, here];
  }
  return best;
}

/** The best offer; among equals the first. Without an Accept header that is the first of all; undefined: none will do. */
/** Clients send few headers again and again: what came of the last ones is kept, by the list of offers. */
const kept = new WeakMap<readonly Offer[], Map<string, Choice | undefined>>();
const mostKept = 100;
const longestKept = 500;

export function negotiate(accept = '', offers: readonly Offer[] = []): Choice | undefined {
  const known = kept.get(offers) ?? new Map<string, Choice | undefined>();
  if (known.has(accept)) return known.get(accept);
  const choice = choose(accept, offers);
  if (accept.length > longestKept) return choice;
  if (known.size >= mostKept) known.clear();
  kept.set(offers, known.set(accept, choice));
  return choice;
}

function choose(accept: string, offers: readonly Offer[]): Choice | undefined {
  const named = splitList(accept).map(parseParameterised);
  const ranges = named.length === 0 ? [parseParameterised('*/*')] : named;
  let best: Choice | undefined;
  let bestQ = 0;
  for (const candidate of candidatesFor(offers)) {
    const range = decisive(ranges, candidate);
    if (range === undefined || weightOf(range) <= bestQ) continue;
    bestQ = weightOf(range);
    const profile = range.parameters.get('profile');
    const mediaType = candidate.version === '1.2' ? `${candidate.mediaType}; version=1.2` : candidate.mediaType;
    best = { id: candidate.id, mediaType, ...(profile === undefined ? {} : { profile }) };
  }
  return best;
}
