/** Asks a curator about one candidate after another, by single keys, and writes each decision as it is taken. */
import { relative } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { decide } from '../../curation/decide.js';
import type { WrittenStatement } from '../../curation/decision.js';
import { writeDecision } from '../../curation/decision-files.js';
import { uniqueQuote } from '../../curation/unique-quote.js';
import type { Note } from '../../notes/note.js';
import type { PlacedCandidate } from '../../triples/review/candidates.js';
import { countOf } from '../counts.js';
import type { ReviewItem } from '../review-items.js';
import { describeItem } from '../review-text.js';
import { openQuestions, type Questions } from '../terminal-questions.js';

export interface Asked {
  readonly note: Note;
  /** Of the same order and number. */
  readonly candidates: readonly PlacedCandidate[];
  readonly items: readonly ReviewItem[];
  /** Of the note's file, as people name it. */
  readonly path: string;
  /** Where decisions lie. */
  readonly folder: string;
  readonly base: string;
}

export interface Terminal {
  readonly input: Readable & { setRawMode?(raw: boolean): unknown };
  readonly output: Writable;
  /** Who decides; asked for where it is not known. */
  readonly who: string | undefined;
}

type Key = 'accept' | 'edit' | 'reject' | 'skip' | 'quit';
const keys: Readonly<Record<string, Key>> = {
  a: 'accept',
  e: 'edit',
  r: 'reject',
  s: 'skip',
  q: 'quit',
  '\u0003': 'quit',
  '\u0004': 'quit',
};

/** Today where the curator is. */
const today = (now = new Date()): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** What comes next; the stream waits again behind it. The end is as good as the key that ends. */
const nextChunk = (input: Readable): Promise<string> =>
  new Promise((resolve) => {
    const take = (data: Buffer | string): void => {
      input.pause();
      input.off('data', take).off('end', end);
      resolve(String(data));
    };
    const end = (): void => take('q');
    if (input.readableEnded) resolve('q');
    else input.on('data', take).on('end', end).resume();
  });

/** A key of those that may be pressed; a terminal gives it at once, anything else by the line. */
async function readKey({ input, output }: Terminal, can: readonly Key[]): Promise<Key> {
  const named = can.map((key) => `[${key[0]}]${key.slice(1)}`).join(' ');
  output.write(`  ${named} `);
  input.setRawMode?.(true);
  try {
    for (;;) {
      const chunk = await nextChunk(input);
      // What was typed ahead beyond the first key waits for the next question.
      const [first = ''] = chunk;
      if (chunk.length > 1) input.unshift(Buffer.from(chunk.slice(1)));
      const key = keys[first.toLowerCase()];
      if (key !== undefined && can.includes(key)) {
        output.write(`${key}\n`);
        return key;
      }
    }
  } finally {
    input.setRawMode?.(false);
  }
}

/** Asks by lines, with what stands there already to be changed. */
async function askLines<T>({ input, output }: Terminal, ask: (questions: Questions) => Promise<T>): Promise<T> {
  const questions = openQuestions({ input, output });
  try {
    return await ask(questions);
  } finally {
    questions.close();
  }
}

const askStatement = (terminal: Terminal, proposed: WrittenStatement | undefined): Promise<WrittenStatement> =>
  askLines(terminal, async ({ ask }) => ({
    subject: (await ask('  subject: ', proposed?.subject)).trim(),
    predicate: (await ask('  predicate: ', proposed?.predicate)).trim(),
    object: (await ask('  object: ', proposed?.object)).trim(),
  }));

/** The decision's file, or why there is none. */
async function take(
  { note, folder, base }: Asked,
  candidate: PlacedCandidate,
  says: 'accept' | 'reject' | 'edit',
  terminal: Terminal & { who: string },
): Promise<{ file: string } | { fault: string }> {
  try {
    const statement = says === 'edit' ? await askStatement(terminal, candidate.proposed) : undefined;
    const why = await askLines(terminal, ({ ask }) => ask('  why (Enter: as the sentence says): '));
    const quote = uniqueQuote(note.text, candidate.passage.start, candidate.passage.end);
    if (quote === undefined) return { fault: 'the note repeats itself: no words of it stand there once' };
    const choice = { says, who: terminal.who, when: today(), why, ...(statement && { statement }) };
    return { file: await writeDecision(folder, decide(candidate, choice, quote), base) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

export async function askCurator(asked: Asked, terminal: Terminal): Promise<void> {
  const { candidates, items, path } = asked;
  const { output } = terminal;
  const who = terminal.who ?? (await askLines(terminal, ({ ask }) => ask('Your name, for the decisions: '))).trim();
  if (who === '') throw new Error('a decision needs a name: give it, or --who');
  let taken = 0;
  for (const [n, candidate] of candidates.entries()) {
    const item = items[n];
    if (item === undefined) continue;
    output.write(`\n${n + 1} of ${items.length}  ${describeItem(path, item, {}).join('\n')}\n`);
    const can: Key[] = [
      ...(candidate.proposed === undefined ? [] : (['accept'] as const)),
      'edit',
      'reject',
      'skip',
      'quit',
    ];
    for (;;) {
      const key = await readKey(terminal, can);
      if (key === 'skip') break;
      if (key === 'quit') return tellTaken(output, taken);
      const outcome = await take(asked, candidate, key, { ...terminal, who });
      if ('file' in outcome) {
        taken++;
        output.write(`  written: ${relative(process.cwd(), outcome.file)}\n`);
        break;
      }
      output.write(`  not written: ${outcome.fault}\n`);
    }
  }
  tellTaken(output, taken);
}

function tellTaken(output: Writable, taken: number): void {
  const next = taken === 0 ? '' : '; "migraph check" says what they change, "migraph build" applies them';
  output.write(`\n${countOf(taken, 'decision')} taken${next}\n`);
}
