/** Asks limited servers the same as one without limits; an answer is whole or has visibly failed. */
import { createHash } from 'node:crypto';
import { treeOf } from '../attack/process-tree.js';
import { createRandom, type Random } from '../random.js';
import { type Limit, limits, serveLimited } from './limits.js';
import { formatsOf, type Question, questions } from './questions.js';
import { readAnswer } from './read-answer.js';

/** `refused`: a status; `broken`: the connection, so that no client takes it for an answer; `lie`: less, or other, than there is. */
export type End = 'whole' | 'refused' | 'broken' | 'lie';

export interface Outcome {
  readonly limit: string;
  readonly ends: ReadonlyMap<End, number>;
  /** In words. */
  readonly lies: readonly string[];
}

interface Order {
  readonly question: Question;
  readonly format: string;
}

const digest = (lines: readonly string[]): string =>
  `${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('base64')}`;

/** The text where it is whole as far as HTTP tells. */
async function ask(origin: string, { question, format }: Order, n: number): Promise<string | 'refused' | 'broken'> {
  try {
    const response = await fetch(`${origin}/sparql?format=${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/sparql-query' },
      // A text of its own each time.
      body: `${question.query} # ${n}`,
    });
    const text = await response.text();
    return response.status === 200 ? text : 'refused';
  } catch {
    return 'broken';
  }
}

/** What the unlimited server says, asked once each. */
async function openTruth() {
  const served = await serveLimited({ queryDeadline: 120, queryMemory: 2 ** 30, clientBudget: 1e9 });
  const known = new Map<string, Promise<string>>();
  /** One at a time: nobody is to wait for his turn so long that he is refused. */
  let last: Promise<unknown> = Promise.resolve();
  /** A connection that was kept may be closed just when it is used again. */
  async function look(order: Order): Promise<string> {
    for (let tries = 0; tries < 5; tries += 1) {
      const text = await ask(served.origin, order, tries);
      if (text !== 'refused' && text !== 'broken') return digest(await readAnswer(text, order.format));
    }
    throw new Error(`${order.question.name} as ${order.format} cannot be answered at all`);
  }
  return {
    of(order: Order): Promise<string> {
      const key = `${order.format} ${order.question.name}`;
      const found = known.get(key) ?? last.then(() => look(order));
      last = found.catch(() => {});
      known.set(key, found);
      return found;
    },
    close: served.close,
  };
}

type Truth = Awaited<ReturnType<typeof openTruth>>;

/** How it ended, or the lie in words. */
type Judgement = End | string;

async function compare(text: string, order: Order, truth: Truth): Promise<Judgement> {
  const wanted = await truth.of(order);
  try {
    const found = digest(await readAnswer(text, order.format));
    return found === wanted ? 'whole' : `${found} and not ${wanted}`;
  } catch (error) {
    // An end in good order of what cannot be read is no visible failure.
    return `ended well and cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

type Judge = (text: string, order: Order) => Promise<Judgement>;

/** One that is, letter for letter, as an answer that was read is not read again. */
function createJudge(truth: Truth): Judge {
  const judged = new Map<string, Judgement>();
  return async (text, order) => {
    if (text === 'refused' || text === 'broken') return text;
    const bytes = createHash('sha256').update(text).digest('base64');
    const key = `${order.format} ${order.question.name} ${bytes}`;
    const judgement = judged.get(key) ?? (await compare(text, order, truth));
    judged.set(key, judgement);
    return judgement;
  };
}

/** At the same time. */
const clients = 4;

async function tryLimit(limit: Limit, queries: number, random: Random, judge: Judge): Promise<Outcome> {
  const others = new Set(treeOf(process.pid));
  const served = await serveLimited(limit.settings);
  const meanwhile = await limit.meanwhile?.(served, random, others);
  const ends = new Map<End, number>();
  const lies: string[] = [];
  let left = queries;
  async function play(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const question = random.pick(questions);
      const order = { question, format: random.pick(formatsOf[question.kind] as readonly string[]) };
      const text = await ask(meanwhile?.origin ?? served.origin, order, left + 1);
      const end = await judge(text, order);
      const isEnd = end === 'whole' || end === 'refused' || end === 'broken';
      if (!isEnd) lies.push(`${limit.name}: ${question.name} as ${order.format}: ${end}`);
      const counted: End = isEnd ? end : 'lie';
      ends.set(counted, (ends.get(counted) ?? 0) + 1);
    }
  }
  try {
    await Promise.all(Array.from({ length: clients }, play));
  } finally {
    await meanwhile?.end();
    await served.close();
  }
  return { limit: limit.name, ends, lies };
}

/** The queries are shared out among the limits. */
export async function runLimits(
  { queries, seed }: { readonly queries: number; readonly seed: number },
  onOutcome: (outcome: Outcome) => void = () => {},
): Promise<Outcome[]> {
  const truth = await openTruth();
  const judge = createJudge(truth);
  const outcomes: Outcome[] = [];
  try {
    for (const [n, limit] of limits.entries()) {
      const share = Math.ceil(queries / limits.length);
      const outcome = await tryLimit(limit, share, createRandom(seed * 101 + n), judge);
      outcomes.push(outcome);
      onOutcome(outcome);
    }
  } finally {
    await truth.close();
  }
  return outcomes;
}
