/** From the question to the sentence: the pickers of the home page, the answer, and the place in the note. */
import { expect } from 'chai';
import { readPlaces } from './read-places.js';
import { describePages } from './stage.js';
import type { Visit } from './visit.js';
import { itInEveryWay } from './ways.js';

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The sentence that the address points at, which must be in sight. */
async function readTarget({ page, probe }: Visit): Promise<string> {
  const target = page.locator(':target');
  await target.waitFor();
  expect(await probe('isInSight(document.querySelector(":target"))'), 'the sentence is in sight').to.equal(true);
  return plain(await target.textContent());
}

describePages('a question', (stage) => {
  itInEveryWay('is answered with sentences, each of which is found in its note', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    const [place] = await readPlaces(stage.origin());
    await visit.go('/');
    await page.selectOption('#place', place?.value ?? '');
    await page.getByRole('main').getByRole('button').click();
    expect(await page.locator('#answer').textContent()).to.include(place?.name);
    expect(new URL(page.url()).searchParams.get('place')).to.equal(place?.value);
    expect(await page.inputValue('#place'), 'what was asked stays in the form').to.equal(place?.value);

    const first = page.locator('.match').first();
    const quote = plain(await first.locator('blockquote').first().textContent());
    await first.locator('.source a').first().click();
    expect(await readTarget(visit)).to.include(quote);
  });

  it('is asked and followed by keyboard alone', async () => {
    const visit = await stage.visit();
    const { page } = visit;
    const [place] = await readPlaces(stage.origin());
    await visit.go('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className'), 'first of all the rest can be skipped').to.equal(
      'skip',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).to.equal('place');
    await page.keyboard.type(place?.name ?? '');
    for (const _ of ['from', 'to', 'subject', 'button']) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#answer').waitFor();
    expect(new URL(page.url()).searchParams.get('place')).to.equal(place?.value);

    const source = page.locator('.match .source a').first();
    for (
      let step = 0;
      step < 60 && !(await source.evaluate((one) => one === one.ownerDocument.activeElement));
      step += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await readTarget(visit);
  });

  it('that makes no sense is said to, beside the form', async () => {
    const visit = await stage.visit({ width: 320 });
    expect((await visit.go('/?from=x'))?.status()).to.equal(400);
    expect(await visit.page.getByRole('alert').count()).to.equal(1);
    expect(await visit.page.locator('#place').isVisible()).to.equal(true);
  });

  it('prints its answer, with every sentence, in ink on paper', async () => {
    const visit = await stage.visit();
    const { page } = visit;
    const [place] = await readPlaces(stage.origin());
    await visit.go(`/?${new URLSearchParams({ place: place?.value ?? '' })}`);
    const shut = page.locator('details:not([open]) blockquote').first();
    expect(
      await shut.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true })),
      'on the screen it is folded',
    ).to.equal(false);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await shut.evaluate((one) => one.getBoundingClientRect().height)).to.be.greaterThan(0);
    for (const hidden of ['header nav', '.search', '.ask', 'footer nav'])
      expect(await page.locator(hidden).isVisible(), hidden).to.equal(false);
    expect(await page.locator('#answer').isVisible()).to.equal(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).to.equal('rgb(255, 255, 255)');
  });
});
