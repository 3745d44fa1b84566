/** Where a view leads to: the same with another value, without one, in another order, on another page. */
import type { PartName } from '../../browse/choice.js';
import { partsAgainst } from '../../browse/count-values.js';
import type { LackName } from '../../browse/facets.js';
import type { KindId } from '../../browse/kinds.js';
import { addressWith, type View } from '../../view/view.js';

/** The parameters of a part of the choice. */
const parametersOf = (part: PartName): string[] => (part === 'years' ? ['year', 'from', 'to'] : [part]);

const cleared = (parts: readonly PartName[]): Record<string, string> =>
  Object.fromEntries(parts.flatMap(parametersOf).map((name) => [name, '']));

/** Another choice, from its first page on. */
const changed = (view: View, changes: Readonly<Record<string, string>>): string =>
  addressWith(view, { ...changes, page: '' });

export const withValue = (view: View, name: string, text: string): string => changed(view, { [name]: text });

export const withYears = (view: View, from: number, to: number): string => {
  const year = (value: number): string => String(value).padStart(4, '0');
  return changed(view, { year: '', from: year(from), to: year(to) });
};

/** What a thing without it cannot fit is no longer chosen. */
export const withLack = (view: View, lack: LackName): string =>
  changed(view, { ...cleared(partsAgainst(lack)), without: lack });

export const withoutPart = (view: View, part: PartName): string => changed(view, cleared([part]));

/** All of a kind; the language and the order stay. */
export function allOf(view: View, id: KindId): string {
  const kept = new URLSearchParams();
  for (const name of view.path === `/${id}` ? ['lang', 'sort', 'limit'] : ['lang']) {
    const value = view.parameters.get(name);
    if (value !== null && value !== '') kept.set(name, value);
  }
  return kept.size === 0 ? `/${id}` : `/${id}?${kept}`;
}

/** The whole view in a format, by its extension. */
export function asFile(view: View, id: KindId, extension: string): string {
  const path = `/${id}.${extension}`;
  return addressWith(
    { ...view, path },
    { page: '', limit: '', format: '', ...(extension === 'csv' ? {} : { lang: '', sort: '' }) },
  );
}
