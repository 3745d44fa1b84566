/** What two spellings of one title have in common: letters and digits only, in small letters, the article gone. */

const articles = /^(?:the|a|an)\s/;
const between = /[^\p{L}\p{N}]+/gu;

/** The latest labels with their keys: rules ask for the same few titles of a passage again and again. */
const latest = new Map<string, string>();
const mostKept = 1000;

export function labelKey(label: string): string {
  const known = latest.get(label);
  if (known !== undefined) return known;
  const key = label.toLowerCase().replace(articles, '').replace(between, ' ').trim();
  if (latest.size >= mostKept) latest.clear();
  latest.set(label, key);
  return key;
}
