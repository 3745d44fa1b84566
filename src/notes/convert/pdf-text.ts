/** Reads the text of a PDF, by PDF.js. */

import { joinLines } from './join-lines.js';
import { linesOfPage } from './pdf-lines.js';
import { dropRunningHeads } from './running-heads.js';

/** What PDF.js says of a file, by the name of its error. */
const reasons: Readonly<Record<string, string>> = {
  PasswordException: 'is protected by a password',
  InvalidPDFException: 'is damaged: no PDF can be made out',
  FormatError: 'is damaged: no PDF can be made out',
};

/** An Error of one reason, without the file's name. */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  // Half a second to load, for those alone who have a PDF.
  const { extractTextItems, getDocumentProxy } = await import('unpdf');
  let pages: Awaited<ReturnType<typeof extractTextItems>>['items'];
  try {
    // It takes the bytes away from whoever gives them; what it warns of (verbosity 1) is no business of a curator.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    ({ items: pages } = await extractTextItems(document));
    await document.destroy();
  } catch (cause) {
    const { name, message } = cause as Error;
    throw new Error(reasons[name] ?? `cannot be read as a PDF: ${message}`, { cause });
  }
  const lines = pages.map(linesOfPage);
  if (lines.flat().length === 0)
    throw new Error('is a PDF without text, pictures of pages perhaps; let a program for OCR read it first');
  return joinLines(dropRunningHeads(lines));
}
