/** Keeps a stretch of a text in one byte a character where that is enough: patterns look through it faster. */

const wide = /[^\0-\xff]/;

/** The same text. */
export const narrow = (text: string): string =>
  wide.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1');
