/** A page as somebody sees it: so wide a window, light or dark, with scripts or without; and what it does that it must not. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page, Response } from 'playwright-core';
import { packageRoot } from '../../src/package-root.js';

export interface Circumstances {
  /** Of the window, in pixels. */
  readonly width?: 320 | 1280;
  readonly scheme?: 'light' | 'dark';
  readonly scripts?: boolean;
  /** Whether the policy of the page is kept to, which would hide what else would run. */
  readonly policy?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly origin: string;
  /** Goes to a path of the server; an address that differs in its fragment alone has no answer of its own. */
  go(path: string): Promise<Response | null>;
  /** Asks the page itself (`probes.js`). */
  probe<T>(call: string): Promise<T>;
  /** What no page may do: errors in the console, requests to other servers, dialogs. */
  readonly complaints: string[];
  close(): Promise<void>;
}

const probes = readFileSync(join(packageRoot, 'test', 'pages', 'probes.js'), 'utf8');
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  const pages = new Set<string>();
  page.on('console', (message) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    // That a page itself was answered with an error is noted too; tests look at statuses themselves.
    // Of a plain text, which names no icon, a browser asks for the usual one.
    const { url } = message.location();
    const isStatus =
      message.text().startsWith('Failed to load resource') && (pages.has(url) || url === `${origin}/favicon.ico`);
    if (isBad && !isStatus) complaints.push(`${page.url()} console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} script: ${error.message}`));
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.add(request.url());
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`${page.url()} asks ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    complaints.push(`${page.url()} dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}

/** The caller closes it. */
export async function openVisit(
  browser: Browser,
  origin: string,
  { width = 1280, scheme = 'light', scripts = true, policy = true }: Circumstances = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    locale: 'en-GB',
    bypassCSP: !policy,
  });
  const page = await context.newPage();
  return {
    page,
    origin,
    complaints: listen(page, origin),
    go: (path) => page.goto(origin + path),
    async probe<T>(call: string) {
      await page.evaluate(probes);
      return page.evaluate<T>(`probes.${call}`);
    },
    close: () => context.close(),
  };
}
