/** Who asks, and whether still: what every question of a page to the store carries. */
import type { QueryOptions } from '../store/graph-store.js';

export type Asking = Pick<QueryOptions, 'client' | 'signal'>;
