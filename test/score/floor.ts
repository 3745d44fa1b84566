/** The floor below which the score fails the build: by set, measure and figure. It only rises. */
import { type Score, tallyOf } from '../../src/score/score.js';
import { f1, precision, recall } from '../../src/score/tally.js';

/** For example `{"note": {"entities": {"P": 0.95, "R": 0.95}, "years": {"F1": 0.98}}}`. */
export type Floor = Record<string, Record<string, Partial<Record<Figure, number>>>>;
type Figure = 'P' | 'R' | 'F1';

const figures: Record<Figure, (tally: ReturnType<typeof tallyOf>) => number> = { P: precision, R: recall, F1: f1 };

/** One line for every figure of `set` that lies below its floor; throws on a measure that does not exist. */
export function belowFloor(floor: Floor, set: string, score: Score): string[] {
  return Object.entries(floor[set] ?? {}).flatMap(([measure, wanted]) =>
    Object.entries(wanted).flatMap(([figure, least]) => {
      const figureOf = figures[figure as Figure];
      if (!figureOf) throw new Error(`no figure is called ${figure}: P, R or F1`);
      const value = figureOf(tallyOf(score, measure));
      return value < least ? [`${set}: ${figure} of ${measure} is ${value.toFixed(3)}, the floor is ${least}`] : [];
    }),
  );
}
