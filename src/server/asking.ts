/** Who asks, and whether still: what every question of a page to the store carries. */
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import type { QueryOptions } from '../store/graph-store.js';
import { askedBy } from './client.js';
import { clientSignal } from './request.js';

export type Asking = Pick<QueryOptions, 'client' | 'signal' | 'isOurs'>;

/** For what stands in our own queries; not for what a client has written. */
export const askingOf = (
  request: Request,
  response: Response,
  config: Pick<Config, 'limitLoopback' | 'trustProxy'>,
): Asking => ({ ...askedBy(request, config), signal: clientSignal(response), isOurs: true });
