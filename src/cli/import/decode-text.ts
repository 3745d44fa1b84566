/** The bytes of a page as text, by what its sender or the text itself says of its encoding. */

/** The encoding that an XML declaration names; its letters are those of ASCII in every encoding that we take. */
function xmlEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

const charsetOf = (contentType: string): string | undefined => /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];

/** Throws an Error with the reason where it is not what it says. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const named = xmlEncoding(bytes) ?? charsetOf(contentType) ?? 'utf-8';
  // All syntaxes but XML are UTF-8, whatever else a header says.
  for (const label of new Set(['utf-8', named]))
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch (error) {
      if (error instanceof RangeError) throw new Error(`its encoding "${label}" is not known`, { cause: error });
    }
  throw new Error(named.toLowerCase() === 'utf-8' ? 'is not UTF-8 text' : `is neither UTF-8 nor ${named}`);
}
