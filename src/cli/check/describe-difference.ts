/** What a build would add, change and lose against the last one, in one line: "+14 datasets, 2 changed, 0 lost". */
import { existsSync } from 'node:fs';
import type { Config } from '../../config.js';
import type { EntityType } from '../../extract/claim.js';
import type { Iris } from '../../iris.js';
import type { Quad } from '../../rdf.js';
import { readRdf } from '../../store/open.js';
import { graphFile } from '../built-graph.js';
import { compareThings } from '../compare-things.js';
import { plurals } from '../diff-text.js';
import { readGraphThings } from '../graph-things.js';

interface Sum {
  added: number;
  changed: number;
  lost: number;
}

/** Of the notes' own reading, as `migraph diff` compares it. */
export async function describeDifference(
  quads: Iterable<Quad>,
  iris: Iris,
  { out, base }: Pick<Config, 'out' | 'base'>,
): Promise<string> {
  const file = graphFile(out);
  const isThere = existsSync(file);
  const before = isThere ? readGraphThings(await readRdf(file, base), iris, file).things : [];
  const after = readGraphThings(quads, iris, 'now').things;
  const sums = new Map<EntityType, Sum>();
  for (const { type, added, changed, lost } of compareThings(before, after)) {
    const sum = sums.get(type) ?? { added: 0, changed: 0, lost: 0 };
    sums.set(type, {
      added: sum.added + added.length,
      changed: sum.changed + changed.length,
      lost: sum.lost + lost.length,
    });
  }
  const said = Object.entries(plurals).flatMap(([type, [one, many]]) => {
    const sum = sums.get(type as EntityType);
    return sum === undefined
      ? []
      : [`+${sum.added} ${sum.added === 1 ? one : many}, ${sum.changed} changed, ${sum.lost} lost`];
  });
  const against = isThere ? '' : ' (nothing was built before)';
  return `${said.length === 0 ? 'no difference' : said.join('; ')}${against}`;
}
