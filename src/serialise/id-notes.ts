/** What is found out about terms, noted by their numbers: small numbers from 0 on. */

/** So many questions are answered without notes, which take room for every term. */
const worthNoting = 1000;

export class IdNotes {
  #left = worthNoting;
  /** One more than what was found; 0 where nobody has asked. */
  #noted: Uint8Array | undefined;

  constructor(
    private readonly size: number,
    private readonly find: (id: number) => number,
  ) {}

  get(id: number): number {
    if (this.#noted === undefined) {
      this.#left -= 1;
      if (this.#left > 0) return this.find(id);
      this.#noted = new Uint8Array(this.size);
    }
    if (this.#noted[id] === 0) this.#noted[id] = this.find(id) + 1;
    return (this.#noted[id] as number) - 1;
  }
}
