/** The functions over terms that are evaluated here (SPARQL 1.2 Query, 17.4), by the names that the algebra has for them. */
import { comparisons } from './functions/comparisons.js';
import { hashes } from './functions/hashes.js';
import { numbers } from './functions/numbers.js';
import type { FunctionTable } from './functions/term-function.js';
import { terms } from './functions/terms.js';
import { texts } from './functions/texts.js';
import { timeParts } from './functions/times.js';

export const functions: FunctionTable = { ...comparisons, ...numbers, ...texts, ...terms, ...timeParts, ...hashes };
