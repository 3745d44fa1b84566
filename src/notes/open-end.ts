/** Tells whether a text ends by announcing what stands beneath it: a list, a quotation, a title. */
const openEnd =
  /(?::|\b(?:following|includes?|including|namely|such as|as follows|among them|these (?:are|were)|they (?:are|were))|\b(?:below|as follows)\.)\s*$/i;

export const leadsOn = (text: string): boolean => openEnd.test(text.slice(-60));
