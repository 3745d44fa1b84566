/** Rows of results, written in every syntax there is. */
import { formats } from '../../../src/formats.js';
import type { FuzzTarget } from '../fuzz-target.js';
import { writingRows } from './terms/write-rows.js';

export const rowsOut: readonly FuzzTarget[] = formats
  .filter(({ carries }) => carries.includes('bindings'))
  .map(({ id }) => writingRows(id));
