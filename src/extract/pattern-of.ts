/** Patterns that are made of a word: each is made once, for making one takes longer than matching it. */

/** For words of a small number, such as years or the nouns of organisations. */
export function createPatternOf(make: (word: string) => RegExp): (word: string) => RegExp {
  const made = new Map<string, RegExp>();
  return (word) => {
    const pattern = made.get(word) ?? make(word);
    made.set(word, pattern);
    return pattern;
  };
}

const wholeWord = createPatternOf((word) => new RegExp(`\\b${word}\\b`, 'i'));

/** Whether a text has a noun for a word of its own, capitals or not. */
export const holdsWord = (text: string, noun: string): boolean => wholeWord(noun).test(text);
