/** All that a store may do beyond its own graphs: SERVICE, LOAD and FROM, of the hosts that the operator lists. */
import type { Quad, Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import type { Clock } from '../clock.js';
import { QueryFault } from '../graph-store.js';
import { isOperation, type Operation } from '../parse/algebra.js';
import { createMint, renameBlankNodes } from '../rdf/blank-nodes.js';
import { askService } from './ask-service.js';
import { fetchGraph } from './fetch-graph.js';
import { createFetch, type FetchText } from './fetch-text.js';
import { createHosts } from './hosts.js';

export interface Outside {
  /** Throws a {@link QueryFault} for a SERVICE that may not be asked; SILENT or not, that is no failure of an endpoint. */
  check(operation: Operation): void;
  ask(endpoint: string, query: string, clock: Clock): Promise<Binding[]>;
  /** Its blank nodes are those of nobody else. */
  loadGraph(iri: string, clock: Clock): Promise<Quad[]>;
  lists(iri: string): boolean;
  /** Whether anything may be fetched at all. */
  readonly isOpen: boolean;
}

/** Aborted, with the reason, when the clock is over. */
function signalOf(clock: Clock): AbortSignal {
  const controller = new AbortController();
  clock.onOver((reason) => controller.abort(reason));
  return controller.signal;
}

/** Every SERVICE that we would ask ourselves: one within another is the other's to ask. */
function* servicesIn(node: unknown): Generator<Operation> {
  if (typeof node !== 'object' || node === null) return;
  if (isOperation(node) && node.type === 'service') yield node;
  else for (const child of Object.values(node)) yield* servicesIn(child);
}

/** `fetch` is another's in tests alone: it must keep to the hosts by itself. */
export function openOutside(entries: readonly string[], fetch?: FetchText): Outside {
  const hosts = createHosts(entries);
  const send = fetch ?? createFetch(hosts);
  const mint = createMint();
  const isOpen = entries.length > 0;
  return {
    isOpen,
    check(operation) {
      for (const { name } of servicesIn(operation)) {
        if (!isOpen) throw new QueryFault('refused', 'SERVICE is refused: this store asks no other endpoint');
        const endpoint = name as Term;
        if (endpoint.termType === 'NamedNode') hosts.check(endpoint.value);
      }
    },
    lists: hosts.lists,
    ask(endpoint, query, clock) {
      hosts.check(endpoint);
      return clock.race(askService(send, endpoint, query, signalOf(clock)));
    },
    async loadGraph(iri, clock) {
      if (!isOpen) throw new QueryFault('refused', 'LOAD is refused: this store fetches nothing');
      hosts.check(iri);
      return renameBlankNodes(await clock.race(fetchGraph(send, iri, signalOf(clock))), mint);
    },
  };
}
