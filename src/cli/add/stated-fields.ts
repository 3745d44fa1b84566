/** What is stated of a note that is added: by the document itself, by flags, or by whoever sits at the terminal. */
import { type FrontMatterField, fieldFault, frontMatterFields } from '../../notes/front-matter.js';
import type { FrontMatter } from '../../notes/note.js';
import { openQuestions, type TerminalStreams } from '../terminal-questions.js';

/** A value by field; an empty one says that it is not known. */
export type StatedFields = Partial<Record<FrontMatterField, string>>;

/** English where nothing is said, so it is not asked for. */
const asked = ['title', 'symbol', 'date', 'publisher', 'url', 'licence'] as const;

const hints: Partial<Record<FrontMatterField, string>> = {
  symbol: 'the number the publisher gives it',
  date: 'YYYY, YYYY-MM or YYYY-MM-DD',
  url: 'where it was had from',
  licence: 'an address, or in words',
};

/** Throws where a flag has a value that the field cannot have. */
export function checkFlags(flags: StatedFields): void {
  for (const field of frontMatterFields) {
    const value = flags[field]?.trim() ?? '';
    const fault = value === '' ? undefined : fieldFault(field, value);
    if (fault !== undefined) throw new Error(`--${field}: "${value}" ${fault}`);
  }
}

const missing = (stated: StatedFields): FrontMatterField[] => asked.filter((field) => stated[field] === undefined);

/** Fails, in one line, where anything is open that nobody can be asked for. */
export function requireAll(file: string, stated: StatedFields): void {
  const open = missing(stated);
  if (open.length === 0) return;
  const flags = open.map((field) => `--${field}`).join(', ');
  throw new Error(`${file}:1: not stated: ${open.join(', ')}; give ${flags}, with '' for what is not known`);
}

/** Asks for what is open; an empty answer says that it is not known. */
export async function askFor(stated: StatedFields, streams: TerminalStreams): Promise<StatedFields> {
  const answers: StatedFields = { ...stated };
  const terminal = openQuestions(streams);
  try {
    streams.output.write('What is not known is left out: just press Enter.\n');
    for (const field of missing(stated)) {
      const hint = hints[field] === undefined ? '' : ` (${hints[field]})`;
      for (;;) {
        const answer = (await terminal.ask(`${field}${hint}: `)).trim();
        const fault = answer === '' ? undefined : fieldFault(field, answer);
        answers[field] = answer;
        if (fault === undefined) break;
        streams.output.write(`  "${answer}" ${fault}\n`);
      }
    }
  } finally {
    terminal.close();
  }
  return answers;
}

/** Without what is not known. */
export const toFrontMatter = (stated: StatedFields): FrontMatter =>
  Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== ''));
