/** What somebody wants a matrix of: which axes, of which place, years, agency and subject, and which rows. */
import { type Ask, readAsk } from '../answer/ask.js';
import { type Level, levels } from './place-axis.js';

/** Rows, then columns. */
export const shows = ['agency-period', 'agency-place', 'place-period'] as const;

export type Show = (typeof shows)[number];

/** All rows, those that say something, or the gaps: those that do not. */
export const rowChoices = ['all', 'stating', 'gaps'] as const;

export type RowChoice = (typeof rowChoices)[number];

export interface Choice {
  readonly ask: Ask;
  readonly show: Show;
  readonly level: Level;
  readonly rows: RowChoice;
  readonly page: number;
}

/** What is wrong, as the key of a message and its values. */
export interface Fault {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** The first word stands for none. A word that is none of them is a fault. */
export function readWord<const Word extends string>(
  parameters: URLSearchParams,
  name: string,
  words: readonly [Word, ...Word[]],
): Word | Fault {
  const text = parameters.get(name) ?? '';
  if (text === '') return words[0];
  const found = words.find((word) => word === text);
  return found ?? { key: 'matrix.fault.word', values: { name, words: words.join(', ') } };
}

export function readPage(parameters: URLSearchParams): number | Fault {
  const text = parameters.get('page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : { key: 'matrix.fault.page' };
}

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'key' in value;

/** What is asked of any view of coverage; a text that can be no place, agency or subject is a fault. */
export function readAsked(parameters: URLSearchParams, base: string): { ask: Ask; faults: Fault[] } {
  const { ask, faults } = readAsk(parameters, base);
  const unread = (['place', 'subject'] as const).filter(
    (name) => (parameters.get(name) ?? '').trim() !== '' && ask[name] === undefined,
  );
  const unknown = unread.map((name) => ({ key: 'matrix.fault.unknown', values: { name: parameters.get(name) ?? '' } }));
  return { ask, faults: [...faults.map((key) => ({ key })), ...unknown] };
}

export function readChoice(parameters: URLSearchParams, base: string): { choice: Choice; faults: Fault[] } {
  const { ask, faults } = readAsked(parameters, base);
  const show = readWord(parameters, 'show', shows);
  const level = readWord(parameters, 'level', levels);
  const rows = readWord(parameters, 'rows', rowChoices);
  const page = readPage(parameters);
  return {
    choice: {
      ask,
      show: isFault(show) ? shows[0] : show,
      level: isFault(level) ? levels[0] : level,
      rows: isFault(rows) ? rowChoices[0] : rows,
      page: isFault(page) ? 1 : page,
    },
    faults: [...faults, ...[show, level, rows, page].filter(isFault)],
  };
}
