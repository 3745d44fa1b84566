/** An answer that is made of several queries is of one graph: where that has changed meanwhile, it is made anew. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { endBody } from '../store/end-body.js';
import type { GraphStore } from '../store/graph-store.js';
import { HttpFault } from './http-fault.js';

/** How often an answer is made anew because of writes; where they come faster than that it may be of several of them. */
const mostAttempts = 3;
/** Milliseconds after which it is not, because of writes: a busy machine would make everything three times, and be busier for it. */
const longEnough = 1000;
/** And because of builds, before whoever asks is sent away for a while. */
const mostBuilds = 10;

/** Thrown right before an answer is sent, and caught below: nothing of it has gone out. */
class GraphChanged extends Error {}

/** Whether the graph is still the one that the answer was begun with. */
const isStillOne = new WeakMap<Response, () => boolean>();

/** To be asked right before an answer is sent; a body that is not sent is ended. */
export async function requireOneGraph(response: Response, body: AsyncIterable<Uint8Array>): Promise<void> {
  if (isStillOne.get(response)?.() !== false) return;
  await endBody(body);
  throw new GraphChanged('the graph has changed while the answer was made');
}

/** Header fields as they were before. */
function restore(response: Response, fields: ReturnType<Response['getHeaders']>): void {
  for (const name of response.getHeaderNames()) if (!(name in fields)) response.removeHeader(name);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) response.setHeader(name, value);
}

/** What the routes send is of one graph, as far as it goes through `send.ts`. */
export function ofOneGraph(store: Pick<GraphStore, 'version' | 'edition'>, routes: RequestHandler): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const fields = response.getHeaders();
    const asked = performance.now();
    function attempt(number: number): void {
      const begun = { version: store.version(), edition: store.edition?.() };
      const mindsWrites = (): boolean => number < mostAttempts && performance.now() - asked < longEnough;
      // Of two builds it never is: they are most likely minutes apart.
      isStillOne.set(response, () =>
        mindsWrites() ? store.version() === begun.version : store.edition?.() === begun.edition,
      );
      routes(request, response, (error?: unknown) => {
        if (!(error instanceof GraphChanged)) return next(error);
        if (response.destroyed) return;
        restore(response, fields);
        if (number < mostBuilds) attempt(number + 1);
        else
          next(new HttpFault(503, 'the graph is taken anew again and again; try again later', { 'Retry-After': '10' }));
      });
    }
    attempt(1);
  };
}
