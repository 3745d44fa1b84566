/** What an import is called: in the graph, and as a file. */
import { basename } from 'node:path';
import { slugify } from '../../iris.js';

const longest = 80;

/** By its address or its file, where nobody names it. */
export function slugOf(source: string, isUrl: boolean): string {
  if (!isUrl) return slugify(basename(source).replace(/(?:\.\w{1,7})?(?:\.gz)?$/i, '')).slice(0, longest);
  const { hostname, pathname } = new URL(source);
  return slugify(`${hostname} ${decodeURIComponent(pathname)}`)
    .slice(0, longest)
    .replace(/-+$/, '');
}

/** Throws an Error where a name cannot be one. */
export function checkSlug(name: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && name.length <= longest) return name;
  throw new Error(
    `"${name}" cannot be the name of an import: small letters and digits, joined by "-", at most ${longest}; --name gives another`,
  );
}
