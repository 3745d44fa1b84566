/** The map: which countries datasets name, how many name each, and between which of them they look. */
import type { Asking } from '../../asking.js';
import { type Html, html } from '../../html.js';
import { pagePath } from '../../local-path.js';
import { choiceNames, type MapChoice } from '../../map/choice.js';
import { classesOf, levelOf } from '../../map/classes.js';
import { drawMap, type Mark } from '../../map/draw-map.js';
import { findByIri } from '../../map/find-country.js';
import type { Coverage } from '../../map/read-coverage.js';
import { readRows } from '../../read-rows.js';
import type { Services } from '../../services.js';
import type { View } from '../../view/view.js';
import { layout } from '../layout.js';
import { showLegend } from './legend.js';
import { mapForm, readOptions } from './map-form.js';
import { answerPath, type Shown, showCorridors, showCountries, showRegions } from './map-tables.js';

/** The countries of the region around which a border is wanted. */
async function readOutlined(services: Services, { outline }: MapChoice, asking: Asking): Promise<string[]> {
  if (outline === undefined) return [];
  const rows = await readRows(services, 'pages/countries-within', { ...asking, bindings: { region: outline } });
  return rows.flatMap((row) => findByIri(services.config.base, row.get('country')?.value ?? '') ?? []);
}

/** Where several names stand for one country, it is shown by the highest figure: a dataset may have used them all. */
function marksOf(shown: Shown, classes: ReturnType<typeof classesOf>): Map<string, Mark> {
  const { say } = shown.view;
  const marks = new Map<string, Mark>();
  for (const { code, iri = '', name, datasets, undated } of shown.coverage.places) {
    const level = levelOf(classes, datasets);
    if (code === undefined || (marks.get(code)?.level ?? -1) >= level) continue;
    const more = undated === 0 ? '' : `, ${say('map.andUndated', { count: undated })}`;
    const title = `${name}: ${say('map.count', { count: datasets })}${more}`;
    marks.set(code, { level, title, href: answerPath(shown, iri) });
  }
  return marks;
}

function summary({ say }: View, { datasets, placeless, undated, places, corridors }: Coverage): string {
  const count = places.filter((place) => place.code !== undefined && place.datasets > 0).length;
  return [
    say('map.summary', { datasets, countries: count }),
    ...(placeless > 0 ? [say('map.summary.placeless', { count: placeless })] : []),
    ...(undated > 0 ? [say('map.summary.undated', { count: undated })] : []),
    ...(corridors.length > 0 ? [say('map.summary.corridors', { count: corridors.length })] : []),
  ].join(' ');
}

function csvPath({ parameters }: View): string {
  const asked = new URLSearchParams();
  for (const name of choiceNames) {
    const value = parameters.get(name);
    if (value && name !== 'outline') asked.set(name, value);
  }
  return asked.size === 0 ? '/map.csv' : `/map.csv?${asked}`;
}

function showFigure(shown: Shown, corridors: readonly { from: string; to: string; text: string; iri: string }[]) {
  const { view, coverage } = shown;
  const figures = coverage.places.flatMap(({ code, datasets }) => (code !== undefined && datasets > 0 ? datasets : []));
  const classes = classesOf(figures);
  const arcs = corridors.map(({ from, to, text, iri }) => ({
    ...{ from, to, title: text },
    href: pagePath(shown.base, iri),
  }));
  return { classes, marks: marksOf(shown, classes), arcs, hasArcs: arcs.length > 0, label: view.say('map.label') };
}

export async function mapPage(
  services: Services,
  { view, choice, coverage, asking }: { view: View; choice: MapChoice; coverage: Coverage; asking: Asking },
): Promise<Html> {
  const { say } = view;
  const { base } = services.config;
  const shown: Shown = { view, base, choice, coverage };
  const [options, outlined] = await Promise.all([readOptions(services), readOutlined(services, choice, asking)]);
  const names = new Map(coverage.places.flatMap(({ code, name }) => (code === undefined ? [] : [[code, name]])));
  const corridors = coverage.corridors.map((corridor) => {
    const [from, to] = [corridor.from, corridor.to].map((code) => names.get(code) ?? code);
    return { ...corridor, text: say('map.corridor', { from: from ?? '', to: to ?? '', count: corridor.count }) };
  });
  const { classes, hasArcs, ...picture } = showFigure(shown, corridors);
  const unit = (count: number): string => say('map.unit', { count });
  const main = html`<h1>${say('map.title')}</h1>
<p class="lead">${say('map.lead')}</p>
${mapForm(view, choice, options, base)}
<p class="summary">${summary(view, coverage)}</p>
<p class="skip-map"><a href="#table">${say('map.skip')}</a></p>
<figure>${drawMap({ ...picture, outlined })}
<figcaption>${showLegend(view, { classes, unit, none: say('map.none'), hasArcs })}
<p class="source">${say('map.boundaries')}</p></figcaption></figure>
<p>${say('map.same')} <a href="${csvPath(view)}">CSV</a></p>
${showCountries(shown)}
<div class="beside">${showRegions(shown)}
${showCorridors(shown, corridors)}</div>`;
  return layout(
    `${say('map.title')} – migraph`,
    main,
    view,
    html`<link rel="stylesheet" href="/ui/map.css">
`,
  );
}
