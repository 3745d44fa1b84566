/** What is known of a thing before its document is made: whether it is there, has moved or is gone, and FAIR signposts. */
import { readQueryText } from '../export/query-text.js';
import { createIris } from '../iris.js';
import type { NamedNode } from '../rdf.js';
import type { Asking } from './asking.js';
import type { Services } from './services.js';

export interface Signposts {
  /** Whether anything is said of it. */
  readonly isKnown: boolean;
  /** What stands in its place. */
  readonly movedTo: string | undefined;
  /** When it was taken out. */
  readonly goneAt: string | undefined;
  /** IRIs by relation: `type`, `author`, `license`, `item`, `collection`, and `metadata-license`, of what is said here. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

export async function readSignposts({ store, config }: Services, thing: NamedNode, asking: Asking): Promise<Signposts> {
  const bindings = { thing, catalogue: createIris(config.base).catalogue() };
  const result = await store.query(readQueryText('pages/signposts'), { ...asking, bindings });
  const links = new Map<string, string[]>();
  const said = new Map<string, string>();
  if (result.kind === 'bindings')
    for await (const row of result.rows) {
      const [sign, value] = [row.get('sign')?.value ?? '', row.get('value')];
      if (value === undefined) continue;
      said.set(sign, value.value);
      if (value.termType === 'NamedNode') links.set(sign, [...(links.get(sign) ?? []), value.value]);
    }
  const isKnown = said.has('known');
  return {
    isKnown,
    movedTo: isKnown ? undefined : links.get('moved')?.[0],
    goneAt: isKnown ? undefined : said.get('gone'),
    links,
  };
}
