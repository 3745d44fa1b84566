/** `migraph publish`: the graphs of the build into another store, each held against what was sent. */
import { readConfig } from '../config.js';
import type { Quad } from '../rdf.js';
import { serialiseQuads } from '../serialise/quads.js';
import { reviewGraphs } from '../store/graphs.js';
import { createGraphCopies, type GraphCopies, sumOf } from '../store/remote/graph-copy.js';
import { writeWhole } from '../write-whole.js';
import { readGraph } from './graph-option.js';

export interface PublishOptions {
  to?: string;
  bulk?: string;
  withReview?: boolean;
  graph?: string;
  timeout?: number;
}

/** Seconds that one graph may take, each way. */
const usualTimeout = 600;

/** Of an RDF file whose statements stand in no graph: what the Graph Store Protocol could name. */
const ungrouped = 'the unnamed graph';

function groupByGraph(quads: readonly Quad[]): [string, Quad[]][] {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) {
    const group = groups.get(quad.graph.value);
    if (group === undefined) groups.set(quad.graph.value, [quad]);
    else group.push(quad);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

function checkAddress(to: string): string {
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol))
    throw new Error(`--to: "${to}" is no address of http or https`);
  return to;
}

type Outcome = 'as it is' | 'sent';

/** Sends what is not there already, and reads it back. */
async function publishGraph(copies: GraphCopies, name: string, quads: readonly Quad[]): Promise<Outcome> {
  const wanted = await sumOf(quads);
  const before = await copies.read(name);
  if (before?.sha256 === wanted.sha256) return 'as it is';
  await copies.put(name, quads);
  const after = await copies.read(name);
  if (after?.sha256 === wanted.sha256) return 'sent';
  const has = after?.triples ?? 0;
  if (has !== wanted.triples) throw new Error(`it has ${has} triples there instead of ${wanted.triples}`);
  throw new Error(`its ${has} triples are there, but some are written otherwise: the store changes terms`);
}

async function publishTo(to: string, groups: readonly [string, Quad[]][], seconds: number): Promise<void> {
  const authorization = process.env['MIGRAPH_PUBLISH_AUTHORIZATION'];
  const copies = createGraphCopies(to, { authorization, seconds });
  let failed = 0;
  let sent = 0;
  for (const [name, quads] of groups) {
    try {
      if (name === '') throw new Error('has no name to be published under');
      const outcome = await publishGraph(copies, name, quads);
      if (outcome === 'sent') sent += 1;
      process.stdout.write(`${name}: ${quads.length} triples, ${outcome}\n`);
    } catch (error) {
      failed += 1;
      process.stderr.write(`${name || ungrouped}: ${error instanceof Error ? error.message : error}\n`);
    }
  }
  process.stdout.write(`${groups.length - failed} of ${groups.length} graphs are there, ${sent} of them sent now\n`);
  if (failed > 0) throw new Error(`${failed} of ${groups.length} graphs could not be published; run it again to go on`);
}

export async function runPublish(options: PublishOptions): Promise<void> {
  const config = readConfig();
  if (options.to === undefined && options.bulk === undefined) throw new Error('say where to: --to URL, or --bulk FILE');
  const to = options.to === undefined ? undefined : checkAddress(options.to);
  const { quads } = await readGraph(options.graph, config);
  const isUnderReview = ({ graph }: Quad): boolean => graph.value.startsWith(reviewGraphs(config.base));
  const published = quads.filter((quad) => options.withReview || !isUnderReview(quad));
  if (options.bulk !== undefined) {
    await writeWhole(options.bulk, serialiseQuads(published, 'nquads'));
    process.stdout.write(`${options.bulk}: ${published.length} statements for a bulk loader\n`);
  }
  if (to !== undefined) await publishTo(to, groupByGraph(published), options.timeout ?? usualTimeout);
}
