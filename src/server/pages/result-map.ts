/** A table that has countries as a map, with the numbers beside them; the table says the same. */
import { createIris } from '../../iris.js';
import { type Html, html } from '../html.js';
import { localPath } from '../local-path.js';
import { classesOf, levelOf } from '../map/classes.js';
import { countries, nameIn } from '../map/countries.js';
import { drawMap, type Mark } from '../map/draw-map.js';
import { findByIri, findByName } from '../map/find-country.js';
import { plainView, type View } from '../view/view.js';
import { type JsonRow, type JsonTerm, numberIn } from './json-row.js';
import { showLegend } from './map/legend.js';

/** Countries that are worth a map. */
const fewest = 2;

/** Regions beside countries are no reason against a map, though they are not on it. */
type Found = { readonly code: string | undefined } | undefined;

function placeIn(base: string, term: JsonTerm | undefined): Found {
  if (typeof term?.value !== 'string') return undefined;
  const text = term.value;
  if (term.type === 'literal') {
    const code = findByName(text);
    return code === undefined ? undefined : { code };
  }
  const code = findByIri(base, text);
  return code !== undefined || text.startsWith(createIris(base).region('').value) ? { code } : undefined;
}

/** The first column that holds places throughout, by row; undefined where there is none. */
function findPlaces(base: string, variables: readonly string[], rows: readonly JsonRow[]) {
  for (const name of variables) {
    const codes: (string | undefined)[] = [];
    for (const row of rows) {
      const found = placeIn(base, row[name]);
      if (found === undefined) break;
      codes.push(found.code);
    }
    const distinct = new Set(codes.filter((code) => code !== undefined));
    if (codes.length === rows.length && distinct.size >= fewest) return { name, codes, distinct };
  }
  return undefined;
}

/** Of each country its number, where each stands in one row; else how many rows it stands in. */
function figuresOf({ codes, distinct }: NonNullable<ReturnType<typeof findPlaces>>, numbers: readonly number[]) {
  const isOneEach = codes.filter((code) => code !== undefined).length === distinct.size;
  const figures = new Map<string, number>();
  codes.forEach((code, n) => {
    if (code === undefined) return;
    figures.set(code, isOneEach && numbers.length > 0 ? (numbers[n] ?? 0) : (figures.get(code) ?? 0) + 1);
  });
  return { figures, areNumbers: isOneEach && numbers.length > 0 };
}

function markOf(
  code: string,
  { view, base, level, figure }: { view: View; base: string; level: number; figure: string },
): Mark {
  const country = countries.get(code);
  const name = country === undefined ? code : nameIn(view.language, country);
  return { level, title: `${name}: ${figure}`, href: localPath(base, createIris(base).country(code).value) };
}

/** Undefined where no column holds countries. */
export function showResultMap(
  base: string,
  { variables, rows }: { readonly variables: readonly string[]; readonly rows: readonly JsonRow[] },
  view: View = plainView(),
): Html | undefined {
  const places = rows.length < fewest ? undefined : findPlaces(base, variables, rows);
  if (places === undefined) return undefined;
  const { say, language } = view;
  const column = variables.filter((name) => rows.every((row) => numberIn(row[name]) !== undefined)).at(-1);
  const numbers = column === undefined ? [] : rows.map((row) => numberIn(row[column]) ?? 0);
  const { figures, areNumbers } = figuresOf(places, numbers);
  const classes = classesOf(figures.values());
  const number = new Intl.NumberFormat(language);
  const unit = (count: number): string => (areNumbers ? number.format(count) : say('map.rows', { count }));
  const marks = new Map(
    [...figures].map(([code, value]) => [
      code,
      markOf(code, { view, base, level: levelOf(classes, value), figure: unit(value) }),
    ]),
  );
  const title =
    areNumbers && column !== undefined
      ? say('map.result.of', { column, places: places.name })
      : say('map.result', { places: places.name });
  const others = places.codes.filter((code) => code === undefined).length;
  return html`<link rel="stylesheet" href="/ui/map.css"><details class="chart-map"><summary>${title}</summary>
${drawMap({ label: title, marks })}
${showLegend(view, { classes, unit, none: say('map.result.none') })}
${others === 0 ? undefined : html`<p>${say('map.result.others', { count: others })}</p>`}
<p class="source">${say('map.boundaries')}</p></details>`;
}
