/** A store whose queries and writes are counted, and the slow ones written down. */
import { type GraphStore, QueryFault } from '../../store/graph-store.js';
import type { CountedEvaluator, Figures } from './figures.js';
import type { Log } from './log.js';
import type { Mask } from './mask.js';

export interface Observer {
  readonly figures: Figures;
  readonly log?: Log | undefined;
  readonly mask: Mask;
  /** Seconds from which on a query is a slow one. */
  readonly slowQuery: number;
}

/** Characters of a slow query that are written down. */
const longest = 1000;

const outcomeOf = (error: unknown): string => (error instanceof QueryFault ? error.kind : 'defect');

/** Every method: who adds one to the interface is told to hand it on here. */
type Whole = { [Name in keyof Required<GraphStore>]: GraphStore[Name] | undefined };

export function observeStore(store: GraphStore, { figures, log, mask, slowQuery }: Observer): GraphStore {
  function tellSlow(text: string, seconds: number, details: object): void {
    if (seconds < slowQuery || log?.isLevelEnabled('warn') !== true) return;
    const query = mask(text.length > longest ? `${text.slice(0, longest)}…` : text);
    log.warn({ ms: Math.round(seconds * 1000), ...details, query }, 'slow query');
  }

  async function watchQuery<T extends { readonly by?: CountedEvaluator | undefined }>(
    query: string,
    client: string | undefined,
    run: () => Promise<T>,
  ): Promise<T> {
    const began = performance.now();
    const end = (evaluator: CountedEvaluator, outcome: string): void => {
      const seconds = (performance.now() - began) / 1000;
      figures.query(evaluator, outcome, seconds);
      tellSlow(query, seconds, { evaluator, outcome, client });
    };
    try {
      const result = await run();
      end(result.by ?? 'unknown', 'ok');
      return result;
    } catch (error) {
      end('none', outcomeOf(error));
      throw error;
    }
  }

  async function watchWrite<T>(text: string, client: string | undefined, run: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const end = (outcome: string): void => {
      const seconds = (performance.now() - began) / 1000;
      figures.write(outcome, seconds);
      tellSlow(text, seconds, { outcome, client });
    };
    try {
      const result = await run();
      end('ok');
      return result;
    } catch (error) {
      end(outcomeOf(error));
      throw error;
    }
  }

  const observed: Whole = {
    query: (query, options) => watchQuery(query, options?.client, () => store.query(query, options)),
    respond: (query, wanted, options) =>
      watchQuery(query, options?.client, () => store.respond(query, wanted, options)),
    respondAtOnce:
      store.respondAtOnce &&
      ((query, wanted, options) => {
        const began = performance.now();
        const answer = store.respondAtOnce?.(query, wanted, options);
        if (answer !== undefined) figures.query(answer.by, 'ok', (performance.now() - began) / 1000);
        return answer;
      }),
    update: (update, options) => watchWrite(update, options?.client, () => store.update(update, options)),
    writeGraph: (graph, upload, how, options) =>
      watchWrite(`${how} <${graph.value}>`, options?.client, () => store.writeGraph(graph, upload, how, options)),
    dropGraph: (graph, options) =>
      watchWrite(`drop <${graph.value}>`, options?.client, () => store.dropGraph(graph, options)),
    admit: store.admit?.bind(store),
    charge: store.charge?.bind(store),
    figures: store.figures?.bind(store),
    version: () => store.version(),
    edition: store.edition?.bind(store),
    close: () => store.close(),
  };
  // Methods that the store does not have are undefined, which callers cannot tell from missing.
  return observed as GraphStore;
}
