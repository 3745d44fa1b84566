/** A question's query with its values written into it, for people to read, edit and take along; what is answered is never made of it. */

import type { BoundQuestion } from '../../questions/bind.js';
import type { Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import { xsd } from '../../vocabularies.js';

/** 1985 needs no quotes. */
const write = (term: Term): string =>
  term.termType === 'Literal' && term.datatype.equals(xsd.integer) ? term.value : writeTerm(term);

/** Each `VALUES ?name { default }` holds the value instead. */
export function writeOut({ query, bindings }: BoundQuestion): string {
  return Object.entries(bindings).reduce(
    (text, [name, term]) =>
      // A function: "$&" in a value means nothing.
      text.replace(new RegExp(`(VALUES \\?${name} )\\{[^{}]*\\}`, 'g'), (_, before) => `${before}{ ${write(term)} }`),
    query,
  );
}
