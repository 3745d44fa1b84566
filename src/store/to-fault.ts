/** What an evaluator throws that is the query's fault. */
import { QueryFault } from './graph-store.js';

/** What Comunica finds wrong with a query only while it runs; anything else that it throws stays a defect. */
export function toFault(error: unknown): unknown {
  if (error instanceof RangeError)
    return new QueryFault('too-long', 'the query builds more than this store can hold', { cause: error });
  if (error instanceof Error && error.message.startsWith('Illegal binding to variable'))
    return new QueryFault('malformed', error.message, { cause: error });
  return error;
}
