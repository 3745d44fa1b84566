/** What somebody wants a timeline of: of which place, years, agency and subject, and in which order. */
import type { Ask } from '../answer/ask.js';
import { type Fault, isFault, readAsked, readPage, readWord } from '../coverage/choice.js';

/** By the first year, by the last (what is open is the last of all), by title, or by who holds it. */
export const orders = ['first', 'last', 'title', 'agency'] as const;

export type Order = (typeof orders)[number];

export interface TimelineChoice {
  readonly ask: Ask;
  readonly order: Order;
  readonly page: number;
}

export function readTimelineChoice(
  parameters: URLSearchParams,
  base: string,
): { choice: TimelineChoice; faults: Fault[] } {
  const { ask, faults } = readAsked(parameters, base);
  const [order, page] = [readWord(parameters, 'order', orders), readPage(parameters)];
  return {
    choice: { ask, order: isFault(order) ? orders[0] : order, page: isFault(page) ? 1 : page },
    faults: [...faults, ...[order, page].filter(isFault)],
  };
}
