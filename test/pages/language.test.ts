/** The switch of languages: it keeps what was asked, and is remembered. */
import { expect } from 'chai';
import { readPlaces } from './read-places.js';
import { describePages } from './stage.js';
import { itInEveryWay } from './ways.js';

describePages('the language', (stage) => {
  itInEveryWay('is switched, keeps the answer, and is remembered', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    const [place] = await readPlaces(stage.origin());
    await visit.go(`/?${new URLSearchParams({ place: place?.value ?? '', from: '1990' })}`);
    const found = await page.locator('.match').count();
    expect(await page.locator('html').getAttribute('lang')).to.equal('en');

    await page.getByRole('link', { name: 'Français' }).click();
    expect(await page.locator('html').getAttribute('lang')).to.equal('fr');
    expect(await page.inputValue('#place')).to.equal(place?.value);
    expect(await page.inputValue('#from')).to.equal('1990');
    expect(await page.locator('.match').count()).to.equal(found);

    await page.locator('.name').click();
    expect(await page.locator('html').getAttribute('lang'), 'on the next page too').to.equal('fr');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).to.equal('en');
  });

  it('that is written from right to left is marked so', async () => {
    const visit = await stage.visit({ width: 320 });
    const [place] = await readPlaces(stage.origin());
    await visit.go(`/?${new URLSearchParams({ place: place?.value ?? '', lang: 'ar' })}`);
    const name = visit.page.locator('main [lang=ar]').first();
    expect(await name.evaluate((one) => one.ownerDocument.defaultView.getComputedStyle(one).direction)).to.equal('rtl');
  });
});
