/** In which language a page is shown: as its address says, else as was chosen before, else as the browser prefers. */
import type { Request } from 'express';
import { parseParameterised, splitList, weightOf } from '../header-values.js';

/** The six of the United Nations: all have names for countries and regions, the first three have messages. */
export const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;

export type Language = (typeof languages)[number];

/** What each calls itself. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

const languageOf = (tag: string): Language | undefined =>
  languages.find((language) => language === tag.toLowerCase().split('-')[0]);

/** The cookie that remembers a choice; it holds nothing else. */
export const languageCookie = 'language';

function chosenBefore(request: Request): Language | undefined {
  const [, tag = ''] = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(request.headers.cookie ?? '') ?? [];
  return languageOf(tag);
}

/** RFC 9110, section 12.5.4: of equals the first. */
function preferred(request: Request): Language | undefined {
  const ranges = splitList(request.headers['accept-language'] ?? '').map(parseParameterised);
  let best: Language | undefined;
  let bestQ = 0;
  for (const range of ranges) {
    const language = languageOf(range.value);
    if (language !== undefined && weightOf(range) > bestQ) [best, bestQ] = [language, weightOf(range)];
  }
  return best;
}

/** What the address says, `?lang=fr`; undefined where it says nothing that is a language of ours. */
export const namedLanguage = (parameters: URLSearchParams): Language | undefined =>
  languageOf(parameters.get('lang') ?? '');

export function chooseLanguage(request: Request, parameters: URLSearchParams): Language {
  request.res?.vary('Accept-Language').vary('Cookie');
  return namedLanguage(parameters) ?? chosenBefore(request) ?? preferred(request) ?? 'en';
}
