/** Browsing: what is chosen stands as a chip, its count is the total, and any view is taken away as a file. */

import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { describePages } from './stage.js';
import type { Visit } from './visit.js';
import { itInEveryWay } from './ways.js';

describePages('browsing', (stage) => {
  const totalOf = async ({ page }: Visit): Promise<number> =>
    Number.parseInt((await page.locator('.total').textContent())?.replace(/\D*(\d+).*/s, '$1') ?? '', 10);

  itInEveryWay('is narrowed by a facet to as many as it counts, and widened by its chip', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/datasets');
    const all = await totalOf(visit);
    const facet = page.locator('#facets a', { has: page.locator('small') }).first();
    const [count, address] = [Number(await facet.locator('small').textContent()), await facet.getAttribute('href')];
    await facet.click();
    await page.waitForURL(stage.origin() + address);
    expect(await totalOf(visit)).to.equal(count);
    expect(await page.locator('.browse-list > li').count()).to.equal(count);

    await page.locator('.chips a').first().click();
    await page.waitForURL(`${stage.origin()}/datasets`);
    expect(await totalOf(visit)).to.equal(all);
  });

  itInEveryWay('by years and words leads to the same view by its address, and as CSV', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/datasets');
    await page.locator('#b-from').fill('1990');
    await page.locator('#b-to').fill('1999');
    await page.locator('form.ask button').click();
    await page.waitForURL(/from=1990/);
    const total = await totalOf(visit);
    expect(total).to.be.greaterThan(0);
    const csv = await page.locator('.files a', { hasText: 'CSV' }).getAttribute('href');
    const rows = parse(await (await fetch(stage.origin() + csv)).text(), { columns: true });
    expect(rows).to.have.length(total);

    const again = await stage.visit(way);
    await again.go(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await totalOf(again)).to.equal(total);
    expect(await again.page.inputValue('#b-to')).to.equal('1999');
  });

  itInEveryWay('says how many state no years, and shows them', async (way) => {
    const visit = await stage.visit(way);
    await visit.go('/datasets?without=years');
    const total = await totalOf(visit);
    expect(total).to.be.greaterThan(0);
    expect(await visit.page.locator('.browse-list .unstated', { hasText: 'no years' }).count()).to.equal(total);
  });
});
