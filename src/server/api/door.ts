/** A door of the server as the OpenAPI document describes it: an operation, in fewer words. */

export interface DoorParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: object;
  readonly required?: boolean;
  readonly example?: string | number;
}

export interface Door {
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'patch';
  /** With the names of its parameters in braces. */
  readonly path: string;
  /** Of the operation; programs that are made from the document call it so. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly DoorParameter[];
  /** The media types that its body may have. */
  readonly takes?: readonly string[];
  /** What a success is, by status, with its media types. */
  readonly gives: Readonly<Record<string, readonly string[]>>;
  /** Statuses of failures that are more than a malformed request. */
  readonly fails?: readonly number[];
  /** Whether the token is needed. */
  readonly isWrite?: boolean;
}
