/** A web server of pages made for a test, on a free port, that remembers what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A text under a media type, or whatever the server is to do. */
export type PageAnswer =
  | { readonly type: string; readonly text: string; readonly headers?: Readonly<Record<string, string>> }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface PageServer {
  readonly origin: string;
  /** By path and query; may be changed while the server runs. */
  readonly pages: Map<string, PageAnswer>;
  /** The paths that were asked for, with the status they got. */
  readonly asked: string[];
  close(): Promise<void>;
}

function answer(page: PageAnswer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (page === undefined) response.writeHead(404).end('no such page');
  else if (typeof page === 'function') page(request, response);
  else answerText(page, request, response);
}

/** With entity tags: what is the same text is not sent twice to who knows it. */
function answerText(
  page: Exclude<PageAnswer, (...request: never[]) => void>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const etag = `"${Buffer.from(page.text).toString('base64url').slice(-40)}-${page.text.length}"`;
  const isKnown = request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : 200, { 'Content-Type': page.type, ETag: etag, ...page.headers });
  response.end(isKnown ? undefined : page.text);
}

export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, PageAnswer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    response.once('close', () => asked.push(`${response.statusCode} ${request.url}`));
    answer(pages.get(request.url ?? ''), request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
};

/** A page of a catalogue with one dataset, as JSON-LD; `paging` is said beside it. */
export const jsonPage = (number: number, paging: object = {}): string =>
  JSON.stringify({
    '@context': context,
    '@graph': [
      {
        '@id': 'https://sea.example/catalog',
        '@type': 'dcat:Catalog',
        'dct:title': { '@value': 'Catalogue of the sea', '@language': 'en' },
        'dct:license': { '@id': 'https://sea.example/licence' },
        'dcat:dataset': { '@id': `https://sea.example/dataset/${number}` },
      },
      {
        '@id': `https://sea.example/dataset/${number}`,
        '@type': 'dcat:Dataset',
        'dct:title': `Tides ${number}`,
        'dcat:distribution': { '@type': 'dcat:Distribution', 'dct:title': `File ${number}` },
      },
      paging,
    ],
  });

/** What Hydra says on a page with a next one. */
export const viewWithNext = (page: string, next: string): object => ({
  '@id': 'https://sea.example/catalog',
  'hydra:view': { '@id': page, '@type': 'hydra:PartialCollectionView', 'hydra:next': { '@id': next } },
});

export const turtlePage = (number: number, next?: string): string => `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
<https://sea.example/catalog> a dcat:Catalog ; dcat:dataset <https://sea.example/dataset/${number}> .
<https://sea.example/dataset/${number}> a dcat:Dataset ; dct:title "Tides ${number}" ; dct:temporal [ dcat:startDate "19${number}0" ] .
${next === undefined ? '' : `<> a hydra:PartialCollectionView ; hydra:next <${next}> ; hydra:first <?page=1> .`}
`;
