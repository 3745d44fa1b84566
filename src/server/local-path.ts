/** The canonical base is not the host that serves it: data IRIs are answered for here by their path. */

/** The page here of a thing that is not named under our base. */
export const aboutPath = (iri: string): string => `/about?iri=${encodeURIComponent(iri)}`;

/** Of a path what a browser takes for one: `//x`, and all that it reads so, would be the name of another server. */
export const stayHere = (path: string): string => (/^\/[\t\n\r]*[/\\]/.test(path) ? `/.${path}` : path);

/** Where a page links to for an IRI: the local path of ours, the address of others, nothing for what cannot be followed. */
export function localPath(base: string, iri: string): string | undefined {
  if (iri.startsWith(base)) return stayHere(`/${iri.slice(base.length)}`);
  return /^https?:/i.test(iri) || /^mailto:/i.test(iri) ? iri : undefined;
}

/** The page here of whatever the graph says something of. */
export const pagePath = (base: string, iri: string): string =>
  iri.startsWith(base) ? `/${iri.slice(base.length)}` : aboutPath(iri);

/** The same of any IRI: what cannot be followed, as `javascript:`, must not become a link; its page here is one. */
export const pathTo = (base: string, iri: string): string => localPath(base, iri) ?? aboutPath(iri);
