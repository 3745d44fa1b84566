/** One request to another engine, and what its failures mean for those who ask us. */
import { type FaultKind, QueryFault } from '../graph-store.js';

export interface EngineRequest {
  readonly url: URL;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** The header Authorization, as it is sent; none without it. */
  readonly authorization?: string | undefined;
  readonly body?: string | URLSearchParams;
  readonly signal: AbortSignal;
}

/** Seconds after which to come again, where the engine does not say. */
const usualWait = 10;

const kinds: Readonly<Record<number, FaultKind>> = {
  // It was parsed before it was sent.
  400: 'refused',
  408: 'timeout',
  413: 'too-long',
  414: 'too-long',
  429: 'busy',
  503: 'busy',
  504: 'timeout',
};

/** The reason in a line: engines write pages, or their whole query plan. */
const firstLine = (text: string): string => {
  const [line = ''] = text
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .split(/\r?\n/, 1);
  return line.replace(/\s+/g, ' ').slice(0, 300);
};

/** What of an error's text is read. */
const longestReason = 16 * 1024;

async function readReason(response: Response): Promise<string> {
  let text = '';
  try {
    for await (const bytes of response.body ?? []) {
      text += Buffer.from(bytes).toString('utf8');
      if (text.length > longestReason) break;
    }
  } catch {
    // What came before it broke off may do.
  }
  return firstLine(text);
}

async function faultOf(response: Response): Promise<QueryFault> {
  const { status } = response;
  const reason = await readReason(response);
  const retryAfter = Number(response.headers.get('Retry-After')) || usualWait;
  const kind = kinds[status];
  if (kind === 'refused') return new QueryFault(kind, reason || 'the store refuses this');
  if (kind !== undefined) return new QueryFault(kind, `the store answers ${status}: ${reason}`, { retryAfter });
  const isRefused = status === 401 || status === 403;
  const what = isRefused ? `lets nobody in with these credentials (${status})` : `failed (${status}): ${reason}`;
  return new QueryFault('offline', `the store ${what}`, { retryAfter });
}

/** Why there was no answer, without the address: that is the operator's. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}

export const unreachable = (error: unknown): unknown =>
  error instanceof QueryFault
    ? error
    : new QueryFault('offline', `the store does not answer (${reasonOf(error)})`, {
        retryAfter: usualWait,
        cause: error,
      });

/** Resolves with a successful answer, or one whose status is among `taken`. Throws a {@link QueryFault}. */
export async function send(request: EngineRequest, taken: readonly number[] = []): Promise<Response> {
  const { url, signal, authorization, ...init } = request;
  const headers = { ...init.headers, ...(authorization !== undefined && { Authorization: authorization }) };
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'manual', ...init, headers, signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : unreachable(error);
  }
  if (response.ok || taken.includes(response.status)) return response;
  throw await faultOf(response);
}

/** The body as text, in pieces; what breaks off is a fault. */
export async function* readTexts(response: Response, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const bytes of response.body ?? []) yield decoder.decode(bytes as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw signal.aborted ? signal.reason : unreachable(error);
  }
}
