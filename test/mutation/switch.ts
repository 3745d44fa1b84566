/** Sets one of the mutants to work that were put into the modules of this process, and lets it rest again. */

interface Kept {
  readonly pattern: RegExp;
  readonly plain: RegExp;
  readonly other: RegExp;
}
const kept = new Map<number, Kept>();
const globals = globalThis as unknown as Record<string, unknown>;

/** What instrumented modules call: `instrument.ts` writes both names. */
export function defineSwitch(): void {
  globals['$mutant'] = 0;
  globals['$pattern'] = (number: number, pattern: RegExp, other: RegExp): RegExp => {
    kept.set(number, { pattern, plain: new RegExp(pattern.source, pattern.flags), other });
    return pattern;
  };
}

/** Makes an object of the module into another pattern: it is already kept in places that nobody knows. */
const become = (pattern: RegExp, { source, flags }: RegExp): void => {
  pattern.compile(source, flags);
};

/** 0 for none. */
export function setMutant(number: number): void {
  const before = kept.get(globals['$mutant'] as number);
  if (before !== undefined) become(before.pattern, before.plain);
  globals['$mutant'] = number;
  const now = kept.get(number);
  if (now !== undefined) become(now.pattern, now.other);
}
