/** The parser of n3 alone: all of n3, with streams of its own, takes five times as long to load, and a query process waits for it. */
import { createRequire } from 'node:module';
import type n3 from 'n3';

const load = createRequire(import.meta.url);

export const { default: N3Parser } = load('n3/lib/N3Parser.js') as { readonly default: typeof n3.Parser };
