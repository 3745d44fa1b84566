/** The page of the timeline: a row for each dataset, its years drawn on one axis, and the same in words. */
import { keyOf } from '../answer/ask-address.js';
import type { Fault } from '../coverage/choice.js';
import type { Covering } from '../coverage/facts.js';
import type { Known } from '../coverage/known.js';
import { type Html, html } from '../html.js';
import { pagePath } from '../local-path.js';
import type { Services } from '../services.js';
import { orders, type TimelineChoice } from '../timeline/choice.js';
import { createScale, type Scale } from '../timeline/scale.js';
import { type Bars, ownerNames, type Timeline } from '../timeline/timeline.js';
import { addressWith, type View } from '../view/view.js';
import { askedText } from './asked-text.js';
import { askableAgencies } from './coverage-form.js';
import { layout } from './layout.js';
import { pageLinks } from './page-links.js';
import { agencyPicker, placePicker, subjectPicker, wordPicker, yearFields } from './pickers.js';
import { axis, barDefinitions, barLegend, drawBars, periodText } from './timeline-bars.js';

/** Rows on a page, and datasets without years that are listed beneath. */
const [rowsOfPage, mostUndated] = [100, 100];

export interface ShownTimeline {
  readonly choice: TimelineChoice;
  readonly known: Known;
  readonly faults: readonly Fault[];
  /** Undefined where there is a fault. */
  readonly timeline: Timeline | undefined;
}

interface Context extends ShownTimeline {
  readonly view: View;
  readonly base: string;
}

function form({ view, base, choice, known }: Context): Html {
  const { ask } = choice;
  const picked = (chosen: string | undefined) => ({ chosen, base });
  const words = orders.map((value) => ({ value, text: view.say(`timeline.order.${value}`) }));
  return html`<form class="ask" action="/timeline" method="get">
${placePicker(view, [...known.names.values()], picked(ask.place?.value))}
${agencyPicker(view, askableAgencies(known), picked(ask.agency?.value))}
${subjectPicker(view, known.subjects, picked(ask.subject?.value))}
${yearFields(view, ask.years)}
${wordPicker(view, 'order', view.say('timeline.order'), words)}
<p><button>${view.say('matrix.button')}</button></p>
</form>`;
}

const datasetLink = ({ base }: Context, { iri, title }: Covering): Html =>
  html`<a href="${pagePath(base, iri)}">${title}</a>`;

const yearsOf = ({ view }: Context, { periods }: Covering): string =>
  periods
    .map((period) => periodText(view, period))
    .filter((text) => text !== '')
    .join(', ');

function showRow(context: Context, { dataset, laid }: Bars, scale: Scale): Html {
  const owners = ownerNames(dataset, context.known.facts).join(', ');
  return html`<tr><th scope="row">${datasetLink(context, dataset)}${owners === '' ? undefined : html` <small>${owners}</small>`}</th><td><svg class="lines" width="100%" height="100%" aria-hidden="true"><use href="#year-lines"/></svg>${drawBars(laid, scale, yearsOf(context, dataset))}</td></tr>\n`;
}

function showChart(context: Context, rows: readonly Bars[], scale: Scale): Html {
  const { say } = context.view;
  return html`<div class="timeline" role="region" aria-labelledby="timeline-caption" tabindex="0"><table>
<caption id="timeline-caption">${say('timeline.caption')}</caption>
<thead><tr><th scope="col">${say('timeline.dataset')}</th><th scope="col"><span>${say('matrix.axis.period')}</span>${axis(scale)}</th></tr></thead>
<tbody>
${rows.map((row) => showRow(context, row, scale))}</tbody>
</table></div>`;
}

/** The same in words, to be read or copied. */
function showWords(context: Context, rows: readonly Bars[]): Html {
  const { say } = context.view;
  return html`<details><summary>${say('timeline.words')}</summary><div class="wide" role="region" aria-label="${say('timeline.words')}" tabindex="0"><table>
<thead><tr><th scope="col">${say('timeline.dataset')}</th><th scope="col">${say('matrix.axis.agency')}</th><th scope="col">${say('matrix.axis.period')}</th></tr></thead>
<tbody>${rows.map(
    ({ dataset }) =>
      html`<tr><th scope="row">${datasetLink(context, dataset)}</th><td>${ownerNames(dataset, context.known.facts).join(', ')}</td><td>${yearsOf(context, dataset)}</td></tr>\n`,
  )}</tbody></table></div></details>`;
}

function showUndated(context: Context, undated: readonly Covering[]): Html | undefined {
  if (undated.length === 0) return undefined;
  const { say } = context.view;
  const items = undated.slice(0, mostUndated).map((dataset) => {
    const years = yearsOf(context, dataset);
    return html`<li>${datasetLink(context, dataset)}${years === '' ? undefined : html` (${years})`}</li>`;
  });
  const rest = undated.length - items.length;
  return html`<section><h2>${say('timeline.undated')}</h2>
<p>${say('timeline.undated.why', { count: undated.length })}</p>
<ul>${items}</ul>${rest > 0 ? html`<p>${say('timeline.undated.more', { count: rest })}</p>` : undefined}</section>`;
}

/** What covers the place perhaps, and stands on no timeline. */
function showOpen({ view, base, choice }: Context, open: number): Html | undefined {
  const { place } = choice.ask;
  if (open === 0 || place === undefined) return undefined;
  const address = `/coverage?${new URLSearchParams({ place: keyOf(place.value, base) })}`;
  return html`<p><a href="${address}">${view.say('timeline.open', { count: open })}</a></p>`;
}

function formats(view: View): Html {
  const link = (format: string): Html =>
    html`<a href="${addressWith(view, { format, page: '', lang: '' })}">${format.toUpperCase()}</a> `;
  return html`<p>${view.say('matrix.formats')} ${link('csv')}${link('json')}</p>`;
}

function showTimeline(context: Context, timeline: Timeline, scale: Scale | undefined): Html {
  const { view, choice, known } = context;
  const { rows, undated, open } = timeline;
  const last = Math.max(1, Math.ceil(rows.length / rowsOfPage));
  const page = Math.min(choice.page, last);
  const shown = rows.slice((page - 1) * rowsOfPage, page * rowsOfPage);
  const { unnamed } = known.facts;
  const asked = askedText(choice.ask, known);
  return html`${asked === '' ? undefined : html`<h2>${asked}</h2>`}
<p class="summary">${view.say('timeline.summary', { count: rows.length })}</p>
${scale === undefined ? undefined : html`${barLegend(view)}\n${showChart(context, shown, scale)}`}
${pageLinks(view, page, last)}
${shown.length === 0 ? undefined : showWords(context, shown)}
${showUndated(context, undated)}
${showOpen(context, open)}
${unnamed > 0 ? html`<p>${view.say('matrix.unnamed', { count: unnamed })}</p>` : undefined}
${known.facts.isCut ? html`<p>${view.say('matrix.cut', { count: known.facts.datasets.length })}</p>` : undefined}
${formats(view)}`;
}

export function timelinePage(services: Services, view: View, shown: ShownTimeline): Html {
  const { say } = view;
  const { faults, timeline } = shown;
  const context = { ...shown, view, base: services.config.base };
  const scale = timeline?.years && createScale(timeline.years);
  return layout(
    `${say('timeline.heading')} – migraph`,
    html`${barDefinitions(scale)}<h1>${say('timeline.heading')}</h1>
<p class="lead">${say('timeline.lead')} <a href="/coverage">${say('timeline.matrix')}</a></p>
${faults.map(({ key, values }) => html`<p class="failure" role="alert">${say(key, values)}</p>`)}
${form(context)}
${timeline === undefined ? undefined : showTimeline(context, timeline, scale)}`,
    view,
    html`<link rel="stylesheet" href="/ui/coverage.css">\n<link rel="stylesheet" href="/ui/timeline.css">\n`,
  );
}
