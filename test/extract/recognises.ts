/** Tests recognisers by marked-up sentences: `[Kenya|KEN]` must be found with that value, and nothing else. */
import { expect } from 'chai';
import { readGazetteers } from '../../src/extract/gazetteer.js';
import type { Kind, Mention } from '../../src/extract/mention.js';
import { createDirectory, type Organisation } from '../../src/extract/organisations.js';
import { recognise } from '../../src/extract/recognisers/recognise.js';
import { createScanner } from '../../src/extract/recognisers/scan.js';
import { parseNote } from '../../src/notes/read.js';

export const gazetteers = readGazetteers();
const scan = createScanner(gazetteers);

/** What a recogniser under test gives: where, and the value as a marked-up sentence writes it. */
export interface Recognised {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}
export type TestedRecogniser = (text: string) => readonly Recognised[];

/** A mark's words may hold Markdown links: one level of square brackets. */
const mark = /\[((?:[^[\]|]|\[[^[\]|]*\])+)\|([^\]]+)\]/g;

/** Checks that exactly the marked stretches are found, with the marked values. */
export function recognises(recogniser: TestedRecogniser, marked: string): void {
  const text = marked.replace(mark, '$1');
  const expected = [...marked.matchAll(mark)].map(([, words, value]) => `${words} | ${value}`);
  const found = recogniser(text).map(({ start, end, value }) => `${text.slice(start, end)} | ${value}`);
  expect(found).to.deep.equal(expected);
}

/** One test a sentence, named by it. */
export function sentences(recogniser: TestedRecogniser, marked: readonly string[]): void {
  for (const sentence of marked) it(sentence, () => recognises(recogniser, sentence));
}

/** A recogniser of plain text as one under test. */
export function of<K extends Kind>(
  find: (text: string) => readonly Mention<K>[],
  show: (mention: Mention<K>) => string | undefined,
): TestedRecogniser {
  return (text) =>
    find(text).flatMap((mention) => {
      const value = show(mention);
      return value === undefined ? [] : [{ start: mention.start, end: mention.end, value }];
    });
}

/** All recognisers together over the passages of a text, after one reading of a span was settled; read twice, as a note is. */
export function settled<K extends Kind>(
  kind: K,
  show: (value: Mention<K>['value']) => string | undefined,
): TestedRecogniser {
  return (text) => {
    const { cuts, reading } = parseNote('sentence.txt', text);
    const directory = createDirectory(gazetteers);
    const readOnce = () =>
      cuts.flatMap(({ start, end }) => {
        const { mentions } = recognise({ scan: scan(reading.slice(start, end).replace(/\n/g, ' ')), directory });
        return mentions.map((mention) => ({ ...mention, start: start + mention.start, end: start + mention.end }));
      });
    readOnce();
    directory.restart();
    return of(readOnce, (mention) => (mention.kind === kind ? show((mention as Mention<K>).value) : undefined))(text);
  };
}

/** `slug`, or for a unit of the text's own words `owner's slug > slug`. */
export function showOrganisation(organisation: Organisation): string {
  const { parent, slug, entry } = organisation;
  return parent === undefined || entry !== undefined ? slug : `${showOrganisation(parent)} > ${slug}`;
}
