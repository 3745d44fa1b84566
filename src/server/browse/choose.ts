/** Which things of a kind fit a choice, and which would without a part of it. */
import { readRows } from '../../export/read-rows.js';
import { rdf } from '../../rdf.js';
import type { Asking } from '../asking.js';
import type { Services } from '../services.js';
import { type Choice, type PartName, partNames } from './choice.js';
import { type FacetName, facets, type LackName } from './facets.js';
import type { KindIndex } from './kind-index.js';
import { overlap } from './spans.js';

export interface Chosen {
  /** Numbers of those that fit, ascending. */
  readonly things: readonly number[];
  /** Whether a thing fits all parts but these. */
  fittingBut(parts: readonly PartName[]): Test;
}

export type Test = (number: number) => boolean;

const bitOf = (part: PartName): number => 1 << partNames.indexOf(part);

/** Whether a thing says nothing of it. */
export function lacks({ facets: own, spans, datasets }: KindIndex, lack: LackName): Test {
  if (lack === 'years') return (number) => spans[number]?.length === 0;
  if (lack === 'datasets') return (number) => datasets?.[number] === 0;
  const said = [...own].filter(([name]) => facets[name].lack === lack).map(([, index]) => index.said);
  return (number) => said.every((values) => values[number]?.length === 0);
}

const among = (things: Iterable<number>): Test => {
  const set = new Set(things);
  return (number) => set.has(number);
};

/** The value that is meant: the first of those it may be that something has. */
export function findValue({ facets: own }: KindIndex, name: FacetName, iris: readonly string[]): string | undefined {
  const having = own.get(name)?.having;
  return iris.find((iri) => having?.has(iri) === true) ?? iris[0];
}

/** Those that have a word; the store is asked, for texts are not kept. */
async function having(services: Services, index: KindIndex, word: string, asking: Asking): Promise<number[]> {
  const found: number[] = [];
  const options = { ...asking, bindings: { word: rdf.literal(word) } };
  for await (const row of readRows(services.store, 'facets/word', options)) {
    const number = index.numberOf.get(row.get('thing')?.value ?? '');
    if (number !== undefined) found.push(number);
  }
  return found;
}

async function testsOf(services: Services, index: KindIndex, choice: Choice, asking: Asking) {
  const tests: [part: PartName, test: Test][] = [];
  for (const word of choice.words) tests.push(['q', among(await having(services, index, word, asking))]);
  for (const [name, { iris }] of choice.values) {
    const value = findValue(index, name, iris);
    tests.push([name, among(index.facets.get(name)?.having.get(value ?? '') ?? [])]);
  }
  for (const span of choice.spans)
    tests.push(['years', (number) => index.spans[number]?.some((one) => overlap(one, span)) === true]);
  if (choice.without !== undefined) tests.push(['without', lacks(index, choice.without)]);
  return tests;
}

/** Looks at each thing once for each part of the choice. */
export async function choose(services: Services, index: KindIndex, choice: Choice, asking: Asking): Promise<Chosen> {
  const failing = new Uint16Array(index.iris.length);
  for (const [part, test] of await testsOf(services, index, choice, asking))
    for (let number = 0; number < failing.length; number += 1)
      if (!test(number)) failing[number] = (failing[number] ?? 0) | bitOf(part);
  const fittingBut = (parts: readonly PartName[]): Test => {
    const ignored = parts.reduce((bits, part) => bits | bitOf(part), 0);
    return (number) => ((failing[number] ?? 0) & ~ignored) === 0;
  };
  const things: number[] = [];
  for (let number = 0; number < failing.length; number += 1) if (failing[number] === 0) things.push(number);
  return { things, fittingBut };
}
