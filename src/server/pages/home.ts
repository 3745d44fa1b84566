/** The home page: what this is, three pickers, and the answer to what was picked. */
import { readQuestions } from '../../questions/read.js';
import { readAsk } from '../answer/ask.js';
import { mapAddress } from '../answer/ask-address.js';
import { placeNames, subjectNames } from '../answer/names.js';
import { questionPath } from '../api/question-doors.js';
import type { Asking } from '../asking.js';
import { type Html, html } from '../html.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import { isMessage } from '../view/messages.js';
import { readNames } from '../view/names.js';
import type { View } from '../view/view.js';
import { answerTitle, showAnswerTo } from './answer.js';
import { askForm } from './ask-form.js';
import { layout } from './layout.js';

/** How many things of each class there are, and under '' how many triples. */
async function readCounts(services: Services): Promise<ReadonlyMap<string, number>> {
  const [classes, size] = await Promise.all(['counts', 'size'].map((name) => readRows(services, `pages/${name}`, {})));
  const counts = new Map([['', Number(size?.[0]?.get('triples')?.value ?? 0)]]);
  for (const row of classes ?? [])
    counts.set((row.get('class')?.value ?? '').replace(/^.*[#/]/, ''), Number(row.get('count')?.value ?? 0));
  return counts;
}

/** The classes that are counted, in the order in which they are shown. */
const counted = [
  'Dataset',
  'Agency',
  'AgencyUnit',
  'Publication',
  'Series',
  'Project',
  'Event',
  'Country',
  'Region',
  'Note',
  'Claim',
] as const;

/** Where all of a class are listed, and nothing else. */
const views = new Map([
  ['Dataset', '/datasets'],
  ['Publication', '/publications'],
  ['Series', '/series'],
  ['Project', '/projects'],
  ['Event', '/events'],
  ['Country', '/countries'],
]);

const asked = readQuestions();

/** Doors that programs come in by: the key of a message, or a name that is the same in all languages. */
const doors: readonly (readonly [path: string, text: string])[] = [
  ['/harvest', 'harvest.title'],
  ['/sparql', 'SPARQL'],
  ['/api', 'OpenAPI'],
  ['/catalog', 'DCAT'],
  ['/profiles', 'profiles.title'],
  ['/dump/', 'harvest.group.dumps'],
  ['/void', 'VoID'],
  ['/ontology', 'nav.ontology'],
  ['/ontology/context.jsonld', 'harvest.door.context'],
  ['/validate', 'validate.title'],
  ['/healthz', '/healthz'],
];

/** What stands below the answer: what there is, questions that others ask, the doors. */
async function below(services: Services, { say, language }: View): Promise<Html> {
  const counts = await services.memory('counts', () => readCounts(services));
  const number = new Intl.NumberFormat(language);
  const held = [...counted, 'triples'].flatMap((kind) => {
    const count = counts.get(kind === 'triples' ? '' : kind) ?? 0;
    const text = html`<b>${number.format(count)}</b> ${say(`kind.${kind}`, { count })}`;
    const view = views.get(kind);
    return count === 0 ? [] : [html`<li>${view === undefined ? text : html`<a href="${view}">${text}</a>`}</li>`];
  });
  const questions = asked.map(({ name, title }) => html`<li><a href="${questionPath(name)}">${title}</a></li>`);
  return html`<section><h2>${say('home.holds')}</h2><ul class="counts">${held}</ul></section>
<section><h2>${say('home.questions')}</h2><ul class="questions" lang="en">${questions}</ul></section>
<section><h2>${say('home.ways')}</h2><ul class="doors">${doors.map(([path, name]) => html`<li><a href="${path}">${isMessage(name) ? say(name) : name}</a></li>`)}</ul>
<p>${say('home.names', { base: services.config.base })}</p></section>`;
}

export async function homePage(
  services: Services,
  view: View,
  asking: Asking,
): Promise<{ page: Html; isFaulty: boolean }> {
  const { base } = services.config;
  const { ask, faults } = readAsk(view.parameters, base);
  const [places, subjects, agencies] = await Promise.all([
    placeNames(services, view.language),
    subjectNames(services),
    readNames(services, ask.agency ? [ask.agency.value] : [], { language: view.language, asking }),
  ]);
  const agencyName = agencies.get(ask.agency?.value ?? '')?.text;
  const context = { services, view, asking, ask, places, subjects, agencyName };
  const answer = faults.length > 0 ? undefined : await showAnswerTo(context);
  const counts = await services.memory('counts', () => readCounts(services));
  const lead = view.say('home.lead', {
    datasets: counts.get('Dataset') ?? 0,
    agencies: counts.get('Agency') ?? 0,
    notes: counts.get('Note') ?? 0,
  });
  const title = view.say('home.title');
  const page = layout(
    `${answer === undefined ? title : answerTitle(context)} – migraph`,
    html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${faults.map((key) => html`<p class="failure" role="alert">${view.say(key)}</p>`)}
${askForm(view, ask, { places: [...places.values()], subjects }, base)}
<p class="source"><a href="${mapAddress({ years: ask.years, subject: ask.subject?.value, agency: ask.agency?.value }, base)}">${view.say('map.home')}</a></p>
${answer}
${answer === undefined ? await below(services, view) : undefined}`,
    view,
  );
  return { page, isFaulty: faults.length > 0 };
}
