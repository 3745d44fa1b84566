/** What notes are made of, to be spoilt: a few paragraphs of the marked texts that whoever writes rules may read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../src/config.js';
import type { Language } from '../../spoil.js';

const folders = [
  ['test', 'gold', 'texts'],
  ['test', 'fixtures', 'notes'],
].map((parts) => join(packageRoot, ...parts));

const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

/** So many paragraphs; a text is read the faster the shorter it is. */
const together = 3;

function* piecesOf(text: string): Generator<string> {
  const paragraphs = text.split(/(?<=\n)\n+(?=\S)/);
  for (let n = 0; n < paragraphs.length; n += together) {
    const piece = paragraphs.slice(n, n + together).join('\n');
    if (piece.trim() !== '' && piece.length < 2000) yield piece;
  }
}

export const noteLanguage: Language = {
  samples: texts.flatMap((text) => [...piecesOf(text)]),
  tokens: /[\p{L}\p{M}\p{N}]+|\n+|[^\S\n]+|[\s\S]/gu,
  more: [
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    'a) ',
    '|',
    '---',
    '\t',
    '\n\n',
    '[1]',
    '(2006)',
    '“',
    '”',
    '’',
    '_',
    '**',
    '\u00a0',
    '\u00ad',
    '\u200b',
    'ﬁ',
    'http://e/x',
    'a@b.example',
    '1990-1999',
    '1985–94',
    '2006-08-23',
    'more than 150 countries',
    '{{',
    '[[',
    ']]',
    '```',
    '<ref>',
    '|-',
    '\f',
  ],
  kinds: [/^\p{Lu}/u, /^\p{Ll}/u, /^\d{4}$/, /^\d/, /^\n/, /^[^\p{L}\d\s]$/u],
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['“', '”'],
    ['*', '*'],
    ['{{', '}}'],
  ],
};
