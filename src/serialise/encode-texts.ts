/** Texts as UTF-8, in chunks of a fair size. */

const chunkLength = 64 * 1024;

export async function* encodeTexts(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let pending = '';
  for await (const text of texts) {
    pending += text;
    if (pending.length < chunkLength) continue;
    yield Buffer.from(pending);
    pending = '';
  }
  if (pending !== '') yield Buffer.from(pending);
}
