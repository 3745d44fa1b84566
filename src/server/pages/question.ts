/** The page of a question: what it asks, a form with a field for each parameter, and the answer as a table. */
import type { Parameter, Question } from '../../questions/question.js';
import { valueTypes } from '../../questions/value-types.js';
import { type Choice, choicesFor } from '../api/choices.js';
import type { Part } from '../api/read-asked.js';
import { type Html, html } from '../html.js';
import { formatsFor } from '../request.js';
import type { Services } from '../services.js';
import { messageLanguageOf } from '../view/messages.js';
import { addressWith, type View } from '../view/view.js';
import { layout } from './layout.js';
import { showSnippets, snippetsFor } from './snippets.js';
import { tongueOf } from './tongue.js';

/** Where it is answered, and with what. */
export interface ShownQuestion {
  readonly question: Question;
  /** What stands in the fields, by parameter. */
  readonly values: Readonly<Record<string, string>>;
  readonly part?: Part | undefined;
  readonly hasMore?: boolean;
  /** The table, or what is wrong. */
  readonly outcome: Html;
  /** The query with the values in it; the file's own, with its defaults, where they are at fault. */
  readonly written?: string | undefined;
  /** The same as CSV, for programs; undefined where there is no answer. */
  readonly address?: string | undefined;
}

function chooser(view: View, { name }: Parameter, value: string, choices: readonly Choice[]): Html {
  const isChosen = (one: Choice): boolean => one.value.toLowerCase() === value.toLowerCase();
  const all = choices.some(isChosen) ? choices : [{ value, name: value }, ...choices];
  const options = all.map(
    (one) =>
      html`<option value="${one.value}"${tongueOf(view, one.language)}${isChosen(one) ? html` selected` : undefined}>${one.name}</option>`,
  );
  return html`<select id="p-${name}" name="${name}">${options}</select>`;
}

function input({ name, type }: Parameter, value: string): Html {
  if (type === 'year')
    return html`<input id="p-${name}" name="${name}" value="${value}" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" size="5" required>`;
  return html`<input id="p-${name}" name="${name}" value="${value}" maxlength="300" title="${valueTypes[type].expected}" required>`;
}

async function field(services: Services, view: View, parameter: Parameter, value: string): Promise<Html> {
  const choices = await choicesFor(services, parameter, view.language);
  const control = choices.length > 0 ? chooser(view, parameter, value, choices) : input(parameter, value);
  return html`<p class="wide-field"><label for="p-${parameter.name}"${tongueOf(view, 'en')}>${parameter.description}</label>
${control}</p>\n`;
}

async function form(services: Services, view: View, { question, values }: ShownQuestion): Promise<Html | undefined> {
  if (question.parameters.length === 0) return undefined;
  const fields = await Promise.all(
    question.parameters.map((one) => field(services, view, one, values[one.name] ?? one.default)),
  );
  return html`<form class="ask" action="${view.path}" method="get">
${fields}<p><button>${view.say('question.ask')}</button></p>
</form>`;
}

/** Where the parts before and after this one are. */
function pages(view: View, { part, hasMore }: ShownQuestion): Html | undefined {
  if (part === undefined || (part.offset === 0 && hasMore !== true)) return undefined;
  const link = (offset: number, key: 'prev' | 'next'): Html =>
    html`<a href="${addressWith(view, { page: '', offset: offset === 0 ? '' : String(offset) })}" rel="${key}">${view.say(`page.${key}`)}</a> `;
  const { limit, offset } = part;
  return html`<nav class="pages" aria-label="${view.say('page.label')}"><p>${offset > 0 ? link(Math.max(0, offset - limit), 'prev') : undefined}${hasMore === true ? link(offset + limit, 'next') : undefined}</p></nav>`;
}

function otherFormats(view: View): Html {
  const links = formatsFor('bindings').map(
    ({ id }) =>
      html`<a href="${addressWith(view, { format: id, lang: '', limit: '', offset: '', page: '' })}">${id.toUpperCase()}</a> `,
  );
  return html`<p>${view.say('question.whole')} ${links}</p>`;
}

export async function questionPage(services: Services, view: View, shown: ShownQuestion): Promise<Html> {
  const { question, outcome, address, written = question.query } = shown;
  const tongue = tongueOf(view, 'en');
  const main = html`<nav><a href="/api">${view.say('api.title')}</a></nav>
<h1${tongue}>${question.title}</h1>
<p class="lead"${tongue}>${question.question}</p>
${await form(services, view, shown)}
${outcome}
${pages(view, shown)}
${address === undefined ? undefined : html`${otherFormats(view)}\n${showSnippets(view, snippetsFor(address))}`}
<details><summary>${view.say('question.query')}</summary>
<p><a href="/sparql?query=${encodeURIComponent(written)}">${view.say('question.edit')}</a></p>
<pre tabindex="0"${messageLanguageOf(view.language) === 'en' ? undefined : html` lang="en"`}><code>${written}</code></pre></details>`;
  return layout(`${question.title} – migraph`, main, view);
}
