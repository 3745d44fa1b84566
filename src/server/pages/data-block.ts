/** What a page says to search engines: its dataset or catalogue in schema.org's terms, as a block of data that runs nothing. */
import { exportProfile } from '../../export/export.js';
import { findProfile } from '../../export/profiles.js';
import type { NamedNode } from '../../rdf.js';
import { QueryFault, type QueryOptions } from '../../store/graph-store.js';
import { Html } from '../html.js';
import type { Services } from '../services.js';

/** Bytes of such a block, beyond which the page does without: it must not take longer than what people came for. */
const longest = 200_000;

/** `<` would let a text of the graph end the element. */
const toBlock = (json: string): Html =>
  new Html(`<script type="application/ld+json">\n${json.replaceAll('<', '\\u003c')}</script>`);

/** Of one dataset; without one, of the catalogues, but not of what they list. Undefined where it cannot be had. */
export async function dataBlock(
  services: Services,
  dataset: NamedNode | undefined,
  asking: Pick<QueryOptions, 'client' | 'signal'>,
): Promise<Html | undefined> {
  const profile = findProfile('schema-org');
  if (profile === undefined) return undefined;
  const { store, config, context } = services;
  const scope = { base: config.base, of: dataset ?? [], ...asking };
  try {
    const answer = await exportProfile(store, profile, { ...scope, format: 'jsonld', context });
    let text = '';
    for await (const chunk of answer.body) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.length > longest) return undefined;
    }
    return toBlock(text);
  } catch (error) {
    if (error instanceof QueryFault) return undefined;
    throw error;
  }
}
