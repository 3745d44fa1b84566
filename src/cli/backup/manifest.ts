/** What a backup says of itself, in its last entry: every file of it with its length and SHA-256. */
import { z } from 'zod';

export const manifestName = 'manifest.json';

/** Where things go: what is taken in, what was imported, what a build and writes have made. */
export const roots = ['data', 'imports', 'var'] as const;
export type Root = (typeof roots)[number];

/** No name leads out of its root, or is hidden from a look at it. */
const name = z.string().regex(/^(?:data|imports|var)(?:\/(?!\.{1,2}(?:\/|$))[^/\0\\]+)+$/);

const schema = z.object({
  format: z.literal('migraph backup 1'),
  /** Of the program. */
  version: z.string(),
  made: z.iso.datetime(),
  files: z.array(z.object({ name, bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export type Manifest = z.output<typeof schema>;
export type ManifestFile = Manifest['files'][number];

export const rootOf = ({ name: path }: Pick<ManifestFile, 'name'>): Root => path.split('/')[0] as Root;

/** Throws, in a few words, where it is none of ours. */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${manifestName} is no JSON`, { cause });
  }
  const { data, error } = schema.safeParse(value);
  if (data === undefined)
    throw new Error(
      `${manifestName} is not one of migraph (${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message})`,
    );
  return data;
}
