/** What is counted of requests and queries. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Evaluator } from '../../store/graph-store.js';

/** Seconds. */
const buckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Who evaluated a query; `none`: it came to no answer. `ready`: the answer stood ready, and no store was asked. */
export type CountedEvaluator = Evaluator | 'ready' | 'unknown' | 'none';

export interface Figures {
  request(route: string, status: number, seconds: number): void;
  /** `outcome`: ok, or the kind of the fault. */
  query(evaluator: CountedEvaluator, outcome: string, seconds: number): void;
  write(outcome: string, seconds: number): void;
}

export function createFigures(registry: Registry): Figures {
  const registers = [registry];
  const requests = new Counter({
    ...{ name: 'migraph_http_requests_total', help: 'Requests that were answered, or broken off', registers },
    labelNames: ['route', 'status'],
  });
  const requestSeconds = new Histogram({
    ...{ name: 'migraph_http_request_duration_seconds', help: 'From a request to the end of its answer', registers },
    ...{ labelNames: ['route'], buckets },
  });
  const queries = new Counter({
    ...{ name: 'migraph_queries_total', help: 'Queries, those that pages ask too', registers },
    labelNames: ['evaluator', 'outcome'],
  });
  const querySeconds = new Histogram({
    ...{ name: 'migraph_query_duration_seconds', help: 'From a query to the beginning of its answer', registers },
    ...{ labelNames: ['evaluator'], buckets },
  });
  const writes = new Counter({
    ...{ name: 'migraph_writes_total', help: 'Updates and changes of graphs', registers },
    labelNames: ['outcome'],
  });
  const writeSeconds = new Histogram({
    ...{ name: 'migraph_write_duration_seconds', help: 'From a write until it is safe', registers, buckets },
  });
  return {
    request(route, status, seconds) {
      requests.inc({ route, status });
      requestSeconds.observe({ route }, seconds);
    },
    query(evaluator, outcome, seconds) {
      queries.inc({ evaluator, outcome });
      querySeconds.observe({ evaluator }, seconds);
    },
    write(outcome, seconds) {
      writes.inc({ outcome });
      writeSeconds.observe(seconds);
    },
  };
}
