/** A matrix of two axes: how many datasets stand in each cell, how, and where the sentences of each are. */
import { askAddress } from '../answer/ask-address.js';
import { agencyAxis, anyAgency } from './agency-axis.js';
import type { Axis, Member } from './axis.js';
import type { Choice, Fault } from './choice.js';
import { type Axes, countCube, isEmpty, isStated, type Tally } from './cube.js';
import type { Covering } from './facts.js';
import type { Known } from './known.js';
import { anyPeriod, periodAxis } from './period-axis.js';
import { anyPlace, placeAxis } from './place-axis.js';

export interface Cell {
  readonly tally: Tally;
  /** The home page's answer to the same; undefined where it cannot be asked. */
  readonly answer: string | undefined;
}

/** What a row says: of some dataset that it covers what is asked for, of some that it may, or of none. */
export type RowState = 'stating' | 'open' | 'silent';

export interface Row {
  readonly member: Member;
  readonly cells: readonly Cell[];
  readonly state: RowState;
}

export interface Matrix {
  /** What its rows and columns are. */
  readonly rowKind: Axis['kind'];
  readonly columnKind: Axis['kind'];
  /** The last column is the whole of its axis. */
  readonly columns: readonly Member[];
  readonly rows: readonly Row[];
  /** The whole of the rows. */
  readonly total: Row;
  /** What the matrix as a whole is of. */
  readonly fixed: { readonly agency: Member; readonly place: Member };
}

/** Cells, more than which are neither counted nor sent. */
const mostCells = 50_000;

function axesFor(known: Known, { ask, show, level }: Choice): Axes {
  const { facts, names } = known;
  const [agency, place] = [ask.agency?.value, ask.place?.value];
  return {
    agency: show === 'place-period' ? anyAgency(facts, agency) : agencyAxis(facts, agency),
    place: show === 'agency-period' ? anyPlace(facts, names, place) : placeAxis(facts, names, { level, within: place }),
    period: show === 'agency-place' ? anyPeriod(ask.years) : periodAxis(facts, ask.years),
  };
}

const stateOf = (tally: Tally): RowState => (isStated(tally) ? 'stating' : isEmpty(tally) ? 'silent' : 'open');

/** Undefined where somebody or something has no name that can be asked for. */
function addressOf(members: Readonly<Record<keyof Axes, Member>>, subject: string | undefined, base: string) {
  const { agency, place, period } = members;
  if (![agency, place, period].every(({ isAskable }) => isAskable)) return undefined;
  return askAddress({ agency: agency.iri, place: place.iri, years: period.years, subject }, base);
}

/** Of the datasets that are on the subject; a fault where there would be too many cells. */
export function makeMatrix(
  known: Known,
  choice: Choice,
  { datasets, base }: { readonly datasets: readonly Covering[]; readonly base: string },
): Matrix | Fault {
  const axes = axesFor(known, choice);
  const [rowKind, columnKind] = choice.show.split('-') as ['agency' | 'place', 'place' | 'period'];
  const [rowAxis, columnAxis] = [axes[rowKind], axes[columnKind]];
  if (rowAxis.members.length * columnAxis.members.length > mostCells) return { key: 'matrix.fault.size' };
  const cube = countCube(datasets, axes);
  const subject = choice.ask.subject?.value;
  const first = { agency: 0, place: 0, period: 0 };
  const memberAt = (axis: keyof Axes, n: number): Member => axes[axis].members[n] ?? { kind: 'none', isAskable: false };
  const cellAt = (row: number, column: number): Cell => {
    const position = { ...first, [rowKind]: row, [columnKind]: column };
    const members = {
      agency: memberAt('agency', position.agency),
      place: memberAt('place', position.place),
      period: memberAt('period', position.period),
    };
    return { tally: cube.at(position), answer: addressOf(members, subject, base) };
  };
  const rows = rowAxis.members.map((member, row): Row => {
    const cells = columnAxis.members.map((_, column) => cellAt(row, column));
    return { member, cells, state: stateOf((cells.at(-1) as Cell).tally) };
  });
  return {
    rowKind,
    columnKind,
    columns: columnAxis.members,
    rows: rows.slice(0, -1),
    total: rows.at(-1) as Row,
    fixed: {
      agency: memberAt('agency', axes.agency.members.length - 1),
      place: memberAt('place', axes.place.members.length - 1),
    },
  };
}

const order: readonly RowState[] = ['stating', 'open', 'silent'];

/** Agencies that say something first, each with its units beneath; places stay in the order of the alphabet. */
function inOrder({ rowKind, rows }: Matrix): readonly Row[] {
  if (rowKind !== 'agency') return rows;
  const trees: Row[][] = [];
  for (const row of rows) {
    if ((row.member.depth ?? 0) === 0) trees.push([row]);
    else trees.at(-1)?.push(row);
  }
  const rank = ([first]: readonly Row[]): number => order.indexOf(first?.state ?? 'silent');
  return trees.sort((a, b) => rank(a) - rank(b)).flat();
}

/** The rows that were asked for. */
export const chooseRows = (matrix: Matrix, { rows: wanted }: Choice): readonly Row[] =>
  inOrder(matrix).filter(({ state }) => wanted === 'all' || (state === 'stating') === (wanted === 'stating'));
