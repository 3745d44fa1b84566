/** Unpacks a ZIP file into nothing, to see that it holds no more than what may be held: a bomb of a few kilobytes holds gigabytes. */
import type { JSZipObject } from 'jszip';

/** The bytes as they come out; `take` throws to end it. */
const unpack = (entry: JSZipObject, take: (chunk: Uint8Array) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const stream = entry.nodeStream();
    stream.on('error', reject);
    stream.on('end', resolve);
    stream.on('data', (chunk: Uint8Array) => {
      try {
        take(chunk);
      } catch (error) {
        // Nothing more is unpacked.
        stream.pause();
        reject(error);
      }
    });
  });

/** An Error of one reason once more comes out of it than `most` bytes; what is no ZIP file is an Error too. */
export async function checkUnpacked(bytes: Uint8Array, most: number): Promise<void> {
  // The reader that mammoth has: what is counted here is what comes out there.
  const { default: zip } = await import('jszip');
  const { files } = await zip.loadAsync(bytes);
  let length = 0;
  for (const entry of Object.values(files))
    await unpack(entry, (chunk) => {
      length += chunk.length;
      if (length > most) throw new TooMuchUnpacked(most);
    });
}

/** Caught by class: a file that is damaged otherwise has another reason. */
export class TooMuchUnpacked extends Error {
  constructor(most: number) {
    super(`unpacks to more than ${most / 2 ** 20} MB; save it without its pictures, or as text`);
  }
}
