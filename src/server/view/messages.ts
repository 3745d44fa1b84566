/** The words of the pages, from the message files in `src/ui/messages/` (ICU MessageFormat), in each language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { packageRoot } from '../../package-root.js';
import type { Language } from './language.js';

/** English is whole; what another language lacks is said in English. */
export const messageLanguages = ['en', 'fr', 'es'] as const;

export type MessageLanguage = (typeof messageLanguages)[number];

export type Messages = Readonly<Record<string, string>>;

export const readMessages = (language: MessageLanguage): Messages =>
  JSON.parse(readFileSync(join(packageRoot, 'src', 'ui', 'messages', `${language}.json`), 'utf8')) as Messages;

/** Says a message: its key, and the values that stand in it. An unknown key is a defect of ours and is thrown. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const known = new Map<MessageLanguage, Say>();

const isMessageLanguage = (language: Language): language is MessageLanguage =>
  messageLanguages.some((one) => one === language);

const english = readMessages('en');

/** Whether there are words for it: what graphs of others say may have none. */
export const isMessage = (key: string): boolean => Object.hasOwn(english, key);

/** In which language the messages of a page are. */
export const messageLanguageOf = (language: Language): MessageLanguage =>
  isMessageLanguage(language) ? language : 'en';

function createSay(language: MessageLanguage): Say {
  const messages = readMessages(language);
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values = {}) => {
    const text = messages[key];
    if (text === undefined) throw new Error(`there is no message "${key}" in ${language}`);
    if (!text.includes('{')) return text;
    const format = formats.get(key) ?? new IntlMessageFormat(text, language);
    formats.set(key, format);
    return String(format.format(values));
  };
}

export function sayIn(language: Language): Say {
  const wanted = messageLanguageOf(language);
  const say = known.get(wanted) ?? createSay(wanted);
  known.set(wanted, say);
  return say;
}
