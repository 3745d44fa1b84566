/** Writes the HTML that mammoth makes of a document as Markdown; nothing is escaped, for a note is quoted as it stands. */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'", nbsp: ' ' };
const decode = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp|#39|nbsp);/g, (_, name: string) => entities[name] ?? '');

/** What is being written, and in what. */
interface Writing {
  readonly blocks: string[];
  /** The words of the block that is open. */
  words: string;
  /** For each open list its next number; undefined where it has bullets. */
  readonly lists: (number | undefined)[];
  /** The cells of each row of the open table. */
  rows: string[][] | undefined;
  cell: string | undefined;
}

/** Where emphasis opens and closes, until it is known what stands beside it; no document has these characters. */
const marks = { em: ['\uE000', '\uE001', '*'], strong: ['\uE002', '\uE003', '**'] } as const;

/** Emphasis that holds only white space is none; its white space stands outside the marks. */
function writeMarks(text: string): string {
  let written = text;
  for (const [open, close, mark] of Object.values(marks))
    written = written
      .replace(new RegExp(`${open}(\\s*)${close}`, 'g'), '$1')
      .replace(new RegExp(`${open}(\\s*)`, 'g'), `$1${mark}`)
      .replace(new RegExp(`(\\s*)${close}`, 'g'), `${mark}$1`);
  return written;
}

const add = (writing: Writing, words: string): void => {
  writing.words += words;
};

function closeBlock(writing: Writing, mark = ''): void {
  const text = writeMarks(writing.words)
    .replace(/[ \t]+/g, ' ')
    .trim();
  writing.words = '';
  if (text === '') return;
  // A cell holds one line, whatever the paragraphs in it.
  if (writing.cell !== undefined) writing.cell = `${writing.cell} ${text.replace(/\n/g, ' ')}`.trim();
  else writing.blocks.push(`${mark}${text}`);
}

function markOfItem({ lists }: Writing): string {
  const number = lists.at(-1);
  const indent = '  '.repeat(Math.max(0, lists.length - 1));
  if (number === undefined) return `${indent}- `;
  lists.splice(-1, 1, number + 1);
  return `${indent}${number}. `;
}

function closeTable(writing: Writing): void {
  const rows = writing.rows ?? [];
  writing.rows = undefined;
  const [head, ...others] = rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`);
  if (head !== undefined)
    writing.blocks.push([head, `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...others].join('\n'));
}

type Handler = (writing: Writing) => void;

const openCell: Handler = (writing) => {
  writing.cell = '';
};

const opening: Readonly<Record<string, Handler>> = {
  em: (writing) => add(writing, marks.em[0]),
  strong: (writing) => add(writing, marks.strong[0]),
  br: (writing) => add(writing, '\n'),
  ul: (writing) => {
    closeBlock(writing, writing.lists.length > 0 ? markOfItem(writing) : '');
    writing.lists.push(undefined);
  },
  ol: (writing) => {
    closeBlock(writing, writing.lists.length > 0 ? markOfItem(writing) : '');
    writing.lists.push(1);
  },
  table: (writing) => {
    closeBlock(writing);
    writing.rows = [];
  },
  tr: (writing) => void writing.rows?.push([]),
  td: openCell,
  th: openCell,
};

const closeCell: Handler = (writing) => {
  closeBlock(writing);
  writing.rows?.at(-1)?.push(writing.cell ?? '');
  writing.cell = undefined;
};

const closing: Readonly<Record<string, Handler>> = {
  em: (writing) => add(writing, marks.em[1]),
  strong: (writing) => add(writing, marks.strong[1]),
  p: (writing) => closeBlock(writing, writing.lists.length > 0 ? markOfItem(writing) : ''),
  li: (writing) => closeBlock(writing, writing.words.trim() === '' ? '' : markOfItem(writing)),
  ul: ({ lists }) => void lists.pop(),
  ol: ({ lists }) => void lists.pop(),
  td: closeCell,
  th: closeCell,
  table: closeTable,
};

export function writeMarkdown(html: string): string {
  const writing: Writing = { blocks: [], words: '', lists: [], rows: undefined, cell: undefined };
  for (const [, slash, name = '', text] of html.matchAll(/<(\/?)([a-z]+\d?)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) writing.words += decode(text);
    else if (/^h[1-6]$/.test(name) && slash) closeBlock(writing, `${'#'.repeat(Number(name[1]))} `);
    else (slash ? closing : opening)[name]?.(writing);
  }
  closeBlock(writing);
  const isItem = (block: string | undefined): boolean => /^\s*(?:-|\d+\.) /.test(block ?? '');
  const { blocks } = writing;
  const gap = (n: number): string => (n === 0 ? '' : isItem(blocks[n]) && isItem(blocks[n - 1]) ? '\n' : '\n\n');
  return `${blocks.map((block, n) => `${gap(n)}${block}`).join('')}\n`;
}
