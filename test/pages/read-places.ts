/** What can be picked on the home page: the places that some dataset names, as a reader sees them. */

export interface Place {
  /** As the picker sends it. */
  readonly value: string;
  readonly name: string;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Those of the first group: where there is an answer by name. */
export async function readPlaces(origin: string): Promise<Place[]> {
  const page = await (await fetch(origin, { headers: { accept: 'text/html', 'accept-language': 'en' } })).text();
  const group = page.slice(page.indexOf('<optgroup'), page.indexOf('</optgroup>'));
  const plain = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '');
  return [...group.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)</g)].map(([, value = '', name = '']) => ({
    value: plain(value),
    name: plain(name),
  }));
}
