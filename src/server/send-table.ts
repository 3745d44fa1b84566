/** Sends what a page counts as CSV or JSON; what is wrong with how it was asked for is one line. */
import type { Request, Response } from 'express';
import { type Bindings, serialiseBindings } from '../serialise/results.js';
import type { Fault } from './coverage/choice.js';
import { HttpFault } from './http-fault.js';
import type { Choice, Offer } from './negotiate.js';
import { htmlOffer } from './request.js';
import { sendText } from './send.js';
import { sayIn } from './view/messages.js';

/** The page first: it is what a client without a wish gets. */
export const tableOffers: readonly Offer[] = [
  htmlOffer,
  { id: 'csv', mediaType: 'text/csv', alsoKnownAs: [] },
  { id: 'json', mediaType: 'application/json', alsoKnownAs: [] },
];

async function collect(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** Undefined is what there is where something is wrong. */
interface Tables {
  json(): string | undefined;
  csv(): Bindings | undefined;
}

export async function sendTable(
  [request, response]: readonly [Request, Response],
  { id, mediaType }: Choice,
  [fault]: readonly Fault[],
  tables: Tables,
): Promise<void> {
  if (fault !== undefined) throw new HttpFault(400, sayIn('en')(fault.key, fault.values));
  const bindings = id === 'csv' ? tables.csv() : undefined;
  const text = bindings === undefined ? tables.json() : await collect(serialiseBindings(bindings, 'csv'));
  await sendText(request, response, text ?? '', mediaType);
}
