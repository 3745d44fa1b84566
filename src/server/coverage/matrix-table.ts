/** A matrix for programs: as JSON with rows and columns, and as a table with a row for each cell. */
import { rdf, type Term } from '../../rdf.js';
import type { Binding, Bindings } from '../../serialise/results.js';
import { xsd } from '../../vocabularies.js';
import type { Member } from './axis.js';
import type { Choice } from './choice.js';
import type { Cell, Matrix, Row } from './matrix.js';

const describeMember = ({ kind, name, iri, years }: Member) => ({
  kind,
  ...(name === undefined ? {} : { name }),
  ...(iri === undefined ? {} : { iri }),
  ...(years === undefined ? {} : { from: years.from, to: years.to }),
});

const describeCell = ({ tally, answer }: Cell) => ({
  byName: tally.name,
  byRegion: tally.whole,
  byParts: tally.part,
  notStated: tally.unstated,
  noYears: tally.undated,
  ...(answer === undefined ? {} : { answer }),
});

const describeRow = ({ member, cells }: Row) => ({ ...describeMember(member), cells: cells.map(describeCell) });

/** `answer` is an address on the server that is asked. */
export function toJson(matrix: Matrix, rows: readonly Row[], { ask, show }: Choice): string {
  const { columns, total, rowKind, columnKind } = matrix;
  const document = {
    show,
    rowsAre: rowKind,
    columnsAre: columnKind,
    place: ask.place?.value ?? null,
    agency: ask.agency?.value ?? null,
    subject: ask.subject?.value ?? null,
    years: ask.years ?? null,
    columns: columns.map(describeMember),
    rows: rows.map(describeRow),
    total: describeRow(total),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const variables = [
  'agency',
  'agencyName',
  'place',
  'placeName',
  'from',
  'to',
  'years',
  'byName',
  'byRegion',
  'byParts',
  'notStated',
  'noYears',
];

const text = (value: string | undefined): Term | undefined => (value === undefined ? undefined : rdf.literal(value));
const number = (value: number | undefined): Term | undefined =>
  value === undefined ? undefined : rdf.literal(String(value), xsd.integer);
const iri = (value: string | undefined): Term | undefined => (value === undefined ? undefined : rdf.namedNode(value));

function toBinding(members: Readonly<Record<'agency' | 'place' | 'period', Member>>, { tally }: Cell): Binding {
  const { agency, place, period } = members;
  const { from, to } = period.years ?? {};
  const terms: Readonly<Record<string, Term | undefined>> = {
    agency: iri(agency.iri),
    agencyName: text(agency.name),
    place: iri(place.iri),
    placeName: text(place.name),
    from: number(from),
    to: number(to),
    years: text(period.kind === 'none' ? 'not stated' : from === undefined ? 'any' : 'stated'),
    byName: number(tally.name),
    byRegion: number(tally.whole),
    byParts: number(tally.part),
    notStated: number(tally.unstated),
    noYears: number(tally.undated),
  };
  return new Map(
    Object.entries(terms).flatMap(([name, term]): [string, Term][] => (term === undefined ? [] : [[name, term]])),
  );
}

async function* bindingsOf(matrix: Matrix, rows: readonly Row[], { ask }: Choice): AsyncGenerator<Binding> {
  const { rowKind, columnKind, columns, fixed } = matrix;
  const years: Member = { years: ask.years, kind: 'all', isAskable: true };
  // The last column sums up.
  for (const { member, cells } of rows)
    for (const [n, column] of columns.slice(0, -1).entries()) {
      const cell = cells[n];
      const members = { ...fixed, period: years, [rowKind]: member, [columnKind]: column };
      if (cell !== undefined) yield toBinding(members, cell);
    }
}

/** A row for each cell, but for those that sum up others. */
export const toBindings = (matrix: Matrix, rows: readonly Row[], choice: Choice): Bindings => ({
  variables,
  rows: bindingsOf(matrix, rows, choice),
});
