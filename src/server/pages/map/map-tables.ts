/** What the map shows in words: its countries as a table, regions and corridors as lists. */
import { createIris } from '../../../iris.js';
import { askAddress, keyOf } from '../../answer/ask-address.js';
import { type Html, html } from '../../html.js';
import { pagePath } from '../../local-path.js';
import type { MapChoice } from '../../map/choice.js';
import type { Corridor, Coverage, CoveredPlace } from '../../map/read-coverage.js';
import { addressWith, type View } from '../../view/view.js';
import { tongueOf } from '../tongue.js';

export interface Shown {
  readonly view: View;
  readonly base: string;
  readonly choice: MapChoice;
  readonly coverage: Coverage;
}

/** Most first, then by name. */
function byFigure({ language }: View): (a: CoveredPlace, b: CoveredPlace) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) => b.datasets - a.datasets || b.undated - a.undated || compare(a.name, b.name);
}

/** Who holds data on a place, under the same choice: the answer with its sentences. */
export const answerPath = ({ base, choice: { years, subject, agency } }: Shown, place: string): string =>
  askAddress({ place, years, subject: subject?.value, agency: agency?.value }, base) ?? '/';

function nameOf({ base, view }: Shown, { iri, name, language }: CoveredPlace): Html {
  const tongue = tongueOf(view, language);
  return iri === undefined
    ? html`<span${tongue}>${name}</span>`
    : html`<a href="${pagePath(base, iri)}"${tongue}>${name}</a>`;
}

/** The datasets that are counted, as a list; it knows neither one dataset nor subjects as the map does. */
function listPath({ base, choice: { years, agency, dataset, subject } }: Shown, kind: string, iri: string) {
  if (kind !== 'country' || dataset !== undefined || subject !== undefined) return undefined;
  const { country, entity } = createIris(base);
  const asked = new URLSearchParams({ country: keyOf(iri, country('').value) });
  if (agency !== undefined) asked.set('agency', keyOf(agency.value, entity('agency', '').value));
  for (const [name, year] of Object.entries(years ?? {})) asked.set(name, String(year));
  return `/datasets?${asked}`;
}

const figure = (shown: Shown, { iri, kind, datasets }: CoveredPlace): Html =>
  iri === undefined || datasets === 0
    ? html`${datasets}`
    : html`<a href="${listPath(shown, kind, iri) ?? answerPath(shown, iri)}">${datasets}</a>`;

function row(shown: Shown, place: CoveredPlace): Html {
  const undated = shown.choice.years === undefined ? undefined : html`<td>${place.undated}</td>`;
  return html`<tr><th scope="row">${nameOf(shown, place)}</th><td>${place.code ?? ''}</td><td>${figure(shown, place)}</td>${undated}</tr>
`;
}

/** Of the countries that nothing names the names alone: they are part of the answer. */
export function showCountries(shown: Shown): Html {
  const { say } = shown.view;
  const all = shown.coverage.places.filter(({ kind }) => kind === 'country').sort(byFigure(shown.view));
  const named = all.filter(({ datasets, undated }) => datasets + undated > 0);
  const others = all.filter(({ datasets, undated }) => datasets + undated === 0);
  const undated =
    shown.choice.years === undefined ? undefined : html`<th scope="col">${say('map.column.undated')}</th>`;
  return html`<details id="table"><summary>${say('map.table', { count: named.length })}</summary>
<table><caption>${say('map.table.caption')}</caption>
<thead><tr><th scope="col">${say('map.column.country')}</th><th scope="col">${say('map.column.code')}</th><th scope="col">${say('map.column.datasets')}</th>${undated}</tr></thead><tbody>
${named.map((place) => row(shown, place))}</tbody></table>
<details><summary>${say('map.unnamed', { count: others.length })}</summary><ul class="unnamed">${others.map((place) => html`<li>${nameOf(shown, place)}</li>`)}</ul></details></details>`;
}

/** A border can be drawn around what has countries in the graph. */
export function showRegions(shown: Shown): Html | undefined {
  const { view, choice, base } = shown;
  const { say } = view;
  const places = shown.coverage.places
    .filter(({ kind, datasets, undated }) => kind !== 'country' && datasets + undated > 0)
    .sort(byFigure(view));
  if (places.length === 0) return undefined;
  const border = ({ iri = '', kind }: CoveredPlace): Html | undefined => {
    if (kind !== 'region') return undefined;
    const isDrawn = choice.outline?.value === iri;
    const address = addressWith(view, { outline: isDrawn ? '' : iri.slice(base.length) });
    return html` · <a href="${address}">${say(isDrawn ? 'map.unoutline' : 'map.outline')}</a>`;
  };
  const undated = ({ undated: count }: CoveredPlace): string =>
    count === 0 ? '' : ` (${say('map.andUndated', { count })})`;
  const items = places.map(
    (place) => html`<li>${nameOf(shown, place)}: ${figure(shown, place)}${undated(place)}${border(place)}</li>
`,
  );
  return html`<section><h2>${say('map.regions')}</h2><p>${say('map.regions.why')}</p><ul>${items}</ul></section>`;
}

export function showCorridors(shown: Shown, corridors: readonly (Corridor & { readonly text: string })[]): Html {
  const { say } = shown.view;
  const items = corridors.map(
    ({ iri, text }) => html`<li><a href="${pagePath(shown.base, iri)}">${text}</a></li>
`,
  );
  const list = items.length === 0 ? html`<p>${say('map.noCorridors')}</p>` : html`<ul>${items}</ul>`;
  return html`<section><h2>${say('map.corridors')}</h2>${list}</section>`;
}
