/** A text that is too long to be read whole is read in parts, by threads, and told as any other. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { longestWhole } from '../../src/cli/long-text.js';
import type { ExtractionJson } from '../../src/extract/to-json.js';
import { longTexts } from '../reading/texts.js';
import { migraph, temporaryFolder } from './run-migraph.js';

describe('migraph extract of a long text', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const register = (place: string): string =>
    `\n\nThe Dock Board of Osland maintains the Quay Worker Register, which covers ${place} since 1990.\n\n`;
  const prose = longTexts['plain prose']?.(longestWhole / 2) ?? '';
  const file = join(folder, 'long.txt');
  before(() => writeFileSync(file, register('Kenya') + prose + register('Chile') + prose + register('Malta')));

  it('finds a thing once, with all that the parts say of it', async () => {
    const { code, stdout } = await migraph(['extract', file, '--json']);
    expect(code).to.equal(0);
    const { doc, entities } = JSON.parse(stdout) as ExtractionJson;
    expect(doc).to.equal('long');
    expect(entities.map(({ label }) => label)).to.deep.equal(['Dock Board of Osland', 'Quay Worker Register']);
    expect(entities[1]?.countries).to.deep.equal(['KEN', 'CHL', 'MLT']);
    expect(entities[1]?.evidence).to.have.length(3);
  });

  it('tells people the same', async () => {
    const { code, stdout } = await migraph(['extract', file]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^long: 1 agency, 1 dataset, 0 damaged places\n/);
    expect(stdout).to.match(/Quay Worker Register +Dock Board of Osland +1990– +KEN CHL MLT/);
  });

  it('is refused where it is no text, with the line', async () => {
    const blank = join(folder, 'blank.txt');
    writeFileSync(blank, ' \n'.repeat(longestWhole));
    expect((await migraph(['extract', blank])).complaints).to.deep.equal([`${blank}:1: holds white space only`]);
  });
});
