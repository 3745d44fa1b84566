/** The log: a line of JSON for whatever happened, by pino; for people where somebody asks for that at a terminal. */
import { type Logger, pino } from 'pino';
import type { Config } from '../../config.js';
import { createLogSink, type LogSink } from './log-sink.js';

export type Log = Logger;

export interface OpenLog {
  readonly log: Log;
  readonly sink: LogSink;
}

const options = (level: string) => ({
  level,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
});

/** To stdout; `flush` the sink before the process ends. */
export async function openLog(
  { logLevel, logFormat }: Pick<Config, 'logLevel' | 'logFormat'>,
  out: NodeJS.WriteStream = process.stdout,
): Promise<OpenLog> {
  const sink = createLogSink(out);
  if (logFormat === 'json' || !out.isTTY) return { log: pino(options(logLevel), sink), sink };
  const { prettyFactory } = await import('pino-pretty');
  const toPretty = prettyFactory({ colorize: true, translateTime: 'SYS:HH:MM:ss.l' });
  return { log: pino(options(logLevel), { write: (line: string) => sink.write(toPretty(line)) }), sink };
}
