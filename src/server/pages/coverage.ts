/** The page of the coverage matrix. */
import type { Choice, Fault } from '../coverage/choice.js';
import type { Known } from '../coverage/known.js';
import { chooseRows, type Matrix, type RowState } from '../coverage/matrix.js';
import { type Html, html } from '../html.js';
import type { Services } from '../services.js';
import { addressWith, type View } from '../view/view.js';
import { askedText } from './asked-text.js';
import { coverageForm } from './coverage-form.js';
import { legend, markDefinitions } from './coverage-marks.js';
import { mostColumns, showMatrix } from './coverage-table.js';
import { layout } from './layout.js';
import { pageLinks } from './page-links.js';

/** Rows on a page. */
const rowsOfPage = 100;

export interface ShownCoverage {
  readonly choice: Choice;
  readonly known: Known;
  readonly faults: readonly Fault[];
  /** Undefined where there is a fault. */
  readonly matrix: Matrix | undefined;
}

/** How many rows say something, leave it open, or say nothing. */
function summary({ say }: View, { rows, rowKind }: Matrix): Html {
  const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
  const counts = { count: rows.length, stating: count('stating'), open: count('open'), silent: count('silent') };
  return html`<p class="summary">${say(`matrix.summary.${rowKind}`, counts)}</p>`;
}

function titleOf({ say }: View, { choice, known }: ShownCoverage): string {
  const asked = askedText(choice.ask, known);
  return `${say(`matrix.title.${choice.show}`)}${asked === '' ? '' : `: ${asked}`}`;
}

function formats(view: View): Html {
  const link = (format: string): Html =>
    html`<a href="${addressWith(view, { format, page: '', lang: '' })}">${format.toUpperCase()}</a> `;
  return html`<p>${view.say('matrix.formats')} ${link('csv')}${link('json')}</p>`;
}

/** What is not in the table, and why. */
function notes({ say }: View, { known, choice }: ShownCoverage, matrix: Matrix): Html {
  const { facts } = known;
  const hidden = matrix.columns.length - 1 - mostColumns;
  const lines = [
    ...(hidden > 0 ? [say('matrix.hidden', { count: hidden })] : []),
    ...(matrix.columnKind === 'period' && matrix.columns.length === 2 ? [say('matrix.undatedGraph')] : []),
    ...(choice.show !== 'agency-period' && known.names.size === 0 ? [say('matrix.noRegions')] : []),
    ...(facts.unnamed > 0 ? [say('matrix.unnamed', { count: facts.unnamed })] : []),
    ...(facts.isCut ? [say('matrix.cut', { count: facts.datasets.length })] : []),
  ];
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}

function showTable(services: Services, view: View, shown: ShownCoverage, matrix: Matrix): Html {
  const { choice, known } = shown;
  const rows = chooseRows(matrix, choice);
  const last = Math.max(1, Math.ceil(rows.length / rowsOfPage));
  const page = Math.min(choice.page, last);
  const context = {
    view,
    base: services.config.base,
    matrix,
    hasParts: (iri: string) => known.facts.places.partsOf(iri).length > 0,
  };
  const table = showMatrix(context, rows.slice((page - 1) * rowsOfPage, page * rowsOfPage), titleOf(view, shown));
  const hasPlace = choice.show !== 'agency-period' || choice.ask.place !== undefined;
  return html`<h2>${titleOf(view, shown)}</h2>
${summary(view, matrix)}
${legend(view.say, { hasPlace, hasYears: choice.ask.years !== undefined })}
${rows.length === 0 ? html`<p>${view.say('matrix.noRows')}</p>` : table}
${pageLinks(view, page, last)}
${notes(view, shown, matrix)}
<p>${view.say('matrix.hint')}</p>
${formats(view)}`;
}

export function coveragePage(services: Services, view: View, shown: ShownCoverage): Html {
  const { say } = view;
  const { choice, known, faults, matrix } = shown;
  const { base } = services.config;
  return layout(
    `${titleOf(view, shown)} – migraph`,
    html`${markDefinitions}<h1>${say('matrix.heading')}</h1>
<p class="lead">${say('matrix.lead')} <a href="/timeline">${say('timeline.link')}</a></p>
${faults.map(({ key, values }) => html`<p class="failure" role="alert">${say(key, values)}</p>`)}
${coverageForm(view, choice, known, base)}
${matrix === undefined ? undefined : showTable(services, view, shown, matrix)}`,
    view,
    html`<link rel="stylesheet" href="/ui/coverage.css">\n`,
  );
}
