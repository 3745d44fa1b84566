/** Reads the body of a request within a limit, unpacked; a body that is too long or refused is not waited for. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { parseParameterised } from './header-values.js';
import { HttpFault } from './http-fault.js';

/** Requests whose client waits for `100 Continue` before it sends its body. */
export const waitingForContinue = new WeakSet<IncomingMessage>();

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body as it was before its content coding. */
function decode(request: IncomingMessage): Readable {
  const coding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return request;
  const create = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (create === undefined)
    throw new HttpFault(415, `the content coding "${coding}" is not known here; gzip, deflate and br are`, {
      'Accept-Encoding': 'gzip, deflate, br',
    });
  return request.pipe(create());
}

/** All chunks of the stream. Whatever the outcome, the rest of the request is read and dropped, within the server's time. */
function collect(request: IncomingMessage, body: Readable, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const fail = (fault: HttpFault): void => {
      body.removeAllListeners('data');
      if (body !== request) {
        request.unpipe();
        body.destroy();
      }
      request.resume();
      reject(fault);
    };
    body.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) fail(new HttpFault(413, `the body is longer than ${limit} bytes`));
      else chunks.push(chunk);
    });
    body.on('end', () => resolve(Buffer.concat(chunks)));
    body.on('error', () => fail(new HttpFault(400, 'the body is not what its content coding says, or was broken off')));
    request.on('close', () => {
      if (!request.complete) fail(new HttpFault(400, 'the body was broken off'));
    });
  });
}

/** Rejects with an {@link HttpFault}: 413 past the limit, 415 for an unknown content coding, 400 for a broken one. */
export async function readBody(request: IncomingMessage, response: ServerResponse, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw new HttpFault(413, `the body is longer than ${limit} bytes`);
  const body = decode(request);
  if (waitingForContinue.delete(request)) {
    response.removeHeader('Connection');
    response.writeContinue();
  }
  return collect(request, body, limit);
}

/** Body text; only UTF-8 will do (SPARQL 1.1 Protocol, section 2.1.3). */
export function decodeText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpFault(400, 'the body is not UTF-8');
  }
}

/** As it is: what may be long is decoded where that holds nobody up. */
export function requireUtf8<Bytes extends Uint8Array>(body: Bytes): Bytes {
  if (isUtf8(body)) return body;
  throw new HttpFault(400, 'the body is not UTF-8');
}

/** The media type of the body, without parameters but its version; a charset other than UTF-8 is 415. */
export function bodyType(request: IncomingMessage): { readonly type: string; readonly version: string | undefined } {
  const { value, parameters } = parseParameterised(request.headers['content-type'] ?? '');
  const charset = parameters.get('charset')?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') throw new HttpFault(415, `the body is to be UTF-8, not ${charset}`);
  return { type: value, version: parameters.get('version') };
}
