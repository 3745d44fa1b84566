/** The map: walked by keyboard, narrowed by its form, left for the answer; its table says the same. */
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { describePages } from './stage.js';
import { itInEveryWay } from './ways.js';

describePages('the map', (stage) => {
  before(async () => {
    while (!(await fetch(`${stage.origin()}/readyz`)).ok) await setTimeout(200);
  });

  itInEveryWay('has a stop of the Tab key for each country of its table, which leads to the answer', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/map');
    await page.locator('#table > summary').click();
    const rows = page.locator('#table > table tbody tr');
    const countries = page.locator('.map .shaded a');
    expect(await countries.count()).to.be.greaterThan(1);
    const shown = await rows.filter({ hasNot: page.locator('td:nth-of-type(2):text-is("0")') }).count();
    expect(await countries.count()).to.equal(shown);

    const name = (await countries.first().locator('title').textContent())?.split(':')[0] ?? '';
    await countries.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/\?place=/);
    expect(await page.locator('.answer').first().textContent()).to.include(name);
  });

  itInEveryWay('is narrowed by its form, and the table follows', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/map');
    await page.locator('#from').fill('1001');
    await page.locator('#to').fill('1002');
    await page.locator('.ask button').click();
    await page.waitForURL(/from=1001/);
    expect(await page.locator('.map .shaded').count()).to.equal(0);
    expect(await page.inputValue('#to')).to.equal('1002');
  });

  itInEveryWay('of an answer stands below its table', async (way) => {
    const visit = await stage.visit(way);
    const query = 'SELECT ?place ?n { VALUES (?place ?n) { ("Iceland" 3) ("Malta" 7) } }';
    await visit.go(`/sparql?${new URLSearchParams({ query })}`);
    await visit.page.locator('.chart-map > summary').click();
    expect(await visit.page.locator('.map .shaded title').allTextContents()).to.have.members([
      'Iceland: 3',
      'Malta: 7',
    ]);
  });
});

describePages('the surroundings of a thing', (stage) => {
  itInEveryWay('lead from box to box, and back to the page', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/graph-view?iri=region/150');
    const box = page.locator('.graph a').first();
    const name = (await box.locator('title').textContent()) ?? '';
    await box.click();
    await page.waitForURL((url) => !url.search.includes('150'));
    expect(await page.locator('h1').textContent()).to.include(name);
    await page.locator('.graph .thing a').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/graph-view'));
    expect(await page.locator('h1').textContent()).to.include(name);
  });
});
