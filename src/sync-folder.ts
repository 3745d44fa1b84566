/** Names that outlive a power cut: a file's own sync does not keep the entry of the folder that it stands in. */
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { namingFile } from './name-file.js';

/** After a file in it was made, renamed or taken away. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await namingFile(folder, () => handle.sync()).finally(() => handle.close());
}

/** Makes a folder where it is missing, with those above it; each new one's name is synced too. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}
