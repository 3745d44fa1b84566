/** Bodies that are coded whole: few at a time, each once, the latest of them kept. */
import { type Coding, encodeWhole } from './content-coding.js';

/** Coding is done by threads that the journal waits for too. */
const atOnce = 2;
/** Bytes of what is kept, coded. */
const keptBytes = 16 * 1024 * 1024;

/** Calls a function when fewer than `atOnce` of the calls before are under way. */
function createTurnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (working >= most) await new Promise<void>((go) => waiting.push(go));
    else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) working -= 1;
      else next();
    }
  };
}

/** What is asked for: the same tag is the same body in the same coding; without one nothing is kept. */
export interface ToCode {
  readonly tag: string | undefined;
  readonly coding: Exclude<Coding, 'identity'>;
  /** Called when its turn has come. */
  readonly read: () => Promise<Uint8Array>;
}

/** Fails as reading the body fails. */
export function createCodedBodies(): (wanted: ToCode) => Promise<Buffer> {
  const inTurn = createTurnstile(atOnce);
  const kept = new Map<string, Promise<Buffer>>();
  let bytes = 0;

  /** Once it is known how much room it takes. */
  async function keep(tag: string, coded: Promise<Buffer>): Promise<void> {
    try {
      bytes += (await coded).length;
    } catch {
      kept.delete(tag);
    }
    for (const [oldest, body] of kept) {
      if (bytes <= keptBytes) break;
      kept.delete(oldest);
      bytes -= (await body).length;
    }
  }

  return ({ tag, coding, read }) => {
    const known = tag === undefined ? undefined : kept.get(tag);
    if (tag !== undefined && known !== undefined) {
      kept.delete(tag);
      kept.set(tag, known);
      return known;
    }
    const coded = inTurn(async () => encodeWhole(await read(), coding));
    if (tag === undefined) return coded;
    kept.set(tag, coded);
    void keep(tag, coded);
    return coded;
  };
}
