/** Counts datasets by agency, place and period at once. */
import type { Axis } from './axis.js';
import type { Covering } from './facts.js';
import { hows } from './standing.js';

/** What a cell tells apart: how the place is stated, and, where years are asked for, those that state none. */
export const tallyKinds = [...hows, 'undated'] as const;

export type TallyKind = (typeof tallyKinds)[number];
export type Tally = Readonly<Record<TallyKind, number>>;

export interface Axes {
  readonly agency: Axis;
  readonly place: Axis;
  readonly period: Axis;
}

type Position = Readonly<Record<keyof Axes, number>>;

export interface Cube {
  /** The datasets at a member of each axis. */
  at(position: Position): Tally;
}

/** A dataset counts once in each cell that it belongs to. */
export function countCube(datasets: readonly Covering[], { agency, place, period }: Axes): Cube {
  const [places, periods, kinds] = [place.members.length, period.members.length, tallyKinds.length];
  const counts = new Int32Array(agency.members.length * places * periods * kinds);
  const start = (a: number, b: number, c: number): number => ((a * places + b) * periods + c) * kinds;
  for (const dataset of datasets) {
    const held = agency.belongings(dataset);
    const dated = period.belongings(dataset);
    for (const where of place.belongings(dataset)) {
      const how = hows.indexOf(where.how ?? 'name');
      for (const who of held)
        for (const when of dated) {
          const kind = when.isUndated ? kinds - 1 : how;
          const at = start(who.member, where.member, when.member) + kind;
          counts[at] = (counts[at] ?? 0) + 1;
        }
    }
  }
  return {
    at(position) {
      const first = start(position.agency, position.place, position.period);
      return Object.fromEntries(tallyKinds.map((kind, n) => [kind, counts[first + n] ?? 0])) as Tally;
    },
  };
}

/** Whether anything is said in it to cover the place: more than that it is not stated. */
export const isStated = ({ name, whole, part }: Tally): boolean => name + whole + part > 0;

export const isEmpty = (tally: Tally): boolean => tallyKinds.every((kind) => tally[kind] === 0);
