/** What a page has to know of its request: the language, the words, and where it lies. */
import type { Request, Response } from 'express';
import { stayHere } from '../local-path.js';
import { urlParameters } from '../request.js';
import { chooseLanguage, type Language, languageCookie, namedLanguage } from './language.js';
import { type Say, sayIn } from './messages.js';

export interface View {
  readonly language: Language;
  readonly say: Say;
  /** As it was asked for, `/dataset/x`. */
  readonly path: string;
  readonly parameters: URLSearchParams;
}

/** For what has no request: tests, and pages that are made in advance. */
export const plainView = (path = '/', language: Language = 'en'): View => ({
  language,
  say: sayIn(language),
  path,
  parameters: new URLSearchParams(),
});

/** A language that the address names is remembered. */
export function viewOf(request: Request, response: Response): View {
  const parameters = urlParameters(request);
  const language = chooseLanguage(request, parameters);
  if (namedLanguage(parameters) !== undefined)
    response.cookie(languageCookie, language, { maxAge: 365 * 24 * 3600 * 1000, sameSite: 'lax', httpOnly: true });
  return { language, say: sayIn(language), path: stayHere(request.path), parameters };
}

/** The same page with other parameters; an empty value takes one away. */
export function addressWith({ path, parameters }: View, changes: Readonly<Record<string, string>>): string {
  const changed = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes))
    if (value === '') changed.delete(name);
    else changed.set(name, value);
  const text = changed.toString();
  return text === '' ? path : `${path}?${text}`;
}
