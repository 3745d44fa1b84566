/** A bit for each row. */

export class Bits {
  readonly #words: Uint32Array;

  /** Bits that are there already, 32 in each word. */
  constructor(words: Uint32Array) {
    this.#words = words;
  }

  static create(length: number, isSet: boolean): Bits {
    return new Bits(new Uint32Array(Math.ceil(length / 32)).fill(isSet ? 0xffffffff : 0));
  }

  get words(): Uint32Array {
    return this.#words;
  }

  has(at: number): boolean {
    return (((this.#words[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
  }

  set(at: number, isSet: boolean): void {
    const [word, bit] = [at >>> 5, 1 << (at & 31)];
    this.#words[word] = isSet ? (this.#words[word] as number) | bit : (this.#words[word] as number) & ~bit;
  }

  /** How many are set from the one up to, but not with, the other. */
  count(from: number, to: number): number {
    let counted = 0;
    for (let at = from; at < to; ) {
      const rest = to - at;
      if ((at & 31) === 0 && rest >= 32) {
        counted += countOnes(this.#words[at >>> 5] as number);
        at += 32;
      } else {
        if (this.has(at)) counted += 1;
        at += 1;
      }
    }
    return counted;
  }
}

/** Of 32 bits, pairs first, then fours, then bytes. */
function countOnes(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
