/** The reader of a note: from a sentence to what it states and back, and to a sentence from anywhere. */
import { expect } from 'chai';
import { findThings } from './find-pages.js';
import { describePages } from './stage.js';
import type { Visit } from './visit.js';
import { itInEveryWay } from './ways.js';

describePages('a note', (stage) => {
  const notePath = async (): Promise<string> => (await findThings(stage.origin())).ours.get('note') ?? '';
  const seesTarget = ({ probe }: Visit): Promise<boolean> => probe('isInSight(document.querySelector(":target"))');

  itInEveryWay('leads from a sentence to its statements, and back', async (way) => {
    const visit = await stage.visit(way);
    const { page } = visit;
    await visit.go(await notePath());
    const sentence = page.locator('.stating').nth(20);
    const [id, count] = [await sentence.getAttribute('id'), sentence.locator('> .count')];
    const statements = Number(await count.textContent());
    await count.click();
    expect(await page.locator(':target li').count())
      .to.equal(statements)
      .and.be.greaterThan(0);
    expect(await seesTarget(visit), 'the statements').to.equal(true);

    await page.locator(':target p a').click();
    expect(await page.locator(':target').getAttribute('id')).to.equal(id);
    expect(await seesTarget(visit), 'the sentence').to.equal(true);
  });

  it('opens at the sentence that a link from elsewhere names', async () => {
    const path = await notePath();
    const page = await (await fetch(stage.origin() + path, { headers: { accept: 'text/html' } })).text();
    const ids = [...page.matchAll(/<span id="(char=\d+,\d+)"/g)].flatMap(([, id]) => id ?? []);
    expect(ids.length).to.be.greaterThan(100);
    for (const id of [ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)]) {
      const visit = await stage.visit({ width: 320, scripts: false });
      await visit.go(`${path}#${id}`);
      expect(await visit.page.locator(':target').getAttribute('id')).to.equal(id);
      expect(await seesTarget(visit), id).to.equal(true);
    }
  });

  it('shows the text as it is, whole', async () => {
    const visit = await stage.visit();
    const path = await notePath();
    await visit.go(path);
    const text = await (await fetch(`${stage.origin()}${path}.txt`)).text();
    const shown = await visit.page.locator('.reader .text').evaluate((one) => {
      const copy = one.cloneNode(true);
      for (const added of copy.querySelectorAll('.count, .damage')) added.remove();
      return copy.textContent;
    });
    expect(shown).to.equal(text);
  });
});
