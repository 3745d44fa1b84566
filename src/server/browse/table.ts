/** A view as a table: a row for each thing with what it is narrowed and sorted by, names and IRIs apart. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type NamedNode, rdf, type Term } from '../../rdf.js';
import type { Binding, Bindings } from '../../serialise/results.js';
import { xsd } from '../../vocabularies.js';
import type { FacetName } from './facets.js';
import { nameIn } from './names.js';
import type { Selection } from './select.js';
import { countriesOf } from './sort.js';
import { firstYear, lastYear, showSpan } from './spans.js';

/** Rows that are made at once; then others have their turn. */
const rowsAtOnce = 500;

type Cell = string | number | undefined;

interface Column {
  readonly name: string;
  cell(number: number): Cell;
}

/** What is said of a thing: of a facet that shares its pairs with another, only what is its own. */
export function saidOf({ index }: Pick<Selection, 'index'>, facet: FacetName, number: number): readonly string[] {
  if (facet === 'country') return countriesOf(index, number);
  const said = index.facets.get(facet)?.said[number] ?? [];
  return facet === 'region' ? said.filter((place) => index.regions.has(place)) : said;
}

function facetColumns(selection: Selection, facet: FacetName, language: string): Column[] {
  const { valueNames } = selection.index;
  const said = (number: number) => saidOf(selection, facet, number);
  return [
    {
      name: facet,
      cell: (n) =>
        said(n)
          .map((iri) => nameIn(valueNames.get(iri), language, iri).text)
          .join('; '),
    },
    { name: `${facet}_iri`, cell: (n) => said(n).join(' ') },
  ];
}

function columnsOf(selection: Selection, language: string): Column[] {
  const { index, changed } = selection;
  const { kind, iris, names, spans, datasets } = index;
  const years: Column[] = [
    { name: 'years', cell: (n) => spans[n]?.map(showSpan).join('; ') },
    { name: 'first_year', cell: (n) => firstYear(spans[n] ?? []) },
    { name: 'last_year', cell: (n) => lastYear(spans[n] ?? []) },
  ];
  return [
    { name: 'title', cell: (n) => nameIn(names[n], language, iris[n] ?? '').text },
    ...kind.facets.flatMap((facet) => facetColumns(selection, facet, language)),
    ...(kind.hasYears ? years : []),
    ...(datasets === undefined ? [] : [{ name: 'datasets', cell: (n: number) => datasets[n] }]),
    { name: 'changed', cell: (n) => changed.get(iris[n] ?? '') },
  ];
}

function termOf(cell: Cell): Term | undefined {
  if (typeof cell === 'number') return rdf.literal(String(cell), xsd.integer);
  return cell === undefined || cell === '' ? undefined : rdf.literal(cell);
}

/** `language`: of the names. */
export function tableOf(selection: Selection, language: string): Bindings {
  const columns = columnsOf(selection, language);
  async function* rows(): AsyncGenerator<Binding> {
    for (const [at, number] of selection.things.entries()) {
      if (at % rowsAtOnce === rowsAtOnce - 1) await breathe();
      const iri: NamedNode = rdf.namedNode(selection.index.iris[number] ?? '');
      const row = new Map<string, Term>([['iri', iri]]);
      for (const { name, cell } of columns) {
        const term = termOf(cell(number));
        if (term !== undefined) row.set(name, term);
      }
      yield row;
    }
  }
  return { variables: ['iri', ...columns.map(({ name }) => name)], rows: rows() };
}
