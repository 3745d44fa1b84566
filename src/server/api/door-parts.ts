/** What several doors of the OpenAPI document have in common: parameters and media types. */
import { formatsFor } from '../request.js';
import type { DoorParameter } from './door.js';

const text = { type: 'string' } as const;

export const page = 'text/html';

export const mediaTypes = (kind: 'graph' | 'bindings'): string[] => formatsFor(kind).map(({ mediaType }) => mediaType);

export const formatNames = (...kinds: readonly ('graph' | 'bindings')[]) => ({
  type: 'string',
  enum: kinds.flatMap((kind) => formatsFor(kind).map(({ id }) => id)),
});

export const queryParameter = (name: string, description: string, schema: object = text): DoorParameter => ({
  name,
  in: 'query',
  description,
  schema,
});

export const pathParameter = (name: string, description: string, schema: object = text): DoorParameter => ({
  name,
  in: 'path',
  description,
  schema,
  required: true,
});

export const graphFormat = queryParameter('format', 'The format, before what Accept says', formatNames('graph'));
