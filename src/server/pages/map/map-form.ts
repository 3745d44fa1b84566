/** What the map can be narrowed by: an agency, a dataset, years, a subject. */
import { keyOf } from '../../answer/ask-address.js';
import { type NamedSubject, subjectNames } from '../../answer/names.js';
import { type Html, html } from '../../html.js';
import type { MapChoice } from '../../map/choice.js';
import { readRows } from '../../read-rows.js';
import type { Services } from '../../services.js';
import type { View } from '../../view/view.js';
import { agencyPicker, subjectPicker, yearFields } from '../pickers.js';

interface Option {
  readonly iri: string;
  readonly name: string;
}

/** Datasets that are offered by name; where there are more, a dataset's own page leads to its map. */
const mostDatasets = 300;

async function readNamed(services: Services, query: string, [thing, name]: readonly [string, string]) {
  const rows = await readRows(services, query, {});
  return rows.map((row): Option => ({ iri: row.get(thing)?.value ?? '', name: row.get(name)?.value ?? '' }));
}

interface Options {
  readonly agencies: readonly Option[];
  readonly datasets: readonly Option[];
  readonly subjects: readonly NamedSubject[];
}

export async function readOptions(services: Services): Promise<Options> {
  const [agencies, datasets, subjects] = await Promise.all([
    services.memory('holders', () => readNamed(services, 'pages/holders', ['agency', 'name'])),
    services.memory('dataset titles', () => readNamed(services, 'pages/dataset-titles', ['dataset', 'title'])),
    subjectNames(services),
  ]);
  return { agencies, datasets: datasets.length > mostDatasets ? [] : datasets, subjects };
}

/** What was chosen stays choosable, also where nobody knows it. */
function withChosen(options: readonly Option[], chosen: string | undefined, base: string): readonly Option[] {
  if (chosen === undefined || options.some(({ iri }) => iri === chosen)) return options;
  return [{ iri: chosen, name: keyOf(chosen, base) }, ...options];
}

function datasetPicker({ say }: View, datasets: readonly Option[], chosen: string | undefined, base: string) {
  if (datasets.length === 0) return undefined;
  const items = datasets.map(
    ({ iri, name }) =>
      html`<option value="${keyOf(iri, base)}"${iri === chosen ? html` selected` : undefined}>${name}</option>`,
  );
  return html`<p class="wide-field"><label for="dataset">${say('map.dataset')}</label>
<select id="dataset" name="dataset"><option value="">${say('map.anyDataset')}</option>${items}</select></p>`;
}

export function mapForm(view: View, choice: MapChoice, { agencies, datasets, subjects }: Options, base: string): Html {
  const [agency, dataset] = [choice.agency?.value, choice.dataset?.value];
  return html`<form class="ask" action="/map" method="get">
${agencyPicker(view, withChosen(agencies, agency, base), { chosen: agency, base })}
${datasetPicker(view, withChosen(datasets, dataset, base), dataset, base)}
${subjectPicker(view, subjects, { chosen: choice.subject?.value, base })}
${yearFields(view, choice.years)}
<p><button>${view.say('map.button')}</button></p>
</form>`;
}
