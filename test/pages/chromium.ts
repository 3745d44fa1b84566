/**
 * Where the browser for the tests of pages is: one of Debian's packages, or what CHROMIUM names. Nothing is downloaded. Without the
 * windows of a desktop (`chromium-headless-shell`) it is the same browser, and opens a page in a quarter of the time.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const packaged = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = process.env['CHROMIUM'] ?? packaged.find((file) => existsSync(file)) ?? '/usr/bin/chromium';

/** Why no page can be looked at; undefined where one can. */
export const whyNoBrowser = existsSync(executablePath)
  ? undefined
  : `no Chromium at ${executablePath}: install it, or let CHROMIUM name another`;

/** The caller closes it. */
/** Names are not looked up, whatever a page links to: it would ask the world's name servers. */
const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'];
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });
