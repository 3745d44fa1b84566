/** One browser and one server for all tests of this folder; where there is no browser they are skipped, and say why. */
import type { Browser } from 'playwright-core';
import type { ServedProgram } from '../cli/serve-program.js';
import { openBrowser, whyNoBrowser } from './chromium.js';
import { serveNotes } from './serve-notes.js';
import { type Circumstances, openVisit, type Visit } from './visit.js';

export interface Stage {
  origin(): string;
  browser(): Browser;
  /** A page of the server. When the test is over it is closed, and must have done nothing that pages may not do. */
  visit(circumstances?: Circumstances): Promise<Visit>;
}

interface Opened {
  readonly server: ServedProgram;
  readonly browser: Browser;
}

if (whyNoBrowser !== undefined) console.log(`  the tests of pages are skipped: ${whyNoBrowser}`);

let opened: Promise<Opened> | undefined;
/** Groups of tests that are still to come. */
let waiting = 0;

async function open(): Promise<Opened> {
  const [server, browser] = await Promise.all([serveNotes(), openBrowser()]);
  return { server, browser };
}

async function close(): Promise<void> {
  const { server, browser } = (await opened) ?? {};
  opened = undefined;
  await browser?.close();
  await server?.close();
}

/** A group of tests on that stage. */
export function describePages(title: string, tests: (stage: Stage) => void): void {
  if (whyNoBrowser !== undefined) {
    describe.skip(`${title} (${whyNoBrowser})`, () => tests({} as Stage));
    return;
  }
  waiting += 1;
  describe(title, function () {
    this.timeout(900_000);
    let stage: Opened | undefined;
    const visits: Visit[] = [];
    const opened_ = (): Opened => {
      if (stage === undefined) throw new Error('the stage is open while tests run');
      return stage;
    };
    before(async () => {
      opened ??= open();
      stage = await opened;
    });
    afterEach(async () => {
      const complaints = visits.flatMap((visit) => visit.complaints);
      for (const visit of visits.splice(0)) await visit.close();
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    });
    after(async () => {
      waiting -= 1;
      if (waiting === 0) await close();
    });
    tests({
      origin: () => opened_().server.origin,
      browser: () => opened_().browser,
      async visit(circumstances) {
        const visit = await openVisit(opened_().browser, opened_().server.origin, circumstances);
        visits.push(visit);
        return visit;
      },
    });
  });
}
