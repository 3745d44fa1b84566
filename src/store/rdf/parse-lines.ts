/** N-Triples and N-Quads a line at a time: what a line says, in the words of their canonical form, without making terms. */

/** Subject, predicate, object and graph, '' for the unnamed one. */
export type LineTexts = readonly [subject: string, predicate: string, object: string, graph: string];

const iri = '<[A-Za-z][A-Za-z\\d+.-]*:[^\\x00-\\x20<>"{}|^`\\\\\\x7f]*>';
const node = '_:[A-Za-z\\d_]+(?:[.-]+[A-Za-z\\d_]+)*';
const suffix = `@[A-Za-z]{1,8}(?:-[A-Za-z\\d]{1,8})*|\\^\\^${iri}`;
const literal = `"[^"\\\\\\x00-\\x1f\\x7f\\ufffe\\uffff]*"(?:${suffix})?`;
const line = new RegExp(
  `(${iri}|${node}) +(${iri}) +(${iri}|${node}|${literal})(?: +(${iri}|${node}))? *\\. *\\r?$`,
  'y',
);

/** Datatypes that are not written out, or may not stand alone. */
const impliedTypes = /"\^\^<http:\/\/www\.w3\.org\/(?:2001\/XMLSchema#string|1999\/02\/22-rdf-syntax-ns#\w+)>$/;

/** Language tags are the same in any case, and kept in lower case. */
function settleObject(object: string): string | undefined {
  if (!object.startsWith('"') || object.endsWith('"')) return object;
  if (object.endsWith('>')) return impliedTypes.test(object) ? undefined : object;
  const at = object.lastIndexOf('@');
  return object.slice(0, at) + object.slice(at).toLowerCase();
}

/**
 * Undefined for a line that is written in any but the plainest way (with escapes, comments, triple terms, a base direction)
 * or wrong: a parser must read it.
 */
export function parsePlainLine(text: string): LineTexts | undefined {
  line.lastIndex = 0;
  const found = line.exec(text);
  if (found === null) return undefined;
  const [, subject = '', predicate = '', written = '', graph = ''] = found;
  const object = settleObject(written);
  return object === undefined ? undefined : [subject, predicate, object, graph];
}
