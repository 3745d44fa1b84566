/** Holds a decision against `data/curation/schema.json` and says in plain words what does not fit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { packageRoot } from '../package-root.js';

export interface DecisionFault {
  /** Where it is: a field, or a field of a field. Empty: the decision as a whole. */
  readonly path: readonly string[];
  readonly reason: string;
}

/** The actions that a field is for, where it is not for all. */
const actionsOf: Readonly<Record<string, string>> = {
  replacement: 'action correct',
  statement: 'actions assert, retract and correct',
  things: 'actions same and different',
};

const schemaFile = join(packageRoot, 'data', 'curation', 'schema.json');
let compiled: ValidateFunction | undefined;

function describe({ keyword, instancePath, params, data, parentSchema }: ErrorObject): DecisionFault {
  const path = instancePath.split('/').slice(1);
  const field = (name = path.join('.')): string => `the field "${name}"`;
  const within = (name: unknown): string[] => [...path, String(name)];
  switch (keyword) {
    case 'required':
      return { path, reason: `${field(within(params['missingProperty']).join('.'))} is missing` };
    case 'additionalProperties': {
      const unknown = within(params['additionalProperty']);
      return { path: unknown, reason: `${field(unknown.join('.'))} is not known` };
    }
    case 'false schema':
      return { path, reason: `${field()} belongs to the ${actionsOf[path[0] ?? ''] ?? 'other actions'} alone` };
    case 'enum':
      return { path, reason: `"${String(data)}" is none of ${(params['allowedValues'] as string[]).join(', ')}` };
    case 'minLength':
      return { path, reason: `${field()} is empty` };
    default:
      return { path, reason: `${field()} is not ${String(parentSchema?.['description'])}` };
  }
}

/** The first thing that does not fit; undefined where all does. */
export function findDecisionFault(value: unknown): DecisionFault | undefined {
  compiled ??= new Ajv({ verbose: true, allErrors: true, strictTypes: false }).compile(
    JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
  );
  if (compiled(value)) return undefined;
  // "if" only says that what hangs on it has failed, which says so itself.
  const errors = compiled.errors?.filter(({ keyword }) => keyword !== 'if') ?? [];
  // Of an action that there is not nothing else can be said.
  const error = errors.find(({ keyword }) => keyword === 'enum') ?? errors[0];
  return error === undefined ? { path: [], reason: 'is no decision' } : describe(error);
}
