/** The remote endpoints of a test, without a network: each is a store of our own behind the function that would fetch. */
import { QueryFault } from '../../src/store/graph-store.js';
import type { FetchText } from '../../src/store/outside/fetch-text.js';
import { type Outside, openOutside } from '../../src/store/outside/outside.js';
import { openPlain, readDocuments } from './documents.js';
import type { Entry } from './manifest.js';

/** Answers as the endpoint with these documents would; an endpoint that is not there does not answer. */
const answerFor =
  (endpoints: Entry['endpoints']): FetchText =>
  async ({ url, form }) => {
    const found = endpoints.find(({ endpoint }) => endpoint === url);
    if (found === undefined) throw new QueryFault('unreachable', `<${url}> is not there`);
    const query = form?.['query'] ?? '';
    const data = await readDocuments({ data: found.data, graphs: [] });
    // It may ask others in its turn.
    const answer = await openPlain(data, openEndpoints({ endpoints }, query)).respond(query, { bindings: 'json' });
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer.body) chunks.push(chunk);
    return { status: 200, mediaType: 'application/sparql-results+json', text: Buffer.concat(chunks).toString(), url };
  };

/** The hosts of the test's endpoints and of those that the query names are listed: whether they answer is another matter. */
export function openEndpoints({ endpoints }: Pick<Entry, 'endpoints'>, query: string): Outside {
  const named = query.match(/(?<=<)https?:[^>]*/g) ?? [];
  const hosts = [...named, ...endpoints.map(({ endpoint }) => endpoint)].map((iri) => new URL(iri).host);
  return openOutside([...new Set(hosts)], answerFor(endpoints));
}
