/** Where log lines go: to stdout in batches, and nobody waits for it. What a stuck reader leaves behind is dropped, and counted. */
import type { Writable } from 'node:stream';

export interface LogSink {
  write(line: string): void;
  /** Sends what is there; resolves when it is on its way, or cannot be. */
  flush(): Promise<void>;
  /** Lines that nobody will read. */
  readonly dropped: number;
}

/** Milliseconds that a line waits for others, and characters that are sent at once. */
const pause = 20;
const enough = 32 * 1024;

/** Bytes that may wait for a reader. */
const mostWaiting = 4 * 2 ** 20;

/** Milliseconds that the last lines have. */
const farewell = 500;

/** Pipes and sockets never block; a file does as long as the system takes to copy a batch. A reader that is gone ends nothing. */
export function createLogSink(out: Writable): LogSink {
  let lines: string[] = [];
  let length = 0;
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;
  let isBroken = false;
  out.on('error', () => {
    isBroken = true;
  });

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isBroken || out.destroyed || out.writableLength > mostWaiting) dropped += lines.length;
    else if (length > 0) out.write(lines.join(''));
    [lines, length] = [[], 0];
  }

  return {
    write(line) {
      lines.push(line);
      length += line.length;
      if (length > enough) send();
      else timer ??= setTimeout(send, pause).unref();
    },
    async flush() {
      send();
      if (isBroken || out.destroyed || out.writableLength === 0) return;
      await new Promise<void>((resolve) => {
        out.write('', () => resolve());
        setTimeout(resolve, farewell);
      });
    },
    get dropped() {
      return dropped;
    },
  };
}
