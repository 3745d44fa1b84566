/** Decimal numbers without rounding: a whole number and how many of its digits stand behind the point. */

export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Digits that a number may have: arithmetic takes more than linear time in them. */
const maxDigits = 1_000;

const shape = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Undefined where the text is no xsd:decimal, or has more digits than are reckoned with. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > maxDigits) return undefined;
  const [, sign = '', whole = '', part = ''] = shape.exec(text) ?? [];
  if (whole.length + part.length === 0) return undefined;
  const digits = BigInt(whole + part);
  return { digits: sign === '-' ? -digits : digits, scale: part.length };
}

/** All its digits, with `scale` of them behind the point; there were fewer. */
const widen = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

/** Both with the same scale. */
function align(a: Decimal, b: Decimal): { readonly x: bigint; readonly y: bigint; readonly scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { x: widen(a, scale), y: widen(b, scale), scale };
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const { x, y } = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Without zeros at the end; undefined where there are more digits than are reckoned with. */
function settle(digits: bigint, scale: number): Decimal | undefined {
  let [kept, places] = [digits, scale];
  while (places > 0 && kept % 10n === 0n) [kept, places] = [kept / 10n, places - 1];
  return kept.toString().length > maxDigits || places > maxDigits ? undefined : { digits: kept, scale: places };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const { x, y, scale } = align(a, b);
  return settle(x + y, scale);
}

export const negateDecimal = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal | undefined =>
  settle(a.digits * b.digits, a.scale + b.scale);

/** Places behind the point of a quotient that does not come out even. */
const places = 18;

/** Cut off, not rounded, after 18 places; undefined for a division by zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const scale = Math.max(a.scale, places);
  return settle((widen(a, scale) * 10n ** BigInt(b.scale)) / b.digits, scale);
}

/** The greatest whole number that is not above it. */
export function floorDecimal({ digits, scale }: Decimal): Decimal {
  const one = 10n ** BigInt(scale);
  const whole = digits / one;
  return { digits: digits < 0n && digits % one !== 0n ? whole - 1n : whole, scale: 0 };
}

/** In canonical form: `3`, `-0.5` (XML Schema 1.1 Part 2, appendix E.1: no point without digits behind it). */
export function writeDecimal({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const [whole, part] = [text.slice(0, text.length - scale), text.slice(text.length - scale).replace(/0+$/, '')];
  return `${digits < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** A double, exactly; undefined where it is not finite. */
export function decimalOfDouble(number: number): Decimal | undefined {
  if (!Number.isFinite(number)) return undefined;
  let [digits, scale] = [number, 0];
  // Each doubling of the denominator is a place behind the point.
  while (!Number.isInteger(digits) && scale < maxDigits) [digits, scale] = [digits * 2, scale + 1];
  return settle(BigInt(digits) * 5n ** BigInt(scale), scale);
}
