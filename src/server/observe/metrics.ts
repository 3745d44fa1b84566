/** All figures of a server, in Prometheus' text format. */
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createFigures, type Figures } from './figures.js';
import { createGauges, type GaugeSources } from './gauges.js';

export interface Metrics extends Figures {
  readonly contentType: string;
  /** As Prometheus reads it. */
  text(): Promise<string>;
}

/** Of this process: memory, event loop, garbage. One process has one, however many servers. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess !== undefined) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

export function createMetrics(sources: GaugeSources): Metrics {
  const registry = new Registry();
  const figures = createFigures(registry);
  createGauges(registry, sources);
  const all = Registry.merge([registry, processRegistry()]);
  return { ...figures, contentType: all.contentType, text: () => all.metrics() };
}
