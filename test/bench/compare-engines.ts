/** The engines over one file: loading, memory, the first answer from cold, and every query in turn. */
import type { EngineReply, Entrant } from './engine-messages.js';
import { type BenchQuery, queries } from './queries.js';
import { type RunningEngine, startEngine } from './run-engine.js';

/** Seconds; undefined where there was no answer, and why. */
export interface Timing {
  readonly median?: number;
  readonly failure?: string;
  readonly rows?: number;
}

export interface QueryTimings {
  readonly name: string;
  readonly timings: Readonly<Record<string, Timing>>;
  /** Engines whose answer is another than ours. */
  readonly different: readonly string[];
}

export interface LoadFigures {
  /** From the file to where it can be opened, and opening it. */
  readonly prepare: number;
  readonly open: number;
  readonly bytesPerStatement: number;
  /** From the start of the process to the first answer. */
  readonly firstAnswer: number;
  readonly dumps: Readonly<Partial<Record<'nquads' | 'jsonld', number>>>;
}

export interface Comparison {
  readonly size: number;
  readonly loads: Readonly<Record<string, LoadFigures>>;
  readonly queries: readonly QueryTimings[];
}

export interface CompareOptions {
  readonly engines: readonly Entrant[];
  /** Seconds that a query may take. */
  readonly limit: number;
  readonly datasets: number;
  readonly say: (line: string) => void;
}

/** Seconds for what is not a query. */
const patience = 600;
const mostRounds = 25;
const mostWarmUps = 60;
/** Seconds that the rounds of a query take together, about, and those before that warm up. */
const timePerQuery = 1;
const warmUpTime = 0.3;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

function whole(reply: EngineReply | undefined): EngineReply {
  if (reply === undefined || reply.error !== undefined)
    throw new Error(reply?.error ?? 'no engine should take so long');
  return reply;
}

/** Each in a process that has done nothing before. */
async function weigh(entrant: Entrant, file: string, options: CompareOptions): Promise<readonly [string, LoadFigures]> {
  const fresh = async <T>(work: (engine: RunningEngine) => Promise<T>): Promise<T> => {
    const engine = startEngine(entrant);
    try {
      return await work(engine);
    } finally {
      await engine.close();
    }
  };
  const prepared = await fresh(async (engine) => whole(await engine.ask({ do: 'prepare', file }, patience)));
  const from = prepared.file ?? file;
  const opened = await fresh(async (engine) =>
    whole(await engine.ask({ do: 'open', file: from, weigh: true }, patience)),
  );
  const first = queries[0] as BenchQuery;
  const cold = async (round: number): Promise<number> => {
    const started = performance.now();
    await fresh(async (engine) => {
      whole(await engine.ask({ do: 'open', file: from, weigh: false }, patience));
      const query = first.text(round, options.datasets);
      whole(await engine.ask({ do: 'ask', query, kind: first.kind, digest: false }, patience));
    });
    return (performance.now() - started) / 1000;
  };
  const firstAnswers = [await cold(1), await cold(2), await cold(3)];
  const dumps: Partial<Record<'nquads' | 'jsonld', number>> = {};
  for (const format of ['nquads', 'jsonld'] as const) {
    const reply = await fresh(async (engine) => {
      whole(await engine.ask({ do: 'open', file: from, weigh: false }, patience));
      return engine.ask({ do: 'dump', format }, patience);
    });
    if (reply !== undefined && reply.error === undefined) dumps[format] = reply.seconds;
  }
  const { size = 1, bytes = 0 } = opened;
  const figures = { open: opened.seconds, bytesPerStatement: bytes / size, firstAnswer: median(firstAnswers), dumps };
  return [from, { prepare: from === file ? 0 : prepared.seconds, ...figures }];
}

class Contestant {
  private readonly engine: RunningEngine;

  private constructor(
    private readonly entrant: Entrant,
    private readonly file: string,
    private readonly limit: number,
  ) {
    this.engine = startEngine(entrant);
  }

  get name(): string {
    return this.entrant.name;
  }

  static async open(entrant: Entrant, file: string, limit: number): Promise<Contestant> {
    const contestant = new Contestant(entrant, file, limit);
    await contestant.reopen();
    return contestant;
  }

  private async reopen(): Promise<void> {
    whole(await this.engine.ask({ do: 'open', file: this.file, weigh: false }, patience));
    whole(await this.engine.ask({ do: 'settle' }, patience));
    this.engine.wasRestarted();
  }

  async ask(query: BenchQuery, text: string, digest: boolean): Promise<EngineReply | undefined> {
    const reply = await this.engine.ask({ do: 'ask', query: text, kind: query.kind, digest }, this.limit);
    if (this.engine.wasRestarted()) await this.reopen();
    return reply;
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

/** What one engine has to say to one query, round after round. */
class Trial {
  readonly seconds: number[] = [];
  failure: string | undefined;
  rows: number | undefined;
  answer: string | undefined;
  private spent = 0;

  constructor(
    private readonly contestant: Contestant,
    private readonly query: BenchQuery,
    private readonly options: CompareOptions,
  ) {}

  get name(): string {
    return this.contestant.name;
  }

  private async ask(round: number, digest: boolean): Promise<EngineReply | undefined> {
    if (this.failure !== undefined) return undefined;
    const { query, contestant, options } = this;
    const reply = await contestant.ask(query, query.text(round, options.datasets), digest);
    if (reply === undefined) this.failure = `> ${options.limit} s`;
    else this.failure = reply.error;
    return this.failure === undefined ? reply : undefined;
  }

  /** Until it goes as fast as it will, or has had its time; what takes long is not asked again. */
  async warmUp(): Promise<void> {
    const first = await this.ask(0, true);
    if (first?.digest === undefined) return;
    const { rows, hash } = first.digest;
    this.rows = rows;
    this.answer = this.query.anyRows ? `${rows}` : `${rows} ${hash}`;
    this.spent = first.seconds;
    if (this.spent > timePerQuery) this.seconds.push(first.seconds);
    for (let round = 1; round <= mostWarmUps && this.spent < warmUpTime; round += 1)
      this.spent += (await this.ask(round, false))?.seconds ?? warmUpTime;
    this.spent = this.seconds.length > 0 ? timePerQuery : 0;
  }

  /** False when it has been measured often enough. */
  async measure(round: number): Promise<boolean> {
    if (this.spent >= timePerQuery || this.seconds.length >= mostRounds) return false;
    const reply = await this.ask(mostWarmUps + round, false);
    if (reply === undefined) return false;
    this.seconds.push(reply.seconds);
    this.spent += reply.seconds;
    return true;
  }

  get timing(): Timing {
    if (this.failure !== undefined) return { failure: this.failure };
    return { median: median(this.seconds), ...(this.rows === undefined ? {} : { rows: this.rows }) };
  }
}

/** In turn: what else goes on in the machine meanwhile meets them all. */
async function runQuery(
  query: BenchQuery,
  contestants: readonly Contestant[],
  options: CompareOptions,
): Promise<QueryTimings> {
  const trials = contestants.map((contestant) => new Trial(contestant, query, options));
  for (const trial of trials) await trial.warmUp();
  for (let round = 1, goesOn = true; goesOn; round += 1) {
    goesOn = false;
    for (const trial of trials) goesOn = (await trial.measure(round)) || goesOn;
  }
  const ours = trials.find(({ name }) => name === 'migraph')?.answer;
  const answered = trials.filter(({ answer }) => answer !== undefined);
  return {
    name: query.name,
    timings: Object.fromEntries(trials.map(({ name, timing }) => [name, timing])),
    different: answered.filter(({ answer }) => answer !== ours).map(({ name }) => name),
  };
}

export async function compareEngines(file: string, size: number, options: CompareOptions): Promise<Comparison> {
  const loads: Record<string, LoadFigures> = {};
  const contestants: Contestant[] = [];
  const results: QueryTimings[] = [];
  try {
    for (const entrant of options.engines) {
      options.say(`${entrant.name} loads ${size} statements`);
      // What is elsewhere has loaded them, and is not weighed.
      const isHere = entrant.url === undefined;
      const [from, figures] = isHere ? await weigh(entrant, file, options) : [file, undefined];
      if (figures !== undefined) loads[entrant.name] = figures;
      contestants.push(await Contestant.open(entrant, from, options.limit));
    }
    for (const query of queries.filter(({ upTo = Number.POSITIVE_INFINITY }) => size <= upTo)) {
      const result = await runQuery(query, contestants, options);
      results.push(result);
      const times = options.engines.map(({ name }) => {
        const { median: time, failure } = result.timings[name] ?? {};
        return `${name} ${time === undefined ? failure : `${(time * 1000).toFixed(2)} ms`}`;
      });
      const differs = result.different.length === 0 ? '' : `  DIFFERENT: ${result.different.join(', ')}`;
      options.say(`${query.name.padEnd(36)} ${times.join('  ')}${differs}`);
    }
  } finally {
    for (const contestant of contestants) await contestant.close();
  }
  return { size, loads, queries: results };
}
