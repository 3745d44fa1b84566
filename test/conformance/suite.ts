/** What a conformance suite is: named cases, each of which passes, fails by throwing, or is passed over for a reason. */

export interface Case {
  /** The test's own name: an IRI. */
  readonly iri: string;
  /** Why it is not run. There is no other way to leave one out. */
  readonly skipped?: string;
  /** Throws where the test fails. */
  run(): Promise<void>;
}

export interface Suite {
  /** Unique; the floor and the table know it by this. */
  readonly name: string;
  /** The document that the tests are about. */
  readonly standard: string;
  /** All its cases; called once. */
  open(): Promise<readonly Case[]>;
  /** After the last case. */
  close?(): Promise<void>;
}

export interface Outcome {
  readonly iri: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** What is wrong, or why it was not run. */
  readonly reason?: string;
}

export interface SuiteReport {
  readonly suite: Suite;
  readonly outcomes: readonly Outcome[];
}

/** Milliseconds that one test may take. */
const patience = 30_000;

async function runCase(one: Case): Promise<Outcome> {
  if (one.skipped !== undefined) return { iri: one.iri, result: 'skipped', reason: one.skipped };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer after ${patience} ms`)), patience);
  });
  try {
    await Promise.race([one.run(), late]);
    return { iri: one.iri, result: 'passed' };
  } catch (error) {
    return { iri: one.iri, result: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** One case after the other. */
export async function runSuite(suite: Suite): Promise<SuiteReport> {
  try {
    const outcomes: Outcome[] = [];
    for (const one of await suite.open()) outcomes.push(await runCase(one));
    return { suite, outcomes };
  } finally {
    await suite.close?.();
  }
}

export const countPassed = ({ outcomes }: SuiteReport): number =>
  outcomes.filter(({ result }) => result === 'passed').length;
