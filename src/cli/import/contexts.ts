/** The JSON-LD contexts that pages refer to: ours from our own file, others only where that is allowed. */
import { readContext } from '../../export/json-ld-context.js';
import type { FetchPage } from '../../store/outside/fetch-page.js';

const maxContextBytes = 4 * 1024 * 1024;

/** As our context is named under the base of whoever publishes it, us or another. */
const ours = /\/ontology\/context\.jsonld$/;
const published = 'https://w3id.org/migraph/ontology/context.jsonld';

export interface ContextSource {
  /** The base of our own data: its context is at hand. */
  readonly base: string;
  /** Undefined: nothing is fetched. */
  readonly fetch: FetchPage | undefined;
}

export interface Contexts {
  /** Throws an Error with the reason. */
  load(url: string): Promise<object>;
  /** Those that were fetched. */
  readonly fetched: readonly string[];
}

/** The context behind an address that gives another document (JSON-LD 1.1 API, section 9.4): schema.org has it so. */
function alternate(link: string): string | undefined {
  const entries = link.split(/,(?=\s*<)/).map((entry) => /^\s*<([^>]*)>(.*)$/s.exec(entry));
  const isContext = (parameters: string): boolean =>
    /\brel\s*=\s*"?alternate\b/i.test(parameters) && /\btype\s*=\s*"?application\/ld\+json\b/i.test(parameters);
  return entries.find((entry) => entry !== null && isContext(entry[2] ?? ''))?.[1];
}

async function fetchContext(url: string, fetch: FetchPage, follow = true): Promise<object> {
  const accept = 'application/ld+json, application/json;q=0.9';
  const page = await fetch({ url, accept, maxBytes: maxContextBytes });
  const elsewhere = /\bjson\b/i.test(page.contentType) ? undefined : alternate(page.link);
  if (elsewhere !== undefined && follow) return fetchContext(new URL(elsewhere, page.url).href, fetch, false);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(page.bytes)) as object;
  } catch (cause) {
    throw new Error(`the context <${url}> is no JSON`, { cause });
  }
}

/** Each is fetched once. */
export function createContexts({ base, fetch }: ContextSource): Contexts {
  const known = new Map<string, Promise<object>>();
  const own = { '@context': readContext() };
  const isOwn = (url: string): boolean => url === published || (url.startsWith(base) && ours.test(url));
  return {
    get fetched() {
      return [...known.keys()];
    },
    load(url) {
      if (isOwn(url)) return Promise.resolve(own);
      if (fetch === undefined)
        return Promise.reject(new Error(`refers to the JSON-LD context <${url}>, which --contexts allows to fetch`));
      const context = known.get(url) ?? fetchContext(url, fetch);
      known.set(url, context);
      return context;
    },
  };
}
