/** Finds what bears a name, by the name's number (`hash-names.ts`). */
import { Column } from './column.js';

/** What bears a name, by the two words of it; several may bear one. */
export class Bearers {
  readonly #ones = new Column();
  readonly #twos = new Column();
  readonly #values = new Column();
  /** Entry → the one before it of the same name, plus one. */
  readonly #before = new Column();
  /** Hash → the latest entry of a name, plus one; at least twice as many as names. */
  #table = new Uint32Array(2048);
  #names = 0;

  add(one: number, two: number, value: number): void {
    const slot = this.#slotOf(one, two);
    const before = this.#table[slot] as number;
    this.#ones.push(one);
    this.#twos.push(two);
    this.#values.push(value);
    this.#before.push(before);
    this.#table[slot] = this.#values.length;
    if (before === 0 && 2 * ++this.#names > this.#table.length) this.#grow();
  }

  latest(one: number, two: number): number | undefined {
    const entry = this.#table[this.#slotOf(one, two)] as number;
    return entry === 0 ? undefined : this.#values.at(entry - 1);
  }

  /** The latest first. */
  *of(one: number, two: number): Generator<number> {
    for (let next = this.#table[this.#slotOf(one, two)] as number; next !== 0; next = this.#before.at(next - 1))
      yield this.#values.at(next - 1);
  }

  /** Where the name stands in the table, or would stand. */
  #slotOf(one: number, two: number): number {
    const mask = this.#table.length - 1;
    for (let slot = one & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#table[slot] as number) - 1;
      if (entry < 0 || (this.#ones.at(entry) === one && this.#twos.at(entry) === two)) return slot;
    }
  }

  #grow(): void {
    const latest = this.#table.filter((entry) => entry !== 0);
    this.#table = new Uint32Array(2 * this.#table.length);
    for (const entry of latest) this.#table[this.#slotOf(this.#ones.at(entry - 1), this.#twos.at(entry - 1))] = entry;
  }
}
