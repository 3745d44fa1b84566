/** Requests over HTTP: how many a second, and how long the slowest hundredth takes. */
import autocannon from 'autocannon';

export interface HttpFigures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none. */
  readonly failed: number;
}

export interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** Of the request of that number. */
  path(n: number): string;
}

/** Numbers go on from one load to the next: no request is like one before, unless its path says so. */
let sent = 0;

export async function load(origin: string, { connections, seconds, path }: Load): Promise<HttpFigures> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest(request) {
          sent += 1;
          return { ...request, path: path(sent) };
        },
      },
    ],
  });
  const { requests, latency, non2xx, errors, timeouts } = result;
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors + timeouts };
}
