/** Graphs and datasets, written in every syntax there is. */
import { formats } from '../../../src/formats.js';
import type { FuzzTarget } from '../fuzz-target.js';
import { writing } from './terms/write-quads.js';

export const graphsOut: readonly FuzzTarget[] = formats
  .filter(({ carries }) => carries.includes('graph'))
  .map(({ id, carries }) => writing(id, { hasGraphs: carries.includes('dataset') }));
