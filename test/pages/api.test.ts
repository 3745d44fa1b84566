/** The page of doors: to a question, with a value of one's own, to its answer, and on to what programs ask. */
import { expect } from 'chai';
import { describePages } from './stage.js';
import { itInEveryWay } from './ways.js';

describePages('the page of questions', (stage) => {
  itInEveryWay('leads to a question, which takes a value and answers', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go('/api');
    await page.locator('a[href="/api/who-holds-data"]').first().click();
    const field = page.locator('main form select').first();
    const values = await field
      .locator('option')
      .evaluateAll((options) => options.map((one) => one.getAttribute('value') ?? ''));
    expect(values).to.have.length.greaterThan(100);
    const chosen = values[42] ?? '';
    await field.selectOption(chosen);
    await page.locator('main form button').click();
    expect(new URL(page.url()).searchParams.get((await field.getAttribute('name')) ?? '')).to.equal(chosen);
    expect(await field.inputValue()).to.equal(chosen);
    expect(await page.locator('main table').first().isVisible()).to.equal(true);

    const behind = page.locator('main details', { has: page.locator('a[href^="/sparql?"]') });
    await behind.locator('summary').click();
    await behind.locator('a').click();
    expect(await page.inputValue('#query'), 'the query behind it').to.include('SELECT');
  });

  it('has lines for programs that work', async () => {
    const visit = await stage.visit({ scripts: false });
    await visit.go('/api/who-holds-data');
    const text = (await visit.page.locator('main pre').allTextContents()).join('\n');
    const address = /curl[^\n]*?'(http[^']+)'/.exec(text)?.[1] ?? '';
    expect(address).to.include(stage.origin());
    const answer = await fetch(address);
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).to.deep.equal([200, 'text/csv']);
  });
});
