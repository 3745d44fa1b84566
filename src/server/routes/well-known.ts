/** `/.well-known/api-catalog` (RFC 9727): for programs, what can be asked here, as a set of links. */
import { Router } from 'express';
import { ownAddress } from '../own-address.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

interface Target {
  readonly href: string;
  readonly type?: string;
}

/** One door for programs, by paths of this server. */
interface Api {
  readonly anchor: string;
  readonly description: Target;
  readonly documentation: Target;
  readonly metadata?: Target;
}

const apis: readonly Api[] = [
  {
    anchor: '/api',
    description: { href: '/openapi.json', type: 'application/json' },
    documentation: { href: '/api', type: 'text/html' },
  },
  {
    anchor: '/sparql',
    description: { href: '/sparql?format=turtle', type: 'text/turtle' },
    documentation: { href: '/sparql?format=html', type: 'text/html' },
  },
  {
    anchor: '/catalog',
    description: { href: '/catalog?limit=1', type: 'application/ld+json' },
    documentation: { href: '/catalog?format=html', type: 'text/html' },
    metadata: { href: '/ontology', type: 'text/turtle' },
  },
  {
    anchor: '/oai',
    description: { href: '/oai?verb=Identify', type: 'text/xml' },
    documentation: { href: '/', type: 'text/html' },
    metadata: { href: '/oai?verb=ListMetadataFormats', type: 'text/xml' },
  },
  {
    anchor: '/ldes',
    description: { href: '/ldes', type: 'application/trig' },
    documentation: { href: '/', type: 'text/html' },
    metadata: { href: '/ldes/shape', type: 'text/turtle' },
  },
];

const mediaType = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** Of section 4 of RFC 9264; relations of RFC 8631. */
function writeLinkset(origin: string): string {
  const at = ({ href, ...target }: Target): Target => ({ href: origin + href, ...target });
  const self = `${origin}/.well-known/api-catalog`;
  const linkset = [
    { anchor: self, item: apis.map(({ anchor }) => ({ href: origin + anchor })) },
    ...apis.map(({ anchor, description, documentation, metadata }) => ({
      anchor: origin + anchor,
      'service-desc': [at(description)],
      'service-doc': [at(documentation)],
      ...(metadata === undefined ? {} : { 'service-meta': [at(metadata)] }),
      status: [{ href: `${origin}/readyz`, type: 'application/json' }],
    })),
  ];
  return `${JSON.stringify({ linkset }, null, 1)}\n`;
}

export function wellKnownRoutes({ config }: Services): Router {
  return Router().get('/.well-known/api-catalog', async (request, response) => {
    response.set('Link', '</.well-known/api-catalog>; rel="api-catalog"');
    await sendText(request, response, writeLinkset(ownAddress(request, config)), mediaType);
  });
}
