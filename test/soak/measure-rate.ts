/**
 * Asks without a pause before a soak begins: what the server loads and keeps in its first thousands of requests is there then, and
 * it is known how many a second the machine answers, of which a share is asked of it later. Machines differ by far.
 */
import { keepAsking, type Load } from './steady-load.js';

/** Of what is answered without a pause. A build and what goes on beside the requests need the processors too. */
const share = 1 / 4;

/** As many as fill the processors: while some wait for what takes long, others ask. */
const clients = 12;
/** Of asking without a pause: the last ones are counted. */
const counted = 40;

/** Takes so many seconds, and those that are counted. */
export async function warmAndMeasure(
  load: Omit<Load, 'clients' | 'rate' | 'clock' | 'onAnswered'>,
  warming: number,
): Promise<number> {
  const started = performance.now();
  const clock = (): number => (performance.now() - started) / 1000;
  let answered = 0;
  await keepAsking({
    ...load,
    clients,
    rate: Number.POSITIVE_INFINITY,
    clock,
    isOver: () => load.isOver() || clock() > warming + counted,
    onAnswered: ({ at, fault }) => {
      if (at > warming && fault === undefined) answered += 1;
    },
  });
  return (share * answered) / counted;
}
