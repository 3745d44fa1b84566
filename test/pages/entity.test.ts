/** The page of a thing: from a fact to its sentence in the note, and to the statement and what would mend it. */
import { expect } from 'chai';
import { findThings } from './find-pages.js';
import { describePages } from './stage.js';
import { itInEveryWay } from './ways.js';

describePages('the page of a thing', (stage) => {
  const pathOf = async (kind: string): Promise<string> => (await findThings(stage.origin())).ours.get(kind) ?? '';

  itInEveryWay('leads from a fact to its sentence in the note', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go(await pathOf('dataset'));
    const evidence = page.locator('details.why[open]').first();
    const quote = (await evidence.locator('blockquote').first().textContent()) ?? '';
    expect(quote.length).to.be.greaterThan(3);
    await evidence.locator('.source a').first().click();
    await page.waitForURL(/\/note\/[^#]+#char=/);
    expect(await visit.probe('isInSight(document.querySelector(":target"))')).to.equal(true);
    const words = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
    expect(words(await page.locator('.reader').textContent())).to.include(words(quote).slice(0, 40));
  });

  itInEveryWay('leads to each statement, and to what would take it back', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go(await pathOf('dataset'));
    const report = page.locator('a[href*="#report"]').first();
    const id = /\/claim\/([^#]+)#/.exec((await report.getAttribute('href')) ?? '')?.[1];
    await report.click();
    await page.waitForURL(/\/claim\/.*#report/);
    expect(await page.locator('blockquote mark').count()).to.equal(1);
    await page.locator('#report ~ details > summary').first().click();
    expect(await page.locator('#report ~ details pre').first().textContent()).to.include(`retract-${id}`);
  });

  itInEveryWay('of a country says what names it, and what only covers a region around it', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go(await pathOf('country'));
    expect(await page.locator('.lead').textContent()).to.match(/names? it/);
    const name = (await page.locator('h1').textContent()) ?? '';
    await page.locator('.lead a').last().click();
    await page.waitForURL(/\/\?place=/);
    expect(await page.locator('.answer h2').first().textContent()).to.include(name.trim());
  });
});
