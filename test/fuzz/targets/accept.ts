/** Accept headers: what is chosen is offered and wanted, as a plain reading of the weights has it. */
import { formats } from '../../../src/formats.js';
import { type Choice, negotiate, type Offer } from '../../../src/server/negotiate.js';
import type { Random } from '../../random.js';
import { type FuzzTarget, type Outcome, probing } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';

const types = [
  ...new Set(formats.flatMap(({ mediaType, alsoKnownAs }) => [mediaType, ...alsoKnownAs])),
  'text/html',
  'image/png',
];
const ranges = [...types, ...types, 'text/*', 'application/*', '*/*', '*', 'image/*', 'TEXT/Turtle', 'text', '/'];
const weights = [
  '',
  '',
  ';q=0',
  ';q=1',
  ';q=0.5',
  '; q=0.001',
  ' ;Q=0.9',
  ';q=1.000',
  ';q=2',
  ';q=',
  ';q=.5',
  ';q=0.1234',
  ';q=-1',
];

const plain = (random: Random): Uint8Array =>
  Buffer.from(
    Array.from({ length: random.number(7) }, () => random.pick(ranges) + random.pick(weights)).join(
      random.pick([',', ', ', ' ,\t', ',,']),
    ),
  );

const spoilt = createSpoiler({
  samples: [
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted";q=0.7, text/turtle; charset=utf-8',
    'text/turtle;version=1.2, application/n-triples;version="1.1";q=0.5, */*;q=0.1',
    'application/sparql-results+json;a="b,c;\\"d";q=0.3',
  ],
  tokens: /[\w.+*-]+|"(?:[^"\\]|\\.)*"|\s+|[\s\S]/g,
  more: [...types, '*', 'q', 'version', '1.2', '"', '\\'],
  kinds: [/^[a-z]/, /^\d/, /^[,;=/*"\\]/],
});

/** What a list of plain ranges gives a media type: the weight of the most exact one, of equals the first. */
function weightFor(type: string, header: string): number {
  let [best, weight] = [0, 0];
  for (const range of header
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [name = '', q = ''] = range
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const exact = name === type ? 3 : name === `${type.split('/')[0]}/*` ? 2 : name === '*/*' || name === '*' ? 1 : 0;
    const given = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(q)?.[1];
    if (exact > best) [best, weight] = [exact, given === undefined ? 1 : Number(given)];
  }
  return weight;
}

/** Without quotes, and without parameters but the weight. */
const isPlain = (header: string): boolean => /^(?:[\w.+*/-]*\s*(?:;\s*q=[\w.-]*)?\s*(?:,\s*|$))*$/i.test(header);

function plainFault(header: string, offers: readonly Offer[], choice: Choice | undefined): string | undefined {
  const best = (offer: Offer): number =>
    Math.max(
      ...[offer.mediaType, ...offer.alsoKnownAs].map((type) => weightFor(type, /[^\s,]/.test(header) ? header : '*/*')),
    );
  const most = Math.max(...offers.map(best));
  const chosen = offers.find(({ id }) => id === choice?.id);
  if (chosen === undefined) return most > 0 ? `none is chosen, but one has ${most}` : undefined;
  return best(chosen) === most && most > 0 ? undefined : `${chosen.id} has ${best(chosen)}, and not ${most}`;
}

const kinds = ['bindings', 'graph', 'dataset'] as const;
const offered = kinds.map((kind): readonly Offer[] => formats.filter(({ carries }) => carries.includes(kind)));

function probeOffers(header: string, offers: readonly Offer[]): Outcome {
  const choice = negotiate(header, offers);
  const again = negotiate(header, [...offers]);
  if (JSON.stringify(choice) !== JSON.stringify(again))
    return { kind: 'two', fault: 'chosen otherwise the second time' };
  const known = offers.flatMap(({ id, mediaType, alsoKnownAs }) =>
    [mediaType, ...alsoKnownAs].map((type) => `${id} ${type}`),
  );
  if (choice !== undefined && !known.includes(`${choice.id} ${choice.mediaType.replace('; version=1.2', '')}`))
    return { kind: 'unknown', fault: `${JSON.stringify(choice)} is not offered` };
  const fault = isPlain(header) ? plainFault(header, offers, choice) : undefined;
  return { kind: choice === undefined ? 'none' : isPlain(header) ? 'chosen by weight' : 'chosen', fault };
}

export const accept: FuzzTarget = {
  name: 'accept',
  share: 160,
  generate: (random) => (random.chance(60) ? plain(random) : spoilt(random)),
  open: probing((input) => {
    // As Node hands a header on.
    const header = Buffer.from(input).toString('latin1');
    const outcomes = offered.map((offers) => probeOffers(header, offers));
    return outcomes.find(({ fault }) => fault !== undefined) ?? outcomes[0] ?? { kind: 'none' };
  }),
};
