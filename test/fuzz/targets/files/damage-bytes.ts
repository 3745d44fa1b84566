/** A file of bytes as disks, copies and strangers leave it: cut, lengthened, with bits turned, stretches gone, empty, moved or of another. */
import type { Random } from '../../../random.js';
import { repeat } from '../../spoil.js';

/** At the edge of what lengths and offsets can be. */
const numbers = [0, 1, 0xff, 0x7fffffff, 0x80000000, 0xffffffff];

const concat = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

function damageOnce(random: Random, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const at = random.number(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random.number(random.pick([2, 40, 4000])));
  const [before, here, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const other = random.pick(others);
  const word = Buffer.alloc(4);
  word.writeUInt32LE(random.pick(numbers));
  return random.pick([
    () => before,
    () =>
      concat(
        before,
        here.map((byte) => byte ^ (1 << random.number(8))),
        after,
      ),
    () => concat(before, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.number(8))), bytes.subarray(at + 1)),
    () => concat(before, new Uint8Array(here.length), after),
    () => concat(before, after),
    () => concat(before, here, here, after),
    () => concat(before, word, bytes.subarray(at + 4)),
    () => concat(before, other.subarray(at)),
    () => concat(bytes, here),
    () => concat(bytes, new Uint8Array(here.length)),
    () => concat(after, here, before),
  ])();
}

/** Of one of these files. */
export const damage = (random: Random, files: readonly Uint8Array[]): Uint8Array =>
  random.chance(3)
    ? random.pick(files)
    : repeat(random, 2, random.pick(files), (one) => damageOnce(random, one, files));
