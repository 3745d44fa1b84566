/** Asks the questions of the graph that the project's own functions build from the note in `data/notes/`; built once. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../src/config.js';
import { createAgencyLike, extractClaims } from '../../src/extract/extract.js';
import { readGazetteers } from '../../src/extract/gazetteer.js';
import { createIris } from '../../src/iris.js';
import { readNote } from '../../src/notes/read.js';
import { bindQuestion } from '../../src/questions/bind.js';
import { readQuestions } from '../../src/questions/read.js';
import type { Quad } from '../../src/rdf.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open.js';
import { buildGraph } from '../../src/triples/build.js';
import { readCatalogue } from '../../src/triples/catalogue.js';
import { readOntology } from '../../src/triples/ontology.js';

const config = readConfig({});
const iris = createIris(config.base);
const questions = new Map(readQuestions().map((question) => [question.name, question]));
const noteFile = join(packageRoot, 'data', 'notes', 'un-pop-mig-5cm-2006-13.txt');

/** One row of an answer: the text of its terms by variable; what is not bound is not there. */
export type Row = Readonly<Record<string, string>>;

export interface Built {
  readonly store: GraphStore;
  readonly quads: readonly Quad[];
  /** The text of the note, after its front matter. */
  readonly text: string;
}

async function build(): Promise<Built> {
  const gazetteers = readGazetteers();
  const reading = readNote(noteFile, { agencyLike: createAgencyLike(gazetteers) });
  const { quads } = await buildGraph({
    extractions: [extractClaims(reading, gazetteers)],
    gazetteers,
    catalogue: readCatalogue(join(packageRoot, 'data', 'catalogue.ttl'), config.base),
    curation: [],
    ontology: readOntology(join(packageRoot, 'ontology')),
    config,
  });
  return { store: await openStore({ quads, config }), quads, text: reading.note.text };
}

let built: Promise<Built> | undefined;

export function readBuilt(): Promise<Built> {
  built ??= build();
  return built;
}

/** The answer of a store to a question, the built one unless told. */
export async function ask(name: string, values: Record<string, string> = {}, of?: GraphStore): Promise<Row[]> {
  const question = questions.get(name);
  if (question === undefined) throw new Error(`there is no question "${name}"`);
  const store = of ?? (await readBuilt()).store;
  const { query, bindings } = bindQuestion(question, values, iris);
  const result = await store.query(query, { bindings });
  if (result.kind !== 'bindings') throw new Error(`"${name}" does not ask for rows`);
  const rows: Row[] = [];
  for await (const row of result.rows)
    rows.push(Object.fromEntries([...row].map(([variable, { value }]) => [variable, value])));
  return rows;
}

/** The values of one column, each once. */
export const column = (rows: readonly Row[], variable: string): string[] => [
  ...new Set(rows.flatMap((row) => row[variable] ?? [])),
];

/** A name as the note gives it, or what any good name of a thing without one has in it. */
type Name = string | RegExp;
const isCalled = (name: Name) => (text: string) => (typeof name === 'string' ? text === name : name.test(text));

/** Holds that all of `wanted` are there, and nothing else but what `allowed` leaves to taste. */
export function expectNames(texts: readonly string[], wanted: readonly Name[], allowed: readonly Name[] = []): void {
  const missing = wanted.filter((name) => !texts.some(isCalled(name))).map(String);
  const false_ = texts.filter((text) => ![...wanted, ...allowed].some((name) => isCalled(name)(text)));
  expect({ missing, false: false_ }).to.deep.equal({ missing: [], false: [] });
}
