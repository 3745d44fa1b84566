/** Reads the rounds of data: each number of countries with the period that stands behind it. */
import type { CountryCount, Period } from '../claim.js';
import { type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';
import { isCoverageYear } from './data-years.js';

/** Whether the sentence tells rounds; they are then written down. */
export function readRounds(scene: Scene, subject: Subject): boolean {
  const { text, mentions } = scene.reading;
  const periods = mentionsOf(mentions, 'years').filter((years) => isCoverageYear(scene, years));
  const ranges = periods.flatMap((years) =>
    years.value.periods.map((period) => ({ period, start: years.start, end: years.end })),
  );
  const counts = mentionsOf(mentions, 'count');
  const reported = /\breported\sby\b/.test(text);
  if (ranges.length < 2 || counts.length === 0 || (!reported && counts.length < 2)) return false;
  const lists = periods.filter((years) => years.value.periods.length > 1);
  const forward = (counts[0]?.start ?? 0) > (ranges[0]?.start ?? 0);
  for (const { period, start } of ranges) {
    // "for the 1990 round (1985–1994) from 18 countries": the number may stand behind its period as well.
    const count = forward
      ? counts.find((other) => other.start >= start)
      : counts.findLast((other) => other.end <= start);
    const other = forward
      ? undefined
      : ranges.find(
          (range) =>
            range.start < start &&
            count !== undefined &&
            range.start > count.end &&
            !lists.some((list) => list.start === start),
        );
    addRound(scene, subject, period, other === undefined ? count?.value : undefined);
  }
  return true;
}

function addRound(scene: Scene, subject: Subject, period: Period, countryCount: CountryCount | undefined): void {
  say(subject, 'round', { period, ...(countryCount === undefined ? {} : { countryCount }) }, scene.passage, 'rounds');
  say(subject, 'period', period, scene.passage, 'rounds');
}
