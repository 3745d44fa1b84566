/**
 * Names as numbers of 64 bits, in two words: a long text has a million of them, and as strings they would take more room than
 * what is told of them. That any two of a million have the same number is a chance of one in thirty million.
 */

/** cyrb53 (bryc, public domain), with all of its 64 bits. */
function hashInto(words: Uint32Array, at: number, name: string): void {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let n = 0; n < name.length; n++) {
    const code = name.charCodeAt(n);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  words[at] = one;
  words[at + 1] = two;
}

/** Two words for each name, in their order. */
export function hashNames(names: readonly string[]): Uint32Array {
  const words = new Uint32Array(2 * names.length);
  for (const [n, name] of names.entries()) hashInto(words, 2 * n, name);
  return words;
}

/** Numbers in a row, of which there will be more. */
export class Column {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }
}

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
