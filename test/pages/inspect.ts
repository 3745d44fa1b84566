/** Looks a page over as a reader with any window, any eyes and no mouse would, and at what it cost. */
import type { Stage } from './stage.js';
import { axe, type Visit } from './visit.js';

export interface Inspection {
  readonly path: string;
  readonly status: number;
  /** Rules of axe that it breaks. */
  readonly axe: readonly string[];
  /** What makes it scroll sideways in the narrow window. */
  readonly tooWide: readonly string[];
  /** What gets the focus and does not show it. */
  readonly unseen: readonly string[];
  /** Script and style within it, and what its headers lack. */
  readonly inline: readonly string[];
  /** Errors in the console, requests to other servers, dialogs. */
  readonly complaints: readonly string[];
  /** Bytes that came over the net for it and all it is shown with. */
  readonly bytes: number;
  /** How many requests that took. */
  readonly requests: number;
}

/** In both widths and both schemes, though not in each with each: colours do not depend on the width. */
async function breaks({ page, probe }: Visit): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    found.push(...(await probe<string[]>('broken()')).map((text) => `${width} px, ${colorScheme}: ${text}`));
  }
  return found;
}

async function weigh(page: Visit['page'], go: () => Promise<unknown>): Promise<{ bytes: number; requests: number }> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await go();
  // Only scripts ask for more after that.
  if ((await page.locator('script[src]').count()) > 0) await page.waitForLoadState('networkidle');
  const all = await Promise.all(sizes);
  return { bytes: all.reduce((sum, size) => sum + size, 0), requests: all.length };
}

const policy =
  /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'(; (script|connect|font)-src 'self')*$/;

export async function inspect(stage: Stage, path: string): Promise<Inspection> {
  const visit = await stage.visit();
  const { page, probe } = visit;
  let status = 0;
  let inline: string[] = [];
  const cost = await weigh(page, async () => {
    const response = await visit.go(path);
    status = response?.status() ?? 0;
    const sent = response?.headers()['content-security-policy'] ?? 'none';
    if (!policy.test(sent)) inline = [`policy: ${sent}`];
    inline.push(...(await probe<string[]>(`inline(${JSON.stringify((await response?.text()) ?? '')})`)));
  });
  const axe = await breaks(visit);
  const tooWide = await probe<string[]>('tooWide()');
  await page.keyboard.press('Tab');
  const unseen = await probe<string[]>('focusUnseen()');
  const complaints = visit.complaints.splice(0);
  await visit.page.context().close();
  return { path, status, axe, tooWide, unseen, inline, complaints, ...cost };
}
