/** Tests of a suite that a store cannot pass, each with the reason, which stands in its title. */

/** Title of a test, or how titles begin, with … behind it → why. */
export type Skipped = Readonly<Record<string, string>>;

type Run = (this: Mocha.Context) => unknown;

/** Mocha's `it`, but for those. */
export function itBut(skipped: Skipped): (title: string, run: Run) => void {
  const reasonOf = (title: string): string | undefined =>
    Object.entries(skipped).find(([name]) =>
      name.endsWith('…') ? title.startsWith(name.slice(0, -1)) : title === name,
    )?.[1];
  return (title, run) => {
    const reason = reasonOf(title);
    if (reason === undefined) it(title, run as Mocha.Func);
    else it.skip(`${title} (${reason})`, () => {});
  };
}
