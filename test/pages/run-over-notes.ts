/** What a script does in a browser over the project's own notes, served for it alone; without a browser it says so, and fails. */
import type { Browser } from 'playwright-core';
import { openBrowser, whyNoBrowser } from './chromium.js';
import { serveNotes } from './serve-notes.js';

/** `origin`: where they are served. */
export async function runOverNotes(run: (browser: Browser, origin: string) => Promise<void>): Promise<void> {
  if (whyNoBrowser !== undefined) {
    process.stderr.write(`${whyNoBrowser}\n`);
    process.exitCode = 1;
    return;
  }
  const server = await serveNotes({ withImport: false });
  const browser = await openBrowser();
  try {
    await run(browser, server.origin);
  } finally {
    await browser.close();
    await server.close();
  }
}
