/** The search in every page's head, as people type: with an error in the word. */
import { expect } from 'chai';
import { readPlaces } from './read-places.js';
import { describePages } from './stage.js';
import { itInEveryWay } from './ways.js';

/** Two letters in the middle change places. */
function misspell(name: string): string {
  const at = Math.floor(name.length / 2);
  return `${name.slice(0, at - 1)}${name[at] ?? ''}${name[at - 1] ?? ''}${name.slice(at + 1)}`;
}

describePages('a search', (stage) => {
  itInEveryWay('finds what was meant, though it is misspelt, and leads to it and to its data', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    // A long name of one word, so that the letters are of the same word.
    const place = (await readPlaces(stage.origin())).find(({ name }) => /^[A-Za-z]{7,}$/.test(name));
    const name = place?.name ?? '';
    expect(misspell(name)).not.to.equal(name);
    await visit.go('/api');
    await page.fill('#q', misspell(name));
    await page.keyboard.press('Enter');
    const first = page.locator('.found li').first();
    expect(await first.locator('a').first().textContent()).to.equal(name);
    expect(await page.inputValue('#q')).to.equal(misspell(name));

    await first.locator('a[href^="/?"]').click();
    expect(await page.locator('.match').count()).to.be.greaterThan(0);
    await page.goBack();
    await first.locator('a').first().click();
    expect(await page.locator('h1').textContent()).to.equal(name);
  });

  it('that finds nothing says so', async () => {
    const visit = await stage.visit({ scripts: false });
    await visit.go('/search?q=xyzzyq');
    expect(await visit.page.locator('main').textContent()).to.include('xyzzyq');
    expect(await visit.page.locator('.found li').count()).to.equal(0);
  });
});
