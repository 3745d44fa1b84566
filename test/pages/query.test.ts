/** The query page: typed, asked, read as a table and a chart, taken along as CSV and as a link; and what is said of an error. */
import { expect } from 'chai';
import { describePages } from './stage.js';
import { brokenQuery, countingQuery } from './states.js';
import type { Visit } from './visit.js';
import { itInEveryWay } from './ways.js';

/** Where scripts run the field is an editor. */
async function type({ page }: Visit, scripts: boolean, query: string): Promise<void> {
  if (!scripts) return page.fill('#query', query);
  await page.locator('.CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(query);
}

describePages('a query', (stage) => {
  itInEveryWay('is typed and asked; its answer is a table, a chart, a file and a link', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/sparql');
    await type(visit, way.scripts, countingQuery);
    await page.locator('#ask button[type=submit]').click();
    await page.locator('caption').waitFor();
    const rows = await page.locator('tbody tr').count();
    expect(await page.locator('caption').textContent()).to.equal(`${rows} rows`);
    expect(rows).to.be.greaterThan(5);

    expect(await page.locator('svg').isVisible()).to.equal(false);
    await page.locator('.chart summary').click();
    expect(await page.locator('svg').isVisible()).to.equal(true);
    expect(await page.locator('svg rect').count()).to.equal(rows);

    const csv = await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href');
    const file = await fetch(stage.origin() + csv);
    expect(file.headers.get('content-type')).to.include('text/csv');
    expect((await file.text()).trim().split('\n')).to.have.length(rows + 1);

    const link = await page.getByRole('link', { name: 'Link to this query' }).getAttribute('href');
    const other = await stage.visit(way);
    await other.go(link ?? '');
    expect(await other.page.locator('tbody tr').count()).to.equal(rows);
    expect(await other.page.inputValue('#query')).to.equal(countingQuery);
  });

  itInEveryWay('that is wrong stays, with the place and what was probably meant', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/sparql');
    await type(visit, way.scripts, brokenQuery);
    const answered = page.waitForResponse((response) => response.url().includes('query='));
    await page.locator('#ask button[type=submit]').click();
    expect((await answered).status()).to.equal(400);
    expect(await page.getByRole('alert').textContent()).to.include('mig');
    expect(await page.locator('.place').getAttribute('data-line')).to.equal('2');
    expect(await page.locator('.place').textContent()).to.include(brokenQuery.split('\n')[1]);
    expect(await page.inputValue('#query')).to.equal(brokenQuery);

    // The prefix first, then the term.
    for (const meant of ['PREFIX mig:', 'mig:Agency']) {
      const guess = page.locator('.guesses li', { hasText: meant }).first();
      const takes = guess.locator('a');
      if ((await takes.count()) === 0) continue;
      await takes.click();
      await page.locator('caption, .guesses').first().waitFor();
    }
    expect(await page.inputValue('#query')).to.include('PREFIX mig:');
  });

  it('is asked by keyboard alone, out of the editor', async () => {
    const visit = await stage.visit();
    const { page } = visit;
    await visit.go('/sparql');
    await page.locator('.CodeMirror').waitFor();
    await page.locator('.CodeMirror textarea').focus();
    await page.keyboard.insertText('ASK {}');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id'), 'Tab leads on').to.equal('format');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/query=/);
    expect(await page.locator('main b').first().textContent()).to.equal('Yes');
  });

  it('begins with a question that somebody else has asked', async () => {
    const visit = await stage.visit({ width: 320, scripts: false });
    await visit.go('/sparql');
    await visit.page.locator('.questions a[href^="/sparql"]').first().click();
    expect(await visit.page.locator('tbody tr').count()).to.be.greaterThan(0);
  });
});
