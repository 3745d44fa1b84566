/** What the map can be narrowed by: an agency, a dataset, years, a subject. */
import { createIris } from '../../../iris.js';
import { type NamedSubject, subjectNames } from '../../answer/names.js';
import { type Html, html } from '../../html.js';
import type { MapChoice } from '../../map/choice.js';
import { readRows } from '../../read-rows.js';
import type { Services } from '../../services.js';
import type { View } from '../../view/view.js';

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

/** Our own things by the rest of their IRI, which makes short addresses. */
const keyOf = (iri: string, under: string): string => (iri.startsWith(under) ? iri.slice(under.length) : iri);

const option = ({ iri, name }: Option, chosen: string | undefined, under: string): Html =>
  html`<option value="${keyOf(iri, under)}"${iri === chosen ? html` selected` : undefined}>${name}</option>`;

interface Picker {
  readonly name: string;
  /** What its values begin with. */
  readonly under: string;
  readonly label: string;
  /** What leaves it open. */
  readonly any: string;
  readonly chosen: string | undefined;
  readonly groups: readonly (readonly [label: string | undefined, options: readonly Option[]])[];
}

/** What was chosen stays choosable, also where nobody knows it. */
function picker({ name, under, label, any, chosen, groups }: Picker): Html | undefined {
  const known = groups.flatMap(([, options]) => options);
  const isUnknown = chosen !== undefined && known.every(({ iri }) => iri !== chosen);
  if (known.length === 0 && !isUnknown) return undefined;
  const items = groups.map(([title, options]) => {
    const lines = options.map((one) => option(one, chosen, under));
    return title === undefined || lines.length === 0
      ? html`${lines}`
      : html`<optgroup label="${title}">${lines}</optgroup>`;
  });
  const unknown = isUnknown ? option({ iri: chosen, name: keyOf(chosen, under) }, chosen, under) : undefined;
  return html`<p class="wide-field"><label for="map-${name}">${label}</label>
<select id="map-${name}" name="${name}"><option value="">${any}</option>${unknown}${items}</select></p>
`;
}

function yearField({ say }: View, name: 'from' | 'to', value: number | undefined): Html {
  return html`<p><label for="map-${name}">${say(`ask.${name}`)}</label>
<input id="map-${name}" name="${name}" inputmode="numeric" pattern="[1-9][0-9]{3}" maxlength="4" size="5" value="${value ?? ''}"></p>
`;
}

export function mapForm(view: View, choice: MapChoice, { agencies, datasets, subjects }: Options, base: string): Html {
  const { say } = view;
  const kinds = (['theme', 'measure'] as const).map(
    (kind) => [say(`ask.${kind}s`), subjects.filter((one) => one.kind === kind)] as const,
  );
  const pickers: readonly Picker[] = [
    {
      ...{
        name: 'agency',
        under: createIris(base).entity('agency', '').value,
        label: say('map.agency'),
        any: say('map.anyAgency'),
      },
      ...{ chosen: choice.agency?.value, groups: [[undefined, agencies]] },
    },
    {
      ...{
        name: 'dataset',
        under: createIris(base).entity('dataset', '').value,
        label: say('map.dataset'),
        any: say('map.anyDataset'),
      },
      ...{ chosen: choice.dataset?.value, groups: [[undefined, datasets]] },
    },
    {
      ...{ name: 'subject', under: base, label: say('ask.subject'), any: say('ask.anySubject') },
      ...{ chosen: choice.subject?.value, groups: kinds },
    },
  ];
  return html`<form class="ask" action="/map" method="get">
${pickers.map((one) => picker(one) ?? html``)}${yearField(view, 'from', choice.years?.from)}${yearField(view, 'to', choice.years?.to)}<p><button>${say('map.button')}</button></p>
</form>`;
}
