/** The matrix as a table: each cell says in shapes, figures and words what is stated, and leads to the sentences. */

import { keyOf } from '../answer/ask-address.js';
import type { Member } from '../coverage/axis.js';
import { isEmpty, isStated, tallyKinds } from '../coverage/cube.js';
import type { Cell, Matrix, Row } from '../coverage/matrix.js';
import { type Html, html } from '../html.js';
import { pagePath } from '../local-path.js';
import { addressWith, type View } from '../view/view.js';
import { mark } from './coverage-marks.js';
import { tongueOf } from './tongue.js';

/** Columns that a page shows beside the whole: more nobody compares. */
export const mostColumns = 60;

interface Context {
  readonly view: View;
  readonly base: string;
  readonly matrix: Matrix;
  /** Whether a place has parts to look at. */
  hasParts(iri: string): boolean;
}

const yearsText = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? String(from) : `${from}–${to}`;

/** What a member without a name is called. */
function nameOf({ say }: View, axis: Matrix['rowKind'], { kind, name, years }: Member): string {
  if (name !== undefined) return name;
  if (years !== undefined) return yearsText(years);
  return say(`matrix.${kind === 'none' ? 'none' : 'all'}.${axis}`);
}

/** The same matrix with this as its place or years, where that shows more of it. */
function narrower({ view, base, hasParts }: Context, { iri, years, kind }: Member): string | undefined {
  const change = (changes: Record<string, string>): string => addressWith(view, { page: '', lang: '', ...changes });
  if (kind !== 'one') return undefined;
  if (years !== undefined && years.from !== years.to) return change({ from: String(years.from), to: String(years.to) });
  return iri !== undefined && hasParts(iri) ? change({ place: keyOf(iri, base) }) : undefined;
}

function heading(context: Context, axis: Matrix['rowKind'], member: Member): Html {
  const { view, base } = context;
  const text = nameOf(view, axis, member);
  const inside = axis === 'agency' ? undefined : narrower(context, member);
  if (inside !== undefined) return html`<a href="${inside}"${tongueOf(view, member.language)}>${text}</a>`;
  if (member.kind === 'one' && member.iri !== undefined)
    return html`<a href="${pagePath(base, member.iri)}"${tongueOf(view, member.language)}>${text}</a>`;
  return html`<span${tongueOf(view, member.language)}>${text}</span>`;
}

function showCell({ view }: Context, { tally, answer }: Cell, isWhole: boolean): Html {
  if (isEmpty(tally)) return html`<td class="silent">–</td>`;
  const kinds = tallyKinds.filter((kind) => tally[kind] > 0);
  const lines = kinds.map(
    (kind) => html`<span class="how-${kind}">${mark(kind)} ${tally[kind]} ${view.say(`matrix.kind.${kind}`)}</span>`,
  );
  const classes = [...(isStated(tally) ? ['stating'] : []), ...(isWhole ? ['sum'] : [])].join(' ');
  const content = answer === undefined ? html`${lines}` : html`<a href="${answer}">${lines}</a>`;
  return html`<td${classes === '' ? undefined : html` class="${classes}"`}>${content}</td>`;
}

/** At most so many columns, and the whole. */
const shownColumns = <T>(all: readonly T[]): readonly T[] =>
  all.length - 1 > mostColumns ? [...all.slice(0, mostColumns), ...all.slice(-1)] : all;

function showRow(context: Context, { member, cells }: Row, isTotal: boolean): Html {
  const shown = shownColumns(cells);
  const depth = Math.min(member.depth ?? 0, 3);
  return html`<tr><th scope="row"${depth > 0 ? html` class="depth-${depth}"` : undefined}>${heading(context, context.matrix.rowKind, member)}</th>${shown.map(
    (cell, n) => showCell(context, cell, isTotal || n === shown.length - 1),
  )}</tr>\n`;
}

export function showMatrix(context: Context, rows: readonly Row[], caption: string): Html {
  const { view, matrix } = context;
  const columns = shownColumns(matrix.columns);
  const heads = columns.map((member) => html`<th scope="col">${heading(context, matrix.columnKind, member)}</th>`);
  return html`<div class="matrix" role="region" aria-labelledby="matrix-caption" tabindex="0"><table>
<caption id="matrix-caption">${caption}</caption>
<thead><tr><td>${view.say(`matrix.axis.${matrix.rowKind}`)}</td>${heads}</tr></thead>
<tbody>
${rows.map((row) => showRow(context, row, false))}</tbody>
<tfoot>${showRow(context, matrix.total, true)}</tfoot>
</table></div>`;
}
