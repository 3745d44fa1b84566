/** How a thing is taken along: its data in every format, by the profiles of catalogues, and how it is cited. */
import { readCitation } from '../../../export/citation/citation.js';
import { writePlainCitation } from '../../../export/citation/plain-citation.js';
import { isRdf, profiles } from '../../../export/profiles.js';
import { citationFormats } from '../../../formats.js';
import type { NamedNode } from '../../../rdf.js';
import { keyOf } from '../../answer/ask-address.js';
import type { Asking } from '../../asking.js';
import type { Kind } from '../../entity/kinds.js';
import { type Html, html } from '../../html.js';
import { aboutPath, localPath } from '../../local-path.js';
import { formatsFor } from '../../request.js';
import type { Services } from '../../services.js';
import type { View } from '../../view/view.js';
import { graphPath } from '../graph-view.js';

/** As people call them; others by their names. */
const formatNames: Readonly<Record<string, string>> = {
  turtle: 'Turtle',
  ntriples: 'N-Triples',
  jsonld: 'JSON-LD',
  rdfxml: 'RDF/XML',
  trig: 'TriG',
  nquads: 'N-Quads',
};

const list = (links: readonly Html[]): Html => html`${links.map((link, n) => (n === 0 ? link : html`, ${link}`))}`;

/** Ours end in the extension, others have it as a parameter. */
const documentPath = (base: string, iri: string, extension: string): string =>
  iri.startsWith(base) ? `${localPath(base, iri)}.${extension}` : `${aboutPath(iri)}&format=${extension}`;

function profileLinks(base: string, iri: string): Html {
  const links = profiles
    .filter((profile) => profile.of === 'datasets' && isRdf(profile))
    .map(({ id }) => {
      const path = documentPath(base, iri, 'ttl');
      return html`<a href="${path}${path.includes('?') ? '&' : '?'}profile=${id}">${id}</a>`;
    });
  return list(links);
}

async function showCitation(
  services: Services,
  view: View,
  thing: NamedNode,
  asking: Asking,
): Promise<Html | undefined> {
  const { base } = services.config;
  const citation = await readCitation(services.store, thing, { ...asking, base });
  if (citation === undefined) return undefined;
  const words = { undated: view.say('entity.cite.undated'), forthcoming: view.say('entity.cite.forthcoming') };
  const text = writePlainCitation(citation, {
    ...words,
    dataset: view.say('entity.cite.dataset'),
    described: view.say('entity.cite.described', { iri: thing.value }),
  });
  const path = localPath(base, thing.value) ?? '';
  const links = citationFormats.map(({ extension, title }) => html`<a href="${path}.${extension}">${title}</a>`);
  return html`<dt>${view.say('entity.cite')}</dt><dd><p class="citation">${text}</p>${thing.value.startsWith(base) ? html`<p>${list(links)}</p>` : undefined}</dd>`;
}

/** Of others it leads to where they describe it. */
function showName(base: string, { value }: NamedNode): Html {
  const name = html`<code>${value}</code>`;
  return /^https?:/i.test(value) && !value.startsWith(base) ? html`<a href="${value}">${name}</a>` : name;
}

/** What it is bound to, and where a dataset looks. */
function pictureLinks(
  { say }: View,
  base: string,
  { iri, kind }: { readonly iri: string; readonly kind: Kind },
): Html[] {
  const around = html`<a href="${graphPath(base, iri)}">${say('graph.around')}</a>`;
  const map = `/map?${new URLSearchParams({ dataset: keyOf(iri, base) })}`;
  return kind === 'Dataset' ? [around, html`<a href="${map}">${say('map.on')}</a>`] : [around];
}

export async function showUse(
  services: Services,
  { thing, kind }: { readonly thing: NamedNode; readonly kind: Kind },
  { view, asking }: { readonly view: View; readonly asking: Asking },
): Promise<Html> {
  const { base } = services.config;
  const formats = formatsFor('graph').map(
    ({ id, extension }) => html`<a href="${documentPath(base, thing.value, extension)}">${formatNames[id] ?? id}</a>`,
  );
  const text =
    kind === 'Note' ? [html`<a href="${localPath(base, thing.value)}.txt">${view.say('entity.asText')}</a>`] : [];
  const isCited = kind === 'Dataset' || kind === 'Publication';
  return html`<section aria-labelledby="use"><h2 id="use">${view.say('entity.use')}</h2>
<dl><dt>${view.say('entity.name')}</dt><dd>${showName(base, thing)}</dd>
<dt>${view.say('entity.data')}</dt><dd>${list([...text, ...formats])}</dd>
${kind === 'Dataset' ? html`<dt>${view.say('entity.profiles')}</dt><dd>${profileLinks(base, thing.value)}</dd>` : undefined}
<dt>${view.say('graph.pictures')}</dt><dd>${list(pictureLinks(view, base, { iri: thing.value, kind }))}</dd>
${isCited ? await showCitation(services, view, thing, asking) : undefined}</dl></section>`;
}
