/** What a look at one thing came to: all is well, something worth knowing, or a fault and how it is mended. */

export interface Finding {
  /** What was looked at, in a word. */
  readonly what: string;
  readonly verdict: 'ok' | 'note' | 'failure';
  readonly says: string;
  /** How it is mended. */
  readonly mend?: string;
}

type Say = (what: string, says: string) => Finding;

export const ok: Say = (what, says) => ({ what, verdict: 'ok', says });
export const note: Say = (what, says) => ({ what, verdict: 'note', says });
export const failure = (what: string, says: string, mend: string): Finding => ({
  what,
  verdict: 'failure',
  says,
  mend,
});

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();

/** What the look says; what it throws is a fault. */
export async function look(what: string, mend: string, find: () => string | Promise<string>): Promise<Finding> {
  try {
    return ok(what, await find());
  } catch (error) {
    return failure(what, reasonOf(error), mend);
  }
}
