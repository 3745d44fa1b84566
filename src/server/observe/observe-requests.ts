/** A line in the log and a count for each request, when its answer has ended. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { Config } from '../../config.js';
import { addressOf } from '../client.js';
import { defectOf } from './defects.js';
import type { Figures } from './figures.js';
import type { Log } from './log.js';
import { type Mask, maskTarget } from './mask.js';
import { requestIdOf } from './request-id.js';
import { routeOf } from './route-of.js';

export interface RequestObserver {
  readonly figures: Figures;
  readonly log?: Log | undefined;
  readonly mask: Mask;
  readonly config: Pick<Config, 'trustProxy'>;
}

/** As `Server-Timing` says it, which the answer of a query has. */
const evaluatorOf = (response: ServerResponse): string | undefined =>
  /evaluator;desc="(\w+)"/.exec(String(response.getHeader('server-timing') ?? ''))?.[1];

/** What is known of a request before anybody has changed it. */
interface Begun {
  readonly id: string;
  readonly target: string;
  readonly at: number;
  /** Bytes that the connection had carried before. */
  readonly sent: number;
}

/** The answer says what the request is called. To be called first of all. */
export function observeRequest(observer: RequestObserver): RequestListener {
  const { figures, log, mask, config } = observer;

  function end(request: IncomingMessage, response: ServerResponse, { id, target, at, sent }: Begun): void {
    const seconds = (performance.now() - at) / 1000;
    const status = response.statusCode;
    figures.request(routeOf(target), status, seconds);
    const defect = defectOf(response);
    if (defect !== undefined && log?.isLevelEnabled('error') !== true) console.error(defect);
    if (log?.isLevelEnabled(status >= 500 ? 'error' : 'info') !== true) return;
    const line = {
      id,
      method: request.method,
      path: maskTarget(target, mask),
      status,
      ms: Math.round(seconds * 10_000) / 10,
      bytes: Math.max(0, request.socket.bytesWritten - sent),
      evaluator: evaluatorOf(response),
      client: addressOf(request as Request, config),
      // It was not sent to its end: the client left, or we broke it off.
      broken: response.writableFinished ? undefined : true,
      ...(defect !== undefined && { error: mask(defect instanceof Error ? `${defect.stack}` : String(defect)) }),
    };
    if (status >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  }

  return (request, response) => {
    const id = requestIdOf(request, mask);
    const begun: Begun = { id, target: request.url ?? '', at: performance.now(), sent: request.socket.bytesWritten };
    response.setHeader('X-Request-Id', id);
    response.once('close', () => end(request, response, begun));
  };
}
