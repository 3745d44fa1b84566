/** Asks at a terminal, one line at a time; lines that were typed ahead answer the questions that follow. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface TerminalStreams {
  readonly input: Readable;
  readonly output: Writable;
}

export interface Questions {
  /** The line; an Error where there will be none any more. `initial` is what an empty line stands for. */
  ask(question: string, initial?: string): Promise<string>;
  close(): void;
}

export function openQuestions({ input, output }: TerminalStreams): Questions {
  const terminal = createInterface({ input, output });
  const lines: string[] = [];
  let isClosed = false;
  let wake = (): void => undefined;
  terminal.on('line', (line) => {
    lines.push(line);
    wake();
  });
  terminal.on('close', () => {
    isClosed = true;
    wake();
  });
  return {
    async ask(question, initial = '') {
      terminal.setPrompt(initial === '' ? question : `${question}[${initial}] `);
      terminal.prompt();
      while (lines.length === 0 && !isClosed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const line = lines.shift();
      if (line === undefined) throw new Error('the questions were broken off; nothing was written');
      return line.trim() === '' ? initial : line;
    },
    close: () => terminal.close(),
  };
}
