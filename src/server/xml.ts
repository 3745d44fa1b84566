/** XML by a tagged template: what is put in is escaped, and what XML 1.0 cannot hold becomes U+FFFD. */
import { Html, html } from './html.js';

/** Characters outside the production Char (XML 1.0, section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be found
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

type Part = string | number | Html | readonly Html[] | undefined;

/** Attributes must stand in quotes; `undefined` writes nothing. */
export const xml = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  html(strings, ...parts.map((part) => (typeof part === 'string' ? part.replace(unwritable, '\uFFFD') : part)));

/** What is XML already. */
export const asXml = (text: string): Html => new Html(text);

/** A whole document. */
export const xmlDocument = (root: Html): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
