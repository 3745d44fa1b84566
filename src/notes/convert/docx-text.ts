/** Reads the text of a Word document (DOCX), by mammoth; headings, lists, tables and emphasis become Markdown. */
import { checkUnpacked, TooMuchUnpacked } from './check-unpacked.js';
import { writeMarkdown } from './html-markdown.js';

/** Bytes that all its parts may have together, unpacked. */
const mostUnpacked = 64 * 1024 * 1024;

/** An Error of one reason, without the file's name. */
export async function readDocxText(bytes: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    await checkUnpacked(bytes, mostUnpacked);
    const options = {
      // Underlined words are most often titles, as italic ones are. Pictures say nothing here.
      styleMap: ['u => em', "p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    };
    ({ value: html } = await mammoth.convertToHtml({ buffer: bytes }, options));
  } catch (cause) {
    if (cause instanceof TooMuchUnpacked) throw cause;
    throw new Error('is a ZIP file, but no Word document (.docx) that can be read', { cause });
  }
  const text = writeMarkdown(html);
  if (text.trim() === '') throw new Error('is a Word document without text');
  return text;
}
