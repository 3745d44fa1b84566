/** Recognises web and mail addresses and document symbols: what must not be read as words, years or names. */

import { checkIri } from '../../iris.js';
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';

const link = /\b(?:https?:\/\/|www\.)[^\s<>"“”()[\]{}|\\^`*]{3,300}/g;
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
/** E/CN.4/2006/67/Add.3, UN/POP/MIG-5CM/2006/13, ST/ESA/STAT/SER.M/58/Rev.1, A/RES/58/208, HRI/GEN/1. */
const symbol = /(?<![\w/])[A-Z]{1,8}(?:\.\d{1,3})?(?:\/[A-Z0-9][\w.-]{0,20}){2,9}/g;

export function recogniseAddresses(text: string): Mention<'link' | 'email' | 'symbol'>[] {
  const found: Mention<'link' | 'email' | 'symbol'>[] = [];
  if (text.includes('.'))
    for (const match of findAll(text, link)) {
      const words = match[0].replace(/[.,;:!?'’]+$/, '');
      const iri = checkIri(words.startsWith('www.') ? `http://${words}` : words);
      if (iri === undefined) continue;
      found.push({
        kind: 'link',
        start: match.index,
        end: match.index + words.length,
        value: iri,
        foundBy: 'web-address',
      });
    }
  if (text.includes('@'))
    for (const match of findAll(text, email)) {
      const words = match[0].replace(/[.-]+$/, '');
      found.push({
        kind: 'email',
        start: match.index,
        end: match.index + words.length,
        value: words,
        foundBy: 'mail-address',
      });
    }
  if (text.includes('/'))
    for (const match of findAll(text, symbol)) {
      const words = match[0].replace(/[.-]+$/, '');
      // A symbol has a figure or a point; "NGO/IGO/UN" has not.
      if (/\d/.test(words))
        found.push({
          kind: 'symbol',
          start: match.index,
          end: match.index + words.length,
          value: words,
          foundBy: 'document-symbol',
        });
    }
  return found;
}
