/** The matrix and the timeline: each cell leads to its sentences, each row to its dataset; both are narrowed by their forms. */
import { expect } from 'chai';
import { describePages } from './stage.js';
import { itInEveryWay } from './ways.js';

describePages('the coverage matrix', (stage) => {
  itInEveryWay('leads from a cell to the sentences of as many datasets', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/coverage');
    // Of an agency that a note tells of: an imported catalogue has no sentences.
    const row = page.locator('.matrix tbody tr', { has: page.locator('th a[href^="/agency/"]') });
    const cell = row.locator('td.stating a').first();
    const counts = (await cell.locator('span').allTextContents()).map((text) => Number.parseInt(text, 10));
    const counted = counts.reduce((sum, count) => sum + count, 0);
    await cell.click();
    await page.waitForURL(/agency=/);
    // What states no years is shown beside what fits.
    expect(await page.locator('.answer .match').count())
      .to.be.at.least(counted)
      .and.be.greaterThan(0);
    expect(await page.locator('.answer .match blockquote').count()).to.be.greaterThan(0);
  });

  itInEveryWay('is laid out anew by its form', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/coverage');
    await page.locator('select[name="show"]').selectOption('agency-place');
    await page.locator('form.ask button').click();
    await page.waitForURL(/show=agency-place/);
    expect(await page.locator('.matrix caption').textContent()).to.not.equal('Agencies by years');
    expect(await page.locator('.matrix tbody tr').count()).to.be.greaterThan(1);
  });
});

describePages('the timeline', (stage) => {
  itInEveryWay('says in words what its bars show, and leads to each dataset', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/timeline');
    const bars = page.locator('.timeline svg[role="img"]');
    expect(await bars.count()).to.be.greaterThan(1);
    for (const label of await bars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))))
      expect(label).to.match(/\d{4}/);
    const row = page.locator('.timeline th[scope="row"] a').first();
    const name = (await row.textContent()) ?? '';
    await row.click();
    await page.waitForURL(/\/dataset\//);
    expect(await page.locator('h1').textContent()).to.include(name);
  });

  itInEveryWay('is narrowed by its form', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/timeline');
    const before = await page.locator('.timeline tbody tr').count();
    await page.locator('form.ask input[name="to"]').fill('1975');
    await page.locator('form.ask button').click();
    await page.waitForURL(/to=1975/);
    expect(await page.locator('.timeline tbody tr').count())
      .to.be.lessThan(before)
      .and.be.greaterThan(0);
  });
});
