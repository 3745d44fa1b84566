/** All that is put right in an engine, in the order in which it goes together. */
import { correctAggregates } from './aggregates.js';
import { correctArithmetic } from './arithmetic.js';
import { correctIterators } from './async-iterators.js';
import { closeDoors } from './closed-doors.js';
import { correctEmptyGroups } from './empty-groups.js';
import { findEngineParts } from './engine-parts.js';
import { correctLiteralFunctions } from './literal-functions.js';
import { correctMinus } from './minus.js';
import { correctNewNodes } from './new-nodes.js';
import { correctOperators } from './operators.js';
import { correctOptionalFilters } from './optional-filters.js';
import { correctPaths } from './paths.js';
import { correctRowKeys } from './row-keys.js';
import { guardFunctions } from './term-function.js';
import { correctTextFunctions } from './text-functions.js';
import { correctUnboundColumns } from './unbound-columns.js';

export function correctEngine(engine: object): void {
  correctIterators();
  const parts = findEngineParts(engine);
  closeDoors(parts);
  correctEmptyGroups(parts);
  correctUnboundColumns(parts);
  correctAggregates(parts);
  correctRowKeys(parts);
  correctOptionalFilters(parts);
  correctMinus(parts);
  correctPaths(parts);
  parts.remove('optimize-query-operation#filter-pushdown');
  correctOperators(parts);
  correctArithmetic(parts);
  correctLiteralFunctions(parts);
  correctTextFunctions(parts);
  correctNewNodes(parts);
  // Around all of them, so last.
  guardFunctions(parts);
}
