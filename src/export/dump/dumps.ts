/** The dumps of a store: made when they are asked for, once for each version of it, and kept on disk as long as it lasts. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.js';
import type { GraphStore } from '../../store/graph-store.js';
import { type Dump, type DumpLimits, makeDump } from './make-dump.js';

/** Dumps that are kept: who reads the one before may still open its files. */
const kept = 2;

/** Milliseconds for which what failed is not tried again, as long as the graph is the same. */
const pause = 30_000;

/** Folders of this process, which go with it. */
const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Process ids begin the names of the folders: one that nobody has any more is rubbish. */
function sweep(within: string): void {
  if (!existsSync(within)) return;
  for (const name of readdirSync(within))
    try {
      process.kill(Number.parseInt(name, 10), 0);
    } catch {
      rmSync(join(within, name), { recursive: true, force: true });
    }
}

export class Dumps {
  private readonly made: Dump[] = [];
  private making: Promise<Dump> | undefined;
  private failed: { readonly version: string; readonly at: number; readonly error: unknown } | undefined;
  private folder: string | undefined;
  private count = 0;

  constructor(
    private readonly store: GraphStore,
    private readonly config: DumpLimits & Pick<Config, 'out'>,
  ) {}

  /** That of the graph as it is, or as it was a moment ago where that is just being made. */
  async current(): Promise<Dump> {
    const version = this.store.version();
    const newest = this.made.at(-1);
    if (newest?.version === version) return newest;
    const { failed } = this;
    if (failed?.version === version && performance.now() - failed.at < pause) throw failed.error;
    this.making ??= this.make(version).finally(() => {
      this.making = undefined;
    });
    return this.making;
  }

  private async make(version: string): Promise<Dump> {
    this.count += 1;
    const folder = join(this.ownFolder(), String(this.count));
    try {
      const dump = await makeDump(this.store, folder, this.config);
      this.made.push(dump);
      for (const old of this.made.splice(0, this.made.length - kept)) await rm(old.folder, { recursive: true });
      return dump;
    } catch (error) {
      this.failed = { version, at: performance.now(), error };
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private ownFolder(): string {
    if (this.folder !== undefined) return this.folder;
    const within = join(this.config.out, 'dumps');
    sweep(within);
    this.folder = join(within, `${process.pid}-${folders.size + 1}`);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    folders.add(this.folder);
    return this.folder;
  }
}
