/** Errors that are defects of ours, until they are written down with the request that they ended. */
import type { ServerResponse } from 'node:http';

const noted = new WeakMap<ServerResponse, unknown>();

export const noteDefect = (response: ServerResponse, error: unknown): void => {
  noted.set(response, error);
};

export const defectOf = (response: ServerResponse): unknown => noted.get(response);
