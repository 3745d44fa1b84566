/** Tells a line that is set in capitals. */

/** Most lines show by their first letters that they are not. */
export const isInCapitals = (text: string): boolean => !/[a-z]/.test(text) && text === text.toUpperCase();
