/** Says which file an error of the system is about: calls on one that is open fail without its name. */

/** The same error, to be thrown on; one that has a name keeps it. */
export function nameFile(error: unknown, file: string): unknown {
  if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path: file });
  return error;
}

/** What is read of a file, or written to it. */
export async function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw nameFile(error, file);
  }
}

/** The chunks of a file. */
export async function* namingChunks<T>(file: string, chunks: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* chunks;
  } catch (error) {
    throw nameFile(error, file);
  }
}
