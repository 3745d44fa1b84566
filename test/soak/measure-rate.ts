/** How many requests a second the machine answers at most, before a soak asks a share of them of it: machines differ by far. */
import { keepAsking, type Load } from './steady-load.js';

/** Of what is answered without a pause. A build and what goes on beside the requests need the processors too. */
const share = 1 / 4;

/** As many as fill the processors: while some wait for what takes long, others ask. */
const clients = 12;
/** Of asking without a pause: those to warm the server, and those that are counted. */
const seconds = { warming: 20, counted: 40 };

/** Takes a minute. */
export async function measureRate(load: Omit<Load, 'clients' | 'rate' | 'clock' | 'onAnswered'>): Promise<number> {
  const started = performance.now();
  const clock = (): number => (performance.now() - started) / 1000;
  let answered = 0;
  await keepAsking({
    ...load,
    clients,
    rate: Number.POSITIVE_INFINITY,
    clock,
    isOver: () => load.isOver() || clock() > seconds.warming + seconds.counted,
    onAnswered: ({ at, fault }) => {
      if (at > seconds.warming && fault === undefined) answered += 1;
    },
  });
  return (share * answered) / seconds.counted;
}
