/** The whole note with its statements: each sentence leads to what it states, each statement to its sentence. */
import type { NamedNode } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { type Html, html } from '../html.js';
import { markText, type Piece } from '../note/mark-text.js';
import { type NotePassage, readShownNote, type Statement } from '../note/read-note.js';
import { cutWindows, type Window, windowAt } from '../note/windows.js';
import type { Services } from '../services.js';
import { addressWith, type View } from '../view/view.js';
import { linkTo, showTerm } from './term.js';

/** What stands behind the mark of a fragment: `char=12,34` (RFC 5147). */
const fragmentOf = (iri: string): string => iri.slice(iri.indexOf('#') + 1);

/** The list of a passage's statements has its own anchor. */
const listOf = (iri: string): string =>
  `states-${fragmentOf(iri)
    .replace(/^char=/, '')
    .replace(',', '-')}`;

function showPassage({ say }: View, { iri, damage, statements }: NotePassage, inner: Html): Html {
  const count = statements.length;
  const broken = damage === '' ? undefined : html` title="${say(`note.damage.${damage}`)}"`;
  const kind = [count > 0 ? 'stating' : '', damage === '' ? '' : 'damaged'].join(' ').trim();
  const mark = damage === '' ? undefined : html`<small class="damage">${say(`note.damage.${damage}`)}</small>`;
  const more =
    count === 0
      ? undefined
      : html`<a class="count" href="#${listOf(iri)}" aria-label="${say('note.count', { count })}">${count}</a>`;
  return html`<span id="${fragmentOf(iri)}" class="${kind}"${broken}>${inner}${more}${mark}</span>`;
}

const showPieces = (view: View, pieces: readonly Piece<NotePassage>[]): Html =>
  html`${pieces.map((piece) =>
    typeof piece === 'string' ? html`${piece}` : showPassage(view, piece.span, showPieces(view, piece.pieces)),
  )}`;

function showStatement(view: View, base: string, statement: Statement): Html {
  const { claim, subject, subjectName, property, value, valueName, attribution } = statement;
  const how = attribution === undefined ? undefined : html` <small>${view.say(`answer.owner.${attribution}`)}</small>`;
  return html`<li>${linkTo(base, subject, subjectName)} ${linkTo(base, property)} ${showTerm(base, value, valueName)}${how} <small>${linkTo(base, claim, view.say('note.claim'))}</small></li>`;
}

const showStatements = (view: View, base: string, { iri, statements }: NotePassage): Html =>
  html`<section id="${listOf(iri)}"><p><a href="#${fragmentOf(iri)}">${view.say('note.sentence')}</a></p><ul>${statements.map((one) => showStatement(view, base, one))}</ul></section>`;

/** The page that is asked for: by its number, or by a place that is on it. */
function chooseWindow({ parameters }: View, windows: readonly Window[]): number {
  const at = /^(\d{1,9})(?:,\d{1,9})?$/.exec(parameters.get('at') ?? '')?.[1];
  if (at !== undefined) return windowAt(windows, Number(at));
  const page = Number(/^\d{1,6}$/.exec(parameters.get('page') ?? '')?.[0] ?? 1);
  return Math.min(Math.max(page, 1), windows.length) - 1;
}

function pageLinks(view: View, number: number, count: number): Html | undefined {
  if (count === 1) return undefined;
  const link = (page: number, key: string): Html =>
    html`<a href="${addressWith(view, { at: '', page: String(page + 1) })}" rel="${key}">${view.say(`page.${key}`)}</a> `;
  return html`<nav class="pages" aria-label="${view.say('page.label')}"><p>${view.say('page.of', { page: number + 1, count })} ${number > 0 ? link(number - 1, 'prev') : undefined}${number + 1 < count ? link(number + 1, 'next') : undefined}</p></nav>`;
}

/** What stands in the middle of a note's page; undefined where the graph does not hold its text. */
export async function showNote(
  services: Services,
  note: NamedNode,
  { view, asking }: { view: View; asking: Asking },
): Promise<Html | undefined> {
  const shown = await readShownNote(services, note, asking);
  if (shown === undefined) return undefined;
  const { base } = services.config;
  const windows = cutWindows([...shown.text].length, shown.passages);
  const number = chooseWindow(view, windows);
  const window = windows[number] ?? { start: 0, end: 0 };
  const here = shown.passages.filter(({ start, end }) => start >= window.start && end <= window.end);
  const stating = here.filter(({ statements }) => statements.length > 0);
  const pages = pageLinks(view, number, windows.length);
  return html`<section class="note" aria-labelledby="text"><h2 id="text">${view.say('note.text')}</h2>
<p>${view.say('note.hint')}</p>
${pages}
<div class="reader"><div class="text" lang="en">${showPieces(view, markText(shown.text, here, window))}</div>
<div class="statements" aria-label="${view.say('note.statements')}">${stating.map((passage) => showStatements(view, base, passage))}</div></div>
${pages}</section>`;
}
