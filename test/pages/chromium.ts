/** Where the browser for the tests of pages is: Debian's package, or what CHROMIUM names. Nothing is downloaded. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why no page can be looked at; undefined where one can. */
export const whyNoBrowser = existsSync(executablePath)
  ? undefined
  : `no Chromium at ${executablePath}: install it, or let CHROMIUM name another`;

/** The caller closes it. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath });
