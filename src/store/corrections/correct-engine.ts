/** All that is put right in an engine, in the order in which it goes together. */
import { correctArithmetic } from './arithmetic.js';
import { closeDoors } from './closed-doors.js';
import { correctEmptyGroups } from './empty-groups.js';
import { findEngineParts } from './engine-parts.js';
import { correctLiteralFunctions } from './literal-functions.js';
import { correctOperators } from './operators.js';
import { guardFunctions } from './term-function.js';
import { correctTextFunctions } from './text-functions.js';

export function correctEngine(engine: object): void {
  const parts = findEngineParts(engine);
  closeDoors(parts);
  correctEmptyGroups(parts);
  correctOperators(parts);
  correctArithmetic(parts);
  correctLiteralFunctions(parts);
  correctTextFunctions(parts);
  // Around all of them, so last.
  guardFunctions(parts);
}
