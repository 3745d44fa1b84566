/** The OpenAPI 3.1 document of the whole server, made from the questions and the table of the other doors. */
import { STATUS_CODES } from 'node:http';
import { packageVersion } from '../../package-root.js';
import type { Question } from '../../questions/question.js';
import type { Door } from './door.js';
import { doors } from './doors.js';
import { questionDoor } from './question-doors.js';

interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, object>>;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: Door['parameters'];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
  readonly security?: readonly object[];
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: object;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

const contentOf = (types: readonly string[]): Record<string, object> =>
  Object.fromEntries(types.map((type) => [type, {}]));

/** A failure is one line, or a problem where JSON is preferred. */
const failure: Response = {
  description: 'One line that says what is wrong',
  content: {
    'text/plain': { schema: { type: 'string' } },
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
};

const problem = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    line: { type: 'integer', description: 'Of a query, where it is malformed' },
    column: { type: 'integer' },
  },
};

const describeFailure = (status: number): Response =>
  status < 400
    ? { description: STATUS_CODES[status] ?? String(status) }
    : { ...failure, description: STATUS_CODES[status] ?? failure.description };

function describe({ id, tag, summary, description, parameters, takes, gives, fails = [], isWrite }: Door): Operation {
  const successes = Object.entries(gives).map(([status, types]): [string, Response] => [
    status,
    { description: STATUS_CODES[status] ?? status, ...(types.length > 0 && { content: contentOf(types) }) },
  ]);
  const failures = fails.map((status): [string, Response] => [String(status), describeFailure(status)]);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters !== undefined && parameters.length > 0 && { parameters }),
    ...(takes !== undefined && { requestBody: { required: true, content: contentOf(takes) } }),
    responses: {
      ...Object.fromEntries([...successes, ...failures]),
      default: { $ref: '#/components/responses/Failure' },
    },
    ...(isWrite === true && { security: [{ token: [] }] }),
  };
}

/** `origin`: where the server was reached. The order of the doors is that of the document. */
export function describeApi(questions: readonly Question[], origin: string): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const door of [...questions.map(questionDoor), ...doors]) {
    paths[door.path] ??= {};
    Object.assign(paths[door.path] ?? {}, { [door.method]: describe(door) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'migraph',
      version: packageVersion,
      summary: 'Who holds which migration data, with the sentence each statement stands in',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      responses: { Failure: failure },
      schemas: { Problem: problem },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'What MIGRAPH_WRITE_TOKEN is set to' } },
    },
  };
}
