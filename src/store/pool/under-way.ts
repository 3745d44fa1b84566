/** What is being found just now, by key: whoever asks for the same waits with whoever asked first. */
export class UnderWay<T> {
  private readonly found = new Map<string, Promise<T | undefined>>();

  /** What another has found meanwhile; undefined where nobody is looking, or he found nothing that others can use. */
  async wait(key: string): Promise<T | undefined> {
    return this.found.get(key);
  }

  /** Others who ask for it wait from now on. What fails for one may not fail for the next: they hear nothing of it. */
  async lead(key: string, finding: Promise<T | undefined>): Promise<void> {
    const found = finding.catch(() => undefined);
    this.found.set(key, found);
    await found;
    if (this.found.get(key) === found) this.found.delete(key);
  }
}
