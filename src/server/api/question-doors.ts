/** The doors of the questions: each is asked under its name, with its parameters. */
import type { Parameter, Question } from '../../questions/question.js';
import { columnsOf } from '../../questions/rows-of.js';
import { valueTypes } from '../../questions/value-types.js';
import { formatsFor } from '../request.js';
import type { Door, DoorParameter } from './door.js';
import { mostRows } from './read-asked.js';

export const questionPath = (name: string): string => `/api/${name}`;

function describeParameter({ name, type, default: value, description }: Parameter): DoorParameter {
  const { schema, expected } = valueTypes[type];
  const usual = schema.type === 'integer' ? Number(value) : value;
  return {
    name,
    in: 'query',
    description: `${description}: ${expected}`,
    schema: { ...schema, default: usual },
    example: usual,
  };
}

const common: readonly DoorParameter[] = [
  {
    ...{ name: 'limit', in: 'query', description: 'Rows in a part; without it all come' },
    schema: { type: 'integer', minimum: 1, maximum: mostRows },
  },
  {
    ...{ name: 'page', in: 'query', description: 'Which part, from 1 on' },
    schema: { type: 'integer', minimum: 1 },
  },
  {
    ...{ name: 'offset', in: 'query', description: 'Rows before the part, instead of page' },
    schema: { type: 'integer', minimum: 0 },
  },
  {
    ...{ name: 'format', in: 'query', description: 'The format, before what Accept says' },
    schema: { type: 'string', enum: [...formatsFor('bindings').map(({ id }) => id), 'html'] },
  },
];

/** `who-holds-data` → `whoHoldsData`, a name that programs can have. */
const operationId = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export const questionDoor = ({ name, title, question, parameters, query }: Question): Door => ({
  method: 'get',
  path: questionPath(name),
  id: operationId(name),
  tag: 'Questions',
  summary: title,
  description: `${question} Columns: ${columnsOf(query).join(', ')}.`,
  parameters: [...parameters.map(describeParameter), ...common],
  gives: { 200: [...formatsFor('bindings').map(({ mediaType }) => mediaType), 'text/html'] },
  fails: [429, 503],
});
