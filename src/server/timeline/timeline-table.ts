/** A timeline for programs: a row for each period, as CSV, or a dataset for each as JSON. */
import { rdf, type Term } from '../../rdf.js';
import type { Binding, Bindings } from '../../serialise/results.js';
import { xsd } from '../../vocabularies.js';
import type { Covering, Facts, Period } from '../coverage/facts.js';
import { ownerNames, type Timeline } from './timeline.js';

const describePeriod = ({ start, end, qualifier, label }: Period) => ({
  start: start ?? null,
  end: end ?? null,
  qualifier: qualifier ?? null,
  label: label ?? null,
});

const describe = (facts: Facts, dataset: Covering) => ({
  dataset: dataset.iri,
  title: dataset.title,
  owners: ownerNames(dataset, facts),
  periods: dataset.periods.map(describePeriod),
});

/** Those without years come last. An `end` of null where there is a `start` is open. */
export function timelineJson(facts: Facts, { rows, undated }: Timeline): string {
  const datasets = [...rows.map(({ dataset }) => dataset), ...undated].map((one) => describe(facts, one));
  return `${JSON.stringify({ datasets }, null, 1)}\n`;
}

const variables = ['dataset', 'title', 'owners', 'start', 'end', 'qualifier', 'label'];

function toBinding(facts: Facts, dataset: Covering, period: Period | undefined): Binding {
  const text = (value: string | undefined) => (value === undefined ? undefined : rdf.literal(value));
  const year = (value: number | undefined) =>
    value === undefined ? undefined : rdf.literal(String(value), xsd.integer);
  const terms: Readonly<Record<string, Term | undefined>> = {
    dataset: rdf.namedNode(dataset.iri),
    title: text(dataset.title),
    owners: text(ownerNames(dataset, facts).join('; ')),
    start: year(period?.start),
    end: year(period?.end),
    qualifier: text(period?.qualifier),
    label: text(period?.label),
  };
  return new Map(
    Object.entries(terms).flatMap(([name, term]): [string, Term][] => (term === undefined ? [] : [[name, term]])),
  );
}

async function* bindingsOf(facts: Facts, { rows, undated }: Timeline): AsyncGenerator<Binding> {
  for (const dataset of [...rows.map((row) => row.dataset), ...undated])
    if (dataset.periods.length === 0) yield toBinding(facts, dataset, undefined);
    else for (const period of dataset.periods) yield toBinding(facts, dataset, period);
}

export const timelineBindings = (facts: Facts, timeline: Timeline): Bindings => ({
  variables,
  rows: bindingsOf(facts, timeline),
});
