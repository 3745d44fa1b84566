/** The program of one engine: it opens a file, answers what it is sent, and times itself. */
import { digest } from './digest.js';
import type { EngineJob, EngineName, EngineReply } from './engine-messages.js';
import type { Engine, EngineModule } from './engines/engine.js';

/** Each is loaded by whoever needs it: what is not asked for must take no memory. */
const modules: Readonly<Record<EngineName, () => Promise<EngineModule>>> = {
  migraph: async () => (await import('./engines/migraph.js')).migraph,
  oxigraph: async () => (await import('./engines/oxigraph.js')).oxigraphEngine,
  comunica: async () => (await import('./engines/comunica.js')).comunica,
};

const [, , name = '', url] = process.argv;
const module =
  url === undefined ? await modules[name as EngineName]() : (await import('./engines/remote.js')).remote(url);
let engine: Engine | undefined;

/** What the process holds when nothing is left over. */
function residentBytes(): number {
  global.gc?.();
  global.gc?.();
  return process.memoryUsage().rss;
}

function opened(): Engine {
  if (engine === undefined) throw new Error('nothing is open');
  return engine;
}

async function time<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
  const started = performance.now();
  const result = await work();
  return [(performance.now() - started) / 1000, result];
}

async function carryOut(job: EngineJob): Promise<EngineReply> {
  switch (job.do) {
    case 'prepare': {
      const [seconds, file] = await time(async () => module.prepare?.(job.file) ?? job.file);
      return { seconds, file };
    }
    case 'open': {
      const before = job.weigh ? residentBytes() : 0;
      const [seconds, made] = await time(() => module.open(job.file));
      engine = made;
      return { seconds, size: made.size(), bytes: job.weigh ? residentBytes() - before : 0 };
    }
    case 'settle': {
      const [seconds] = await time(async () => opened().settle?.());
      return { seconds };
    }
    case 'ask': {
      const [seconds, answer] = await time(() => opened().answer(job.query, job.kind));
      return job.digest ? { seconds, digest: digest(answer, job.kind) } : { seconds };
    }
    case 'dump': {
      const [seconds] = await time(() => opened().dump(job.format));
      return { seconds };
    }
  }
}

process.on('message', (job: EngineJob) => {
  carryOut(job)
    .catch(
      (error: unknown): EngineReply => ({ seconds: 0, error: error instanceof Error ? error.message : String(error) }),
    )
    .then((reply) => process.send?.(reply));
});
