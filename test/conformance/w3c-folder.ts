/** The folder of the W3C test suites, and the way from the IRIs that its manifests use to its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Under which name the suites speak of their own files. */
const home = 'https://w3c.github.io/rdf-tests/';

/** A checkout of github w3c/rdf-tests; nothing of it is ever copied here. */
export const w3cFolder = process.env['W3C_TESTS'] || undefined;

export const whyWithout = 'W3C_TESTS names no folder: a checkout of github w3c/rdf-tests';

export const iriOf = (path: string): string => home + path;

function pathOf(iri: string): string {
  if (w3cFolder === undefined) throw new Error(whyWithout);
  if (!iri.startsWith(home)) throw new Error(`<${iri}> is no file of the W3C suites`);
  return join(w3cFolder, decodeURIComponent(iri.slice(home.length).split('#')[0] ?? ''));
}

/** The text of a file of the suites, which is UTF-8. */
export const readText = (iri: string): string => readFileSync(pathOf(iri), 'utf8');

/** For data that is wrong on purpose: a parser must see the bytes, not what a decoder made of them. */
export const readBytes = (iri: string): Uint8Array => readFileSync(pathOf(iri));
