/** A term on a page: ours link to their local page, others to where they lead. */
import type { Term } from '../../rdf.js';
import { prefixes } from '../../vocabularies.js';
import { type Html, html } from '../html.js';
import { aboutPath, localPath } from '../local-path.js';

/** `dct:title` for a known namespace, the path for ours, else the whole IRI. */
export function shortName(base: string, iri: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (iri.startsWith(namespace) && iri.length > namespace.length) return `${prefix}:${iri.slice(namespace.length)}`;
  return iri.startsWith(base) && iri.length > base.length ? iri.slice(base.length) : iri;
}

/**
 * An IRI as a link where it can be followed; `label` is what it is called. What is not ours and yet has a name here is told
 * of here, on a page that leads on to it.
 */
export function linkTo(base: string, iri: string, label?: string): Html {
  const isDescribed = label !== undefined && !iri.startsWith(base);
  const path = isDescribed ? aboutPath(iri) : localPath(base, iri);
  const text = label ?? shortName(base, iri);
  return path === undefined ? html`<code>${text}</code>` : html`<a href="${path}">${text}</a>`;
}

/** Any term; the label is for what an IRI leads to. */
export function showTerm(base: string, term: Term, label?: string): Html {
  if (term.termType === 'NamedNode') return linkTo(base, term.value, label);
  if (term.termType !== 'Literal') return html`<code>_:${term.value}</code>`;
  const language = term.language === '' ? undefined : html` <small>${term.language}</small>`;
  return html`<span${term.language === '' ? undefined : html` lang="${term.language}"`}>${term.value}</span>${language}`;
}
