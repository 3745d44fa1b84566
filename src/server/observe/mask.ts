/** What is written down of a request's target, and of a query: no secret. */

/** Characters of a target that are written down. */
const longest = 400;

/** Parameters that say what is asked for; of any other only that it was there, for it may be anything. */
const harmless = new Set([
  ...['format', 'profile', 'form', 'context', 'page', 'limit', 'offset', 'verb', 'metadataPrefix', 'set', 'identifier'],
  ...['from', 'until', 'to', 'year', 'q', 'agency', 'country', 'region', 'theme', 'place', 'subject', 'modified_since'],
  ...['iri', 'graph', 'default', 'resumptionToken', 'lang'],
]);

function maskParameter(parameter: string): string {
  const [name = '', ...value] = parameter.split('=');
  return harmless.has(name) || value.length === 0 ? parameter : `${name}=…`;
}

/** Takes a secret out of any text. */
export type Mask = (text: string) => string;

export const createMask =
  (secret: string | undefined): Mask =>
  (text) =>
    secret === undefined || !text.includes(secret) ? text : text.replaceAll(secret, '…');

/** Path and parameters; of the absolute form, no user and no password. */
export function maskTarget(target: string, mask: Mask): string {
  const local = target.replace(/^https?:\/\/[^/?]*/i, '');
  const at = local.indexOf('?');
  const path = at < 0 ? local : local.slice(0, at);
  const parameters = at < 0 ? [] : local.slice(at + 1, at + 1 + 4 * longest).split('&');
  const whole = at < 0 ? path : `${path}?${parameters.map(maskParameter).join('&')}`;
  return mask(whole).slice(0, longest);
}
