/**
 * Characters that JavaScript takes for white space and RFC 3987 for letters of other scripts (ucschar: U+00A0, U+2028 …). The jsonld
 * package leaves out what is said with IRIs that hold them; under a veil it does not see them.
 */

const mark = '\uE000';
const veiled = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\uE000]/g;
const behind = /\uE000([0-9a-f]+)\uE000/g;

/** Whether a JSON text may hold such a character, as it is or escaped. */
export const mayHoldSuchSpace = (json: string): boolean => json.search(veiled) >= 0 || /\\u[0-9a-f]/i.test(json);

const veilText = (text: string): string =>
  text.replace(veiled, (character) => `${mark}${character.charCodeAt(0).toString(16)}${mark}`);

/** The same JSON value with all its texts and keys under the veil. */
export function veil<T>(value: T): T;
export function veil(value: unknown): unknown {
  if (typeof value === 'string') return veilText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(veil);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [veilText(key), veil(one)]));
}

/** The text as it was. */
export const unveil = (text: string): string =>
  text.replace(behind, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
